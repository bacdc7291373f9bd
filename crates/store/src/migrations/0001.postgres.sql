CREATE TABLE search_terms (
    number BIGINT PRIMARY KEY REFERENCES search_entry (number) ON DELETE CASCADE,
    terms TSVECTOR NOT NULL
);
CREATE INDEX search_terms_terms ON search_terms USING GIN (terms);
