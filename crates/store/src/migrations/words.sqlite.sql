CREATE VIRTUAL TABLE temp.search_words_before USING fts5vocab(main, search_terms, instance);
INSERT INTO search_word (place, word, number)
SELECT DISTINCT p.number, b.term, e.number
FROM temp.search_words_before b JOIN search_entry e ON e.number = b.doc
JOIN search_place p ON p.network_id = e.network_id AND p.kind = e.kind
     AND p.audience = e.audience;
DROP TABLE temp.search_words_before;
DROP TABLE search_terms;
