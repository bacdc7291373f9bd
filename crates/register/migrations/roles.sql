CREATE TABLE role_assignment (
    id          UUID PRIMARY KEY,
    account_id  UUID NOT NULL REFERENCES account (id),
    network_id  UUID NOT NULL REFERENCES network (id),
    role        TEXT NOT NULL,
    group_id    UUID REFERENCES network_group (id),
    record_kind TEXT NOT NULL,
    record_id   UUID,
    from_day    TEXT,
    until_day   TEXT,
    created_at  BIGINT NOT NULL
);
CREATE INDEX role_assignment_account_id ON role_assignment (account_id);
CREATE INDEX role_assignment_network_id ON role_assignment (network_id);
CREATE INDEX role_assignment_group_id ON role_assignment (group_id);
