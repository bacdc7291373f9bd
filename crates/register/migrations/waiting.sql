-- Records that are to be compared with the others in the background. They go with their records.
CREATE TABLE likeness_waiting (
    record_id       UUID PRIMARY KEY,
    person_id       UUID REFERENCES person (id) ON DELETE CASCADE,
    organisation_id UUID REFERENCES organisation (id) ON DELETE CASCADE
);
CREATE INDEX likeness_waiting_person_id ON likeness_waiting (person_id);
CREATE INDEX likeness_waiting_organisation_id ON likeness_waiting (organisation_id);
