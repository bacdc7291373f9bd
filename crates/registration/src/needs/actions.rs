//! Telling a need, sealing it, carrying it along, seeing to it, forgetting it.

use std::fmt;
use std::hash::{Hash, Hasher};

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment};
use jiff::Timestamp;
use outbox::{About, NewLetter};
use shell::{App, Visit};
use store::{Conn, Entry, Job};
use uuid::Uuid;
use vault::{Closed, KeyId, Label, Tombstone, Vault, Zeroizing};

use super::rules::{Kind, Need, NeedState, Told, Whose};
use super::{jobs, letters, records};
use crate::actions::Own;
use crate::records as room;
use crate::rules::{Offered, Place};

/// What needs are sealed for.
const PURPOSE: &str = "assistance";

/// The place of a registration that needs are told for.
pub(super) struct OpenPlace {
    pub(super) place: Place,
    pub(super) date: Offered,
    /// How many days after the date they are forgotten.
    pub(super) days: i64,
    /// Why nothing more is asked, as a key of a phrase; what was told can still be taken back.
    pub(super) closed: Option<&'static str>,
}

/// The place that needs can be told for, or taken back: the person's own, and one that is held
/// before one in line. None after the day.
pub(super) fn open_place(
    conn: &mut Conn<'_>,
    visit: &Visit,
    own: &Own,
) -> Result<Option<OpenPlace>, Fault> {
    let is_own = |it: &&Place| it.position == 0 && it.state.is_alive();
    let place = own.places.iter().filter(is_own).min_by_key(|it| !it.holds);
    let found = place.and_then(|it| Some((it, own.date(it.gathering)?)));
    let Some((place, date)) = found.filter(|(_, it)| own.desk.asks_needs && visit.now < it.ends_at)
    else {
        return Ok(None);
    };
    let Some(it) = gatherings::gathering(conn, date.id)? else {
        return Ok(None);
    };
    let closed = if date.state == gatherings::State::Cancelled {
        Some("registration-note-off")
    } else if can_be_told(conn, &visit.app, (&it, visit.today()))? {
        None
    } else {
        Some("needs-own-nobody")
    };
    Ok(Some(OpenPlace {
        place: place.clone(),
        date: date.clone(),
        days: own.desk.needs_days,
        closed,
    }))
}

/// What somebody tells with the form, and the store of keys that seals it.
#[derive(Clone)]
pub struct Telling {
    told: Told,
    app: App,
}

impl fmt::Debug for Telling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Telling(…)")
    }
}

/// What is hashed may be stored, and a hash of few words is as good as the words.
impl Hash for Telling {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Telling {
    /// What was told, to this program.
    pub(crate) fn new(app: &App, told: Told) -> Self {
        Self {
            told,
            app: app.clone(),
        }
    }

    /// What was told in words that stand for what is ticked, and in a text; words that stand for
    /// nothing are left out.
    pub fn of_words(app: &App, (kinds, text): (&[String], &str)) -> Self {
        let kinds = kinds.iter().filter_map(|word| Kind::from_word(word));
        let told = Told {
            kinds: kinds.collect(),
            words: Zeroizing::new(text.to_owned()),
        };
        Self::new(app, told)
    }

    /// Seals it in the write that writes the place. Nothing where nothing was told.
    ///
    /// # Errors
    /// When it cannot be sealed; nothing else must be written then.
    pub fn put(&self, conn: &mut Conn<'_>, moment: &mut Moment, place: Uuid) -> Result<(), Fault> {
        if self.told.is_empty() {
            return Ok(());
        }
        put(conn, moment, &self.app, (place, &self.told))
    }
}

/// The store of keys.
fn keys(app: &App) -> Result<&Vault, Fault> {
    app.tool::<Vault>()
        .ok_or_else(|| Fault::new("find the store of keys"))
}

/// Writes down what the person of a place needs, in place of what was told before; nothing told
/// takes it back.
///
/// # Errors
/// When it cannot be sealed.
pub(crate) fn put(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    app: &App,
    (place, told): (Uuid, &Told),
) -> Result<(), Fault> {
    if told.is_empty() {
        strike(conn, moment, place)?;
        return Ok(());
    }
    let Some(whose) = records::whose(conn, place)? else {
        return Err(Fault::new("find the place of a need"));
    };
    let before = records::need_of_place(conn, place)?;
    let (key, sealed) = sealed(conn, moment.now(), keys(app)?, (&whose, told))?;
    let told_again = before
        .as_ref()
        .is_some_and(|(it, _)| it.told_again || it.state != NeedState::Requested);
    let need = Need {
        id: moment.id(),
        place,
        key,
        sealed,
        state: NeedState::Requested,
        told_at: moment.now(),
        told_again,
    };
    records::put(conn, &need, moment.now())?;
    if before.is_some() {
        jobs::sweep(conn, moment)?;
    }
    jobs::tell_contact_of(conn, moment, whose.gathering)
}

/// Seals with a key of its own, one of the gathering's: what is taken back or told anew must not
/// be readable until the day of all the others, not even in an older backup.
fn sealed(
    conn: &mut Conn<'_>,
    now: Timestamp,
    vault: &Vault,
    (whose, told): (&Whose, &Told),
) -> Result<(String, Vec<u8>), Fault> {
    let words = told.written();
    let (gathering, place) = (whose.gathering.to_string(), whose.place());
    let label = label(&gathering, &place);
    let known = records::key_count(conn, whose.gathering)?;
    for number in known + 1..known + 100 {
        let key = [gathering.clone(), number.to_string()].join("-");
        let id = key_id(&key)?;
        match vault.make(&id, now) {
            Ok(()) => {
                records::add_key(conn, &key, (whose.network, whose.gathering), now)?;
                return Ok((key, vault.seal(&id, &label, &words)?));
            }
            Err(Closed::Fault(fault)) => return Err(fault),
            Err(_) => {}
        }
    }
    Err(Fault::new("make a key for a gathering"))
}

fn key_id(key: &str) -> Result<KeyId, Fault> {
    key.parse()
        .map_err(|_| Fault::new("read the name of a key"))
}

const fn label<'l>(gathering: &'l str, place: &'l str) -> Label<'l> {
    Label {
        gathering,
        place,
        purpose: PURPOSE,
    }
}

/// What became of a need that somebody wants to read.
pub(crate) enum Opened {
    /// It.
    Told(Told),
    /// Its key was destroyed on a day.
    Gone(Timestamp),
    /// Its key is missing or another.
    Closed,
}

/// Opens a need.
///
/// # Errors
/// When the key's file cannot be read.
pub(crate) fn opened(
    conn: &mut Conn<'_>,
    app: &App,
    (need, whose): (&Need, &Whose),
) -> Result<Opened, Fault> {
    // Until it is sealed anew it is sealed for where the person was.
    let sealed_for = records::gathering_of_key(conn, &need.key)?.unwrap_or(whose.gathering);
    let (gathering, place) = (sealed_for.to_string(), whose.place());
    let words = keys(app)?.open_sealed(
        &key_id(&need.key)?,
        &label(&gathering, &place),
        &need.sealed,
    );
    match words {
        Ok(words) => Ok(Told::read(&words).map_or(Opened::Closed, Opened::Told)),
        Err(Closed::Gone(stone)) => Ok(Opened::Gone(stone.at)),
        Err(Closed::Missing | Closed::Damaged) => Ok(Opened::Closed),
        Err(Closed::Fault(fault)) => Err(fault),
    }
}

/// Strikes what the person of a place told; says whether there was anything.
pub(crate) fn strike(conn: &mut Conn<'_>, moment: &mut Moment, place: Uuid) -> Result<bool, Fault> {
    let was_there = records::strike(conn, place)?;
    if was_there {
        jobs::sweep(conn, moment)?;
    }
    Ok(was_there)
}

/// Tells those who may read the needs for a gathering that there is something to do, by mail and
/// without a word or name.
///
/// # Errors
/// When the database fails.
pub(crate) fn tell_contacts(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (app, gathering): (&App, GatheringId),
) -> Result<(), Fault> {
    let Some(it) = gatherings::gathering(conn, gathering)? else {
        return Ok(());
    };
    if records::open_count(conn, gathering)? == 0 {
        return Ok(());
    }
    let today = moment.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    for contact in records::contacts(conn, (it.network, it.group, it.id), today)? {
        let letter = NewLetter {
            network: Some(it.network),
            kind: letters::NEWS,
            subject: &gathering.to_string(),
            detail: String::new(),
            about: About::on(&it.title, it.starts.date()),
            to_name: &contact.name,
            to_address: &contact.mail,
            lang: contact.lang,
            by: app.phrases.say(contact.lang, "needs-by-the-program"),
        };
        outbox::send_now(conn, moment, &letter)?;
    }
    Ok(())
}

/// What a need does when its place changes: it goes along with the person to another date, and
/// is struck at once where the person does not come any more.
///
/// # Errors
/// When the database fails.
pub(crate) fn follow(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (place, is_alive): (Uuid, bool),
) -> Result<(), Fault> {
    let Some((need, whose)) = records::need_of_place(conn, place)? else {
        return Ok(());
    };
    let mut gathering = whose.gathering;
    if !is_alive {
        let Some(other) = records::other_place(conn, place, &whose)? else {
            strike(conn, moment, place)?;
            return Ok(());
        };
        records::carry(conn, need.id, other)?;
        if let Some(whose) = records::whose(conn, other)? {
            gathering = whose.gathering;
        }
    }
    if need.state == NeedState::Requested {
        jobs::tell_contact_of(conn, moment, gathering)?;
    }
    if records::gathering_of_key(conn, &need.key)? != Some(gathering) {
        let job = Job {
            kind: jobs::RESEAL,
            subject: &need.id.to_string(),
            due: moment.now(),
        };
        conn.later(moment, &job)?;
    }
    Ok(())
}

/// Seals a need with the key of the gathering that its person goes to now, and has it seen to
/// anew there. What cannot be opened stays as it is; what is gone is struck.
///
/// # Errors
/// When it cannot be sealed.
pub(crate) fn seal_anew(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    app: &App,
    id: Uuid,
) -> Result<(), Fault> {
    let Some((need, whose)) = records::need(conn, id)? else {
        return Ok(());
    };
    if records::gathering_of_key(conn, &need.key)? == Some(whose.gathering) {
        return Ok(());
    }
    match opened(conn, app, (&need, &whose))? {
        Opened::Told(told) => {
            let (key, sealed) = sealed(conn, moment.now(), keys(app)?, (&whose, &told))?;
            records::set_seal(conn, id, (&key, &sealed))?;
            jobs::sweep(conn, moment)?;
            records::set_state(conn, (id, NeedState::Requested), moment.now())
        }
        Opened::Gone(_) => records::strike(conn, need.place).map(drop),
        Opened::Closed => Ok(()),
    }
}

/// Says how far the work on a need has come; whoever is told that it is confirmed gets a mail
/// that repeats nothing.
///
/// # Errors
/// Refused where no mail can reach the person; missing where the need is gone.
pub(crate) fn set_state(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, state): (Uuid, NeedState),
) -> Result<(), Halt> {
    let (need, whose) = records::need(conn, id)?.ok_or(Halt::Missing)?;
    let is_news = state == NeedState::Confirmed && need.state != NeedState::Confirmed;
    if is_news {
        let it = room::registration(conn, whose.registration)?.ok_or(Halt::Missing)?;
        if it.mail.is_empty() {
            return Err(Halt::at("state", "needs-fault-no-mail"));
        }
        let about = gatherings::gathering(conn, whose.gathering)?.ok_or(Halt::Missing)?;
        let letter = NewLetter {
            network: Some(whose.network),
            kind: letters::CONFIRMED,
            subject: &id.to_string(),
            detail: String::new(),
            about: About::on(&about.title, about.starts.date()),
            to_name: &it.name,
            to_address: &it.mail,
            lang: it.lang,
            by: &who.name,
        };
        outbox::send_now(conn, moment, &letter)?;
    }
    records::set_state(conn, (id, state), moment.now())?;
    Ok(())
}

/// Strikes all that a key sealed, and notes that the key is gone; of whom it was nothing is said.
///
/// # Errors
/// When the database fails.
pub(crate) fn bury(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    by: &str,
    (key, stone): (&records::Key, &Tombstone),
) -> Result<(), Fault> {
    let struck = records::bury(conn, stone)?;
    let Some(gathering) = key.gathering else {
        return Ok(());
    };
    conn.note(
        moment,
        &Entry {
            network: Some(key.network),
            account: None,
            actor: by,
            verb: "needs-forgotten",
            kind: "gathering",
            subject: gathering.into(),
            detail: struck.to_string(),
        },
    )
}

/// Lets database and store of keys know of each other's end of keys: after a start, when either
/// may have come from a backup. What was destroyed stays so, whoever remembers it.
///
/// # Errors
/// When either fails.
pub async fn settle(app: &App) -> Result<(), Fault> {
    if app.tool::<Vault>().is_none() {
        return Ok(());
    }
    let (inner, mut moment) = (app.clone(), app.moment());
    app.store
        .write(move |conn| {
            let vault = keys(&inner)?;
            vault.heed(&records::tombstones(conn)?, moment.now())?;
            let stones = vault.tombstones()?;
            let by = inner.phrases.say(base::Lang::De, "needs-by-the-program");
            for key in records::all_keys(conn)? {
                let mut known = stones.iter().filter(|it| it.id.as_str() == key.id);
                if let (None, Some(stone)) = (key.destroyed_at, known.next()) {
                    bury(conn, &mut moment, by, (&key, stone))?;
                }
            }
            Ok(())
        })
        .await
}

/// Whether anything can be told for a gathering: there is a store of keys, and somebody who may
/// read it.
///
/// # Errors
/// When the database fails.
pub(crate) fn can_be_told(
    conn: &mut Conn<'_>,
    app: &App,
    (it, today): (&gatherings::Gathering, jiff::civil::Date),
) -> Result<bool, Fault> {
    if app.tool::<Vault>().is_none() {
        return Ok(false);
    }
    let of: (_, _, GatheringId) = (it.network, it.group, it.id);
    Ok(!records::contacts(conn, of, today)?.is_empty())
}
