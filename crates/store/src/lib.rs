//! SQLite and PostgreSQL behind one concrete type: transactions, migrations, journal, durable jobs, blobs, search.
