-- Guests who came and were counted, not named; "about" where the office estimated.
ALTER TABLE gathering ADD COLUMN further_guests BIGINT;
ALTER TABLE gathering ADD COLUMN further_guests_about BOOLEAN NOT NULL DEFAULT FALSE;
