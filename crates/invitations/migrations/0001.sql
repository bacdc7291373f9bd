CREATE TABLE invitation_round (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    note TEXT NOT NULL,
    documents TEXT NOT NULL,
    last_minutes BOOLEAN NOT NULL,
    chosen TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    laid_out_at BIGINT
);
CREATE INDEX invitation_round_gathering ON invitation_round (gathering_id, made_at);
