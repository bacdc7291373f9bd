//! The figures for who watches over the program, as Prometheus reads them; nothing about people.
//!
//! Only a request from this very machine that no proxy handed on, or one with the token, gets
//! them; anyone else learns of no such page.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use base::{Fault, Halt};
use jiff::Timestamp;
use shell::{Answer, Visit};
use store::{Conn, Dialect};

use super::Operations;
use crate::backups::{self, VERSION};

/// Whatever a proxy adds.
const HANDED_ON: [&str; 4] = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/// The figures.
pub(super) async fn show(visit: Visit, request: Request) -> Answer {
    let operations = visit.app.tool::<Operations>().ok_or(Halt::Missing)?;
    if !is_admitted(operations, &request) {
        return Err(Halt::Missing.into());
    }
    let now = visit.app.real_clock.now();
    let (office_now, dialect) = (visit.now, visit.store().dialect());
    let figures = visit
        .store()
        .read(move |conn| Figures::read(conn, office_now))
        .await?;
    let newest = operations
        .backup
        .folder
        .as_deref()
        .map(backups::taken)
        .transpose()?
        .and_then(|taken| taken.last().copied());
    let mut text = String::new();
    figure(
        &mut text,
        ("kreis_build_info", "Version and database of the program."),
        &[(
            format!(
                "{{version=\"{VERSION}\",database=\"{}\"}}",
                name_of(dialect)
            ),
            1,
        )],
    );
    figures.write(&mut text);
    backup_figures(&mut text, newest, (now, operations.trouble().is_some()));
    text.push_str(&visit.app.measures.write());
    let kind = (
        header::CONTENT_TYPE,
        "text/plain; version=0.0.4; charset=utf-8",
    );
    Ok(([kind], text).into_response())
}

fn is_admitted(operations: &Operations, request: &Request) -> bool {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let is_near = peer.is_some_and(|ConnectInfo(address)| address.ip().is_loopback())
        && !HANDED_ON
            .iter()
            .any(|name| request.headers().contains_key(*name));
    is_near || bearer(request.headers()).is_some_and(|token| operations.knows(token))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ")
}

struct Figures {
    waiting: i64,
    due: i64,
    dead: i64,
    letters: Vec<(String, i64)>,
    bytes: i64,
}

impl Figures {
    fn read(conn: &mut Conn<'_>, now: Timestamp) -> Result<Self, Fault> {
        let jobs = conn.count_jobs(now)?;
        Ok(Self {
            waiting: jobs.waiting,
            due: jobs.due,
            dead: jobs.dead,
            letters: outbox::count_by_state(conn)?,
            bytes: conn.size()?,
        })
    }

    fn write(&self, text: &mut String) {
        let state = |word: &str| format!("{{state=\"{word}\"}}");
        figure(
            text,
            (
                "kreis_jobs",
                "Background work: to come, due by now, given up.",
            ),
            &[
                (state("waiting"), self.waiting),
                (state("due"), self.due),
                (state("dead"), self.dead),
            ],
        );
        let letters: Vec<(String, i64)> = outbox::State::ALL
            .iter()
            .map(|known| {
                let counted = self.letters.iter().find(|(word, _)| word == known.word());
                (state(known.word()), counted.map_or(0, |(_, count)| *count))
            })
            .collect();
        figure(text, ("kreis_letters", "Letters by their state."), &letters);
        let bytes = [(String::new(), self.bytes)];
        figure(
            text,
            ("kreis_database_bytes", "The size of the database."),
            &bytes,
        );
    }
}

fn backup_figures(
    text: &mut String,
    newest: Option<Timestamp>,
    (now, has_failed): (Timestamp, bool),
) {
    if let Some(newest) = newest {
        let age = now.duration_since(newest).as_secs();
        figure(
            text,
            ("kreis_backup_age_seconds", "The age of the newest backup."),
            &[(String::new(), age)],
        );
    }
    figure(
        text,
        (
            "kreis_backup_failed",
            "Whether the last backup could not be taken.",
        ),
        &[(String::new(), i64::from(has_failed))],
    );
}

fn figure(text: &mut String, (name, help): (&str, &str), values: &[(String, i64)]) {
    text.extend(["# HELP ", name, " ", help, "\n# TYPE ", name, " gauge\n"]);
    for (labels, value) in values {
        text.extend([name, labels, " ", &value.to_string(), "\n"]);
    }
}

const fn name_of(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "sqlite",
        Dialect::Postgres => "postgresql",
    }
}
