-- How guests of one gathering are reminded; what is not said here is the network's rule.
CREATE TABLE gathering_reminder (
    gathering_id UUID PRIMARY KEY REFERENCES gathering (id),
    days BIGINT,
    day_before BOOLEAN
);
