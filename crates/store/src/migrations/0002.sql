CREATE TABLE filling (
    name TEXT PRIMARY KEY
);
