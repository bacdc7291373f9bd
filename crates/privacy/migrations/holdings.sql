-- What a look was at, where its name alone does not say it: which list went out.
ALTER TABLE data_read ADD COLUMN detail TEXT NOT NULL DEFAULT '';
CREATE INDEX data_read_subject ON data_read (subject_id, at);
CREATE INDEX data_request_state ON data_request (network_id, state, settled_at);
CREATE INDEX retention_item_item ON retention_item (item_id);
CREATE INDEX retention_keep_item ON retention_keep (item_id);
-- The journal's: who acted, by account and by name.
CREATE INDEX journal_account ON journal (account_id, at);
CREATE INDEX journal_actor ON journal (network_id, actor);
