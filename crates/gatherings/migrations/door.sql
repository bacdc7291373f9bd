-- Who was let in at the door stands on the list by that, and not by what the office wrote on it.
ALTER TABLE attendance ADD COLUMN at_door BOOLEAN NOT NULL DEFAULT FALSE;
