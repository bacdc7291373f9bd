-- Where one registers for a gathering, or for one of the gatherings of a choice series.
CREATE TABLE registration_desk (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    gathering_id UUID REFERENCES gathering (id) ON DELETE CASCADE,
    series_id UUID REFERENCES series (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    opens_day TEXT,
    closes_days BIGINT NOT NULL,
    change_days BIGINT NOT NULL,
    who TEXT NOT NULL CHECK (who IN ('open', 'members', 'invited')),
    approval BOOLEAN NOT NULL,
    hold_minutes BIGINT NOT NULL,
    companions BIGINT NOT NULL,
    passing TEXT NOT NULL CHECK (passing IN ('offer', 'give')),
    offer_hours BIGINT NOT NULL,
    fee_de TEXT NOT NULL,
    fee_en TEXT NOT NULL,
    intro_de TEXT NOT NULL,
    intro_en TEXT NOT NULL,
    thanks_de TEXT NOT NULL,
    thanks_en TEXT NOT NULL,
    asks_phone BOOLEAN NOT NULL,
    asks_needs BOOLEAN NOT NULL,
    needs_days BIGINT NOT NULL,
    asks_list_consent BOOLEAN NOT NULL,
    offers_organisations BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT registration_desk_gathering_id UNIQUE (gathering_id),
    CONSTRAINT registration_desk_series_id UNIQUE (series_id)
);
CREATE INDEX registration_desk_network ON registration_desk (network_id);

-- So many places; taken is kept by every write, never counted while people wait.
CREATE TABLE registration_quota (
    id UUID PRIMARY KEY,
    desk_id UUID NOT NULL REFERENCES registration_desk (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    capacity BIGINT,
    taken BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX registration_quota_desk ON registration_quota (desk_id, position);

-- A place takes one of every quota that covers its gathering.
CREATE TABLE registration_quota_use (
    quota_id UUID NOT NULL REFERENCES registration_quota (id) ON DELETE CASCADE,
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    PRIMARY KEY (quota_id, gathering_id)
);
CREATE INDEX registration_quota_use_gathering ON registration_quota_use (gathering_id);

-- Places kept for an organisation or a group until an instant.
CREATE TABLE registration_contingent (
    id UUID PRIMARY KEY,
    desk_id UUID NOT NULL REFERENCES registration_desk (id) ON DELETE CASCADE,
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    organisation_id UUID REFERENCES organisation (id),
    group_id UUID REFERENCES network_group (id),
    places BIGINT NOT NULL,
    used BIGINT NOT NULL DEFAULT 0,
    until_day TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    lapsed BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX registration_contingent_desk ON registration_contingent (desk_id, gathering_id);
CREATE INDEX registration_contingent_until ON registration_contingent (lapsed, until_at);
CREATE INDEX registration_contingent_organisation ON registration_contingent (organisation_id);

-- A question of the form.
CREATE TABLE form_field (
    id UUID PRIMARY KEY,
    desk_id UUID NOT NULL REFERENCES registration_desk (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'long', 'choice', 'several', 'number', 'date', 'consent')),
    label_de TEXT NOT NULL,
    label_en TEXT NOT NULL,
    help_de TEXT NOT NULL,
    help_en TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    choices TEXT NOT NULL,
    shown_if_field UUID REFERENCES form_field (id) ON DELETE SET NULL,
    shown_if_value TEXT NOT NULL,
    readers TEXT NOT NULL CHECK (readers IN ('office', 'leader')),
    kept_days BIGINT
);
CREATE INDEX form_field_desk ON form_field (desk_id, position);

-- One act of one person, who may bring others.
CREATE TABLE registration (
    id UUID PRIMARY KEY,
    desk_id UUID NOT NULL REFERENCES registration_desk (id) ON DELETE CASCADE,
    network_id UUID NOT NULL REFERENCES network (id),
    name TEXT NOT NULL,
    mail TEXT NOT NULL,
    mail_key TEXT NOT NULL,
    phone TEXT NOT NULL,
    organisation_id UUID REFERENCES organisation (id),
    organisation_name TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    tie TEXT NOT NULL,
    lang TEXT NOT NULL,
    list_consent BOOLEAN NOT NULL,
    request_key TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    through TEXT NOT NULL CHECK (through IN ('page', 'account', 'office')),
    mail_confirmed_at BIGINT,
    told_at BIGINT
);
CREATE INDEX registration_desk_mail ON registration (desk_id, mail_key);
CREATE INDEX registration_mail ON registration (mail_key);
CREATE INDEX registration_person ON registration (person_id);
CREATE INDEX registration_organisation ON registration (organisation_id);
CREATE INDEX registration_network ON registration (network_id, made_at);

-- One person's place at one gathering.
CREATE TABLE registration_place (
    id UUID PRIMARY KEY,
    registration_id UUID NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
    desk_id UUID NOT NULL REFERENCES registration_desk (id) ON DELETE CASCADE,
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    who_key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered', 'expired', 'refused', 'cancelled')),
    holds BOOLEAN NOT NULL,
    until BIGINT,
    line_no BIGINT,
    contingent_id UUID REFERENCES registration_contingent (id) ON DELETE SET NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX registration_place_registration ON registration_place (registration_id, position);
CREATE INDEX registration_place_gathering ON registration_place (gathering_id, state, sort_key);
CREATE INDEX registration_place_line ON registration_place (desk_id, line_no);
CREATE INDEX registration_place_who ON registration_place (desk_id, who_key);
CREATE INDEX registration_place_until ON registration_place (until) WHERE until IS NOT NULL;
-- Exactly one place for a person at one desk.
CREATE UNIQUE INDEX registration_place_once ON registration_place (desk_id, who_key) WHERE state IN ('unconfirmed', 'requested', 'confirmed');

CREATE TABLE registration_answer (
    place_id UUID NOT NULL REFERENCES registration_place (id) ON DELETE CASCADE,
    field_id UUID NOT NULL REFERENCES form_field (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    PRIMARY KEY (place_id, field_id)
);
CREATE INDEX registration_answer_field ON registration_answer (field_id);

-- Why things stand as they stand.
CREATE TABLE registration_step (
    id UUID PRIMARY KEY,
    place_id UUID NOT NULL REFERENCES registration_place (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    by_name TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX registration_step_place ON registration_step (place_id, at);

-- When the work on terms wakes next.
CREATE TABLE registration_wake (
    network_id UUID PRIMARY KEY REFERENCES network (id) ON DELETE CASCADE,
    due BIGINT NOT NULL
);
