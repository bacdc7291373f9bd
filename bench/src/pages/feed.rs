//! The calendar that a network's subscribers fetch again and again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::child::Child;
use crate::load::{self, Load};
use crate::office::{Office, cookie, in_runtime};
use crate::records::{Amount, NETWORK};
use crate::table::{Row, Table, median, millis};
use crate::wire::{self, Wire};
use crate::{Failed, Size};

/// How many ask at the same time for what has not changed.
const CONNECTIONS: u32 = 8;
const GATHERINGS: u32 = 1000;
/// What a change calls for in the background (who is alike, what is found by which word) belongs
/// to the change and not to the feed.
const SETTLING: Duration = Duration::from_millis(150);

/// The feed right after a change, kept, and where the subscriber has it already.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let amount = Amount {
        gatherings: GATHERINGS,
        people: 70,
        plans: false,
    };
    let office = Office::furnish(amount, None)?;
    let kreis = office.open(Some(1))?;
    let path = format!("/{NETWORK}/termine.ics");
    let plain = wire::get(&path, None, None);
    let changed: [(&str, Change); 2] = [
        ("elsewhere", enter_somebody),
        ("of one of them", call_off_or_on),
    ];
    let mut rows = Vec::new();
    for change in changed {
        rows.push(after_changes(&office, &kreis, &plain, change, size)?);
    }
    let answer = office.ask(&plain)?;
    let tag = answer.field("etag").ok_or("a feed without a tag")?;
    let again = wire::get_unless(&path, tag);
    rows.push(under_load(&office, &kreis, (plain, 200), size)?);
    rows.push(under_load(&office, &kreis, (again, 304), size)?);
    Ok(Table {
        title: "The feed of a network with 1,000 gatherings",
        other: "",
        rows,
    })
}

/// Something that the office does between two fetches; the number tells one from another.
type Change = fn(&Office, u32) -> Result<(), Failed>;

/// Each time something is changed, then the feed is fetched once.
fn after_changes(
    office: &Office,
    kreis: &Child,
    request: &[u8],
    (what, change): (&str, Change),
    size: Size,
) -> Result<Row, Failed> {
    let (mut times, mut cpu, mut bytes) = (Vec::new(), 0.0, 0);
    let rounds = size.pick(5, 40);
    for number in 0..rounds {
        change(office, number)?;
        std::thread::sleep(SETTLING);
        let before = kreis.cpu()?;
        let begin = Instant::now();
        let answer = office.ask(request)?;
        times.push(begin.elapsed().as_secs_f64());
        cpu += kreis.cpu()? - before;
        bytes = answer.body.len();
    }
    Ok(Row {
        what: format!("first after a change {what} ({bytes} bytes)"),
        kreis: millis(median(&times)),
        cpu: millis(cpu / f64::from(rounds)),
        aim: "≤ 5 ms CPU",
        ..Row::default()
    })
}

fn enter_somebody(office: &Office, number: u32) -> Result<(), Failed> {
    let form = format!(
        "name=Leitung+Haus+{number}&address_form=neutral&lang=de&mail=haus-{number}@kreis.example"
    );
    send(office, &format!("/{NETWORK}/person-anlegen"), &form)
}

fn call_off_or_on(office: &Office, number: u32) -> Result<(), Failed> {
    let at = format!("/{NETWORK}/termine/{}/absage", office.filled.slug);
    if number.is_multiple_of(2) {
        send(office, &at, "reason=Krankheit")
    } else {
        send(office, &format!("{at}/ruecknahme"), "")
    }
}

fn send(office: &Office, path: &str, form: &str) -> Result<(), Failed> {
    let answer = office.ask(&wire::post(&office.origin(), path, &cookie(), form))?;
    if answer.status == 303 {
        Ok(())
    } else {
        Err(format!("{path} answered {}", answer.status).into())
    }
}

fn under_load(
    office: &Office,
    kreis: &Child,
    (request, status): (Vec<u8>, u16),
    size: Size,
) -> Result<Row, Failed> {
    let load = Load {
        address: office.address,
        request: Arc::new(request.clone()),
        connections: CONNECTIONS,
        time: size.pick(Duration::from_millis(400), Duration::from_secs(3)),
        status,
    };
    let first = in_runtime(async { Wire::open(office.address).await?.ask(&request).await })??;
    let before = kreis.cpu()?;
    let ran = load::run(&load)?;
    let cpu = kreis.cpu()? - before;
    Ok(Row {
        what: format!("unchanged, answered {status} ({} bytes)", first.body.len()),
        kreis: format!("{:.0}/s", ran.rate()),
        cpu: millis(cpu / f64::from(ran.answers)),
        ..Row::default()
    })
}
