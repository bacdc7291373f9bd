-- Both databases sort by code points, whatever the server's language.
ALTER TABLE search_word ALTER COLUMN word TYPE TEXT COLLATE "C";
INSERT INTO search_word (place, word, number)
SELECT DISTINCT p.number, w.lexeme, e.number
FROM search_terms t JOIN search_entry e ON e.number = t.number
JOIN search_place p ON p.network_id = e.network_id AND p.kind = e.kind
     AND p.audience = e.audience,
     unnest(t.terms) w;
DROP TABLE search_terms;
