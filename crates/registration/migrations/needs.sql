-- The keys of what participants need; the keys themselves lie outside of the database. What
-- remains of one that was destroyed is the proof, and the bar against its return.
CREATE TABLE assistance_key (
    id TEXT PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    gathering_id UUID REFERENCES gathering (id) ON DELETE SET NULL,
    made_at BIGINT NOT NULL,
    destroyed_at BIGINT,
    why TEXT NOT NULL DEFAULT '',
    struck BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX assistance_key_gathering ON assistance_key (gathering_id);
CREATE INDEX assistance_key_network ON assistance_key (network_id, destroyed_at);

-- What somebody needs in order to take part, sealed; at most once for each place.
CREATE TABLE assistance_need (
    id UUID PRIMARY KEY,
    place_id UUID NOT NULL REFERENCES registration_place (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL REFERENCES assistance_key (id),
    sealed BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('requested', 'arranged', 'confirmed')),
    told_at BIGINT NOT NULL,
    told_again BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT assistance_need_place_id UNIQUE (place_id)
);
CREATE INDEX assistance_need_key ON assistance_need (key_id);
