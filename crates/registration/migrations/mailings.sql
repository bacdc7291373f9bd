-- What the office writes to those who registered for a gathering, by how their place stands.
CREATE TABLE registration_mailing (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    desk_id UUID NOT NULL REFERENCES registration_desk (id) ON DELETE CASCADE,
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    to_state TEXT NOT NULL,
    subject_de TEXT NOT NULL,
    subject_en TEXT NOT NULL,
    body_de TEXT NOT NULL,
    body_en TEXT NOT NULL,
    -- The day that it reminds of; none where the office wrote it for itself.
    reminds_of TEXT,
    laid_at BIGINT,
    changed_at BIGINT NOT NULL
);
CREATE INDEX registration_mailing_gathering ON registration_mailing (gathering_id, changed_at);
CREATE INDEX registration_mailing_desk ON registration_mailing (desk_id);
CREATE INDEX registration_mailing_network ON registration_mailing (network_id);

-- Who was written to: nothing goes twice.
CREATE TABLE registration_mailing_sent (
    mailing_id UUID NOT NULL REFERENCES registration_mailing (id) ON DELETE CASCADE,
    registration_id UUID NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (mailing_id, registration_id)
);
CREATE INDEX registration_mailing_sent_registration ON registration_mailing_sent (registration_id);

-- How a desk reminds those who come, so many days before.
CREATE TABLE registration_reminder (
    desk_id UUID PRIMARY KEY REFERENCES registration_desk (id) ON DELETE CASCADE,
    days BIGINT NOT NULL,
    without_release BOOLEAN NOT NULL,
    subject_de TEXT NOT NULL,
    subject_en TEXT NOT NULL,
    body_de TEXT NOT NULL,
    body_en TEXT NOT NULL
);
