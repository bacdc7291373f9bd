//! A member list on its way into the register: uploaded, compared row by row, written, read in
//! again against the full register, and taken back. All of it through the front door.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::child::Child;
use crate::office::{Office, cookie};
use crate::records::{Amount, NETWORK};
use crate::table::{Row, Table};
use crate::{Failed, Size, wire};

const AMOUNT: Amount = Amount {
    gatherings: 10,
    people: 70,
    plans: false,
};

/// How often the page is asked whether the work has come to an end.
const EVERY: Duration = Duration::from_millis(200);
/// How long any of it may take at all.
const PATIENCE: Duration = Duration::from_mins(10);

/// The columns with what they mean.
const COLUMNS: [(&str, &str); 10] = [
    ("Organisation", "organisation"),
    ("Straße", "street"),
    ("PLZ", "postcode"),
    ("Ort", "town"),
    ("Telefon", "phone"),
    ("E-Mail", "mail"),
    ("Mitglied seit", "since"),
    ("Ansprechperson", "person"),
    ("Funktion", "function"),
    ("E-Mail Ansprechperson", "person-mail"),
];

/// The part.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let rows = size.pick(2_000, 10_800);
    let office = Office::furnish(AMOUNT, None)?;
    let child = office.open(None)?;
    let (at_rest, _) = child.memory()?;
    let list = list(rows);
    let mut meter = Meter {
        office: &office,
        child: &child,
        rows: Vec::new(),
    };
    let path = meter.uploaded(&list, "uploaded, compared with an empty register")?;
    meter.done(&format!("{path}/eintragung"), &path, "written")?;
    let again = meter.uploaded(&list, "the same list compared with the full register")?;
    meter.page(&again, "a page of the review")?;
    meter.done(&format!("{path}/ruecknahme"), &path, "taken back")?;
    let (_, most) = child.memory()?;
    let mut all = meter.rows;
    all.push(Row {
        what: format!("resident at most ({at_rest:.0} MiB before)"),
        kreis: format!("{most:.0} MiB"),
        aim: "≤ 300 MB",
        ..Row::default()
    });
    for row in &mut all {
        row.what = format!("{rows} organisations with a contact each: {}", row.what);
    }
    Ok(Table {
        title: "A member list",
        other: "",
        rows: all,
    })
}

/// A list of so many organisations, each another one.
fn list(rows: u32) -> String {
    const KINDS: [&str; 8] = [
        "Sozialstation",
        "Nachbarschaftshaus",
        "Jugendwerkstatt",
        "Tagespflege",
        "Beratungsstelle",
        "Kinderhaus",
        "Wohnverbund",
        "Freiwilligenagentur",
    ];
    const NAMES: [&str; 9] = [
        "Ahorn", "Birke", "Distel", "Eiche", "Flieder", "Ginster", "Holunder", "Iris", "Kastanie",
    ];
    let names = COLUMNS.map(|(name, _)| name);
    let mut text = format!("\u{feff}{}\r\n", names.join(";"));
    let kinds = KINDS.iter().cycle();
    let towns = (0..rows).map(|row| row / 40);
    for ((row, kind), town) in (1..=rows).zip(kinds).zip(towns) {
        let name = NAMES
            .iter()
            .cycle()
            .nth(usize::try_from(row % 9).unwrap_or(0));
        let name = name.copied().unwrap_or_default();
        let _infallible = write!(
            text,
            "{kind} {name} {row} e.V.;Weg {row};{:05};Ort{town};03643 {row:06};\
             info@haus{row}.example;01.01.2015;Leitung {kind} {name} {row};Leitung;\
             leitung@haus{row}.example\r\n",
            10_000 + town
        );
    }
    text
}

struct Meter<'m> {
    office: &'m Office,
    child: &'m Child,
    rows: Vec<Row>,
}

impl Meter<'_> {
    /// Times something and notes what it took.
    fn timed<T>(
        &mut self,
        what: &str,
        aim: &'static str,
        work: impl FnOnce(&Office) -> Result<T, Failed>,
    ) -> Result<T, Failed> {
        let (begin, cpu) = (Instant::now(), self.child.cpu()?);
        let done = work(self.office)?;
        let (took, cpu) = (begin.elapsed().as_secs_f64(), self.child.cpu()? - cpu);
        let (now, most) = self.child.memory()?;
        self.rows.push(Row {
            what: format!("{what} (then {now:.0} MiB, at most {most:.0})"),
            kreis: format!("{took:.2} s"),
            cpu: format!("{cpu:.2} s"),
            aim,
            ..Row::default()
        });
        Ok(done)
    }

    /// Uploads a list, says what its columns mean and waits for its review; the list's path.
    fn uploaded(&mut self, list: &str, what: &str) -> Result<String, Failed> {
        self.timed(what, "≤ 10 s with matching and writing", |office| {
            let upload = upload(office, list);
            let answer = office.ask(&upload)?;
            let place = answer.field("location").unwrap_or_default();
            let (path, _) = place
                .split_once("/spalten")
                .ok_or_else(|| format!("the upload answered {}", answer.status))?;
            let mut fields = "do=on&kind=member".to_owned();
            for (column, (_, meaning)) in COLUMNS.iter().enumerate() {
                write!(fields, "&c{column}={meaning}")?;
            }
            posted(office, &format!("{path}/spalten"), &fields)?;
            settled(office, path)?;
            Ok(path.to_owned())
        })
    }

    /// Posts an empty form and waits until the list stands still.
    fn done(&mut self, action: &str, path: &str, what: &str) -> Result<(), Failed> {
        self.timed(what, "≤ 10 s with matching and writing", |office| {
            posted(office, action, "")?;
            settled(office, path)
        })
    }

    fn page(&mut self, path: &str, what: &str) -> Result<(), Failed> {
        self.timed(what, "", |office| {
            let answer = office.ask(&wire::get(path, Some(&cookie()), None))?;
            if answer.status == 200 {
                Ok(())
            } else {
                Err(format!("{path} answered {}", answer.status).into())
            }
        })
    }
}

/// The bytes of a POST as a browser would send it from a page of ours.
fn post(office: &Office, path: &str, kind: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: {}\r\norigin: {}\r\ncookie: {}\r\n\
         content-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}",
        office.address,
        office.origin(),
        cookie(),
        body.len()
    )
    .into_bytes()
}

fn upload(office: &Office, list: &str) -> Vec<u8> {
    let body = format!(
        "--grenze\r\ncontent-disposition: form-data; name=\"file\"; filename=\"liste.csv\"\r\n\
         content-type: text/csv\r\n\r\n{list}\r\n--grenze--\r\n"
    );
    let path = format!("/{NETWORK}/listen/einlesen");
    post(office, &path, "multipart/form-data; boundary=grenze", &body)
}

fn posted(office: &Office, path: &str, fields: &str) -> Result<(), Failed> {
    let kind = "application/x-www-form-urlencoded";
    let answer = office.ask(&post(office, path, kind, fields))?;
    if answer.status == 303 {
        Ok(())
    } else {
        Err(format!("{path} answered {}", answer.status).into())
    }
}

/// Waits until nothing works on a list any more.
fn settled(office: &Office, path: &str) -> Result<(), Failed> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        let answer = office.ask(&wire::get(path, Some(&cookie()), None))?;
        let page = String::from_utf8_lossy(&answer.body);
        if answer.status != 200 {
            return Err(format!("{path} answered {}", answer.status).into());
        }
        if !page.contains("http-equiv=\"refresh\"") {
            return Ok(());
        }
        std::thread::sleep(EVERY);
    }
    Err(format!("{path} never came to an end").into())
}
