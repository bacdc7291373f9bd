-- Hardly anybody who registers is known by person or organisation: an index of those who are.
DROP INDEX registration_person;
CREATE INDEX registration_person ON registration (person_id) WHERE person_id IS NOT NULL;
DROP INDEX registration_organisation;
CREATE INDEX registration_organisation ON registration (organisation_id) WHERE organisation_id IS NOT NULL;
