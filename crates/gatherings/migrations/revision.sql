-- Counts up with every write of a gathering's facts: what was made of them before is told by it.
ALTER TABLE gathering ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
