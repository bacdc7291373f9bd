//! One connection inside one transaction, the same for both databases.

use std::any::Any;

use base::Fault;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use crate::dialect::{self, Dialect};
use crate::postgres::{Conversation, Rows};
use crate::value::{Row, Value};

const MARK: &str = "SAVEPOINT attempt";
const KEEP: &str = "RELEASE SAVEPOINT attempt";
const STEP_BACK: &str = "ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt";

/// A connection inside a transaction; closures given to [`crate::Store`] receive it.
///
/// After a statement that failed the transaction is over: PostgreSQL refuses whatever follows
/// and makes a rollback of the commit without a word, so both databases are held to that.
pub struct Conn<'c> {
    link: Link<'c>,
    has_failed: bool,
    /// What a change left to the next one of the same transaction.
    left: Option<Box<dyn Any>>,
}

pub(crate) enum Link<'c> {
    Lite(&'c rusqlite::Connection),
    Pg(&'c mut Conversation),
}

/// How many rows a statement that nobody waits for has to touch.
#[derive(Clone, Copy)]
pub(crate) enum Touch {
    /// As many as there are.
    Any,
    /// At least one.
    Some,
}

impl Touch {
    /// # Errors
    /// When the rows that were touched are too few.
    pub(crate) fn check(self, sql: &str, touched: u64) -> Result<(), Fault> {
        match self {
            Self::Some if touched == 0 => Err(Fault::new(format!("touch a row: {sql}"))),
            Self::Some | Self::Any => Ok(()),
        }
    }
}

/// A query that was asked and whose rows are still to be heard, in the same transaction.
#[must_use]
pub struct Asked<T> {
    sql: &'static str,
    answer: Answer,
    make: fn(&mut Row) -> Result<T, Fault>,
}

enum Answer {
    There(Vec<Vec<Value>>),
    OnItsWay(Rows),
}

impl<T> Asked<T> {
    /// The first row, where there is one.
    pub fn one(self, conn: &mut Conn<'_>) -> Result<Option<T>, Fault> {
        Ok(self.all(conn)?.into_iter().next())
    }

    /// All rows.
    pub fn all(self, conn: &mut Conn<'_>) -> Result<Vec<T>, Fault> {
        let Self { sql, answer, make } = self;
        let rows = conn.watched(|link| match (answer, link) {
            (Answer::There(rows), _) => Ok(rows),
            (Answer::OnItsWay(rows), Link::Pg(pg)) => {
                let rows = pg.rows(sql, rows)?;
                rows.iter().map(|row| pg_row(row, sql)).collect()
            }
            (Answer::OnItsWay(_), Link::Lite(_)) => {
                Err(Fault::new("hear what another database was asked"))
            }
        })?;
        let rows = rows.into_iter();
        rows.map(|values| make(&mut Row::new(values))).collect()
    }
}

impl<'c> Conn<'c> {
    pub(crate) const fn new(link: Link<'c>) -> Self {
        Self {
            link,
            has_failed: false,
            left: None,
        }
    }

    /// Which database this is.
    pub const fn dialect(&self) -> Dialect {
        match self.link {
            Link::Lite(_) => Dialect::Sqlite,
            Link::Pg(_) => Dialect::Postgres,
        }
    }

    /// Leaves what a change knows at its end to the next one that travels in the same
    /// transaction. It is gone with the next statement, and with a change that is taken back:
    /// whoever finds it finds the database as it was told.
    pub fn leave<T: Any>(&mut self, it: T) {
        self.left = Some(Box::new(it));
    }

    /// What the change before left, where it is of this kind and nothing was done since.
    pub fn left<T: Any>(&mut self) -> Option<Box<T>> {
        self.left.take()?.downcast().ok()
    }

    /// Runs a statement and says how many rows it touched.
    pub fn exec(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, Fault> {
        self.watched(|link| link.exec(sql, params))
    }

    /// Runs a statement that nobody waits for: where it fails, the next statement says so, and
    /// at the latest the end of the change. Not for what a unique constraint may refuse.
    pub fn put(&mut self, sql: &'static str, params: &[Value]) -> Result<(), Fault> {
        self.tell(sql, params, Touch::Any)
    }

    /// The same for a statement that has to touch a row; one that touches none has failed.
    pub fn must(&mut self, sql: &'static str, params: &[Value]) -> Result<(), Fault> {
        self.tell(sql, params, Touch::Some)
    }

    fn tell(&mut self, sql: &'static str, params: &[Value], touch: Touch) -> Result<(), Fault> {
        self.watched(|link| match link {
            Link::Lite(_) => touch.check(sql, link.exec(sql, params)?),
            Link::Pg(pg) => pg.tell(sql, params, touch),
        })
    }

    /// All rows of a query, each made into `T`.
    pub fn all<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        make: impl Fn(&mut Row) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut found = Vec::new();
        let mut odd = None;
        self.watched(|link| {
            link.each_row(sql, params, &mut |values| {
                match make(&mut Row::new(values)) {
                    Ok(one) => found.push(one),
                    Err(fault) => odd = Some(fault),
                }
                odd.is_none()
            })
        })?;
        // The statement has done its part; what its rows mean is no fault of the transaction.
        odd.map_or(Ok(found), Err)
    }

    /// Asks a query without waiting for its rows, so that several travel together; see
    /// [`Asked::all`].
    pub fn ask<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        make: fn(&mut Row) -> Result<T, Fault>,
    ) -> Result<Asked<T>, Fault> {
        let answer = self.watched(|link| match link {
            Link::Lite(_) => {
                let mut rows = Vec::new();
                link.each_row(sql, params, &mut |values| {
                    rows.push(values);
                    true
                })?;
                Ok(Answer::There(rows))
            }
            Link::Pg(pg) => pg.ask(sql, params).map(Answer::OnItsWay),
        })?;
        Ok(Asked { sql, answer, make })
    }

    /// The first row of a query, where there is one.
    pub fn one<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        make: impl Fn(&mut Row) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        let mut first = None;
        self.watched(|link| {
            link.each_row(sql, params, &mut |values| {
                first.get_or_insert(values);
                // To the end: a statement that changes something is done only then.
                true
            })
        })?;
        first.map(|values| make(&mut Row::new(values))).transpose()
    }

    /// The number that a query counts.
    pub fn count(&mut self, sql: &'static str, params: &[Value]) -> Result<i64, Fault> {
        Ok(self.one(sql, params, Row::take)?.unwrap_or(0))
    }

    /// Prepares a statement without running it, to show that the database understands it.
    pub fn prepare(&mut self, sql: &'static str) -> Result<(), Fault> {
        self.watched(|link| match link {
            Link::Lite(conn) => dialect::lite_prepared(conn, sql).map(drop),
            Link::Pg(pg) => pg.prepared(sql).map(drop),
        })
    }

    /// Tries what the database may forbid, such as striking a record that others hold on to.
    /// Where it does, nothing of the try remains and the transaction goes on.
    ///
    /// # Errors
    /// When the database is away or full; any other fault of the try is the answer `None`.
    pub fn attempt<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        self.put(MARK, &[])?;
        match self.whole(work) {
            Ok(done) => {
                self.put(KEEP, &[])?;
                Ok(Some(done))
            }
            Err(fault) if fault.lack().is_some() => Err(fault),
            Err(_) => {
                self.step_back()?;
                Ok(None)
            }
        }
    }

    /// Does `work` as a part of a larger transaction; where it says no, nothing of it remains
    /// and the transaction goes on.
    pub(crate) fn turn(&mut self, work: impl FnOnce(&mut Self) -> bool) -> Result<(), Fault> {
        self.beside(|conn| conn.put(MARK, &[]))?;
        if work(self) {
            self.beside(|conn| conn.put(KEEP, &[]))
        } else {
            self.step_back()
        }
    }

    /// Does `work`, which fails where it went on after a statement that failed.
    pub(crate) fn whole<T, E: From<Fault>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let done = work(self)?;
        self.beside(|conn| conn.watched(Link::settle))?;
        Ok(done)
    }

    /// Does what keeps the database as it is told to be.
    fn beside(&mut self, work: impl FnOnce(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        let left = self.left.take();
        work(self)?;
        self.left = left;
        Ok(())
    }

    fn step_back(&mut self) -> Result<(), Fault> {
        self.has_failed = false;
        self.left = None;
        self.take_back(STEP_BACK)
    }

    /// Ends the transaction without a trace.
    pub(crate) fn roll_back(&mut self) -> Result<(), Fault> {
        self.take_back("ROLLBACK")
    }

    fn take_back(&mut self, sql: &str) -> Result<(), Fault> {
        let done = match &mut self.link {
            Link::Lite(_) => self.link.batch(sql),
            Link::Pg(pg) => pg.take_back(sql),
        };
        self.has_failed |= done.is_err();
        done
    }

    /// The connection itself, for statements that only a run knows; see [`crate::whole`].
    pub(crate) fn on_link<T>(
        &mut self,
        work: impl FnOnce(&mut Link<'c>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.watched(work)
    }

    /// Ends the transaction for good.
    pub(crate) fn commit(&mut self) -> Result<(), Fault> {
        self.watched(|link| link.batch("COMMIT"))
    }

    /// Runs statements without values.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        let done = self.link.batch(sql);
        self.has_failed |= done.is_err();
        done
    }

    fn watched<T>(
        &mut self,
        work: impl FnOnce(&mut Link<'c>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.left = None;
        if self.has_failed {
            return Err(Fault::new("go on after a statement that failed"));
        }
        let done = work(&mut self.link);
        self.has_failed = done.is_err();
        done
    }
}

impl Link<'_> {
    fn exec(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, Fault> {
        match self {
            Self::Lite(conn) => {
                let mut statement = dialect::lite_prepared(conn, sql)?;
                let touched = statement
                    .execute(rusqlite::params_from_iter(params.iter().map(lite_param)))
                    .map_err(|cause| dialect::lite_fault(sql, cause))?;
                Ok(u64::try_from(touched).unwrap_or(u64::MAX))
            }
            Self::Pg(pg) => pg.execute(sql, params),
        }
    }

    /// Waits until all that was put has been done.
    fn settle(&mut self) -> Result<(), Fault> {
        match self {
            Self::Lite(_) => Ok(()),
            Self::Pg(pg) => pg.settle(),
        }
    }

    /// Hands each row over, until `taken` has enough.
    fn each_row(
        &mut self,
        sql: &'static str,
        params: &[Value],
        taken: &mut dyn FnMut(Vec<Value>) -> bool,
    ) -> Result<(), Fault> {
        match self {
            Self::Lite(conn) => {
                let mut statement = dialect::lite_prepared(conn, sql)?;
                let columns = statement.column_count();
                let mut rows = statement
                    .query(rusqlite::params_from_iter(params.iter().map(lite_param)))
                    .map_err(|cause| dialect::lite_fault(sql, cause))?;
                while let Some(row) = rows
                    .next()
                    .map_err(|cause| dialect::lite_fault(sql, cause))?
                {
                    if !taken(lite_row(row, columns, sql)?) {
                        break;
                    }
                }
            }
            Self::Pg(pg) => {
                let asked = pg.ask(sql, params)?;
                for row in &pg.rows(sql, asked)? {
                    if !taken(pg_row(row, sql)?) {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        match self {
            Self::Lite(conn) => conn
                .execute_batch(sql)
                .map_err(|cause| dialect::lite_fault("batch", cause)),
            Self::Pg(pg) => pg.batch(&dialect::pg_schema(sql)),
        }
    }
}

pub(crate) fn lite_param(value: &Value) -> rusqlite::types::ToSqlOutput<'_> {
    use rusqlite::types::{ToSqlOutput, ValueRef};
    ToSqlOutput::Borrowed(match value {
        Value::Null => ValueRef::Null,
        Value::Int(number) => ValueRef::Integer(*number),
        Value::Real(number) => ValueRef::Real(*number),
        Value::Text(text) => ValueRef::Text(text.as_bytes()),
        Value::Bool(it) => ValueRef::Integer(i64::from(*it)),
        Value::Bytes(bytes) => ValueRef::Blob(bytes),
        Value::Id(id) => ValueRef::Blob(id.as_bytes()),
    })
}

pub(crate) fn lite_row(
    row: &rusqlite::Row<'_>,
    columns: usize,
    sql: &str,
) -> Result<Vec<Value>, Fault> {
    use rusqlite::types::ValueRef;
    let mut values = Vec::with_capacity(columns);
    for at in 0..columns {
        let read = row
            .get_ref(at)
            .map_err(|cause| dialect::lite_fault(sql, cause))?;
        values.push(match read {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => Value::Int(number),
            ValueRef::Real(number) => Value::Real(number),
            ValueRef::Text(text) => Value::Text(
                String::from_utf8(text.to_vec())
                    .map_err(|cause| Fault::because("read text", cause))?,
            ),
            ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        });
    }
    Ok(values)
}

pub(crate) fn pg_row(row: &tokio_postgres::Row, sql: &str) -> Result<Vec<Value>, Fault> {
    fn col<'r, T: FromSql<'r>>(
        row: &'r tokio_postgres::Row,
        at: usize,
        sql: &str,
        make: impl Fn(T) -> Value,
    ) -> Result<Value, Fault> {
        row.try_get::<_, Option<T>>(at)
            .map(|value| value.map_or(Value::Null, make))
            .map_err(|cause| dialect::pg_fault(sql, cause))
    }

    row.columns()
        .iter()
        .enumerate()
        .map(|(at, column)| match *column.type_() {
            Type::BOOL => col(row, at, sql, Value::Bool),
            Type::INT8 => col(row, at, sql, Value::Int),
            Type::INT4 => col(row, at, sql, |it: i32| Value::Int(i64::from(it))),
            Type::FLOAT8 => col(row, at, sql, Value::Real),
            Type::BYTEA => col(row, at, sql, Value::Bytes),
            Type::UUID => col::<Uuid>(row, at, sql, Value::Id),
            _ => col(row, at, sql, Value::Text),
        })
        .collect()
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) if *ty == Type::INT4 => given(&i32::try_from(*number)?, ty, out),
            Self::Int(number) => given(number, ty, out),
            Self::Real(number) => given(number, ty, out),
            Self::Text(text) => given(text, ty, out),
            Self::Bool(it) => given(it, ty, out),
            Self::Bytes(bytes) => given(bytes, ty, out),
            Self::Id(id) => given(id, ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// Bytes of one type, read as another, may well be a value: the server would not notice.
fn given<T: ToSql>(
    value: &T,
    ty: &Type,
    out: &mut BytesMut,
) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
    if !T::accepts(ty) {
        return Err(format!("a value of another type for {ty}").into());
    }
    value.to_sql(ty, out)
}
