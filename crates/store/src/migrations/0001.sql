CREATE TABLE journal (
    id UUID PRIMARY KEY,
    network_id UUID,
    at BIGINT NOT NULL,
    account_id UUID,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id UUID NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX journal_subject ON journal (subject_id, at);
CREATE INDEX journal_network ON journal (network_id, at);

CREATE TABLE job (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    dead BOOLEAN NOT NULL DEFAULT FALSE,
    last_error TEXT
);
CREATE INDEX job_due ON job (dead, due_at);

CREATE TABLE blob (
    hash BLOB PRIMARY KEY,
    bytes BLOB NOT NULL,
    size BIGINT NOT NULL
);

CREATE TABLE search_entry (
    number BIGINT PRIMARY KEY,
    network_id UUID NOT NULL,
    kind TEXT NOT NULL,
    subject_id UUID NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'members', 'invited', 'office')),
    title TEXT NOT NULL,
    href TEXT NOT NULL,
    day TEXT,
    CONSTRAINT search_entry_kind_subject_id UNIQUE (kind, subject_id)
);
CREATE INDEX search_entry_network ON search_entry (network_id, audience);
