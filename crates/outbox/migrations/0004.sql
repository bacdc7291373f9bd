-- Since which backup a letter is held back.
ALTER TABLE letter ADD COLUMN held_since BIGINT;

-- Networks whose letters all wait for a person, after their data came out of a backup.
CREATE TABLE letter_hold (
    network_id UUID PRIMARY KEY,
    taken_at BIGINT NOT NULL,
    restored_at BIGINT NOT NULL
);
