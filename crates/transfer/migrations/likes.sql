-- What the office chose for the two parts of a row, and what has become of a choice.
ALTER TABLE transfer_row ADD COLUMN organisation_pick TEXT NOT NULL DEFAULT '';
ALTER TABLE transfer_row ADD COLUMN person_pick TEXT NOT NULL DEFAULT '';
ALTER TABLE transfer_row ADD COLUMN mark TEXT NOT NULL DEFAULT '';

-- The records that a row may mean, the likeliest first.
CREATE TABLE transfer_like (
    transfer_id     UUID NOT NULL REFERENCES transfer (id),
    number          BIGINT NOT NULL,
    place           BIGINT NOT NULL,
    organisation_id UUID REFERENCES organisation (id) ON DELETE CASCADE,
    person_id       UUID REFERENCES person (id) ON DELETE CASCADE,
    reasons         TEXT NOT NULL,
    PRIMARY KEY (transfer_id, number, place)
);
CREATE INDEX transfer_like_organisation_id ON transfer_like (organisation_id);
CREATE INDEX transfer_like_person_id ON transfer_like (person_id);
