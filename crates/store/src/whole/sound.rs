//! References that are looked at once everything is there, and whether a file is sound.

use base::Fault;

use crate::conn::Conn;
use crate::dialect::Dialect;
use crate::value::Row;

/// Constraints that the server checks at once.
const PG_STRICT: &str = "SELECT CAST(CAST(conrelid AS regclass) AS TEXT), quote_ident(conname)
     FROM pg_constraint WHERE contype = 'f' AND NOT condeferrable
     AND connamespace = CAST(current_schema() AS regnamespace)";

impl Conn<'_> {
    /// Lets rows come before what they refer to, until [`Self::check_references`].
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn put_off_references(&mut self) -> Result<Vec<(String, String)>, Fault> {
        if self.dialect() == Dialect::Sqlite {
            // A rewriting connection does not check at all before the end.
            return Ok(Vec::new());
        }
        let strict: Vec<(String, String)> =
            self.all(PG_STRICT, &[], |row| Ok((row.take()?, row.take()?)))?;
        for (table, name) in &strict {
            self.batch(&format!(
                "ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED"
            ))?;
        }
        Ok(strict)
    }

    /// Looks whether every row has what it refers to, and is as strict as before again.
    ///
    /// # Errors
    /// When something is missing.
    pub fn check_references(&mut self, put_off: &[(String, String)]) -> Result<(), Fault> {
        if self.dialect() == Dialect::Sqlite {
            let torn: Option<String> = self.one(
                "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1",
                &[],
                Row::take,
            )?;
            return match torn {
                None => Ok(()),
                Some(table) => Err(Fault::new(format!("find what a row of {table} refers to"))),
            };
        }
        self.batch("SET CONSTRAINTS ALL IMMEDIATE")?;
        put_off.iter().try_for_each(|(table, name)| {
            self.batch(&format!(
                "ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE"
            ))
        })
    }

    /// Whether an SQLite file is sound in itself; a server sees to that alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn is_sound(&mut self) -> Result<bool, Fault> {
        if self.dialect() == Dialect::Postgres {
            return Ok(true);
        }
        let said: Option<String> = self.one("PRAGMA integrity_check(1)", &[], Row::take)?;
        Ok(said.as_deref() == Some("ok"))
    }

    /// How many bytes the database takes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn size(&mut self) -> Result<i64, Fault> {
        self.count(
            match self.dialect() {
                Dialect::Sqlite => {
                    "SELECT c.page_count * s.page_size FROM pragma_page_count c, pragma_page_size s"
                }
                Dialect::Postgres => "SELECT pg_database_size(current_database())",
            },
            &[],
        )
    }
}
