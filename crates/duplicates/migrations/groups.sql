-- Groups are merged too: the same table with one more kind and whom it names.
CREATE TABLE record_merge_of_all (
    id                   UUID PRIMARY KEY,
    number               BIGINT NOT NULL,
    network_id           UUID NOT NULL REFERENCES network (id),
    kind                 TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'group')),
    kept_person_id       UUID REFERENCES person (id) ON DELETE SET NULL,
    kept_organisation_id UUID REFERENCES organisation (id) ON DELETE SET NULL,
    gone_id              UUID NOT NULL,
    gone_name            TEXT NOT NULL,
    merged_at            BIGINT NOT NULL,
    merged_by            TEXT NOT NULL,
    undone_at            BIGINT,
    undone_by            TEXT NOT NULL,
    record               TEXT NOT NULL,
    kept_group_id        UUID REFERENCES network_group (id) ON DELETE SET NULL
);
INSERT INTO record_merge_of_all
    (id, number, network_id, kind, kept_person_id, kept_organisation_id, gone_id, gone_name,
     merged_at, merged_by, undone_at, undone_by, record)
SELECT id, number, network_id, kind, kept_person_id, kept_organisation_id, gone_id, gone_name,
       merged_at, merged_by, undone_at, undone_by, record
FROM record_merge;
DROP TABLE record_merge;
ALTER TABLE record_merge_of_all RENAME TO record_merge;
CREATE INDEX record_merge_network ON record_merge (network_id, number);
CREATE INDEX record_merge_kept_person ON record_merge (kept_person_id);
CREATE INDEX record_merge_kept_organisation ON record_merge (kept_organisation_id);
CREATE INDEX record_merge_kept_group ON record_merge (kept_group_id);
CREATE INDEX record_merge_gone ON record_merge (gone_id);
