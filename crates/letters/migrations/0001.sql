-- Where a person gets paper that is not to go to an organisation. People who share an address
-- and say the same under household get one letter together.
CREATE TABLE person_address (
    id        UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    street    TEXT NOT NULL,
    postcode  TEXT NOT NULL,
    town      TEXT NOT NULL,
    household TEXT NOT NULL,
    CONSTRAINT person_address_person_id UNIQUE (person_id)
);
