-- The order of long lists: a page of one is found by the index alone.
CREATE INDEX organisation_list ON organisation (network_id, ended, sort_key, id);
CREATE INDEX person_list ON person (network_id, ended, sort_key, id);
CREATE INDEX membership_network_id_kind ON membership (network_id, kind, organisation_id);
CREATE INDEX person_function_title ON person_function (title);
CREATE INDEX person_lower_mail ON person (LOWER(mail));
