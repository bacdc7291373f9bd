-- A question may ask for a file; its kind in the table is that of one line of text, the file's
-- name, as the older table knows no other.
ALTER TABLE form_field ADD COLUMN asks_file BOOLEAN NOT NULL DEFAULT FALSE;

-- The file that was answered with; it lies beside its answer alone and goes with it.
CREATE TABLE registration_file (
    place_id UUID NOT NULL REFERENCES registration_place (id) ON DELETE CASCADE,
    field_id UUID NOT NULL REFERENCES form_field (id) ON DELETE CASCADE,
    file_name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (place_id, field_id)
);
CREATE INDEX registration_file_field ON registration_file (field_id);
