-- What is asked of every person who is told of or erased.
CREATE INDEX person_network_id_name ON person (network_id, name);
CREATE INDEX access_link_person_id ON access_link (person_id);
CREATE INDEX access_link_account_id ON access_link (account_id);
