CREATE INDEX attendance_person ON attendance (person_id);
