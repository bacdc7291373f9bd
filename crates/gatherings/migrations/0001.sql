CREATE TABLE series (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('recurring', 'choice', 'sequence')),
    changed_at BIGINT NOT NULL,
    CONSTRAINT series_network_id_name UNIQUE (network_id, name)
);

CREATE TABLE gathering (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    group_id UUID REFERENCES network_group (id),
    series_id UUID REFERENCES series (id),
    series_number BIGINT,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    focus TEXT NOT NULL,
    about TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    host_id UUID REFERENCES organisation (id),
    venue_name TEXT NOT NULL,
    venue_street TEXT NOT NULL,
    venue_postcode TEXT NOT NULL,
    venue_town TEXT NOT NULL,
    venue_access TEXT NOT NULL,
    online_url TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'members', 'invited', 'office')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'held', 'cancelled')),
    sequence BIGINT NOT NULL DEFAULT 0,
    cancelled_reason TEXT NOT NULL DEFAULT '',
    announced_at BIGINT,
    told_agenda TEXT,
    changed_at BIGINT NOT NULL,
    CONSTRAINT gathering_network_id_slug UNIQUE (network_id, slug)
);
CREATE INDEX gathering_network_starts ON gathering (network_id, starts);
CREATE INDEX gathering_network_starts_at ON gathering (network_id, starts_at);
CREATE INDEX gathering_network_announced ON gathering (network_id, announced_at);
CREATE INDEX gathering_group ON gathering (group_id, starts_at);
CREATE INDEX gathering_series ON gathering (series_id, starts_at);

CREATE TABLE gathering_tag (
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    network_id UUID NOT NULL REFERENCES network (id),
    position BIGINT NOT NULL,
    tag TEXT NOT NULL,
    tag_slug TEXT NOT NULL,
    PRIMARY KEY (gathering_id, tag_slug)
);
CREATE INDEX gathering_tag_slug ON gathering_tag (network_id, tag_slug);

CREATE TABLE co_organiser (
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    position BIGINT NOT NULL,
    organisation_id UUID REFERENCES organisation (id),
    name TEXT NOT NULL,
    PRIMARY KEY (gathering_id, position)
);

CREATE TABLE gathering_guest (
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    function_name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (gathering_id, position)
);

CREATE TABLE agenda_item (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    body_text TEXT NOT NULL,
    minutes BIGINT
);
CREATE INDEX agenda_item_gathering ON agenda_item (gathering_id, position);

CREATE TABLE agenda_speaker (
    agenda_item_id UUID NOT NULL REFERENCES agenda_item (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    function_name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (agenda_item_id, position)
);

CREATE TABLE document (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    title TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'members', 'invited', 'office')),
    withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
    added_at BIGINT NOT NULL
);
CREATE INDEX document_gathering ON document (gathering_id, added_at);

CREATE TABLE document_version (
    document_id UUID NOT NULL REFERENCES document (id),
    number BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    hash BLOB NOT NULL REFERENCES blob (hash),
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (document_id, number)
);

CREATE TABLE invitation (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    person_id UUID NOT NULL REFERENCES person (id),
    via TEXT NOT NULL,
    invited_at BIGINT,
    reply TEXT CHECK (reply IN ('yes', 'tentative', 'no')),
    replied_at BIGINT,
    replied_through TEXT NOT NULL DEFAULT '',
    deputy TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    told_sequence BIGINT,
    withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT invitation_gathering_id_person_id UNIQUE (gathering_id, person_id)
);
CREATE INDEX invitation_person ON invitation (person_id, gathering_id);

CREATE TABLE attendance (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    position BIGINT NOT NULL,
    person_id UUID REFERENCES person (id),
    organisation_id UUID REFERENCES organisation (id),
    name TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    function_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('present', 'represented', 'excused', 'absent')),
    represented_by TEXT NOT NULL
);
CREATE INDEX attendance_gathering ON attendance (gathering_id, position);

CREATE TABLE gathering_change (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id),
    kind TEXT NOT NULL CHECK (kind IN ('moved', 'changed', 'cancelled')),
    sequence BIGINT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL,
    told_at BIGINT
);
CREATE INDEX gathering_change_gathering ON gathering_change (gathering_id, at);
