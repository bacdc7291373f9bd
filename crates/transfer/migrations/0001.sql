CREATE TABLE transfer (
    id           UUID PRIMARY KEY,
    network_id   UUID NOT NULL REFERENCES network (id),
    account_id   UUID REFERENCES account (id),
    actor        TEXT NOT NULL,
    file_name    TEXT NOT NULL,
    file         BLOB NOT NULL,
    wish         TEXT NOT NULL,
    column_names TEXT NOT NULL,
    mapping      TEXT NOT NULL,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL,
    note         TEXT NOT NULL,
    row_count    BIGINT NOT NULL,
    result       TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    written_at   BIGINT
);
CREATE INDEX transfer_network_id ON transfer (network_id);

CREATE TABLE transfer_row (
    transfer_id     UUID NOT NULL REFERENCES transfer (id),
    number          BIGINT NOT NULL,
    cells           TEXT NOT NULL,
    verdict         TEXT NOT NULL,
    choice          TEXT NOT NULL,
    detail          TEXT NOT NULL,
    organisation_id UUID REFERENCES organisation (id) ON DELETE SET NULL,
    person_id       UUID REFERENCES person (id) ON DELETE SET NULL,
    PRIMARY KEY (transfer_id, number)
);
CREATE INDEX transfer_row_organisation_id ON transfer_row (organisation_id);
CREATE INDEX transfer_row_person_id ON transfer_row (person_id);

CREATE TABLE transfer_change (
    transfer_id     UUID NOT NULL REFERENCES transfer (id),
    number          BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    organisation_id UUID REFERENCES organisation (id) ON DELETE CASCADE,
    person_id       UUID REFERENCES person (id) ON DELETE CASCADE,
    function_id     UUID REFERENCES person_function (id) ON DELETE CASCADE,
    membership_id   UUID REFERENCES membership (id) ON DELETE CASCADE,
    was             TEXT NOT NULL,
    became          TEXT NOT NULL,
    stays           BOOLEAN NOT NULL,
    PRIMARY KEY (transfer_id, number)
);
CREATE INDEX transfer_change_organisation_id ON transfer_change (organisation_id);
CREATE INDEX transfer_change_person_id ON transfer_change (person_id);
CREATE INDEX transfer_change_function_id ON transfer_change (function_id);
CREATE INDEX transfer_change_membership_id ON transfer_change (membership_id);

CREATE TABLE transfer_mapping (
    network_id UUID NOT NULL REFERENCES network (id),
    headers    TEXT NOT NULL,
    mapping    TEXT NOT NULL,
    PRIMARY KEY (network_id, headers)
);

CREATE TABLE transfer_columns (
    account_id   UUID NOT NULL REFERENCES account (id),
    list         TEXT NOT NULL,
    column_words TEXT NOT NULL,
    PRIMARY KEY (account_id, list)
);
