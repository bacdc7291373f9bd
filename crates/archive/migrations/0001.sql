-- A file with everything that a network keeps; it is there for some days.
CREATE TABLE archive (
    id         UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    state      TEXT NOT NULL,
    lang       TEXT NOT NULL,
    asked_at   BIGINT NOT NULL,
    account_id UUID REFERENCES account (id),
    asked_by   TEXT NOT NULL,
    made_at    BIGINT,
    ends_at    BIGINT,
    size       BIGINT NOT NULL
);
CREATE INDEX archive_network_id ON archive (network_id, asked_at);
CREATE INDEX archive_account_id ON archive (account_id);

CREATE TABLE archive_part (
    archive_id UUID NOT NULL REFERENCES archive (id),
    number     BIGINT NOT NULL,
    bytes      BLOB NOT NULL,
    PRIMARY KEY (archive_id, number)
);
