-- From when until when an account runs a network's office or watches over its data protection.

ALTER TABLE account_role ADD COLUMN from_day TEXT;
ALTER TABLE account_role ADD COLUMN until_day TEXT;
