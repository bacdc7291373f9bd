CREATE TABLE network (
    id             UUID PRIMARY KEY,
    slug           TEXT NOT NULL,
    name           TEXT NOT NULL,
    association    TEXT NOT NULL,
    about          TEXT NOT NULL,
    land           TEXT NOT NULL,
    zone           TEXT NOT NULL,
    accent         TEXT NOT NULL,
    logo           BLOB,
    logo_type      TEXT NOT NULL,
    logo_alt       TEXT NOT NULL,
    office_name    TEXT NOT NULL,
    office_address TEXT NOT NULL,
    office_phone   TEXT NOT NULL,
    office_mail    TEXT NOT NULL,
    sender_name    TEXT NOT NULL,
    imprint        TEXT NOT NULL,
    objection_days BIGINT NOT NULL,
    sample_data    BOOLEAN NOT NULL,
    parent_id      UUID REFERENCES network (id),
    created_at     BIGINT NOT NULL,
    CONSTRAINT network_slug UNIQUE (slug)
);

CREATE TABLE old_slug (
    network_id UUID NOT NULL REFERENCES network (id),
    kind       TEXT NOT NULL,
    slug       TEXT NOT NULL,
    record_id  UUID NOT NULL,
    PRIMARY KEY (network_id, kind, slug)
);
CREATE INDEX old_slug_kind_slug ON old_slug (kind, slug);

CREATE TABLE organisation (
    id         UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    name       TEXT NOT NULL,
    short_name TEXT NOT NULL,
    street     TEXT NOT NULL,
    postcode   TEXT NOT NULL,
    town       TEXT NOT NULL,
    phone      TEXT NOT NULL,
    mail       TEXT NOT NULL,
    web        TEXT NOT NULL,
    can_host   BOOLEAN NOT NULL,
    note       TEXT NOT NULL,
    ended      BOOLEAN NOT NULL,
    CONSTRAINT organisation_network_id_name UNIQUE (network_id, name)
);

CREATE TABLE person (
    id           UUID PRIMARY KEY,
    network_id   UUID NOT NULL REFERENCES network (id),
    name         TEXT NOT NULL,
    sort_name    TEXT NOT NULL,
    address_form TEXT NOT NULL,
    mail         TEXT NOT NULL,
    phone        TEXT NOT NULL,
    lang         TEXT NOT NULL,
    note         TEXT NOT NULL,
    ended        BOOLEAN NOT NULL
);
CREATE INDEX person_network_id ON person (network_id);

CREATE TABLE person_function (
    id              UUID PRIMARY KEY,
    person_id       UUID NOT NULL REFERENCES person (id),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    title           TEXT NOT NULL,
    contact         BOOLEAN NOT NULL,
    from_day        TEXT,
    until_day       TEXT
);
CREATE INDEX person_function_person_id ON person_function (person_id);
CREATE INDEX person_function_organisation_id ON person_function (organisation_id);

CREATE TABLE membership (
    id              UUID PRIMARY KEY,
    network_id      UUID NOT NULL REFERENCES network (id),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    kind            TEXT NOT NULL,
    from_day        TEXT,
    until_day       TEXT
);
CREATE INDEX membership_network_id ON membership (network_id);
CREATE INDEX membership_organisation_id ON membership (organisation_id);

CREATE TABLE network_group (
    id         UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    slug       TEXT NOT NULL,
    name       TEXT NOT NULL,
    about      TEXT NOT NULL,
    ended      BOOLEAN NOT NULL,
    CONSTRAINT network_group_network_id_slug UNIQUE (network_id, slug)
);

CREATE TABLE group_member (
    id              UUID PRIMARY KEY,
    group_id        UUID NOT NULL REFERENCES network_group (id),
    person_id       UUID REFERENCES person (id),
    organisation_id UUID REFERENCES organisation (id),
    title           TEXT NOT NULL,
    leader          BOOLEAN NOT NULL,
    from_day        TEXT,
    until_day       TEXT
);
CREATE INDEX group_member_group_id ON group_member (group_id);
CREATE INDEX group_member_person_id ON group_member (person_id);
CREATE INDEX group_member_organisation_id ON group_member (organisation_id);

CREATE TABLE account (
    id         UUID PRIMARY KEY,
    mail       TEXT NOT NULL,
    name       TEXT NOT NULL,
    lang       TEXT NOT NULL,
    password   TEXT,
    operator   BOOLEAN NOT NULL,
    ended      BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT account_mail UNIQUE (mail)
);

CREATE TABLE account_person (
    account_id UUID NOT NULL REFERENCES account (id),
    person_id  UUID NOT NULL REFERENCES person (id),
    PRIMARY KEY (account_id, person_id),
    CONSTRAINT account_person_person_id UNIQUE (person_id)
);

CREATE TABLE account_role (
    account_id UUID NOT NULL REFERENCES account (id),
    network_id UUID NOT NULL REFERENCES network (id),
    role       TEXT NOT NULL,
    PRIMARY KEY (account_id, network_id, role)
);
CREATE INDEX account_role_network_id ON account_role (network_id);

CREATE TABLE session (
    id         UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    token      BLOB NOT NULL,
    browser    TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT session_token UNIQUE (token)
);
CREATE INDEX session_account_id ON session (account_id);

CREATE TABLE access_link (
    id         UUID PRIMARY KEY,
    token      BLOB NOT NULL,
    purpose    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    person_id  UUID REFERENCES person (id),
    account_id UUID REFERENCES account (id),
    issued_at  BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    CONSTRAINT access_link_token UNIQUE (token)
);
CREATE INDEX access_link_purpose_subject ON access_link (purpose, subject);

CREATE TABLE setup_key (
    token      BLOB PRIMARY KEY,
    created_at BIGINT NOT NULL
);
