-- What can be chosen at a gathering beside the place: one of several workshops at the same time.
-- How many find room is a quota like all others; its places are taken by choices alone.
CREATE TABLE registration_slot (
    id UUID PRIMARY KEY,
    desk_id UUID NOT NULL REFERENCES registration_desk (id) ON DELETE CASCADE,
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    quota_id UUID NOT NULL REFERENCES registration_quota (id) ON DELETE CASCADE,
    block_id UUID NOT NULL,
    day_no BIGINT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    position BIGINT NOT NULL,
    block_de TEXT NOT NULL,
    block_en TEXT NOT NULL,
    title_de TEXT NOT NULL,
    title_en TEXT NOT NULL,
    room TEXT NOT NULL,
    CONSTRAINT registration_slot_quota_id UNIQUE (quota_id)
);
CREATE INDEX registration_slot_desk ON registration_slot (desk_id);
CREATE INDEX registration_slot_gathering ON registration_slot (gathering_id);

-- Who has chosen what, or waits for it: of the workshops at one time one, and one to wait for.
CREATE TABLE registration_slot_choice (
    place_id UUID NOT NULL REFERENCES registration_place (id) ON DELETE CASCADE,
    slot_id UUID NOT NULL REFERENCES registration_slot (id) ON DELETE CASCADE,
    block_id UUID NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('chosen', 'waiting')),
    line_no BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (place_id, slot_id),
    CONSTRAINT registration_slot_choice_place_id_block_id_state UNIQUE (place_id, block_id, state)
);
CREATE INDEX registration_slot_choice_line ON registration_slot_choice (slot_id, state, line_no);
