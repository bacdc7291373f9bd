CREATE TABLE minutes (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    group_id UUID REFERENCES network_group (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'circulated', 'approved', 'distributed')),
    chair_person_id UUID REFERENCES person (id),
    chair_name TEXT NOT NULL DEFAULT '',
    taker_person_id UUID REFERENCES person (id),
    taker_name TEXT NOT NULL DEFAULT '',
    begun_at BIGINT NOT NULL,
    begun_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT minutes_gathering_id UNIQUE (gathering_id)
);
CREATE INDEX minutes_network ON minutes (network_id, state);

CREATE TABLE minutes_text (
    id UUID PRIMARY KEY,
    minutes_id UUID NOT NULL REFERENCES minutes (id),
    agenda_item_id UUID,
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    public_text TEXT NOT NULL,
    internal_text TEXT NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    removed BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX minutes_text_minutes ON minutes_text (minutes_id, position);

CREATE TABLE minutes_revision (
    id UUID PRIMARY KEY,
    minutes_text_id UUID NOT NULL REFERENCES minutes_text (id),
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    public_text TEXT NOT NULL,
    internal_text TEXT NOT NULL,
    at BIGINT NOT NULL,
    account_id UUID,
    by_name TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('saved', 'merged', 'objection', 'removed', 'answer')),
    CONSTRAINT minutes_revision_minutes_text_id_version UNIQUE (minutes_text_id, version)
);
CREATE INDEX minutes_revision_at ON minutes_revision (minutes_text_id, at);

CREATE TABLE minutes_step (
    id UUID PRIMARY KEY,
    minutes_id UUID NOT NULL REFERENCES minutes (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('circulation', 'approval', 'approval_withdrawal', 'distribution')),
    at BIGINT NOT NULL,
    account_id UUID,
    by_name TEXT NOT NULL,
    until_day TEXT,
    meeting_id UUID REFERENCES gathering (id),
    letters BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT minutes_step_minutes_id_number UNIQUE (minutes_id, number)
);

CREATE TABLE minutes_answer (
    id UUID PRIMARY KEY,
    minutes_id UUID NOT NULL REFERENCES minutes (id),
    spoken TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'free', 'text')),
    person_id UUID REFERENCES person (id),
    organisation_id UUID REFERENCES organisation (id),
    CONSTRAINT minutes_answer_minutes_id_spoken UNIQUE (minutes_id, spoken)
);

CREATE TABLE objection (
    id UUID PRIMARY KEY,
    minutes_id UUID NOT NULL REFERENCES minutes (id),
    minutes_text_id UUID NOT NULL REFERENCES minutes_text (id),
    network_id UUID NOT NULL REFERENCES network (id),
    circulation BIGINT NOT NULL,
    wording TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    person_id UUID REFERENCES person (id),
    account_id UUID,
    by_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('open', 'accepted', 'next_meeting', 'withdrawn', 'decided')),
    settled_at BIGINT,
    settled_by TEXT NOT NULL DEFAULT '',
    meeting_id UUID REFERENCES gathering (id),
    agenda_item_id UUID
);
CREATE INDEX objection_minutes ON objection (minutes_id, at);
CREATE INDEX objection_network ON objection (network_id, state);

CREATE TABLE decision (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    minutes_id UUID NOT NULL REFERENCES minutes (id),
    minutes_text_id UUID NOT NULL REFERENCES minutes_text (id),
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    wording TEXT NOT NULL,
    internal BOOLEAN NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('accepted', 'rejected', 'deferred', 'noted')),
    votes_yes BIGINT,
    votes_no BIGINT,
    votes_abstained BIGINT,
    version BIGINT NOT NULL,
    noted_at BIGINT NOT NULL,
    noted_by TEXT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT NOT NULL DEFAULT '',
    removed BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT decision_network_id_year_number UNIQUE (network_id, year, number)
);
CREATE INDEX decision_minutes ON decision (minutes_id, noted_at);

CREATE TABLE task (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    minutes_id UUID NOT NULL REFERENCES minutes (id),
    minutes_text_id UUID NOT NULL REFERENCES minutes_text (id),
    internal BOOLEAN NOT NULL,
    line TEXT,
    person_id UUID REFERENCES person (id),
    organisation_id UUID REFERENCES organisation (id),
    who TEXT NOT NULL,
    wording TEXT NOT NULL,
    due_day TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT NOT NULL DEFAULT '',
    reminded_for TEXT NOT NULL DEFAULT '',
    chased_for TEXT NOT NULL DEFAULT ''
);
CREATE INDEX task_network ON task (network_id, state, due_day);
CREATE INDEX task_text ON task (minutes_text_id);
CREATE INDEX task_person ON task (person_id, state);
