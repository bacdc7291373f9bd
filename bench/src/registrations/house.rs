//! A network with three conferences that people register for, one of them each.

use std::net::{SocketAddr, TcpListener};

use base::access::Actor;
use base::{Clock, Dice, Fault, Halt, Moment};
use gatherings::{GatheringInput, LocalInput, SeriesInput, SeriesKind};
use jiff::ToSpan;
use jiff::civil::time;
use registration::{Desk, DeskInput, DeskState, Places};
use store::{Address, Conn, Store};
use uuid::Uuid;

use crate::Failed;
use crate::office::{Office, in_runtime};
use crate::records::{Amount, NETWORK};

/// The forms of the three conferences, with the date that each sends.
#[derive(Clone, Debug)]
pub struct Doors(Vec<(String, String)>);

impl Doors {
    /// Where the one of this number goes: page and date.
    pub fn of(&self, number: u32) -> (&str, &str) {
        let count = u32::try_from(self.0.len()).unwrap_or(1).max(1);
        let place = usize::try_from(number % count).unwrap_or(0);
        self.0
            .get(place)
            .map_or(("", ""), |(page, date)| (page, date))
    }
}

/// An installation with its forms.
pub struct House {
    /// The installation.
    pub office: Office,
    /// The forms.
    pub doors: Doors,
    /// A mail server that never says a word: mails wait, and cost nothing meanwhile.
    _silent: TcpListener,
}

impl House {
    /// Lays it down, with so many places at each conference, on SQLite or on this server.
    pub fn furnish(places: i64, server: Option<&str>) -> Result<Self, Failed> {
        let silent = TcpListener::bind(("127.0.0.1", 0))?;
        let mail: SocketAddr = silent.local_addr()?;
        let amount = Amount {
            gatherings: 10,
            people: 70,
            plans: false,
        };
        let office = Office::furnish_at(amount, Some(mail), server)?;
        let store = Store::open(&office.database(server))?;
        let doors = in_runtime(store.write(move |conn| {
            let mut moment = Moment::new(Clock::real().now(), Dice::from_machine().throw());
            conferences(conn, &mut moment, places)
        }))?;
        let doors = doors.map_err(|halt| format!("{halt:?}"))?;
        Ok(Self {
            office,
            doors,
            _silent: silent,
        })
    }
}

fn conferences(conn: &mut Conn<'_>, moment: &mut Moment, places: i64) -> Result<Doors, Halt> {
    let network = register::network_by_slug(conn, NETWORK)?.ok_or(Halt::Missing)?;
    let who = Actor {
        name: "Bench".to_owned(),
        offices: vec![network.id],
        ..Actor::default()
    };
    let series = SeriesInput {
        name: "Regionalkonferenzen".to_owned(),
        about: String::new(),
        kind: SeriesKind::Choice,
    };
    let series = gatherings::add_series(conn, moment, &who, network.id, &series)?;
    let (mut doors, mut dates) = (Vec::new(), Vec::new());
    for (title, weeks) in [("Chemnitz", 8_i64), ("Dresden", 9), ("Leipzig", 10)] {
        let day = crate::records::day_of(moment.now())?
            .checked_add((7 * weeks).days())
            .map_err(|cause| Fault::because("count days", cause))?;
        let when = LocalInput::on(day, time(9, 0, 0, 0), time(16, 0, 0, 0), "Europe/Berlin");
        let when = when.resolved().map_err(Halt::Refused)?;
        let input = GatheringInput {
            series: Some(series),
            ..GatheringInput::new(title, when)
        };
        let id = gatherings::plan_gathering(conn, moment, &who, network.id, &input)?;
        gatherings::announce(conn, moment, &who, id)?;
        let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
        let page = registration::links::desk(NETWORK, &it.slug, "");
        doors.push((page, id.to_string()));
        dates.push((id, Some(places)));
    }
    let desk = Desk {
        series: Some(series),
        state: DeskState::Open,
        ..Desk::proposed(moment.id::<Uuid>(), network.id)
    };
    let places = Places {
        dates,
        shared: None,
    };
    registration::put_desk(conn, moment, &who, &DeskInput { desk, places })?;
    Ok(Doors(doors))
}

/// How places stand after a rush.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stand {
    /// Registrations.
    pub registrations: i64,
    /// People without a place of any state, or with two.
    pub odd: i64,
    /// Places that are held.
    pub held: i64,
    /// Quotas that gave more than they have, or whose count is wrong.
    pub wrong: i64,
    /// Letters that say what comes next.
    pub letters: i64,
}

/// Looks into the database.
pub fn stand(address: &Address) -> Result<Stand, Failed> {
    let store = Store::open(address)?;
    Ok(in_runtime(store.read(|conn| {
        Ok::<_, Fault>(Stand {
            registrations: conn.count("SELECT COUNT(*) FROM registration", &[])?,
            odd: conn.count(
                "SELECT COUNT(*) FROM registration r WHERE 1 <> (SELECT COUNT(*)
                 FROM registration_place p WHERE p.registration_id = r.id)",
                &[],
            )?,
            held: conn.count(
                "SELECT COUNT(*) FROM registration_place WHERE holds = TRUE",
                &[],
            )?,
            wrong: conn.count(
                "SELECT COUNT(*) FROM registration_quota q WHERE q.taken > q.capacity
                 OR q.taken <> (SELECT COUNT(*) FROM registration_place p
                 WHERE p.holds = TRUE AND p.gathering_id IN (SELECT u.gathering_id
                 FROM registration_quota_use u WHERE u.quota_id = q.id))",
                &[],
            )?,
            letters: conn.count(
                "SELECT COUNT(*) FROM letter WHERE kind = 'registration.confirm'",
                &[],
            )?,
        })
    }))??)
}
