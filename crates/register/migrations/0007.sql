CREATE TABLE mailing_list (
    id         UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    name       TEXT NOT NULL,
    about      TEXT NOT NULL,
    wanted     TEXT NOT NULL,
    ended      BOOLEAN NOT NULL,
    CONSTRAINT mailing_list_network_id_name UNIQUE (network_id, name)
);
