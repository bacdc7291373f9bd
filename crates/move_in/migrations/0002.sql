-- What was accepted together, so that it can be taken back together.
ALTER TABLE move_in_draft ADD COLUMN bulk_id UUID;
CREATE INDEX move_in_draft_bulk_id ON move_in_draft (network_id, bulk_id)
    WHERE bulk_id IS NOT NULL;

-- A picture that came along with a page that is news.
CREATE TABLE move_in_picture (
    source_id UUID NOT NULL REFERENCES move_in_source (id) ON DELETE CASCADE,
    number    BIGINT NOT NULL,
    file      BLOB NOT NULL,
    PRIMARY KEY (source_id, number)
);
