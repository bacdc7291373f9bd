//! Reading a table row by row, however large it is.

use base::Fault;

use super::catalog::{TERMS, Table};
use super::{Kind, LeftOut, kept, quoted};
use crate::conn::{Conn, Link, lite_row, pg_row};
use crate::dialect::{self, Dialect};
use crate::value::Value;

/// An index without its texts gives its words back through this table.
const LITE_WORDS: &str = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words
     USING fts5vocab(main, search_terms, instance)";
const LITE_TERMS: &str = "WITH words AS MATERIALIZED (
        SELECT doc, group_concat(term, ' ' ORDER BY \"offset\") AS terms
        FROM temp.search_words GROUP BY doc)
     SELECT e.number, COALESCE(w.terms, '') FROM search_entry e
     LEFT JOIN words w ON w.doc = e.number ORDER BY e.number";
const PG_TERMS: &str = "SELECT e.number, COALESCE(CAST(t.terms AS TEXT), '') FROM search_entry e
     LEFT JOIN search_terms t ON t.number = e.number ORDER BY e.number";

impl Conn<'_> {
    /// How many rows a copy of the table has.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn count_rows(&mut self, table: &Table, left_out: &[LeftOut]) -> Result<u64, Fault> {
        let name = if table.name == TERMS {
            "search_entry"
        } else {
            &table.name
        };
        let sql = format!(
            "SELECT COUNT(*) FROM {}{}",
            quoted(name),
            kept(name, left_out)
        );
        let mut counted = 0;
        self.on_link(|link| {
            stream(link, &sql, |values| {
                if let Some(Value::Int(number)) = values.first() {
                    counted = u64::try_from(*number).unwrap_or(0);
                }
                Ok(())
            })
        })?;
        Ok(counted)
    }

    /// Hands over the table's rows one by one, in the order of their key.
    ///
    /// # Errors
    /// When the database does not answer, or `take` says so.
    pub fn each_row(
        &mut self,
        table: &Table,
        left_out: &[LeftOut],
        mut take: impl FnMut(&[Value]) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let is_terms = table.name == TERMS;
        let dialect = self.dialect();
        let sql = match (is_terms, dialect) {
            (false, _) => select(table, dialect, left_out),
            (true, Dialect::Postgres) => PG_TERMS.to_owned(),
            (true, Dialect::Sqlite) => {
                self.batch(LITE_WORDS)?;
                LITE_TERMS.to_owned()
            }
        };
        self.on_link(|link| {
            stream(link, &sql, |mut values| {
                for (value, column) in values.iter_mut().zip(&table.columns) {
                    let found = std::mem::replace(value, Value::Null);
                    *value = column.kind.restore(found)?;
                }
                if is_terms && dialect == Dialect::Postgres {
                    in_order(&mut values);
                }
                take(&values)
            })
        })
    }
}

fn select(table: &Table, dialect: Dialect, left_out: &[LeftOut]) -> String {
    let columns: Vec<String> = table.columns.iter().map(|it| quoted(&it.name)).collect();
    let order: Vec<String> = table
        .key
        .iter()
        .filter_map(|at| table.columns.get(*at))
        .map(|column| match (dialect, column.kind) {
            // As SQLite does: byte by byte, whatever the server's language.
            (Dialect::Postgres, Kind::Text) => {
                format!("{} COLLATE \"C\" NULLS FIRST", quoted(&column.name))
            }
            _ => format!("{} NULLS FIRST", quoted(&column.name)),
        })
        .collect();
    format!(
        "SELECT {} FROM {}{} ORDER BY {}",
        columns.join(", "),
        quoted(&table.name),
        kept(&table.name, left_out),
        order.join(", ")
    )
}

fn stream(
    link: &mut Link<'_>,
    sql: &str,
    mut take: impl FnMut(Vec<Value>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    match link {
        Link::Lite(conn) => {
            let broken = |cause| dialect::lite_fault(sql, cause);
            let mut statement = conn.prepare(sql).map_err(broken)?;
            let columns = statement.column_count();
            let mut rows = statement.query([]).map_err(broken)?;
            while let Some(row) = rows.next().map_err(broken)? {
                take(lite_row(row, columns, sql)?)?;
            }
        }
        Link::Pg(pg) => {
            pg.stream(sql, |row| take(pg_row(row, sql)?))?;
        }
    }
    Ok(())
}

/// The server sorts a text's words by the alphabet and says where each stood: `'amt':2 'der':1,3`.
fn in_order(values: &mut [Value]) {
    let Some(Value::Text(text)) = values.get_mut(1) else {
        return;
    };
    let mut placed: Vec<(u32, &str)> = text
        .split(' ')
        .filter_map(|word| word.rsplit_once(':'))
        .flat_map(|(word, places)| {
            let word = word.trim_matches('\'');
            places
                .split(',')
                .filter_map(move |place| Some((place.parse().ok()?, word)))
        })
        .collect();
    placed.sort_unstable();
    let words: Vec<&str> = placed.into_iter().map(|(_, word)| word).collect();
    *text = words.join(" ");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_words_come_back_in_their_order() {
        let mut row = [
            Value::Int(1),
            Value::Text("'amt':2 'der':1,3 'tag':4".to_owned()),
        ];

        in_order(&mut row);

        assert_eq!(row[1], Value::Text("der amt der tag".to_owned()));
    }
}
