//! A thousand personal invitations through the outbox, against a sender of ready-made mails.

pub mod replies;

use std::time::{Duration, Instant};

use crate::child::Child;
use crate::office::{Office, cookie};
use crate::records::{Amount, NETWORK};
use crate::table::{Row, Table, millis};
use crate::{Failed, Size, wire};

/// What the settings say when nobody sets it, so both senders use as many.
const CONNECTIONS: &str = "4";
/// What happens after the server's last receipt: marking the letter, striking the job.
const SETTLING: Duration = Duration::from_secs(1);

/// The part, once with a mail server that answers at once and once with a slow one.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let mut rows = Vec::new();
    for delay in [0, 20] {
        rows.push(compare(size.pick(100, 1000), delay)?);
    }
    Ok(Table {
        title: "Mail: personal invitations with PDF, calendar part and DKIM (RSA 2048)",
        other: "ready-made",
        rows,
    })
}

/// What one sender came to.
struct Sent {
    rate: f64,
    cpu_each: f64,
}

fn compare(count: u32, delay: u32) -> Result<Row, Failed> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("first.eml");
    let file = file.to_str().ok_or("a path beyond UTF-8")?;
    let mut sink = Child::start("sink", &[&delay.to_string(), file], None)?;
    let address = sink.hear("ready")?;
    let amount = Amount {
        gatherings: 10,
        people: count,
        plans: false,
    };
    let office = Office::furnish(amount, Some(address.parse()?))?;
    let ours = from_the_outbox(&office, &mut sink, count)?;
    drop(office);
    let bytes = std::fs::metadata(file)?.len();
    let mut sender = Child::start("sender", &[&address, CONNECTIONS, file], None)?;
    sender.hear("ready")?;
    let theirs = timed(&mut sender, &mut sink, count, |sender| {
        sender.say(&count.to_string())
    })?;
    Ok(Row {
        what: format!("{count} mails of {bytes} bytes, server answers after {delay} ms"),
        kreis: format!("{:.0}/s", ours.rate),
        other: format!("{:.0}/s", theirs.rate),
        ratio: format!("{:.2}", ours.rate / theirs.rate),
        cpu: format!("{} / {}", millis(ours.cpu_each), millis(theirs.cpu_each)),
        aim: if delay == 0 {
            "≤ 6 ms CPU"
        } else {
            "≤ 6 ms CPU, ≥ 0.7 of ready-made"
        },
    })
}

/// From `go` to the last receipt; the CPU also of what comes after it.
fn timed(
    child: &mut Child,
    sink: &mut Child,
    count: u32,
    go: impl FnOnce(&mut Child) -> Result<(), Failed>,
) -> Result<Sent, Failed> {
    sink.say(&count.to_string())?;
    let before = child.cpu()?;
    let begin = Instant::now();
    go(child)?;
    sink.hear("last")?;
    let seconds = begin.elapsed().as_secs_f64();
    std::thread::sleep(SETTLING);
    Ok(Sent {
        rate: f64::from(count) / seconds,
        cpu_each: (child.cpu()? - before) / f64::from(count),
    })
}

/// Lets the office invite everybody, which fills the outbox, and measures from its release.
fn from_the_outbox(office: &Office, sink: &mut Child, count: u32) -> Result<Sent, Failed> {
    let mut kreis = office.open(None)?;
    let gathering = format!("/{NETWORK}/termine/{}", office.filled.slug);
    let form = format!("groups={}", office.filled.group);
    let round = submit(office, &format!("{gathering}/einladung/runde"), &form)?;
    submit(office, &format!("{round}/auslage"), "")?;
    let group = waiting_group(office)?;
    timed(&mut kreis, sink, count, |_| {
        let form = format!("count={count}");
        submit(office, &format!("{group}/freigabe"), &form).map(drop)
    })
}

/// Sends a form and gives the address that the answer sends on to.
fn submit(office: &Office, path: &str, form: &str) -> Result<String, Failed> {
    let answer = office.ask(&wire::post(&office.origin(), path, &cookie(), form))?;
    answer
        .field("location")
        .map(str::to_owned)
        .ok_or_else(|| format!("{path} answered {}", answer.status).into())
}

/// The address of the one group of letters that waits.
fn waiting_group(office: &Office) -> Result<String, Failed> {
    let path = format!("/{NETWORK}/postausgang");
    let page = office.ask(&wire::get(&path, Some(&cookie()), None))?;
    let html = String::from_utf8(page.body)?;
    let (_, rest) = html
        .split_once(&format!("\"{path}/gruppe/"))
        .ok_or("no letters wait in the outbox")?;
    let id = rest.split('"').next().unwrap_or_default();
    Ok(format!("{path}/gruppe/{id}"))
}
