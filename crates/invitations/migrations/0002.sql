-- How a network reminds; without a row the rules' own beginning holds.
CREATE TABLE reminder_rule (
    network_id UUID PRIMARY KEY,
    days BIGINT NOT NULL,
    without_release BOOLEAN NOT NULL,
    day_before BOOLEAN NOT NULL
);
-- Each guest is reminded once of each day that a gathering was planned for.
CREATE TABLE invitation_reminder (
    invitation_id UUID NOT NULL REFERENCES invitation (id),
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (invitation_id, kind, day)
);
