-- Words of records by their beginnings, the same on both databases. A place is a network, a
-- kind of record and an audience: each is looked at by itself, so that many people hide no
-- gathering.
CREATE TABLE search_place (
    number     BIGINT PRIMARY KEY,
    network_id UUID NOT NULL,
    kind       TEXT NOT NULL,
    audience   TEXT NOT NULL,
    CONSTRAINT search_place_network_id_kind_audience UNIQUE (network_id, kind, audience)
);

CREATE TABLE search_word (
    place  BIGINT NOT NULL REFERENCES search_place (number),
    word   TEXT NOT NULL,
    number BIGINT NOT NULL REFERENCES search_entry (number) ON DELETE CASCADE,
    PRIMARY KEY (place, word, number)
);
CREATE INDEX search_word_number ON search_word (number, word);

INSERT INTO search_place (number, network_id, kind, audience)
SELECT ROW_NUMBER() OVER (ORDER BY e.network_id, e.kind, e.audience), e.network_id, e.kind,
       e.audience
FROM (SELECT DISTINCT network_id, kind, audience FROM search_entry) e;
