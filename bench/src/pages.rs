//! Pages under load, in turns with a bare handler that answers the same bytes.

pub mod feed;
pub mod register;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use crate::child::Child;
use crate::load::{self, Load};
use crate::office::{Office, cookie};
use crate::records::{Amount, NETWORK};
use crate::table::{Row, Table, median, millis};
use crate::{Failed, Size, bare, wire};

/// How many ask at the same time.
const CONNECTIONS: u32 = 8;
/// Each server gets one worker thread, and the load generator has one: on two cores none of
/// the three waits for another.
const WORKERS: Option<usize> = Some(1);
/// What browsers say they can unpack.
const BROWSERS: Option<&str> = Some("gzip, deflate, br, zstd");

const PUBLIC_AIM: &str = "≥ 0.8 of bare";
const OFFICE_AIM: &str = "≤ 0.5 ms CPU";
const PLAN_AIM: &str = "≤ 5 ms CPU";

/// A page to measure.
struct Sample {
    what: String,
    path: String,
    cookie: Option<String>,
    accept: Option<&'static str>,
    aim: &'static str,
}

/// The public pages, with few gatherings and with many.
pub fn public(size: Size) -> Result<Table, Failed> {
    let mut rows = Vec::new();
    for gatherings in [10, 10_000] {
        let office = Office::furnish(amount(gatherings), None)?;
        let kreis = office.open(WORKERS)?;
        for (name, path) in [
            (
                "gathering",
                format!("/{NETWORK}/termine/{}", office.filled.slug),
            ),
            ("list", format!("/{NETWORK}/termine")),
        ] {
            for (how, accept) in [("plain", None), ("compressed", BROWSERS)] {
                let sample = Sample {
                    what: format!("public {name}, {gatherings} gatherings, {how}"),
                    path: path.clone(),
                    cookie: None,
                    accept,
                    aim: PUBLIC_AIM,
                };
                rows.push(compare(&office, &kreis, &sample, size)?);
            }
        }
    }
    Ok(table("Public pages", rows))
}

/// The pages of somebody who is signed in as the office.
pub fn signed_in(size: Size) -> Result<Table, Failed> {
    let mut rows = Vec::new();
    for gatherings in [10, 10_000] {
        let office = Office::furnish(amount(gatherings), None)?;
        let kreis = office.open(WORKERS)?;
        let gathering = format!("/{NETWORK}/termine/{}", office.filled.slug);
        let pages = [
            ("start page", format!("/{NETWORK}/intern")),
            ("list", format!("/{NETWORK}/termine")),
            ("gathering", gathering.clone()),
            ("gathering's form", format!("{gathering}/bearbeiten")),
            ("outbox", format!("/{NETWORK}/postausgang")),
        ];
        for (name, path) in pages {
            let sample = Sample {
                what: format!("{name}, {gatherings} gatherings"),
                path,
                cookie: Some(cookie()),
                accept: BROWSERS,
                aim: OFFICE_AIM,
            };
            rows.push(compare(&office, &kreis, &sample, size)?);
        }
    }
    Ok(table("Pages of the office, signed in, compressed", rows))
}

fn amount(gatherings: u32) -> Amount {
    Amount {
        gatherings,
        people: 70,
        plans: false,
    }
}

/// The plan of a year as the office sees it, among plans of ten years with a hundred rows each.
pub fn plans(size: Size) -> Result<Table, Failed> {
    let amount = Amount {
        plans: true,
        ..amount(10)
    };
    let office = Office::furnish(amount, None)?;
    let kreis = office.open(WORKERS)?;
    let plan = format!("/{NETWORK}/jahresplan/{}", office.filled.plan);
    let mut rows = Vec::new();
    for (name, path) in [
        ("plan of a year", plan.clone()),
        ("its table", format!("{plan}/bearbeiten")),
    ] {
        let sample = Sample {
            what: format!("{name}, 10 years × 100 gatherings"),
            path,
            cookie: Some(cookie()),
            accept: BROWSERS,
            aim: PLAN_AIM,
        };
        rows.push(compare(&office, &kreis, &sample, size)?);
    }
    Ok(table("Plans, signed in, compressed", rows))
}

fn table(title: &'static str, rows: Vec<Row>) -> Table {
    Table {
        title,
        other: "bare",
        rows,
    }
}

/// What some rounds of one server came to.
struct Sum {
    rates: Vec<f64>,
    answers: f64,
    cpu: f64,
}

impl Sum {
    fn new() -> Self {
        Self {
            rates: Vec::new(),
            answers: 0.0,
            cpu: 0.0,
        }
    }

    fn add_round(&mut self, child: &Child, load: &Load) -> Result<(), Failed> {
        let before = child.cpu()?;
        let ran = load::run(load)?;
        self.cpu += child.cpu()? - before;
        self.answers += f64::from(ran.answers);
        self.rates.push(ran.rate());
        Ok(())
    }
}

fn compare(office: &Office, kreis: &Child, sample: &Sample, size: Size) -> Result<Row, Failed> {
    let request = wire::get(&sample.path, sample.cookie.as_deref(), sample.accept);
    let answer = office.ask(&request)?;
    if answer.status != 200 {
        return Err(format!("{} answered {}", sample.path, answer.status).into());
    }
    let file = office.path("answer");
    bare::keep(&answer, &file)?;
    let file = file.to_str().ok_or("a path beyond UTF-8")?;
    let path = sample.path.split('?').next().unwrap_or_default();
    let mut bare = Child::start("bare", &[path, file], WORKERS)?;
    let bare_address: SocketAddr = bare.hear("ready")?.parse()?;
    let load = |address, time| Load {
        address,
        request: Arc::new(request.clone()),
        connections: CONNECTIONS,
        time,
        status: 200,
    };
    let warm_up = Duration::from_millis(200);
    load::run(&load(office.address, warm_up))?;
    load::run(&load(bare_address, warm_up))?;
    let (mut ours, mut theirs) = (Sum::new(), Sum::new());
    let time = size.pick(Duration::from_millis(400), Duration::from_millis(1500));
    for _ in 0..size.pick(3, 5) {
        theirs.add_round(&bare, &load(bare_address, time))?;
        ours.add_round(kreis, &load(office.address, time))?;
    }
    Ok(row(sample, answer.body.len(), &ours, &theirs))
}

fn row(sample: &Sample, bytes: usize, ours: &Sum, theirs: &Sum) -> Row {
    let (rate, bare_rate) = (median(&ours.rates), median(&theirs.rates));
    Row {
        what: format!("{} ({bytes} bytes)", sample.what),
        kreis: format!("{rate:.0}/s"),
        other: format!("{bare_rate:.0}/s"),
        ratio: format!("{:.2}", rate / bare_rate),
        cpu: format!(
            "{} / {}",
            millis(ours.cpu / ours.answers),
            millis(theirs.cpu / theirs.answers)
        ),
        aim: sample.aim,
    }
}
