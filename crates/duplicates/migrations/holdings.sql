CREATE INDEX record_merge_gone ON record_merge (gone_id);
