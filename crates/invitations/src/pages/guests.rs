//! The guest list with its answers, and one guest.

use askama::Template;
use base::{Fault, Halt};
use gatherings::{Gathering, Invitation, Reply, Tab, tabs};
use register::Representative;
use registration::PlaceState;
use shell::{Fields, Form, Page, Visit};
use store::Conn;
use uuid::Uuid;

use super::reminders::reminders_in_words;
use super::{answer_of, came, crumbs, instant, is_open};
use crate::letters::{CANCELLATION, INVITATION, UPDATE};
use crate::rules::Counts;
use crate::{links, records};

/// The guest list.
#[derive(Template)]
#[template(path = "invitations/guests.html")]
pub(crate) struct GuestsPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    counts: Counts,
    rows: Vec<Row>,
    invite: Option<String>,
    closed: &'static str,
    outbox: Option<(String, usize)>,
    reminders: Option<(String, String)>,
}

/// One guest in the list.
struct Row {
    name: String,
    from: String,
    href: String,
    mark: &'static str,
    reply: String,
    /// The page of the place that the guest has registered for.
    place: Option<String>,
    came: String,
    deputy: String,
    note: String,
    letter: String,
    letter_failed: bool,
}

/// What the list says of a person.
fn from(guest: &Representative) -> String {
    let organisation = guest.organisation.as_ref().map(|(_, name)| name.as_str());
    [guest.function.as_str(), organisation.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The guest list of a gathering.
pub(crate) fn guests_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<GuestsPage, Halt> {
    let network = visit.network()?;
    let guests = gatherings::guest_list(conn, it.id)?;
    let standings = registration::standings(conn, it.id)?;
    let mut rows = Vec::new();
    let mut waiting = 0;
    for (invitation, guest) in &guests {
        let standing = standings.get(&invitation.person).copied();
        let row = row(conn, visit, it, (invitation, guest, standing))?;
        waiting += usize::from(row.1);
        rows.push(row.0);
    }
    let may_release = visit.may_here(base::access::Right::RunOffice);
    let page = crumbs(visit, it, Page::new(visit, visit.say("invitations-title")))?;
    let open = is_open(it, visit.now);
    let rule = records::reminder_rule(conn, it.network)?.of(records::own_reminders(conn, it.id)?);
    Ok(GuestsPage {
        tabs: tabs(visit, it, Tab::Invitation)?,
        page: page.here(),
        kicker: it.title.clone(),
        counts: Counts::with(guests.iter().map(|(invitation, _)| invitation), |person| {
            standings.contains_key(&person)
        }),
        rows,
        invite: open.then(|| visit.href(&links::round_new(&network.slug, &it.slug))),
        closed: if it.state == gatherings::State::Draft {
            "invitations-fault-draft"
        } else {
            "invitations-fault-not-to-come"
        },
        outbox: (waiting > 0 && may_release)
            .then(|| (visit.href(&outbox::links::outbox(&network.slug)), waiting)),
        reminders: open.then(|| {
            let path = links::reminders(&network.slug, &it.slug);
            (visit.href(&path), reminders_in_words(visit, rule))
        }),
    })
}

fn row(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
    (invitation, guest, standing): (&Invitation, &Representative, Option<(Uuid, PlaceState)>),
) -> Result<(Row, bool), Halt> {
    let network = visit.network()?;
    let letters = outbox::letters_about(conn, INVITATION, &invitation.id.to_string())?;
    let state = letters.first().map(|letter| letter.state);
    let letter = match state {
        Some(state) => visit.say(state.key()),
        None if guest.person.mail.is_empty() => visit.say("invitations-no-address"),
        None => visit.say("invitations-not-written"),
    };
    let (mark, reply) = answer_of(visit, invitation.reply, standing.map(|(_, state)| state));
    let row = Row {
        name: guest.person.name.clone(),
        from: from(guest),
        href: visit.href(&links::guest(&network.slug, &it.slug, invitation.id, "")),
        mark,
        reply,
        place: standing.map(|(place, _)| {
            let path = registration::links::place(&network.slug, &it.slug, place, "");
            visit.href(&path)
        }),
        came: came(visit, invitation, &network.zone),
        deputy: invitation.deputy.clone(),
        note: invitation.note.clone(),
        letter: letter.to_owned(),
        letter_failed: state == Some(outbox::State::Failed),
    };
    Ok((row, state == Some(outbox::State::Waiting)))
}

/// One guest.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a page shows or leaves out"
)]
#[derive(Template)]
#[template(path = "invitations/guest.html")]
pub(crate) struct GuestPage {
    pub(crate) page: Page,
    kicker: String,
    from: String,
    mail: String,
    phone: String,
    via: String,
    mark: &'static str,
    reply: String,
    /// Whether to come means to register.
    registers: bool,
    came: String,
    deputy: String,
    note: String,
    letters: Vec<LetterRow>,
    here: String,
    is_open: bool,
    was_invited: bool,
    may_go_again: bool,
    fields: Fields,
    replies: Vec<(String, String)>,
    ways: Vec<(String, String)>,
}

/// A letter that was sent to the guest.
struct LetterRow {
    kind: &'static str,
    to: String,
    state: &'static str,
    when: String,
    answer: String,
}

/// The answer of an invitation as a form's values.
pub(crate) fn reply_fields(invitation: &Invitation, reply: Option<Reply>) -> Form {
    Form::of([
        (
            "reply",
            reply
                .or(invitation.reply)
                .map_or("", Reply::word)
                .to_owned(),
        ),
        ("deputy", invitation.deputy.clone()),
        ("note", invitation.note.clone()),
        ("through", "office-phone".to_owned()),
    ])
}

/// The same for the guest's own hand: whether the name may stand on lists is asked with it.
pub(crate) fn own_fields(
    conn: &mut Conn<'_>,
    visit: &Visit,
    invitation: &Invitation,
) -> Result<Form, Fault> {
    let mut form = reply_fields(invitation, None);
    if visit.app.may_be_listed(conn, invitation.person)? {
        form.put("listed", "true".to_owned());
    }
    Ok(form)
}

/// One guest with what was sent and answered.
pub(crate) fn guest_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, invitation): (&Gathering, &Invitation),
    form: Form,
) -> Result<GuestPage, Halt> {
    let network = visit.network()?;
    let guest = register::representative(conn, invitation.person, it.starts.date())?
        .ok_or(Halt::Missing)?;
    let letters = letters(conn, visit, invitation, &network.zone)?;
    let standing = registration::standing_of(conn, (it.id, invitation.person))?;
    let (mark, reply) = answer_of(visit, invitation.reply, standing);
    let is_open = is_open(it, visit.now);
    let page = Page::of_record(visit, &guest.person.name);
    Ok(GuestPage {
        page: crumbs(visit, it, page)?
            .below(
                visit.say("invitations-title"),
                &links::invitation(&network.slug, &it.slug),
            )
            .here(),
        kicker: it.title.clone(),
        from: from(&guest),
        mail: guest.person.mail,
        phone: guest.person.phone,
        via: invitation.via.clone(),
        mark,
        reply,
        registers: registration::entry(conn, it, visit.now)?.is_some(),
        came: came(visit, invitation, &network.zone),
        deputy: invitation.deputy.clone(),
        note: invitation.note.clone(),
        here: visit.href(&links::guest(&network.slug, &it.slug, invitation.id, "")),
        is_open,
        was_invited: invitation.invited_at.is_some(),
        may_go_again: is_open
            && letters
                .iter()
                .any(|it| it.kind == "letter-invitations-invitation"),
        letters,
        fields: Fields::new(visit, form),
        replies: replies(visit),
        ways: [
            ("office-phone", "invitations-way-phone"),
            ("office-letter", "invitations-way-letter"),
        ]
        .map(|(word, key)| (word.to_owned(), visit.say(key).to_owned()))
        .into(),
    })
}

/// The answers that remain where to come is to register: whoever has done so can only cancel.
pub(super) fn other_replies(visit: &Visit, has_registered: bool) -> Vec<(String, String)> {
    let mut replies = replies(visit);
    replies.retain(|(word, _)| match Reply::from_word(word) {
        Some(Reply::No) => true,
        Some(Reply::Tentative) => !has_registered,
        Some(Reply::Yes) | None => false,
    });
    replies
}

/// The three answers as choices of a field.
pub(super) fn replies(visit: &Visit) -> Vec<(String, String)> {
    Reply::ALL
        .map(|reply| (reply.word().to_owned(), visit.say(reply.key()).to_owned()))
        .into()
}

fn letters(
    conn: &mut Conn<'_>,
    visit: &Visit,
    invitation: &Invitation,
    zone: &str,
) -> Result<Vec<LetterRow>, Fault> {
    let kinds = [
        (INVITATION, "letter-invitations-invitation"),
        (UPDATE, "letter-invitations-update"),
        (CANCELLATION, "letter-invitations-cancellation"),
    ];
    let mut rows = Vec::new();
    for (kind, key) in kinds {
        let found = outbox::letters_about(conn, kind, &invitation.id.to_string())?;
        rows.extend(found.into_iter().map(|letter| {
            LetterRow {
                kind: key,
                to: letter.to_address,
                state: letter.state.key(),
                when: letter
                    .sent_at
                    .map_or_else(String::new, |at| instant(visit, at, zone)),
                answer: visit.say(&letter.answer).to_owned(),
            }
        }));
    }
    Ok(rows)
}
