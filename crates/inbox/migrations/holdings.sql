CREATE INDEX mail_in_lower_from ON mail_in (LOWER(from_address));
