ALTER TABLE organisation ADD COLUMN legal_form TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN legal_form_other TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN postal_street TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN postal_postcode TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN postal_town TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN parent_id UUID REFERENCES organisation (id);
ALTER TABLE organisation ADD COLUMN logo BLOB;
ALTER TABLE organisation ADD COLUMN logo_type TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN logo_alt TEXT NOT NULL DEFAULT '';
CREATE INDEX organisation_parent_id ON organisation (parent_id);

CREATE TABLE organisation_channel (
    id              UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    place           BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    address         TEXT NOT NULL
);
CREATE INDEX organisation_channel_organisation_id ON organisation_channel (organisation_id);

CREATE TABLE field_of_work (
    id         UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    name       TEXT NOT NULL,
    sort_key   TEXT NOT NULL,
    ended      BOOLEAN NOT NULL,
    CONSTRAINT field_of_work_network_id_name UNIQUE (network_id, name)
);

CREATE TABLE organisation_work (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    work_id         UUID NOT NULL REFERENCES field_of_work (id),
    PRIMARY KEY (organisation_id, work_id)
);
CREATE INDEX organisation_work_work_id ON organisation_work (work_id);

CREATE TABLE region (
    ags      TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    label    TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    found_by TEXT NOT NULL,
    ended    BOOLEAN NOT NULL
);

CREATE TABLE region_source (
    kind   TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    as_of  TEXT NOT NULL
);

CREATE TABLE organisation_region (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    ags             TEXT NOT NULL REFERENCES region (ags),
    PRIMARY KEY (organisation_id, ags)
);
CREATE INDEX organisation_region_ags ON organisation_region (ags);
