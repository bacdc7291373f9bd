//! Complete registrations: the form read, sent, durable before the answer, the mail queued.
//! Beside them, in the same run, raw inserts that commit one by one.

mod crowd;
mod disk;
mod house;
pub mod raw;
mod server;

use std::path::Path;
use std::time::Duration;

use crate::child::Child;
use crate::office::in_runtime;
use crate::table::{Row, Table, median, millis};
use crate::{Failed, Size};
use crowd::{Rush, Rushed};
use disk::{Counted, Counter};
use house::{House, Stand};
use server::Server;

/// How many insert at the same time where nothing else is done.
const RAW_CLIENTS: u32 = 16;
/// What a disk with a spindle takes to make something durable.
const SLOW_DISK: u32 = 4_000;
/// More places than anybody asks for.
const ENOUGH: i64 = 1_000_000;

/// The clients at the same time, with how many people come.
fn rushes(size: Size) -> [(u32, u32); 3] {
    size.pick(
        [(1, 20), (16, 64), (256, 512)],
        [(1, 1_000), (16, 5_000), (256, 10_000)],
    )
}

/// Where registrations are kept.
#[derive(Clone, Copy)]
struct Ground<'g> {
    name: &'static str,
    server: Option<&'g Server>,
    counter: Option<&'g Counter>,
}

/// What a rush came to.
struct Figure {
    rushed: Rushed,
    cpu_each: f64,
    fsyncs_each: Option<f64>,
}

impl Figure {
    fn words(&self) -> String {
        let fsyncs = match self.fsyncs_each {
            Some(each) => format!(", {each:.3} fsyncs each"),
            None => String::new(),
        };
        let errors = self.rushed.errors.len();
        format!(
            "{:.0}/s, POST p50 {}, p99 {}{fsyncs}, {errors} errors",
            self.rushed.rate(),
            millis(self.rushed.percentile(50)),
            millis(self.rushed.percentile(99)),
        )
    }
}

/// The part.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let counter = Counter::compiled()?;
    if counter.is_none() {
        eprintln!("bench: no C compiler, fsyncs are not counted and no disk is made slower");
    }
    let server = Server::found()?;
    if server.is_none() {
        eprintln!("bench: no PostgreSQL, name a server in KREIS_BENCH_POSTGRES");
    }
    let sqlite = Ground {
        name: "SQLite (synchronous=FULL)",
        server: None,
        counter: counter.as_ref(),
    };
    let mut rows = rates(size, sqlite)?;
    if let Some(counter) = &counter {
        rows.extend(slow_disk(size, counter)?);
    }
    rows.push(conferences(size, sqlite)?);
    if let Some(server) = &server {
        let postgres = Ground {
            name: "PostgreSQL (fsync=on)",
            server: Some(server),
            counter: None,
        };
        rows.extend(rates(size, postgres)?);
        rows.push(conferences(size, postgres)?);
    }
    Ok(Table {
        title: "Complete registrations over HTTP",
        other: "raw inserts, 16 clients",
        rows,
    })
}

/// All rates of one database, in turns with raw inserts.
fn rates(size: Size, ground: Ground<'_>) -> Result<Vec<Row>, Failed> {
    let url = ground.server.map(|it| it.database("rates")).transpose()?;
    let house = House::furnish(ENOUGH, url.as_deref())?;
    let mut comers = Comers::default();
    let mut figures: [Vec<Figure>; 3] = Default::default();
    let mut raw = Vec::new();
    for _ in 0..size.pick(1, 3) {
        raw.push(raw_rate(size, ground, 0)?.0);
        for (figures, (clients, count)) in figures.iter_mut().zip(rushes(size)) {
            let rush = comers.next(count, clients);
            figures.push(rush_at(&house, (ground, 0), rush)?);
        }
    }
    let stand = house::stand(&house.office.database(url.as_deref()))?;
    check(stand, (&comers, ENOUGH))?;
    drop(house);
    if let (Some(server), Some(url)) = (ground.server, &url) {
        server.drop_database(url)?;
    }
    let raw = median(&raw);
    let rows = figures.iter().zip(rushes(size));
    Ok(rows
        .map(|(figures, (clients, count))| row(ground, (clients, count), (figures, raw)))
        .collect())
}

/// Numbers that nobody had before.
#[derive(Default)]
struct Comers(u32);

impl Comers {
    fn next(&mut self, count: u32, clients: u32) -> Rush {
        let first = self.0;
        self.0 += count;
        Rush {
            first,
            count,
            clients,
        }
    }
}

fn row(ground: Ground<'_>, (clients, count): (u32, u32), (figures, raw): (&[Figure], f64)) -> Row {
    let rate = middle(figures, |it| it.rushed.rate());
    // The words of the round in the middle.
    let mut sorted: Vec<&Figure> = figures.iter().collect();
    sorted.sort_by(|one, other| one.rushed.rate().total_cmp(&other.rushed.rate()));
    let words = sorted.get(figures.len() / 2).map(|it| it.words());
    Row {
        what: format!("{}: {count} people, {clients} at a time", ground.name),
        kreis: words.unwrap_or_default(),
        other: format!("{raw:.0}/s"),
        ratio: format!("{:.2}", rate / raw),
        cpu: millis(middle(figures, |it| it.cpu_each)),
        aim: match (clients, ground.counter.is_some()) {
            (256, true) => "≤ 0.6 ms CPU, p99 ≤ 200 ms, < 0.1 fsync",
            (256, false) => "≤ 0.6 ms CPU, p99 ≤ 200 ms",
            _ => "≤ 0.6 ms CPU",
        },
    }
}

fn middle(figures: &[Figure], of: impl Fn(&Figure) -> f64) -> f64 {
    median(&figures.iter().map(of).collect::<Vec<_>>())
}

/// A program at work, and what is counted of it.
fn opened(
    house: &House,
    (ground, micros): (Ground<'_>, u32),
) -> Result<(Child, Option<Counted>), Failed> {
    let counted = match ground.counter {
        Some(counter) => Some(counter.of("kreis", micros)?),
        None => None,
    };
    let env = counted.as_ref().map_or(&[][..], |it| it.env.as_slice());
    let kreis = house.office.open_with(env)?;
    Ok((kreis, counted))
}

/// One rush on a program that was just started.
fn rush_at(
    house: &House,
    (ground, micros): (Ground<'_>, u32),
    rush: Rush,
) -> Result<Figure, Failed> {
    let (kreis, counted) = opened(house, (ground, micros))?;
    let syncs = || counted.as_ref().map(Counted::count).transpose();
    let (cpu, before) = (kreis.cpu()?, syncs()?);
    let rushed = in_runtime(crowd::register(house.office.address, &house.doors, rush))??;
    let (used, after) = (kreis.cpu()? - cpu, syncs()?);
    drop(kreis);
    if ground.server.is_some() {
        // The server lets go of a database a moment after its program has ended.
        std::thread::sleep(Duration::from_millis(300));
    }
    let each = f64::from(rush.count);
    Ok(Figure {
        rushed,
        cpu_each: used / each,
        fsyncs_each: after.zip(before).map(|(after, before)| {
            let count = u32::try_from(after.saturating_sub(before)).unwrap_or(u32::MAX);
            f64::from(count) / each
        }),
    })
}

/// Raw inserts: how many a second, and fsyncs each where they are counted.
fn raw_rate(size: Size, ground: Ground<'_>, micros: u32) -> Result<(f64, Option<f64>), Failed> {
    let time = size.pick(Duration::from_millis(300), Duration::from_secs(5));
    let (clients, millis) = (RAW_CLIENTS.to_string(), time.as_millis().to_string());
    let folder = tempfile::tempdir()?;
    let url = ground.server.map(|it| it.database("raw")).transpose()?;
    let file = folder.path().join("raw.db");
    let file = file.to_str().ok_or("a path beyond UTF-8")?;
    let (role, place) = match &url {
        Some(url) => ("raw-postgres", url.as_str()),
        None => ("raw-sqlite", file),
    };
    let counted = match ground.counter {
        Some(counter) => Some(counter.of("raw", micros)?),
        None => None,
    };
    let env = counted.as_ref().map_or(&[][..], |it| it.env.as_slice());
    let mut child = Child::start_with(role, &[place, &clients, &millis], None, env)?;
    let rate: f64 = child.hear("rate")?.parse()?;
    child.join()?;
    if let (Some(server), Some(url)) = (ground.server, &url) {
        server.drop_database(url)?;
    }
    let inserts = rate * time.as_secs_f64();
    let each = match counted {
        Some(counted) => {
            let count = u32::try_from(counted.count()?).unwrap_or(u32::MAX);
            Some(f64::from(count) / inserts)
        }
        None => None,
    };
    Ok((rate, each))
}

/// A disk that takes 4 ms for each fsync, against the one of this machine.
fn slow_disk(size: Size, counter: &Counter) -> Result<Vec<Row>, Failed> {
    let ground = Ground {
        name: "SQLite",
        server: None,
        counter: Some(counter),
    };
    let house = House::furnish(ENOUGH, None)?;
    let mut comers = Comers::default();
    let count = size.pick(512, 10_000);
    let (mut fast, mut slow) = (Vec::new(), Vec::new());
    for _ in 0..size.pick(1, 3) {
        fast.push(rush_at(&house, (ground, 0), comers.next(count, 256))?);
        slow.push(rush_at(
            &house,
            (ground, SLOW_DISK),
            comers.next(count, 256),
        )?);
    }
    let (raw, syncs) = raw_rate(size, ground, SLOW_DISK)?;
    let [quick, late] = [&fast, &slow].map(|of| middle(of, |it| it.rushed.rate()));
    let mut row = row(ground, (256, count), (&slow, raw));
    let syncs = syncs.map(|it| format!(", {it:.2} fsyncs each"));
    row.what = format!("SQLite, every fsync takes 4 ms longer: {count} people, 256 clients");
    row.other = format!("{raw:.0}/s{}", syncs.unwrap_or_default());
    row.aim = "at least half the rate of the fast disk";
    let share = Row {
        what: "SQLite, slow disk against this machine's".to_owned(),
        kreis: format!("{late:.0}/s"),
        other: format!("{quick:.0}/s"),
        ratio: format!("{:.2}", late / quick),
        aim: "≥ 0.5",
        ..Row::default()
    };
    Ok(vec![row, share])
}

/// Everybody comes after three conferences in the same minute, whose places are too few.
fn conferences(size: Size, ground: Ground<'_>) -> Result<Row, Failed> {
    let (count, places) = size.pick((600, 150), (10_000, 2_500));
    let url = ground.server.map(|it| it.database("rush")).transpose()?;
    let house = House::furnish(places, url.as_deref())?;
    let mut comers = Comers::default();
    let rush = comers.next(count, 256);
    let figure = rush_at(&house, (ground, 0), rush)?;
    let stand = house::stand(&house.office.database(url.as_deref()))?;
    let all = places * 3;
    let lost = i64::from(figure.rushed.taken()) - stand.registrations;
    let row = Row {
        what: format!(
            "{}: {count} people after {all} places of three conferences",
            ground.name
        ),
        kreis: format!(
            "{:.1} s, {}, {} places given, {} wrong, {lost} lost",
            figure.rushed.seconds,
            figure.words(),
            stand.held,
            stand.wrong + stand.odd,
        ),
        cpu: millis(figure.cpu_each),
        aim: "no error, no place too many, nobody lost",
        ..Row::default()
    };
    check(stand, (&comers, places))?;
    drop(house);
    if let (Some(server), Some(url)) = (ground.server, &url) {
        server.drop_database(url)?;
    }
    Ok(row)
}

/// A figure of registrations that are not there would be none.
fn check(stand: Stand, (comers, places): (&Comers, i64)) -> Result<(), Failed> {
    let people = i64::from(comers.0);
    let is_well = stand.registrations == people
        && stand.letters == people
        && stand.odd == 0
        && stand.wrong == 0
        && stand.held == people.min(places.saturating_mul(3));
    if is_well {
        Ok(())
    } else {
        Err(format!("{people} people came, and this is there: {stand:?}").into())
    }
}

/// The roles: raw inserts on a file, or on a server.
pub fn insert(role: &str, [place, clients, millis]: [&str; 3]) -> Result<(), Failed> {
    let (clients, time) = (clients.parse()?, Duration::from_millis(millis.parse()?));
    match role {
        "raw-sqlite" => raw::sqlite(Path::new(place), clients, time),
        _ => raw::postgres(place, clients, time),
    }
}
