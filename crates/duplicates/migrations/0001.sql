-- Pairs that look alike and are none, as the office said. They go with their records.
CREATE TABLE no_duplicate (
    id                    UUID PRIMARY KEY,
    network_id            UUID NOT NULL REFERENCES network (id),
    one_person_id         UUID REFERENCES person (id) ON DELETE CASCADE,
    other_person_id       UUID REFERENCES person (id) ON DELETE CASCADE,
    one_organisation_id   UUID REFERENCES organisation (id) ON DELETE CASCADE,
    other_organisation_id UUID REFERENCES organisation (id) ON DELETE CASCADE,
    said_at               BIGINT NOT NULL,
    said_by               TEXT NOT NULL
);
CREATE INDEX no_duplicate_people ON no_duplicate (one_person_id, other_person_id);
CREATE INDEX no_duplicate_other_person ON no_duplicate (other_person_id);
CREATE INDEX no_duplicate_organisations
    ON no_duplicate (one_organisation_id, other_organisation_id);
CREATE INDEX no_duplicate_other_organisation ON no_duplicate (other_organisation_id);

-- Two records that became one. `record` is what undoes it, as long as it can be undone;
-- `number` counts merges in their order.
CREATE TABLE record_merge (
    id                   UUID PRIMARY KEY,
    number               BIGINT NOT NULL,
    network_id           UUID NOT NULL REFERENCES network (id),
    kind                 TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
    kept_person_id       UUID REFERENCES person (id) ON DELETE SET NULL,
    kept_organisation_id UUID REFERENCES organisation (id) ON DELETE SET NULL,
    gone_id              UUID NOT NULL,
    gone_name            TEXT NOT NULL,
    merged_at            BIGINT NOT NULL,
    merged_by            TEXT NOT NULL,
    undone_at            BIGINT,
    undone_by            TEXT NOT NULL,
    record               TEXT NOT NULL
);
CREATE INDEX record_merge_network ON record_merge (network_id, number);
CREATE INDEX record_merge_kept_person ON record_merge (kept_person_id);
CREATE INDEX record_merge_kept_organisation ON record_merge (kept_organisation_id);
