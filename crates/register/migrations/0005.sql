CREATE TABLE custom_field (
    id          UUID PRIMARY KEY,
    network_id  UUID NOT NULL REFERENCES network (id),
    record_kind TEXT NOT NULL,
    value_kind  TEXT NOT NULL,
    label       TEXT NOT NULL,
    label_en    TEXT NOT NULL,
    help        TEXT NOT NULL,
    help_en     TEXT NOT NULL,
    choices     TEXT NOT NULL,
    place       BIGINT NOT NULL,
    required    BOOLEAN NOT NULL,
    internal    BOOLEAN NOT NULL,
    ended       BOOLEAN NOT NULL
);
CREATE INDEX custom_field_network_id ON custom_field (network_id, record_kind);

CREATE TABLE custom_value (
    id              UUID PRIMARY KEY,
    field_id        UUID NOT NULL REFERENCES custom_field (id),
    organisation_id UUID REFERENCES organisation (id),
    person_id       UUID REFERENCES person (id),
    membership_id   UUID REFERENCES membership (id),
    content         TEXT NOT NULL,
    CONSTRAINT custom_value_organisation_id_field_id UNIQUE (organisation_id, field_id),
    CONSTRAINT custom_value_person_id_field_id UNIQUE (person_id, field_id),
    CONSTRAINT custom_value_membership_id_field_id UNIQUE (membership_id, field_id)
);
CREATE INDEX custom_value_field_id ON custom_value (field_id);

CREATE TABLE organisation_change (
    id              UUID PRIMARY KEY,
    network_id      UUID NOT NULL REFERENCES network (id),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    part            TEXT NOT NULL,
    was             TEXT NOT NULL,
    became          TEXT NOT NULL,
    account_id      UUID REFERENCES account (id),
    actor           TEXT NOT NULL,
    changed_at      BIGINT NOT NULL,
    state           TEXT NOT NULL,
    settled_by      TEXT NOT NULL,
    settled_at      BIGINT
);
CREATE INDEX organisation_change_network_id_state ON organisation_change (network_id, state);
CREATE INDEX organisation_change_organisation_id ON organisation_change (organisation_id);

ALTER TABLE membership ADD COLUMN elsewhere BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX membership_network_id_elsewhere ON membership (network_id, elsewhere);
