CREATE TABLE move_in_upload (
    id         UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    batch_id   UUID NOT NULL,
    account_id UUID REFERENCES account (id),
    actor      TEXT NOT NULL,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    size       BIGINT NOT NULL,
    checksum   TEXT NOT NULL,
    file       BLOB NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'failed')),
    note       TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    read_at    BIGINT,
    CONSTRAINT move_in_upload_network_id_checksum UNIQUE (network_id, checksum)
);
CREATE INDEX move_in_upload_batch ON move_in_upload (network_id, batch_id);

-- A page that was in a file: its text, which the evidence of drafts points into.
CREATE TABLE move_in_source (
    id        UUID PRIMARY KEY,
    upload_id UUID NOT NULL REFERENCES move_in_upload (id) ON DELETE CASCADE,
    number    BIGINT NOT NULL,
    name      TEXT NOT NULL,
    title     TEXT NOT NULL,
    body_text TEXT NOT NULL,
    note      TEXT NOT NULL
);
CREATE INDEX move_in_source_upload_id ON move_in_source (upload_id);

CREATE TABLE move_in_draft (
    id          UUID PRIMARY KEY,
    network_id  UUID NOT NULL REFERENCES network (id),
    source_id   UUID NOT NULL REFERENCES move_in_source (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    page        TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    title       TEXT NOT NULL,
    day         TEXT,
    confidence  BIGINT NOT NULL,
    found       TEXT NOT NULL,
    corrected   TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'merged', 'rejected')),
    differs     BOOLEAN NOT NULL,
    account_id  UUID REFERENCES account (id),
    actor       TEXT NOT NULL,
    decided_at  BIGINT,
    CONSTRAINT move_in_draft_network_id_fingerprint UNIQUE (network_id, fingerprint)
);
CREATE INDEX move_in_draft_listed ON move_in_draft (network_id, state, confidence);
CREATE INDEX move_in_draft_source_id ON move_in_draft (source_id);

-- What a draft became: records that it made, or fields that it filled in records that were there.
CREATE TABLE move_in_made (
    draft_id        UUID NOT NULL REFERENCES move_in_draft (id) ON DELETE CASCADE,
    number          BIGINT NOT NULL,
    gathering_id    UUID REFERENCES gathering (id) ON DELETE CASCADE,
    series_id       UUID REFERENCES series (id) ON DELETE CASCADE,
    organisation_id UUID REFERENCES organisation (id) ON DELETE CASCADE,
    person_id       UUID REFERENCES person (id) ON DELETE CASCADE,
    function_id     UUID REFERENCES person_function (id) ON DELETE CASCADE,
    post_id         UUID REFERENCES post (id) ON DELETE CASCADE,
    is_new          BOOLEAN NOT NULL,
    facts           TEXT NOT NULL,
    PRIMARY KEY (draft_id, number)
);
CREATE INDEX move_in_made_gathering_id ON move_in_made (gathering_id);
CREATE INDEX move_in_made_series_id ON move_in_made (series_id);
CREATE INDEX move_in_made_organisation_id ON move_in_made (organisation_id);
CREATE INDEX move_in_made_person_id ON move_in_made (person_id);
CREATE INDEX move_in_made_function_id ON move_in_made (function_id);
CREATE INDEX move_in_made_post_id ON move_in_made (post_id);
