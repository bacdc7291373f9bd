//! Everybody answers at once: guests of one gathering who follow the links of their mails.

use std::net::SocketAddr;
use std::time::Instant;

use base::{Clock, Dice, Moment};
use store::{Address, Store};
use tokio::task::JoinSet;

use crate::office::{Office, in_runtime};
use crate::records::{self, Amount};
use crate::table::{Row, Table, millis};
use crate::wire::{self, Wire};
use crate::{Failed, Size};

/// How many answer at the same time.
const CONNECTIONS: usize = 8;

/// The part: each guest answers once.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let count = size.pick(500, 10_000);
    let amount = Amount {
        gatherings: 10,
        people: count,
        plans: false,
    };
    let office = Office::furnish(amount, None)?;
    let tokens = invite(&office)?;
    let kreis = office.open(None)?;
    let before = kreis.cpu()?;
    let begin = Instant::now();
    let errors = in_runtime(answer_all(&office, tokens))??;
    let seconds = begin.elapsed().as_secs_f64();
    let cpu = (kreis.cpu()? - before) / f64::from(count);
    Ok(Table {
        title: "Answers by the links of mails",
        other: "",
        rows: vec![Row {
            what: format!("{count} guests over {CONNECTIONS} connections, one answer each"),
            kreis: format!(
                "{seconds:.1} s ({:.0}/s), {errors} errors",
                f64::from(count) / seconds
            ),
            cpu: millis(cpu),
            aim: "10,000 in a minute, no error",
            ..Row::default()
        }],
    })
}

/// Makes guests of all people, with a link each.
fn invite(office: &Office) -> Result<Vec<String>, Failed> {
    let store = Store::open(&Address::Sqlite(office.path("kreis.db")))?;
    let mut moment = Moment::new(Clock::real().now(), Dice::from_machine().throw());
    let slug = office.filled.slug.clone();
    let invited =
        in_runtime(store.write(move |conn| records::add_guests(conn, &mut moment, &slug)))?;
    Ok(invited?)
}

/// How many of the answers were not taken.
async fn answer_all(office: &Office, tokens: Vec<String>) -> Result<usize, Failed> {
    let share = tokens.len().div_ceil(CONNECTIONS).max(1);
    let mut answering = JoinSet::new();
    for part in tokens.chunks(share) {
        let origin = office.origin();
        let requests = part
            .iter()
            .map(|token| wire::post(&origin, &format!("/antwort/{token}"), "", "reply=yes"));
        answering.spawn(answer_on(office.address, requests.collect()));
    }
    let mut errors = 0;
    while let Some(done) = answering.join_next().await {
        errors += done??;
    }
    Ok(errors)
}

async fn answer_on(address: SocketAddr, requests: Vec<Vec<u8>>) -> Result<usize, Failed> {
    let mut wire = Wire::open(address).await?;
    let mut errors = 0;
    for request in requests {
        if wire.status(&request).await? != 303 {
            errors += 1;
        }
    }
    Ok(errors)
}
