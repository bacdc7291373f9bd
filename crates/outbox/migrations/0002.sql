ALTER TABLE letter ADD COLUMN about_day TEXT;
