-- The order of long lists: a page of one is found by the index alone.
CREATE INDEX organisation_list ON organisation (network_id, ended, sort_key, id);
CREATE INDEX person_list ON person (network_id, ended, sort_key, id);
-- Who belongs how, and how somebody belongs: as many columns as are asked for, or an index of a
-- whole network is taken for as good.
CREATE INDEX membership_network_id_kind ON membership (network_id, kind, organisation_id);
CREATE INDEX membership_organisation_id_network_id_kind
    ON membership (organisation_id, network_id, kind);
CREATE INDEX person_lower_mail ON person (LOWER(mail), network_id, ended);
CREATE INDEX person_function_title ON person_function (title);
