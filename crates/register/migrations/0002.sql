CREATE TABLE wording (
    network_id UUID NOT NULL REFERENCES network (id),
    name       TEXT NOT NULL,
    lang       TEXT NOT NULL,
    words      TEXT NOT NULL,
    PRIMARY KEY (network_id, name, lang)
);
