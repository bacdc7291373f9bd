ALTER TABLE organisation ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN found_by TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN found_by TEXT NOT NULL DEFAULT '';

CREATE INDEX organisation_network_id_sort_key ON organisation (network_id, sort_key);
CREATE INDEX person_network_id_sort_key ON person (network_id, sort_key);
