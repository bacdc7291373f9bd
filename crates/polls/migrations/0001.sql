-- Date polls. Their days are local, in the zone that stands beside them.
CREATE TABLE date_poll (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    group_id UUID REFERENCES network_group (id),
    gathering_id UUID REFERENCES gathering (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    zone TEXT NOT NULL,
    until_day TEXT NOT NULL,
    chosen TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'settled', 'withdrawn')),
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL
);
CREATE INDEX date_poll_network ON date_poll (network_id, made_at);
CREATE INDEX date_poll_gathering ON date_poll (gathering_id);

CREATE TABLE date_poll_date (
    id UUID PRIMARY KEY,
    poll_id UUID NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    settled BOOLEAN NOT NULL
);
CREATE INDEX date_poll_date_poll ON date_poll_date (poll_id, starts);

-- Who was asked, with what else they said.
CREATE TABLE date_poll_person (
    id UUID PRIMARY KEY,
    poll_id UUID NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES person (id),
    via TEXT NOT NULL,
    remark TEXT NOT NULL,
    answered_at BIGINT,
    answered_through TEXT NOT NULL,
    CONSTRAINT date_poll_person_poll_id_person_id UNIQUE (poll_id, person_id)
);
CREATE INDEX date_poll_person_person ON date_poll_person (person_id);

CREATE TABLE date_poll_answer (
    asked_id UUID NOT NULL REFERENCES date_poll_person (id) ON DELETE CASCADE,
    date_id UUID NOT NULL REFERENCES date_poll_date (id) ON DELETE CASCADE,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')),
    PRIMARY KEY (asked_id, date_id)
);
CREATE INDEX date_poll_answer_date ON date_poll_answer (date_id);
