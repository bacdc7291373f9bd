-- A mail that came in. `raw` is the hash of the whole mail among the files. Who wrote and what
-- is kept as long as the mail is.
CREATE TABLE mail_in (
    id UUID PRIMARY KEY,
    message_key TEXT NOT NULL,
    network_id UUID,
    kind TEXT NOT NULL
        CHECK (kind IN ('calendar', 'answer', 'automatic', 'bounce', 'unknown', 'own')),
    state TEXT NOT NULL CHECK (state IN ('open', 'filed', 'quiet', 'dismissed')),
    finding TEXT NOT NULL,
    came_at BIGINT NOT NULL,
    from_name TEXT NOT NULL,
    from_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    quoted TEXT NOT NULL,
    letter_id UUID,
    gathering_id UUID,
    invitation_id UUID,
    partstat TEXT,
    said_at BIGINT,
    said_sequence BIGINT,
    settled_at BIGINT,
    settled_by TEXT NOT NULL,
    raw BLOB NOT NULL,
    CONSTRAINT mail_in_message_key UNIQUE (message_key)
);
CREATE INDEX mail_in_network_state ON mail_in (network_id, state, came_at);
CREATE INDEX mail_in_gathering ON mail_in (gathering_id, came_at);
CREATE INDEX mail_in_invitation ON mail_in (invitation_id, said_at);

-- How far a mailbox has been read.
CREATE TABLE mailbox_mark (
    name TEXT PRIMARY KEY,
    uid_validity BIGINT NOT NULL,
    last_uid BIGINT NOT NULL,
    looked_at BIGINT NOT NULL,
    fault TEXT NOT NULL
);

-- The office's morning mail: whether it is wanted, and for which day it was last made.
CREATE TABLE office_morning (
    network_id UUID PRIMARY KEY,
    wants_digest BOOLEAN NOT NULL,
    day TEXT,
    told_until BIGINT
);
