-- Who came through the door of a gathering, and when; the name stands on the attendance list.
-- One that was taken back stays with its hour, so that a late message cannot bring it again.
CREATE TABLE reception_arrival (
    id UUID PRIMARY KEY,
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    place_id UUID REFERENCES registration_place (id) ON DELETE CASCADE,
    attendance_id UUID REFERENCES attendance (id) ON DELETE SET NULL,
    at BIGINT NOT NULL,
    through TEXT NOT NULL CHECK (through IN ('list', 'code', 'guest')),
    undone_at BIGINT,
    CONSTRAINT reception_arrival_place_id_gathering_id UNIQUE (place_id, gathering_id)
);
CREATE INDEX reception_arrival_gathering ON reception_arrival (gathering_id, at);
CREATE INDEX reception_arrival_attendance ON reception_arrival (attendance_id);

-- What was certified to whom, and whether it still holds.
CREATE TABLE reception_certificate (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    arrival_id UUID REFERENCES reception_arrival (id) ON DELETE SET NULL,
    person_id UUID REFERENCES person (id),
    mail_key TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    revoked_at BIGINT,
    CONSTRAINT reception_certificate_code UNIQUE (code)
);
CREATE INDEX reception_certificate_arrival ON reception_certificate (arrival_id);
CREATE INDEX reception_certificate_gathering ON reception_certificate (gathering_id, name);
CREATE INDEX reception_certificate_network ON reception_certificate (network_id, made_at);
CREATE INDEX reception_certificate_person ON reception_certificate (person_id);
