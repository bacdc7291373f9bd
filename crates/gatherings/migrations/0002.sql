-- How often a guest was taken off the list or put back: calendars heed news of a date only
-- above the sequence that they know.
ALTER TABLE invitation ADD COLUMN turns BIGINT NOT NULL DEFAULT 0;
