//! How long until the first page is answered, and how much memory an office takes.

use std::time::{Duration, Instant};

use crate::office::{Office, cookie};
use crate::records::{Amount, NETWORK};
use crate::table::{Row, Table, median, millis};
use crate::{Failed, Size, wire};

const AMOUNT: Amount = Amount {
    gatherings: 200,
    people: 70,
    plans: false,
};

/// The part.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let office = Office::furnish(AMOUNT, None)?;
    Ok(Table {
        title: "Start and memory",
        other: "",
        rows: vec![start(&office, size)?]
            .into_iter()
            .chain(memory(&office, size)?)
            .collect(),
    })
}

fn start(office: &Office, size: Size) -> Result<Row, Failed> {
    let page = format!("/{NETWORK}/termine/{}", office.filled.slug);
    let (mut times, mut cpu) = (Vec::new(), Vec::new());
    for _ in 0..size.pick(3, 9) {
        let begin = Instant::now();
        let child = office.start(None)?;
        office.first_answer(&page)?;
        times.push(begin.elapsed().as_secs_f64());
        cpu.push(child.cpu()?);
    }
    Ok(Row {
        what: "from the start of the process to the first gathering's page".to_owned(),
        kreis: millis(median(&times)),
        cpu: millis(median(&cpu)),
        aim: "≤ 300 ms",
        ..Row::default()
    })
}

fn memory(office: &Office, size: Size) -> Result<Vec<Row>, Failed> {
    let child = office.open(None)?;
    let begin = Instant::now();
    let wait = size.pick(Duration::from_secs(5), Duration::from_mins(1));
    std::thread::sleep(wait.saturating_sub(begin.elapsed()));
    let at_rest = child.memory()?;
    let pdfs = size.pick(20, 100);
    let path = format!("/{NETWORK}/termine/{}.pdf", office.filled.slug);
    let request = wire::get(&path, Some(&cookie()), None);
    let before = child.cpu()?;
    for _ in 0..pdfs {
        let answer = office.ask(&request)?;
        if answer.status != 200 || !answer.body.starts_with(b"%PDF-") {
            return Err(format!("{path} answered {}", answer.status).into());
        }
    }
    let each = (child.cpu()? - before) / f64::from(pdfs);
    let after = child.memory()?;
    let mib = |(now, most): (f64, f64)| format!("{now:.0} MiB (at most {most:.0})");
    Ok(vec![
        Row {
            what: format!("resident {} s after the start", wait.as_secs()),
            kreis: mib(at_rest),
            aim: "≤ 80 MB",
            ..Row::default()
        },
        Row {
            what: format!("resident after {pdfs} agendas as PDF"),
            kreis: mib(after),
            cpu: millis(each),
            ..Row::default()
        },
    ])
}
