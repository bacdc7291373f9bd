//! A conversation with PostgreSQL: it blocks whoever asks, and what needs no answer is sent
//! without waiting for one. On the way to a server most of the time is waiting, so a change of
//! twenty statements takes half as many journeys.

use std::collections::HashMap;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use base::Fault;
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use tokio::runtime::Runtime;
use tokio::task::yield_now;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error, Row, Statement};

use crate::conn::Touch;
use crate::dialect;
use crate::value::Value;

/// So many bytes of a table are sent together.
const AT_ONCE: usize = 64 * 1024;

/// So many statements that nobody waits for are sent together: enough for the server to work on
/// while more are told, and few enough not to let it wait for them.
const SOME: usize = 3;

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// A session with its prepared statements and what it was sent without an answer yet.
///
/// It must neither be used nor dropped inside an asynchronous runtime.
pub(crate) struct Conversation {
    sent: Vec<Told>,
    statements: HashMap<&'static str, Statement>,
    client: Arc<Client>,
    /// Drives the connection while somebody waits for an answer.
    runtime: Runtime,
}

impl Conversation {
    /// Begins with a connection that `runtime` drives.
    pub(crate) fn new(runtime: Runtime, client: Client) -> Self {
        Self {
            sent: Vec::new(),
            statements: HashMap::new(),
            client: Arc::new(client),
            runtime,
        }
    }

    /// Whether the server is known to be gone.
    pub(crate) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Sends a statement; what it comes to is heard with the next answer.
    pub(crate) fn tell(
        &mut self,
        sql: &'static str,
        params: &[Value],
        touch: Touch,
    ) -> Result<(), Fault> {
        let answer = self.execution(sql, params)?;
        match sent(answer) {
            Sent::Waiting(answer) => {
                self.sent.push(Told { sql, answer, touch });
                if self.sent.len().is_multiple_of(SOME) {
                    self.runtime.block_on(yield_now());
                }
            }
            Sent::Answered(done) => {
                let touched = done.map_err(|cause| dialect::pg_fault(sql, cause))?;
                touch.check(sql, touched)?;
            }
        }
        Ok(())
    }

    /// Runs a statement and says how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, Fault> {
        let answer = self.execution(sql, params)?;
        self.heard(sql, sent(answer))
    }

    /// Asks for the rows of a query, without waiting for them.
    pub(crate) fn ask(&mut self, sql: &'static str, params: &[Value]) -> Result<Rows, Fault> {
        let statement = self.prepared(sql)?;
        let (client, params) = (self.client.clone(), params.to_vec());
        let answer = async move { client.query(&statement, &borrowed(&params)).await };
        Ok(Rows(sent(Box::pin(answer))))
    }

    /// The rows that were asked for.
    pub(crate) fn rows(&mut self, sql: &'static str, asked: Rows) -> Result<Vec<Row>, Fault> {
        self.heard(sql, asked.0)
    }

    /// The rows of a statement that only a run knows.
    pub(crate) fn query_once(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Fault> {
        self.settle()?;
        self.runtime
            .block_on(self.client.query(sql, &borrowed(params)))
            .map_err(|cause| dialect::pg_fault(sql, cause))
    }

    /// Runs a statement that only a run knows.
    pub(crate) fn execute_once(&mut self, sql: &str, params: &[Value]) -> Result<u64, Fault> {
        self.settle()?;
        self.runtime
            .block_on(self.client.execute(sql, &borrowed(params)))
            .map_err(|cause| dialect::pg_fault(sql, cause))
    }

    /// Runs statements without values.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        let (client, statements) = (self.client.clone(), sql.to_owned());
        let answer = async move { client.batch_execute(&statements).await };
        self.heard("batch", sent(Box::pin(answer)))
    }

    /// Runs statements that take back what was told before, whatever became of it.
    pub(crate) fn take_back(&mut self, sql: &str) -> Result<(), Fault> {
        drop(self.settle());
        self.batch(sql)
    }

    /// Runs statements before anything was told; with the driver's own word on what went wrong.
    pub(crate) fn try_batch(&mut self, sql: &str) -> Result<(), Error> {
        self.runtime.block_on(self.client.batch_execute(sql))
    }

    /// Hands over the rows of a query one by one, however many there are.
    pub(crate) fn stream(
        &mut self,
        sql: &str,
        mut take: impl FnMut(&Row) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.settle()?;
        let broken = |cause| dialect::pg_fault(sql, cause);
        let nothing: [&(dyn ToSql + Sync); 0] = [];
        let rows = self.runtime.block_on(self.client.query_raw(sql, nothing));
        let mut rows = pin!(rows.map_err(broken)?);
        while let Some(row) = self.runtime.block_on(rows.next()) {
            take(&row.map_err(broken)?)?;
        }
        Ok(())
    }

    /// Fills a table with the lines that `next` gives until there are none; says how many.
    pub(crate) fn copy_in(
        &mut self,
        sql: &str,
        mut next: impl FnMut() -> Result<Option<String>, Fault>,
    ) -> Result<u64, Fault> {
        self.settle()?;
        let broken = |cause| dialect::pg_fault(sql, cause);
        let sink = self.runtime.block_on(self.client.copy_in::<_, Bytes>(sql));
        let mut sink = pin!(sink.map_err(broken)?);
        let mut waiting = String::new();
        while let Some(line) = next()? {
            waiting.push_str(&line);
            if waiting.len() >= AT_ONCE {
                let bytes = Bytes::from(std::mem::take(&mut waiting));
                self.runtime.block_on(sink.send(bytes)).map_err(broken)?;
            }
        }
        self.runtime
            .block_on(async {
                sink.send(Bytes::from(waiting)).await?;
                sink.finish().await
            })
            .map_err(broken)
    }

    /// Waits for the answers to all that was told; the first fault is the one that counts.
    pub(crate) fn settle(&mut self) -> Result<(), Fault> {
        if self.sent.is_empty() {
            return Ok(());
        }
        let told = std::mem::take(&mut self.sent);
        self.runtime.block_on(all_heard(told))
    }

    /// Prepares a statement once a session.
    pub(crate) fn prepared(&mut self, sql: &'static str) -> Result<Statement, Fault> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        self.settle()?;
        let statement = self
            .runtime
            .block_on(self.client.prepare(sql))
            .map_err(|cause| dialect::pg_fault(sql, cause))?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    fn execution(&mut self, sql: &'static str, params: &[Value]) -> Result<Answer<u64>, Fault> {
        let statement = self.prepared(sql)?;
        let (client, params) = (self.client.clone(), params.to_vec());
        Ok(Box::pin(async move {
            client.execute(&statement, &borrowed(&params)).await
        }))
    }

    /// The answer to a statement, after those to all that was told before it.
    fn heard<T>(&mut self, sql: &str, answer: Sent<T>) -> Result<T, Fault> {
        let broken = |cause| dialect::pg_fault(sql, cause);
        match answer {
            Sent::Answered(done) => done.map_err(broken),
            Sent::Waiting(answer) => {
                let told = std::mem::take(&mut self.sent);
                self.runtime.block_on(async {
                    all_heard(told).await?;
                    answer.await.map_err(broken)
                })
            }
        }
    }
}

/// Rows that were asked for.
pub(crate) struct Rows(Sent<Vec<Row>>);

/// A statement that was sent, and what it has to come to.
struct Told {
    sql: &'static str,
    answer: Answer<u64>,
    touch: Touch,
}

async fn all_heard(told: Vec<Told>) -> Result<(), Fault> {
    for Told { sql, answer, touch } in told {
        let touched = answer
            .await
            .map_err(|cause| dialect::pg_fault(sql, cause))?;
        touch.check(sql, touched)?;
    }
    Ok(())
}

enum Sent<T> {
    Waiting(Answer<T>),
    Answered(Result<T, Error>),
}

/// The driver encodes and hands over a statement when its answer is first asked for.
fn sent<T>(mut answer: Answer<T>) -> Sent<T> {
    let mut hurried = Context::from_waker(Waker::noop());
    match answer.as_mut().poll(&mut hurried) {
        Poll::Ready(done) => Sent::Answered(done),
        Poll::Pending => Sent::Waiting(answer),
    }
}

fn borrowed(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params
        .iter()
        .map(|value| -> &(dyn ToSql + Sync) { value })
        .collect()
}
