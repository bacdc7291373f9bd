-- The plan of a year ties gatherings together; it has none of their facts.
CREATE TABLE year_plan (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    group_id UUID REFERENCES network_group (id),
    year BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    published_at BIGINT,
    changed_at BIGINT NOT NULL
);
CREATE INDEX year_plan_network ON year_plan (network_id, year);

-- A draft that is deleted leaves its plan.
CREATE TABLE plan_row (
    plan_id UUID NOT NULL REFERENCES year_plan (id),
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('meeting', 'party', 'accounts')),
    CONSTRAINT plan_row_gathering_id UNIQUE (gathering_id)
);
CREATE INDEX plan_row_plan ON plan_row (plan_id);

-- Subjects that wait for a date. One whose agenda item goes is open again.
CREATE TABLE topic (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    title TEXT NOT NULL,
    body_text TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    organisation_id UUID REFERENCES organisation (id),
    wished_id UUID REFERENCES gathering (id) ON DELETE SET NULL,
    gathering_id UUID REFERENCES gathering (id) ON DELETE SET NULL,
    agenda_item_id UUID REFERENCES agenda_item (id) ON DELETE SET NULL,
    dismissed BOOLEAN NOT NULL,
    answer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX topic_network ON topic (network_id, created_at);
CREATE INDEX topic_wished ON topic (wished_id);
CREATE INDEX topic_gathering ON topic (gathering_id);
CREATE INDEX topic_agenda_item ON topic (agenda_item_id);

-- Until when items can be proposed for a gathering, where the office set a day of its own.
CREATE TABLE proposal_deadline (
    gathering_id UUID PRIMARY KEY REFERENCES gathering (id) ON DELETE CASCADE,
    day TEXT NOT NULL
);

-- School holidays as the office of a network entered them.
CREATE TABLE school_holiday (
    network_id UUID NOT NULL REFERENCES network (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX school_holiday_network ON school_holiday (network_id, first_day);
