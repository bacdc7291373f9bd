-- What a person asks of the office: that something be corrected, or everything be erased.
CREATE TABLE data_request (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    person_id UUID NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('correction', 'erasure')),
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'refused')),
    answer TEXT NOT NULL DEFAULT '',
    settled_at BIGINT,
    settled_by TEXT NOT NULL DEFAULT ''
);
CREATE INDEX data_request_network ON data_request (network_id, state, at);
CREATE INDEX data_request_person ON data_request (person_id, at);

-- Who was erased, by ids alone. Nothing is referred to: the person is gone, and after a restore
-- of an older backup the network may be missing too.
CREATE TABLE erasure (
    person_id UUID PRIMARY KEY,
    network_id UUID NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('erase', 'anonymise')),
    reason TEXT NOT NULL CHECK (reason IN ('request', 'rule')),
    at BIGINT NOT NULL,
    deleted BIGINT NOT NULL,
    anonymised BIGINT NOT NULL,
    stayed BIGINT NOT NULL,
    repeated_at BIGINT
);
CREATE INDEX erasure_network ON erasure (network_id, at);

-- After how many months something goes; none of a purpose: it stays until somebody says so.
CREATE TABLE retention_rule (
    network_id UUID NOT NULL REFERENCES network (id),
    purpose TEXT NOT NULL,
    months BIGINT NOT NULL,
    set_at BIGINT NOT NULL,
    set_by TEXT NOT NULL,
    PRIMARY KEY (network_id, purpose)
);

-- What is to go: shown, released by a person, in quarantine, gone or taken back.
CREATE TABLE retention_list (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    purpose TEXT NOT NULL,
    months BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('preview', 'quarantine', 'gone', 'undone')),
    first_listed_at BIGINT NOT NULL,
    listed_at BIGINT NOT NULL,
    items BIGINT NOT NULL,
    released_at BIGINT,
    released_by TEXT NOT NULL DEFAULT '',
    goes_at BIGINT,
    settled_at BIGINT,
    settled_by TEXT NOT NULL DEFAULT '',
    gone BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX retention_list_network ON retention_list (network_id, state);

-- The records of a list, by ids alone; they leave with the list's end.
CREATE TABLE retention_item (
    list_id UUID NOT NULL REFERENCES retention_list (id) ON DELETE CASCADE,
    item_id UUID NOT NULL,
    PRIMARY KEY (list_id, item_id)
);

-- What the office keeps longer than its rule says.
CREATE TABLE retention_keep (
    network_id UUID NOT NULL REFERENCES network (id),
    purpose TEXT NOT NULL,
    item_id UUID NOT NULL,
    at BIGINT NOT NULL,
    kept_by TEXT NOT NULL,
    PRIMARY KEY (network_id, purpose, item_id)
);

-- A network's privacy notice: what is being written, and each version that was published.
CREATE TABLE notice_draft (
    network_id UUID PRIMARY KEY REFERENCES network (id),
    text TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);
CREATE TABLE notice (
    network_id UUID NOT NULL REFERENCES network (id),
    version BIGINT NOT NULL,
    text TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    PRIMARY KEY (network_id, version)
);

-- What a person agreed to, each turn with its hour and the notice that stood then.
CREATE TABLE consent (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    person_id UUID NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL,
    granted BOOLEAN NOT NULL,
    notice_version BIGINT,
    at BIGINT NOT NULL
);
CREATE INDEX consent_person ON consent (person_id, purpose, at);

-- Who looked at what is held about somebody. The person may be gone by now.
CREATE TABLE data_read (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    at BIGINT NOT NULL,
    account_id UUID,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    subject_id UUID NOT NULL
);
CREATE INDEX data_read_network ON data_read (network_id, at);
