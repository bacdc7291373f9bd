//! Registering: by the public form, signed in, by the office for somebody.

use std::hash::{DefaultHasher, Hash, Hasher};

use base::{Blame, Fault, GatheringId, Halt, Moment, PersonId};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use store::Conn;
use uuid::Uuid;

use super::before::{Before, leave};
use super::contact::ask_contact;
use super::sign_up::{By, SignUp, SignedUp};
use super::terms::wake_before;
use super::{Event, Floor, Standing, follow_guest, note, send, settle, standing, tell};
use crate::records;
use crate::rules::{
    Answer, Desk, Offered, Place, PlaceState, Registration, Stage, Through, Tie, Who, fold,
    stage_of,
};
use crate::slots;

/// Who asks again within this time has pressed the button twice.
const TWICE: SignedDuration = SignedDuration::from_mins(2);

/// Registers somebody with those who come along: for places where there are any, in line where
/// there are none. From the public form a place is held until the mail is confirmed.
///
/// # Errors
/// Refused where registration does not run, the date is none of the desk's, or somebody is
/// registered already whom the office enters.
pub fn sign_up(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (seen, today): (&Desk, Date),
    by: By<'_>,
    input: &SignUp,
) -> Result<SignedUp, Halt> {
    let before = Before::read(conn, (seen, &input.mail), (today, moment.now()))?;
    let (mut floor, mut wake) = (before.floor, before.wake);
    let date = checked(&floor, moment, today, (by, input))?;
    let has_contingents = !floor.line.contingents.is_empty();
    let known = (fold(&input.mail), today);
    let mut standing = standing(
        conn,
        (&floor.desk, before.member),
        (&known.0, known.1),
        (has_contingents, moment.now()),
    )?;
    standing.person = by.invited().or(standing.person);
    if let Some(no) = turned_away(conn, &floor.desk, (by, input, today), &mut standing)? {
        return Ok(no);
    }
    let has_replaced = before.registration.is_some();
    if let Some(it) = before.registration
        && let Some(answer) = known_already(conn, moment, (&mut floor, it), (by, input))?
    {
        return Ok(answer);
    }
    // The mail that asks to confirm goes with it, where there is one.
    let is_reached = !input.mail.is_empty() && !before.way.is_paused;
    let is_asked = matches!(by, By::Page(_)) && is_reached;
    let it = written(
        conn,
        moment,
        (&floor.desk, &standing),
        (by, input, is_asked),
    )?;
    seated(
        conn,
        moment,
        (&mut floor, &it, &mut wake),
        (&date, input, &standing),
    )?;
    if has_replaced {
        // What the form before held goes to the line, in order.
        floor.pass_on(conn, moment)?;
    }
    let at = (floor.desk.network, date.id);
    let verb = if by.is_office() {
        "registration-made-for"
    } else {
        "registration-made"
    };
    note(conn, moment, &by.actor(), at, (verb, String::new()))?;
    if is_asked {
        send(
            conn,
            moment,
            (&it, &date),
            (Event::Confirm, None),
            before.way,
        )?;
    }
    if matches!(by, By::Page(_)) {
        if !has_replaced {
            leave(conn, floor, wake);
        }
        return Ok(SignedUp::MailSent);
    }
    tell(conn, moment, (&it, &date), (Event::Stand, None))?;
    ask_contact(conn, moment, (&it, &date), today)?;
    Ok(SignedUp::Done(it.id))
}

/// Whether registration runs for the date, and the names can stand beside each other.
fn checked(
    floor: &Floor,
    moment: &Moment,
    today: Date,
    (by, input): (By<'_>, &SignUp),
) -> Result<Offered, Halt> {
    let gathering = GatheringId::from(input.gathering);
    let date = floor.date(gathering);
    let date = date.ok_or_else(|| Halt::at("gathering", "registration-fault-date"))?;
    let stage = stage_of(&floor.desk, date, (today, moment.now()));
    let is_taken = if by.is_office() {
        !matches!(stage, Stage::Cancelled) && moment.now() < date.starts_at
    } else {
        stage == Stage::Running
    };
    if !is_taken {
        return Err(Halt::at("gathering", "registration-fault-not-running"));
    }
    let most = usize::try_from(floor.desk.companions).unwrap_or(0);
    if input.companions.len() > most && !by.is_office() {
        return Err(Halt::at("companion1", "registration-fault-companions"));
    }
    let mut names = vec![fold(&input.name)];
    for (place, name) in input.companions.iter().enumerate() {
        let name = fold(name);
        if names.contains(&name) {
            let field = format!("companion{}", place + 1);
            return Err(Halt::Refused(vec![Blame::at(
                field,
                "registration-fault-companion-twice",
            )]));
        }
        names.push(name);
    }
    Ok(date.clone())
}

/// Whether the desk is closed to whoever asks; a tie that the contact is to confirm is taken.
fn turned_away(
    conn: &mut Conn<'_>,
    desk: &Desk,
    (by, input, today): (By<'_>, &SignUp, Date),
    standing: &mut Standing,
) -> Result<Option<SignedUp>, Fault> {
    if by.is_office() || by.invited().is_some() {
        return Ok(None);
    }
    match desk.who {
        Who::Open => Ok(None),
        Who::Members if standing.tie.is_some() => Ok(None),
        Who::Members => {
            if input.asks_contact {
                let here = (desk.network, today);
                let found = records::member_by_name(conn, here, &input.organisation)?;
                if let Some(organisation) = found
                    && records::contact_of(conn, organisation, today)?.is_some()
                {
                    standing.tie = Some(Tie::Asked(organisation));
                    return Ok(None);
                }
            }
            Ok(Some(SignedUp::NotAMember))
        }
        Who::Invited => {
            let gathering = GatheringId::from(input.gathering);
            let is_invited = match standing.person {
                Some(person) => gatherings::is_invited(conn, gathering, person)?,
                None => false,
            };
            Ok((!is_invited).then_some(SignedUp::NotInvited))
        }
    }
}

/// Somebody of this address is registered: whose mail is not confirmed may type anew, everybody
/// else gets a link to what there is.
fn known_already(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (floor, it): (&mut Floor, Registration),
    (by, input): (By<'_>, &SignUp),
) -> Result<Option<SignedUp>, Halt> {
    let places = records::alive_of(conn, it.id)?;
    let is_open = places
        .iter()
        .all(|place| place.state == PlaceState::Unconfirmed);
    let is_invited = by.invited().is_some();
    if by.is_office() && !(is_invited && is_open) {
        return Err(Halt::at("mail", "registration-fault-twice"));
    }
    let is_recent = it
        .told_at
        .is_some_and(|at| moment.now().duration_since(at) < TWICE);
    let date = match places.first() {
        Some(place) => floor.date_of(place)?,
        None => return Ok(None),
    };
    let is_same = it.request_key == key_of(input);
    let has_lapsed = places.iter().all(|place| !place.holds);
    if is_open && (is_invited || !(is_same && (is_recent || !has_lapsed))) {
        // Nobody has confirmed it: the last form counts.
        for mut place in places {
            floor.vacate(conn, &mut place)?;
            settle(
                conn,
                moment,
                &mut place,
                (PlaceState::Cancelled, "replaced", ""),
            )?;
        }
        return Ok(None);
    }
    if let (true, Some(needs), Some(place)) = (is_open, &input.needs, places.first()) {
        // What is needed is no part of what tells one form from another.
        needs.put(conn, moment, place.id)?;
    }
    if let Some(person) = by.invited() {
        return is_theirs(conn, moment, (&it, &places), person).map(Some);
    }
    if matches!(by, By::Account(_)) && !is_open {
        return Ok(Some(if is_same {
            SignedUp::Done(it.id)
        } else {
            SignedUp::Known(it.id)
        }));
    }
    if !is_recent {
        let event = if is_open { Event::Confirm } else { Event::Link };
        tell(conn, moment, (&it, &date), (event, None))?;
    }
    Ok(Some(SignedUp::MailSent))
}

/// An invited person has registered under this address before; two people may share one.
fn is_theirs(
    conn: &mut Conn<'_>,
    moment: &Moment,
    (it, places): (&Registration, &[Place]),
    person: PersonId,
) -> Result<SignedUp, Halt> {
    if it.person.is_some_and(|known| known != person) {
        return Err(Halt::at("mail", "registration-fault-twice"));
    }
    records::set_person(conn, it.id, person)?;
    for place in places.iter().filter(|place| place.position == 0) {
        follow_guest(conn, moment, (place.gathering, person))?;
    }
    Ok(SignedUp::Done(it.id))
}

/// What was typed, as one number.
fn key_of(input: &SignUp) -> String {
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn written(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (desk, standing): (&Desk, &Standing),
    (by, input, is_asked): (By<'_>, &SignUp, bool),
) -> Result<Registration, Fault> {
    let is_confirmed = !matches!(by, By::Page(_)) && !input.mail.is_empty();
    let it = Registration {
        id: moment.id(),
        desk: desk.id,
        network: desk.network,
        name: input.name.clone(),
        mail: input.mail.trim().to_owned(),
        phone: input.phone.clone(),
        organisation: standing.tie.map(Tie::organisation),
        organisation_name: input.organisation.clone(),
        person: standing.person,
        tie: standing.tie.map_or("", Tie::word).to_owned(),
        lang: by.lang(),
        list_consent: input.list_consent,
        request_key: key_of(input),
        made_at: moment.now(),
        made_by: by.name().to_owned(),
        through: by.through(),
        mail_confirmed_at: is_confirmed.then(|| moment.now()),
        told_at: is_asked.then(|| moment.now()),
    };
    records::add_registration(conn, &it, &fold(&input.mail))?;
    Ok(it)
}

/// Seats the person and those who come along, one after the other, as far as places go.
fn seated(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (floor, it, wake): (&mut Floor, &Registration, &mut Option<Timestamp>),
    (date, input, standing): (&Offered, &SignUp, &Standing),
) -> Result<(), Halt> {
    let awaits_mail = it.through == Through::Page;
    let mut held = None;
    let names = std::iter::once(&input.name).chain(&input.companions);
    for ((number, position), name) in (0_usize..).zip(0_i64..).zip(names) {
        let mut place = Place {
            id: moment.id(),
            registration: it.id,
            desk: floor.desk.id,
            gathering: date.id,
            position,
            name: name.clone(),
            who_key: who_key(it, position, name),
            state: PlaceState::Unconfirmed,
            holds: false,
            until: None,
            line_no: None,
            contingent: floor.line.kept_for(date.id, &standing.contingents),
            changed_at: moment.now(),
        };
        let is_seated = floor.seat(conn, &mut place, &standing.contingents)?;
        let step = match (awaits_mail, is_seated) {
            (true, true) => {
                let until = floor.desk.hold_ends(date, moment.now());
                place.until = Some(until);
                held = Some(until);
                "held"
            }
            (true, false) => "asked",
            (false, true) => {
                place.state = floor.joined(it);
                "seated"
            }
            (false, false) => {
                place.state = PlaceState::Waiting;
                place.line_no = Some(records::next_line_no(conn, floor.desk.id)?);
                "in-line"
            }
        };
        records::add_place(conn, &place)?;
        records::add_step(conn, moment, place.id, (step, &it.made_by, ""))?;
        if let Some(person) = it.person.filter(|_| position == 0) {
            follow_guest(conn, moment, (date.id, person))?;
        }
        if position == 0 {
            let answers = input.answers.iter().map(|(field, value)| Answer {
                field: *field,
                value: value.clone(),
            });
            let answers: Vec<_> = answers.collect();
            records::put_answers(conn, place.id, (true, &answers))?;
            if !input.files.is_empty() {
                records::put_files(conn, place.id, (&input.files, &answers))?;
            }
            if let Some(needs) = &input.needs {
                needs.put(conn, moment, place.id)?;
            }
        }
        chosen(conn, moment, &place, (number, &input.slots))?;
    }
    if let Some(until) = held {
        wake_before(conn, moment, (floor.desk.network, *wake), until)?;
        *wake = Some(wake.map_or(until, |known| known.min(until)));
    }
    Ok(())
}

/// Writes down which workshops were chosen with the place.
fn chosen(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    place: &Place,
    (number, chosen): (usize, &[(usize, Uuid, Uuid)]),
) -> Result<(), Halt> {
    let theirs = chosen.iter().filter(|(whose, ..)| *whose == number);
    let wishes: Vec<_> = theirs
        .map(|(_, block, slot)| (*block, Some(*slot)))
        .collect();
    if wishes.is_empty() {
        return Ok(());
    }
    let done = slots::choose(conn, moment, place, &wishes);
    // The fields of who comes along are called by their number in the form.
    done.map_err(|halt| match halt {
        Halt::Refused(_) if number > 0 => Halt::no("slots-fault-gone"),
        other => other,
    })
}

/// What tells one person from another at a desk: the address; for who comes along, and where
/// the office knows no address, the name beside it.
fn who_key(it: &Registration, position: i64, name: &str) -> String {
    let mail = fold(&it.mail);
    if position == 0 && !mail.is_empty() {
        return mail;
    }
    if mail.is_empty() {
        // Two of one name without an address may well be two people.
        return [it.id.to_string(), fold(name)].join(" ");
    }
    [mail, fold(name)].join(" ")
}
