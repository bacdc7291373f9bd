ALTER TABLE person_function ADD COLUMN voting BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE network_group ADD COLUMN parent_id UUID REFERENCES network_group (id);
CREATE INDEX network_group_parent_id ON network_group (parent_id);

-- A function that went to somebody else; what it was before is kept for taking it back. The
-- functions and parts that it names may be joined with others later, and are gone then.
CREATE TABLE handover (
    id              UUID PRIMARY KEY,
    network_id      UUID NOT NULL REFERENCES network (id),
    old_function_id UUID NOT NULL,
    new_function_id UUID NOT NULL,
    last_day        TEXT NOT NULL,
    until_before    TEXT,
    made_at         BIGINT NOT NULL,
    made_by         TEXT NOT NULL,
    CONSTRAINT handover_new_function_id UNIQUE (new_function_id)
);
CREATE INDEX handover_old_function_id ON handover (old_function_id);

-- What ended and began in groups together with it.
CREATE TABLE handover_group (
    id            UUID PRIMARY KEY,
    handover_id   UUID NOT NULL REFERENCES handover (id),
    old_member_id UUID NOT NULL,
    new_member_id UUID,
    until_before  TEXT
);
CREATE INDEX handover_group_handover_id ON handover_group (handover_id);
