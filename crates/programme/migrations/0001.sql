-- A stretch of a gathering's programme: one session for all, several side by side, or a pause.
-- Its day is counted from the gathering's first, so that it moves along with it.
CREATE TABLE programme_section (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    day_no BIGINT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    title_de TEXT NOT NULL,
    title_en TEXT NOT NULL,
    is_break BOOLEAN NOT NULL
);
CREATE INDEX programme_section_gathering ON programme_section (gathering_id, day_no, starts);

-- What takes place in it. The hours are the section's where it has none of its own.
CREATE TABLE programme_session (
    id UUID PRIMARY KEY,
    section_id UUID NOT NULL REFERENCES programme_section (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    title_de TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text_de TEXT NOT NULL,
    text_en TEXT NOT NULL,
    starts TEXT,
    ends TEXT,
    room TEXT NOT NULL,
    lang TEXT NOT NULL,
    signs BOOLEAN NOT NULL,
    captions BOOLEAN NOT NULL,
    hearing_loop BOOLEAN NOT NULL,
    plain BOOLEAN NOT NULL,
    choosable BOOLEAN NOT NULL,
    capacity BIGINT
);
CREATE INDEX programme_session_section ON programme_session (section_id, position);

CREATE TABLE programme_speaker (
    session_id UUID NOT NULL REFERENCES programme_session (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    function_name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session_id, position)
);

-- How accessible the place of a gathering is; what nobody has looked at is unknown.
CREATE TABLE programme_access (
    gathering_id UUID PRIMARY KEY REFERENCES gathering (id) ON DELETE CASCADE,
    step_free TEXT NOT NULL CHECK (step_free IN ('yes', 'no', 'unknown')),
    lift TEXT NOT NULL CHECK (lift IN ('yes', 'no', 'unknown')),
    toilet TEXT NOT NULL CHECK (toilet IN ('yes', 'no', 'unknown')),
    hearing_loop TEXT NOT NULL CHECK (hearing_loop IN ('yes', 'no', 'unknown')),
    parking TEXT NOT NULL CHECK (parking IN ('yes', 'no', 'unknown')),
    way_de TEXT NOT NULL,
    way_en TEXT NOT NULL
);
