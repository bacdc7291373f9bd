CREATE TABLE letter (
    id UUID PRIMARY KEY,
    network_id UUID,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    about TEXT NOT NULL,
    to_name TEXT NOT NULL,
    to_address TEXT NOT NULL,
    lang TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'queued', 'sent', 'failed', 'withdrawn')),
    laid_at BIGINT NOT NULL,
    laid_by TEXT NOT NULL,
    queued_at BIGINT,
    attempts BIGINT NOT NULL DEFAULT 0,
    settled_at BIGINT,
    answer TEXT NOT NULL DEFAULT ''
);
CREATE INDEX letter_network_state ON letter (network_id, state, laid_at);
CREATE INDEX letter_subject ON letter (subject, kind);
