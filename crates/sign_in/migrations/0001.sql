CREATE TABLE second_factor (
    id         UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    secret     BLOB,
    public_key TEXT,
    last_step  BIGINT NOT NULL,
    confirmed  BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX second_factor_account_id ON second_factor (account_id);

CREATE TABLE recovery_code (
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code       BLOB NOT NULL,
    PRIMARY KEY (account_id, code)
);

CREATE TABLE session_factor (
    session_id UUID PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    way        TEXT NOT NULL,
    given_at   BIGINT NOT NULL
);

CREATE TABLE passkey_challenge (
    session_id UUID PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    purpose    TEXT NOT NULL,
    state      TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE provider_identity (
    issuer     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    bound_at   BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX provider_identity_account_id ON provider_identity (account_id);

CREATE TABLE provider_role (
    issuer     TEXT NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    network_id UUID NOT NULL REFERENCES network (id),
    role       TEXT NOT NULL,
    PRIMARY KEY (issuer, account_id, network_id, role)
);
CREATE INDEX provider_role_account_id ON provider_role (account_id);
CREATE INDEX provider_role_network_id ON provider_role (network_id);
