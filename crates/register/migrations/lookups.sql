-- Hardly a record has these: an index of all of them would tell SQLite that any value is found
-- in every record, and it would rather read the whole table.
DROP INDEX organisation_parent_id;
CREATE INDEX organisation_child ON organisation (parent_id) WHERE parent_id IS NOT NULL;
DROP INDEX network_group_parent_id;
CREATE INDEX network_group_child ON network_group (parent_id) WHERE parent_id IS NOT NULL;
DROP INDEX group_member_organisation_id;
CREATE INDEX group_member_by_organisation ON group_member (organisation_id)
    WHERE organisation_id IS NOT NULL;
DROP INDEX membership_network_id_elsewhere;
CREATE INDEX membership_elsewhere ON membership (network_id) WHERE elsewhere = TRUE;
-- Pairs are read in this order, a page at a time.
DROP INDEX person_pair_network_id_score;
CREATE INDEX person_pair_in_order ON person_pair (network_id, score, one_id, other_id);
DROP INDEX organisation_pair_network_id_score;
CREATE INDEX organisation_pair_in_order
    ON organisation_pair (network_id, score, one_id, other_id);
