//! One-page invitations as PDF, one after the other by one warm press.

use jiff::Timestamp;
use print::{
    Accent, AgendaRow, Answer, Facts, InvitationPaper, Letterhead, Office, Party, Place, Press,
    Recipient,
};

use crate::child::Child;
use crate::table::{Row, Table, millis};
use crate::{Failed, Size};

/// What may be loaded once is loaded after so many.
const WARM_UP: u32 = 10;

/// The part: starts a press of its own and counts its CPU.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let count: u32 = size.pick(50, 300);
    let mut press = Child::start("press", &[], None)?;
    press.hear("ready")?;
    press.say(&WARM_UP.to_string())?;
    press.hear("done")?;
    let before = press.cpu()?;
    press.say(&count.to_string())?;
    let bytes = press.hear("done")?;
    let each = (press.cpu()? - before) / f64::from(count);
    let (now, _) = press.memory()?;
    Ok(Table {
        title: "PDF",
        other: "",
        rows: vec![Row {
            what: format!("invitation of one page, warm, {count} in a row ({bytes} bytes each)"),
            kreis: format!("{now:.0} MiB resident"),
            cpu: millis(each),
            aim: "≤ 5 ms CPU",
            ..Row::default()
        }],
    })
}

/// The role: prints as many as each line of its input says.
pub fn press() -> Result<(), Failed> {
    let press = Press::new()?;
    println!("ready");
    for line in std::io::stdin().lines() {
        let count: u32 = line?.trim().parse()?;
        let mut bytes = 0;
        for number in 0..count {
            bytes = press.invitation(&paper(number))?.len();
        }
        println!("done {bytes}");
    }
    Ok(())
}

/// An invitation to a meeting with five items; each goes to somebody else.
fn paper(number: u32) -> InvitationPaper {
    InvitationPaper {
        letterhead: letterhead(),
        recipient: Recipient {
            name: None,
            function: Some("Geschäftsführung".to_owned()),
            organisation: Some(format!("Beratungsstelle {number} e. V.")),
            address: vec![format!("Beispielweg {number}"), "99425 Weimar".to_owned()],
        },
        place_and_date: "Weimar, 6. November 2017".to_owned(),
        subject: "Einladung zur Sitzung der Kreisgruppe am 7. Dezember 2017".to_owned(),
        salutation: "Guten Tag,".to_owned(),
        body: "wir laden Sie zur letzten Sitzung dieses Jahres ein. Viele Mitglieder suchen \
               Fachkräfte; mit dem Jobcenter besprechen wir, welche Förderung es gibt und was \
               die Träger gemeinsam tun können.\n\nDie Niederschrift der letzten Sitzung liegt \
               bei."
            .to_owned()
            .into(),
        note: String::new().into(),
        facts: Facts {
            title: "Sitzung der Kreisgruppe".to_owned(),
            day: "Donnerstag, 7. Dezember 2017".to_owned(),
            time: "14:00 bis 16:30 Uhr".to_owned(),
            place: Some(Place {
                name: "Lebenshilfe-Werk Weimar/Apolda e. V.".to_owned(),
                address: vec!["Weimar-Tröbsdorf".to_owned()],
                accessibility: Some("stufenloser Eingang".to_owned()),
            }),
            host: Some("Lebenshilfe-Werk Weimar/Apolda e. V.".to_owned()),
            focus: Some("Fachkräfte dringend gesucht".to_owned()),
            guests: vec![speaker("Leitung", "Jobcenter Weimar")],
        },
        agenda: agenda(),
        answer: Answer {
            by_mail: true,
            until: Some("30. November 2017".to_owned()),
        },
        signatory: Some(speaker("Leitung der Kreisgruppe", "")),
    }
}

fn letterhead() -> Letterhead {
    Letterhead {
        lang: base::Lang::De,
        network: "Kreisgruppe Weimar/Weimarer Land".to_owned(),
        parent: Some("im Landesverband Thüringen".to_owned()),
        office: Office {
            name: "Geschäftsstelle der Kreisgruppe".to_owned(),
            address: vec!["Musterstraße 1".to_owned(), "99423 Weimar".to_owned()],
            phone: Some("03643 000000".to_owned()),
            mail: Some("buero@kreis.example".to_owned()),
            website: Some("https://kreis.example".to_owned()),
        },
        logo: None,
        accent: Accent::default(),
        sample_data: true,
        printed_at: Timestamp::UNIX_EPOCH,
    }
}

fn agenda() -> Vec<AgendaRow> {
    [
        ("1", "14:00", "Begrüßung und Niederschrift", 10),
        ("2", "14:10", "Fachkräfte: Lage und Förderwege", 45),
        ("3", "14:55", "Erfahrungen der Mitglieder", 40),
        ("4", "15:35", "Neues aus dem Landesverband", 25),
        ("5", "16:00", "Termine und Verschiedenes", 30),
    ]
    .into_iter()
    .map(|(number, time, title, minutes)| AgendaRow {
        number: number.to_owned(),
        time: time.to_owned(),
        title: title.to_owned(),
        note: None,
        speakers: vec![speaker("Leitung", "Jobcenter Weimar")],
        minutes: Some(minutes),
    })
    .collect()
}

fn speaker(function: &str, body: &str) -> Party {
    Party {
        name: None,
        function: Some(function.to_owned()),
        body: Some(body.to_owned()),
    }
}
