-- What mail servers said of addresses: kept by address and not by person, because it is the
-- address that is wrong. A paused one gets no letters until the office frees it.
CREATE TABLE mail_address (
    address TEXT PRIMARY KEY,
    hard BIGINT NOT NULL,
    soft BIGINT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    last_at BIGINT NOT NULL,
    paused_at BIGINT
);
-- Each letter counts once, however often its bounce comes.
CREATE TABLE bounce (
    letter_id UUID PRIMARY KEY,
    address TEXT NOT NULL,
    network_id UUID,
    is_hard BOOLEAN NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX bounce_address ON bounce (address, at);
CREATE INDEX bounce_network_at ON bounce (network_id, at);
