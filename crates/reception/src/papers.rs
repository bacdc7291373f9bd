//! What is taken along from the door: the list, the badges, the table, the certificates. Answers
//! to questions and what somebody needs stand in none of them.

use base::{Fault, Halt};
use calendar::{Zone, dates};
use gatherings::{Gathering, papers};
use print::{
    AttendancePaper, AttendanceRow, Badge, BadgesPaper, CertificatesPaper, Letterhead, Party,
    Standing,
};
use shell::Visit;
use store::Conn;
use tables::Cell;

use crate::links;
use crate::pages::hour;
use crate::records::{self, Asked, Guest, Line};
use crate::rules::Certificate;

/// How many empty lines the list offers to people whom nobody expects.
const SPARE: u8 = 8;

fn everybody(conn: &mut Conn<'_>, it: &Gathering) -> Result<(Vec<Line>, Vec<Guest>), Fault> {
    let asked = Asked {
        limit: records::MOST,
        ..Asked::default()
    };
    let mut guests = records::guests(conn, it.id)?;
    guests.reverse();
    Ok((records::lines(conn, it.id, &asked)?, guests))
}

fn letterhead(conn: &mut Conn<'_>, visit: &Visit, it: &Gathering) -> Result<Letterhead, Halt> {
    let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
    let of = (visit.lang, visit.now);
    Ok(papers::letterhead(conn, &visit.app, &network, of)?)
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The list to be signed, or of who came.
pub(crate) fn list(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<AttendancePaper, Halt> {
    let (lines, guests) = everybody(conn, it)?;
    let row = |name: &str, organisation: &str, standing: Standing| AttendanceRow {
        party: Party {
            name: filled(name),
            function: None,
            body: filled(organisation),
        },
        votes: false,
        standing,
    };
    let mut rows = Vec::new();
    for it in &lines {
        let standing = match it.here {
            Some(_) => Standing::Present,
            None => Standing::Open,
        };
        rows.push(row(&it.name, &it.organisation, standing));
    }
    for it in &guests {
        rows.push(row(&it.name, &it.organisation, Standing::Present));
    }
    let is_over = it.ends_at <= visit.now;
    if is_over {
        // Nobody signs any more; who did not come is not asked for a reason.
        rows.retain(|row| row.standing == Standing::Present);
    }
    let further = gatherings::further_guests(conn, it.id)?;
    Ok(AttendancePaper {
        letterhead: letterhead(conn, visit, it)?,
        facts: papers::facts(conn, it, visit.lang)?,
        rows,
        further_guests: further.and_then(papers::further_guests),
        spare_rows: if is_over { 0 } else { SPARE },
    })
}

/// A badge for everybody who is expected or here.
pub(crate) fn badges(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<BadgesPaper, Halt> {
    let (lines, guests) = everybody(conn, it)?;
    let badge = |name: String, organisation: String| Badge {
        name,
        organisation: filled(&organisation),
    };
    let lines = lines.into_iter();
    let mut badges: Vec<Badge> = lines.map(|it| badge(it.name, it.organisation)).collect();
    badges.extend(guests.into_iter().map(|it| badge(it.name, it.organisation)));
    if badges.is_empty() {
        return Err(Halt::Missing);
    }
    Ok(BadgesPaper {
        letterhead: letterhead(conn, visit, it)?,
        title: visit.tell(
            "reception-badges-title",
            &[("title", it.title.as_str().into())],
        ),
        gathering: it.title.clone(),
        badges,
    })
}

/// The names of the table's columns.
pub(crate) fn columns(visit: &Visit) -> Vec<String> {
    [
        "reception-col-name",
        "reception-col-organisation",
        "reception-col-with",
        "reception-col-way",
        "reception-col-came",
    ]
    .map(|key| visit.say(key).to_owned())
    .to_vec()
}

/// The table's rows.
pub(crate) fn rows(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<Vec<Vec<Cell>>, Fault> {
    let (lines, guests) = everybody(conn, it)?;
    let lines = lines.into_iter().map(|line| {
        let came = line.here.map(|(_, at)| hour(visit, it, at));
        vec![
            Cell::text(line.name),
            Cell::text(line.organisation),
            Cell::text(line.with.unwrap_or_default()),
            Cell::text(visit.say("reception-way-registered")),
            Cell::text(came.unwrap_or_default()),
        ]
    });
    let guests = guests.into_iter().map(|guest| {
        vec![
            Cell::text(guest.name),
            Cell::text(guest.organisation),
            Cell::Empty,
            Cell::text(visit.say("reception-way-guest")),
            Cell::text(hour(visit, it, guest.at)),
        ]
    });
    Ok(lines.chain(guests).collect())
}

/// Certificates, a page each.
pub(crate) fn certificates(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, all): (&Gathering, &[Certificate]),
) -> Result<CertificatesPaper, Halt> {
    let zone = Zone::named(&it.zone).unwrap_or_else(|_| Zone::utc());
    let place_and_date = |known: &Certificate| {
        let day = dates::day(zone.local(known.made_at).date(), visit.lang);
        if it.venue_town.is_empty() {
            day
        } else {
            let place = it.venue_town.as_str().into();
            visit.tell(
                "reception-place-and-date",
                &[("place", place), ("day", day.into())],
            )
        }
    };
    let certificates = all.iter().map(|known| print::Certificate {
        name: known.name.clone(),
        organisation: filled(&known.organisation),
        place_and_date: place_and_date(known),
        code: known.code.clone(),
        address: visit.app.url(visit.lang, &links::checked(&known.code)),
    });
    let certificates = certificates.collect();
    Ok(CertificatesPaper {
        letterhead: letterhead(conn, visit, it)?,
        title: visit.tell(
            "reception-certificates-of",
            &[("title", it.title.as_str().into())],
        ),
        facts: papers::facts(conn, it, visit.lang)?,
        certificates,
    })
}
