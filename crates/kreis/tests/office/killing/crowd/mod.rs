//! A crowd registers, moves, gives places back and takes them while the program is killed again
//! and again. However they meet: never a place too many, nobody lost who was told otherwise,
//! nobody overtaken in line, and whoever waits is told nothing else.
//!
//! `KREIS_KILLS` says how often, as for the office's other work.

mod line;
mod look;
mod work;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use base::access::Actor;
use base::{Clock, Dice, GatheringId, Halt, Moment, SeriesId};
use gatherings::{GatheringInput, LocalInput, SeriesInput, SeriesKind};
use jiff::ToSpan;
use jiff::civil::time;
use mail::SinkManners;
use registration::{Desk, DeskInput, DeskState, Passing, Places};
use store::Conn;
use trial::{DbKind, Installation, tokio};
use uuid::Uuid;

use super::{LONGEST, PROGRAM, a_while, kills, look as common, signed_in, story};
use crate::at_work::at_work;
use work::Guest;

/// How many new people come after each start.
const NEW: usize = 14;
/// How many places each date of the series has, and all of them together.
const PLACES: [i64; 3] = [4, 3, 5];
const SHARED: i64 = 10;
/// How many places there are where the office approves each.
const APPROVED: i64 = 5;

/// Where the crowd registers: the dates of a series, and a gathering of its own.
#[derive(Clone, Debug)]
pub(super) struct Doors {
    dates: Vec<(GatheringId, String)>,
    alone: (GatheringId, String),
}

/// Everybody, and where the link of each leads that came by mail.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    guests: Vec<Guest>,
    links: Mutex<BTreeMap<String, String>>,
}

fn planned(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, series, title): (&Actor, Option<SeriesId>, &str),
    days: i64,
) -> Result<(GatheringId, String), Halt> {
    let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
    let day = (moment.now() + (24 * days).hours())
        .in_tz("Europe/Berlin")
        .unwrap()
        .date();
    let when = LocalInput::on(day, time(9, 0, 0, 0), time(16, 0, 0, 0), "Europe/Berlin");
    let input = GatheringInput {
        series,
        ..GatheringInput::new(title, when.resolved().unwrap())
    };
    let id = gatherings::plan_gathering(conn, moment, who, network.id, &input)?;
    gatherings::announce(conn, moment, who, id)?;
    let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    Ok((id, format!("/weimar/termine/{}", it.slug)))
}

/// Sets up a series of three dates with places of their own and together, and a gathering where
/// the office approves.
fn set_up(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<Doors, Halt> {
    let (network, who) = &at_work(conn, "weimar")?;
    let series = SeriesInput {
        name: "Konferenzen des Andrangs".to_owned(),
        about: String::new(),
        kind: SeriesKind::Choice,
    };
    let series = gatherings::add_series(conn, moment, who, network.id, &series)?;
    let mut dates = Vec::new();
    for (title, days) in [
        ("Andrang Nord", 40),
        ("Andrang Mitte", 47),
        ("Andrang Süd", 54),
    ] {
        dates.push(planned(conn, moment, (who, Some(series), title), days)?);
    }
    let alone = planned(conn, moment, (who, None, "Andrang mit Zustimmung"), 60)?;
    let places = dates.iter().zip(PLACES);
    let several = Places {
        dates: places.map(|((id, _), count)| (*id, Some(count))).collect(),
        shared: Some(SHARED),
    };
    let open = |desk: Desk| Desk {
        state: DeskState::Open,
        ..desk
    };
    let desk = open(Desk {
        series: Some(series),
        ..Desk::proposed(moment.id::<Uuid>(), network.id)
    });
    let input = DeskInput {
        desk,
        places: several,
    };
    registration::put_desk(conn, moment, who, &input)?;
    let desk = open(Desk {
        gathering: Some(alone.0),
        approval: true,
        passing: Passing::Give,
        ..Desk::proposed(moment.id::<Uuid>(), network.id)
    });
    let places = Places {
        dates: vec![(alone.0, Some(APPROVED))],
        shared: None,
    };
    registration::put_desk(conn, moment, who, &DeskInput { desk, places })?;
    Ok(Doors { dates, alone })
}

async fn killed_while_a_crowd_registers(kind: DbKind) {
    let office = Installation::furnished(PROGRAM, kind, SinkManners::default()).await;
    let session = signed_in(&office).await;
    let doors = office
        .store()
        .write(|conn| {
            let mut moment = Moment::new(Clock::real().now(), Dice::from_machine().throw());
            set_up(conn, &mut moment)
        })
        .await
        .unwrap();
    let longest = {
        let begun = Instant::now();
        let (_process, browser) = office.serve();
        browser.get(&format!("{}/anmeldung", doors.alone.1)).await;
        // On a slow machine nothing would ever be done before the end.
        LONGEST.max(begun.elapsed() * 2) + Duration::from_millis(500)
    };
    let mut crowd = Crowd::default();
    let mut before = line::Snapshot::default();
    for round in 0..kills().div_ceil(2) {
        let (mut process, browser) = office.serve();
        for number in 0..NEW {
            crowd.guests.push(Guest::new(&doors, round, number));
        }
        let work = work::everybody(&office, &doors, (&browser, &session), &mut crowd);
        let end = async {
            tokio::time::sleep(longest / 4 + a_while(longest)).await;
            process.kill();
        };
        tokio::join!(work, end);
        let store = office.store();
        look::nothing_is_lost_or_too_much(&store, &mut crowd).await;
        before = line::nobody_was_overtaken(&store, before).await;
    }
    let (_process, _browser) = office.serve();
    common::given_up_is_tried_again(&office.store()).await;
    let mails = look::every_letter_went_out(&office, &crowd).await;
    let acknowledged: usize = crowd.guests.iter().map(|it| it.acknowledged).sum();
    eprintln!(
        "{kind:?}: {} kills; {} people, {acknowledged} acts acknowledged, {mails} mails; {before}",
        kills().div_ceil(2),
        crowd.guests.len(),
    );
    assert!(acknowledged > 0, "the crowd got to do something");
}

#[test]
fn killed_while_a_crowd_registers_on_sqlite() {
    story(DbKind::Sqlite, killed_while_a_crowd_registers);
}

#[test]
fn killed_while_a_crowd_registers_on_postgres() {
    story(DbKind::Postgres, killed_while_a_crowd_registers);
}
