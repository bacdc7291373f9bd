CREATE INDEX letter_lower_address ON letter (LOWER(to_address));
CREATE INDEX letter_network_name ON letter (network_id, to_name);
