CREATE TABLE demo_mail (
    id UUID PRIMARY KEY,
    received_at BIGINT NOT NULL,
    to_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    raw BLOB NOT NULL
);

CREATE TABLE demo_clock (
    number BIGINT PRIMARY KEY,
    at BIGINT NOT NULL
);
