//! Telling what is held about a person, and forgetting the person.

use base::access::Actor;
use base::{Fault, Halt, Lang, Moment, NetworkId, PersonId};
use jiff::Timestamp;
use outbox::{About, NewLetter};
use shell::{Erased, Fate, Held, Holding, How, Room, Whom};
use store::{Conn, Job};

use super::note;
use crate::jobs::LEDGER;
use crate::letters::{self, Told};
use crate::records::erasures::{self, Erasure};
use crate::records::requests::{self, Kind, Request, State};

/// What becomes of one kind of thing.
#[derive(Clone)]
pub struct Section {
    /// The kind of thing.
    pub holding: Holding,
    /// What becomes of it.
    pub erased: Vec<Erased>,
}

/// What all rooms keep about people, whoever leans on others before them.
pub fn in_order(rooms: &[Room]) -> Vec<Holding> {
    let rooms = rooms.iter().rev();
    rooms.flat_map(|room| room.holdings).copied().collect()
}

/// Everything that is kept about a person; what nothing is kept of is left out.
///
/// # Errors
/// When the database fails.
pub fn tell_all(
    conn: &mut Conn<'_>,
    rooms: &[Room],
    whom: &Whom,
) -> Result<Vec<(Holding, Vec<Held>)>, Fault> {
    let mut told = Vec::new();
    for holding in rooms.iter().flat_map(|room| room.holdings) {
        let held = (holding.tell)(conn, whom)?;
        if !held.is_empty() {
            told.push((*holding, held));
        }
    }
    Ok(told)
}

/// Who is forgotten, and how.
#[derive(Clone, Copy, Debug)]
struct Wish {
    /// The network.
    network: NetworkId,
    /// The person.
    person: PersonId,
    /// How.
    how: How,
    /// Whether a rule's term is over; else somebody asked for it.
    by_rule: bool,
}

/// Forgets a person: everything in one transaction, and says what became of what.
///
/// # Errors
/// Missing in another network; refused where nobody would be left to run the office.
pub fn erase(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    holdings: &[Holding],
    (network, person, how): (NetworkId, PersonId, How),
) -> Result<Vec<Section>, Halt> {
    let wish = Wish {
        network,
        person,
        how,
        by_rule: false,
    };
    forget(conn, moment, who, holdings, wish)
}

/// The same at the end of a rule's term.
pub(crate) fn erased_by_rule(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    holdings: &[Holding],
    (network, person): (NetworkId, PersonId),
) -> Result<(), Halt> {
    let wish = Wish {
        network,
        person,
        how: How::Erase,
        by_rule: true,
    };
    let program = Actor {
        name: "Kreis".to_owned(),
        ..Actor::default()
    };
    forget(conn, moment, &program, holdings, wish).map(drop)
}

fn forget(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    holdings: &[Holding],
    wish: Wish,
) -> Result<Vec<Section>, Halt> {
    let whom = register::whom(conn, wish.person)?
        .filter(|it| it.network == wish.network)
        .ok_or(Halt::Missing)?;
    if register::is_last_office(conn, moment, (wish.network, wish.person))? {
        return Err(Halt::no("register-fault-last-office"));
    }
    let mut former = Vec::new();
    for find in holdings.iter().filter_map(|it| it.former) {
        former.extend(find(conn, wish.person)?);
    }
    let asks = asking(conn, &whom)?;
    let sections = take_out(conn, moment, holdings, &whom, wish.how)?;
    if let Some(asks) = asks {
        tell_erased(conn, moment, (wish.network, &who.name), (&asks, &sections))?;
    }
    let erasure = summed(&sections, wish, moment.now());
    erasures::keep(conn, &erasure)?;
    for person in former {
        let of = Wish { person, ..wish };
        erasures::keep(conn, &summed(&[], of, moment.now()))?;
    }
    // The journal says that and when; of whom it was is known by the id alone.
    let about = (wish.person.into(), wish.how.word().to_owned());
    note(conn, moment, (who, wish.network), "privacy-erased", about)?;
    // One job writes the list for all that were erased meanwhile.
    conn.forget_jobs(LEDGER, "")?;
    let job = Job {
        kind: LEDGER,
        subject: "",
        due: moment.now(),
    };
    conn.later(moment, &job)?;
    Ok(sections)
}

/// Who has asked to be erased, as a letter reaches them; none where nobody did, or there is no
/// address.
struct Asking {
    name: String,
    mail: String,
    lang: Lang,
}

fn asking(conn: &mut Conn<'_>, whom: &Whom) -> Result<Option<Asking>, Fault> {
    let asked = requests::of_person(conn, whom.person)?;
    let is_wish = |it: &Request| it.state == State::Open && it.kind == Kind::Erasure;
    if !asked.iter().any(is_wish) {
        return Ok(None);
    }
    let Some(person) = register::person(conn, whom.person)? else {
        return Ok(None);
    };
    let mut mail = person.mail;
    if let (true, Some(account)) = (mail.is_empty(), whom.account) {
        mail = register::account(conn, account)?.map_or(mail, |it| it.mail);
    }
    Ok((!mail.is_empty()).then_some(Asking {
        name: person.name,
        mail,
        lang: person.lang,
    }))
}

fn tell_erased(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, by): (NetworkId, &str),
    (to, sections): (&Asking, &[Section]),
) -> Result<(), Fault> {
    let told = Told::of(sections);
    let detail = serde_json::to_string(&told)
        .map_err(|cause| Fault::because("write what an erasure did", cause))?;
    let card = register::network(conn, network)?;
    let letter = NewLetter {
        network: Some(network),
        kind: letters::ERASED,
        subject: &network.to_string(),
        detail,
        about: About {
            title: card.map_or_else(String::new, |it| it.name),
            day: None,
        },
        to_name: &to.name,
        to_address: &to.mail,
        lang: to.lang,
        by,
    };
    outbox::send_now(conn, moment, &letter).map(drop)
}

fn take_out(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    holdings: &[Holding],
    whom: &Whom,
    how: How,
) -> Result<Vec<Section>, Fault> {
    let mut sections = Vec::new();
    for holding in holdings {
        let mut erased = (holding.erase)(conn, moment, whom, how)?;
        erased.retain(|it| it.count > 0);
        if !erased.is_empty() {
            sections.push(Section {
                holding: *holding,
                erased,
            });
        }
    }
    Ok(sections)
}

fn summed(sections: &[Section], wish: Wish, at: Timestamp) -> Erasure {
    let sum = |is_meant: fn(Fate) -> bool| {
        let all = sections.iter().flat_map(|it| &it.erased);
        let counts = all.filter(|it| is_meant(it.fate)).map(|it| it.count);
        i64::try_from(counts.sum::<u64>()).unwrap_or(i64::MAX)
    };
    Erasure {
        person: wish.person,
        network: wish.network,
        how: wish.how,
        at,
        by_rule: wish.by_rule,
        deleted: sum(|it| it == Fate::Deleted),
        anonymised: sum(|it| it == Fate::Anonymised),
        stayed: sum(|it| matches!(it, Fate::Stays(_))),
        repeated_at: None,
    }
}

/// Forgets again whom a restored backup has brought back; says how many.
///
/// Nothing is refused here: what was erased stays erased.
///
/// # Errors
/// When the database fails.
pub fn erase_again(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    holdings: &[Holding],
    erased: &[Erasure],
) -> Result<usize, Fault> {
    let mut again = 0;
    for it in erased {
        let mut remembered = it.clone();
        if let Some(whom) = register::whom(conn, it.person)?
            && (it.how == How::Erase || whom.name != shell::NOBODY)
        {
            take_out(conn, moment, holdings, &whom, it.how)?;
            remembered.repeated_at = Some(moment.now());
            again += 1;
        }
        erasures::keep(conn, &remembered)?;
    }
    Ok(again)
}
