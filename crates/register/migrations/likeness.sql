-- By which records that may be one find each other, and the pairs that were found. All of it
-- follows from the records and goes with them.
CREATE TABLE person_key (
    network_id UUID NOT NULL REFERENCES network (id),
    word       TEXT NOT NULL,
    person_id  UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (network_id, word, person_id)
);
CREATE INDEX person_key_person_id ON person_key (person_id);

CREATE TABLE organisation_key (
    network_id      UUID NOT NULL REFERENCES network (id),
    word            TEXT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    PRIMARY KEY (network_id, word, organisation_id)
);
CREATE INDEX organisation_key_organisation_id ON organisation_key (organisation_id);

CREATE TABLE person_pair (
    one_id     UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id   UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    network_id UUID NOT NULL REFERENCES network (id),
    score      BIGINT NOT NULL,
    reasons    TEXT NOT NULL,
    PRIMARY KEY (one_id, other_id)
);
CREATE INDEX person_pair_other_id ON person_pair (other_id);
CREATE INDEX person_pair_network_id_score ON person_pair (network_id, score);

CREATE TABLE organisation_pair (
    one_id     UUID NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    other_id   UUID NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    network_id UUID NOT NULL REFERENCES network (id),
    score      BIGINT NOT NULL,
    reasons    TEXT NOT NULL,
    PRIMARY KEY (one_id, other_id)
);
CREATE INDEX organisation_pair_other_id ON organisation_pair (other_id);
CREATE INDEX organisation_pair_network_id_score ON organisation_pair (network_id, score);
