//! The public form, without an account.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::access::Right;
use base::{Blame, Halt, PersonId, SeriesId};
use gatherings::Gathering;
use shell::{Answer, Denied, Form, Limit, Page, Problem, Visit, go, kept, record, show_as};
use store::Conn;

use super::own::{closed, unlisted};
use super::{desk_for, network_slug};
use crate::actions::{self, By, SignedUp};
use crate::pages::{self, Invited, SentPage, Shown, Turned, below};
use crate::rules::{Desk, FormField, PlaceState, fold};
use crate::{links, needs, records, typed};

/// Where a form stands: at one gathering, or at a series.
#[derive(Clone)]
struct Door {
    desk: Desk,
    /// The gathering that the address names, or the first one.
    it: Gathering,
    questions: Vec<FormField>,
    is_of_series: bool,
    /// Who came by the link of an invitation.
    guest: Option<Guest>,
}

/// Somebody who was invited.
#[derive(Clone)]
struct Guest {
    person: PersonId,
    name: String,
    mail: String,
    organisation: String,
    token: String,
    /// Phrase key of how the place stands that the person has already.
    standing: Option<&'static str>,
}

impl Door {
    fn action(&self, network: &str) -> String {
        if let Some(guest) = &self.guest {
            return links::guest_form(network, &self.it.slug, &guest.token);
        }
        match self.desk.series.filter(|_| self.is_of_series) {
            Some(series) => links::series(network, series),
            None => links::desk(network, &self.it.slug, ""),
        }
    }
}

fn may_read(conn: &mut Conn<'_>, visit: &Visit, it: &Gathering) -> Result<bool, Halt> {
    let invited = match visit.actor.person {
        Some(person) => gatherings::is_invited(conn, it.id, person)?,
        None => false,
    };
    Ok(visit.may(Right::ReadRecord, &it.subject(invited)))
}

/// What stands at a gathering for everybody alike.
struct Stand {
    it: Gathering,
    desk: Desk,
    questions: Vec<FormField>,
}

async fn at_gathering(visit: &Visit, slug: String) -> Result<Door, Problem> {
    let network = visit.network()?.id;
    let key = format!("registration {network} {slug}");
    let remembered = visit.remembered();
    let stand = remembered.read(key, move |conn| {
        let it = gatherings::gathering_by_slug(conn, network, &slug)?.ok_or(Halt::Missing)?;
        let desk = desk_for(conn, &it)?.ok_or(Halt::Missing)?;
        let questions = records::fields(conn, desk.id)?;
        Ok::<_, Halt>(Stand {
            it,
            desk,
            questions,
        })
    });
    let stand = stand.await?;
    if !is_readable(visit, &stand.it).await? {
        return Err(Halt::Missing.into());
    }
    Ok(Door {
        desk: stand.desk.clone(),
        it: stand.it.clone(),
        questions: stand.questions.clone(),
        is_of_series: false,
        guest: None,
    })
}

/// Whether whoever asks may read it; only of people who are known is more to be read.
async fn is_readable(visit: &Visit, it: &Gathering) -> Result<bool, Halt> {
    if visit.actor.person.is_none() {
        return Ok(visit.may(Right::ReadRecord, &it.subject(false)));
    }
    let (looker, it) = (visit.clone(), it.clone());
    visit
        .store()
        .read(move |conn| may_read(conn, &looker, &it))
        .await
}

async fn at_series(visit: &Visit, series: &str) -> Result<Door, Problem> {
    let network = visit.network()?.id;
    let id: SeriesId = series.parse().map_err(|_| Halt::Missing)?;
    let looker = visit.clone();
    let door = visit
        .store()
        .read(move |conn| {
            let desk = records::desk_of(conn, (None, Some(id)))?;
            let desk = desk.filter(|it| it.network == network);
            let desk = desk.ok_or(Halt::Missing)?;
            for date in records::offered(conn, &desk)? {
                let it = gatherings::gathering(conn, date.id)?.ok_or(Halt::Missing)?;
                if may_read(conn, &looker, &it)? {
                    return Ok(Door {
                        questions: records::fields(conn, desk.id)?,
                        desk,
                        it,
                        is_of_series: true,
                        guest: None,
                    });
                }
            }
            Err(Halt::Missing)
        })
        .await?;
    Ok(door)
}

/// Where the link of an invitation leads to; none where it opens nothing, or another gathering's.
async fn by_invitation(visit: &Visit, slug: String, token: String) -> Result<Option<Door>, Halt> {
    let (network, now) = (visit.network()?.id, visit.now);
    visit
        .store()
        .read(move |conn| {
            let found = gatherings::guest_by_link(conn, &token, now)?;
            let it = gatherings::gathering_by_slug(conn, network, &slug)?;
            let (Some(invitation), Some(it)) = (found, it) else {
                return Ok(None);
            };
            let day = it.starts.date();
            let guest = register::representative(conn, invitation.person, day)?;
            let (Some(desk), Some(guest)) = (desk_for(conn, &it)?, guest) else {
                return Ok(None);
            };
            if invitation.gathering != it.id || guest.person.mail.is_empty() {
                return Ok(None);
            }
            let standing = actions::standing_of(conn, (it.id, guest.person.id))?;
            let standing = standing.filter(|it| *it != PlaceState::Unconfirmed);
            let guest = Guest {
                person: guest.person.id,
                name: guest.person.name,
                mail: guest.person.mail,
                organisation: guest.organisation.map(|(_, name)| name).unwrap_or_default(),
                token,
                standing: standing.map(PlaceState::key),
            };
            Ok::<_, Halt>(Some(Door {
                questions: records::fields(conn, desk.id)?,
                desk,
                it,
                is_of_series: false,
                guest: Some(guest),
            }))
        })
        .await
}

/// What an empty form begins with: the date of its address, and whoever is signed in.
fn blank(visit: &Visit, door: &Door, known: Option<(String, String)>) -> Form {
    let mut form = Form::default();
    if !door.is_of_series {
        form.put("gathering", door.it.id.to_string());
    }
    if let Some(guest) = &door.guest {
        form.put("name", guest.name.clone());
        form.put("organisation", guest.organisation.clone());
    } else if let Some((name, mail)) = known.filter(|_| visit.actor.is_signed_in()) {
        form.put("name", name);
        form.put("mail", mail);
    }
    form
}

/// Name and address of whoever is signed in.
async fn oneself(visit: &Visit) -> Result<Option<(String, String)>, Problem> {
    let Some(account) = visit.actor.account else {
        return Ok(None);
    };
    let found = visit
        .store()
        .read(move |conn| register::account(conn, account))
        .await?;
    Ok(found.map(|it| (it.name, it.mail)))
}

async fn page(
    visit: &Visit,
    door: Door,
    (form, turned): (Form, Option<Turned>),
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| {
            let slug = network_slug(&inner)?;
            let shown = Shown {
                form,
                turned,
                is_preview: false,
                for_somebody: false,
                action: door.action(&slug),
                cancel: match &door.guest {
                    Some(guest) => gatherings::links::reply(&guest.token),
                    None => gatherings::links::gathering(&slug, &door.it.slug),
                },
                guest: door.guest.as_ref().map(|guest| Invited {
                    mail: guest.mail.clone(),
                    standing: guest.standing,
                }),
            };
            let page = heading(conn, &inner, &door)?;
            pages::show_form(conn, &inner, (door.desk, page), shown)
        })
        .await?;
    show_as(status, &page)
}

/// The form of a series is called by the series.
fn heading(conn: &mut Conn<'_>, visit: &Visit, door: &Door) -> Result<Page, Halt> {
    let series = match door.desk.series {
        Some(id) => gatherings::series(conn, id)?,
        None => None,
    };
    let title = series.map_or_else(|| door.it.title.clone(), |it| it.name);
    let page = Page::told(visit, "registration-title", &[("title", record(title))]);
    Ok(below(visit, &door.it, page)?.here())
}

async fn shown(visit: &Visit, door: Door) -> Answer {
    let known = oneself(visit).await?;
    let form = blank(visit, &door, known);
    let is_open = door.it.audience == base::access::Audience::Public;
    let answer = page(visit, door, (form, None), StatusCode::OK).await;
    if is_open && !visit.actor.is_signed_in() {
        kept(answer)
    } else {
        answer
    }
}

pub(super) async fn show(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let door = at_gathering(&visit, slug).await?;
    shown(&visit, door).await
}

pub(super) async fn show_invited(
    visit: Visit,
    Path((_, slug, token)): Path<(String, String, String)>,
) -> Answer {
    let Some(door) = by_invitation(&visit, slug, token).await? else {
        return closed(&visit).await;
    };
    let form = blank(&visit, &door, None);
    page(&visit, door, (form, None), StatusCode::OK)
        .await
        .map(unlisted)
}

pub(super) async fn register_invited(
    visit: Visit,
    Path((_, slug, token)): Path<(String, String, String)>,
    mut form: Form,
) -> Answer {
    let Some(door) = by_invitation(&visit, slug, token).await? else {
        return closed(&visit).await;
    };
    if let Some(guest) = &door.guest {
        // The link came to this address, and nobody answers for another one.
        form.forget("mail");
        form.put("mail", guest.mail.clone());
    }
    taken(&visit, door, form).await.map(unlisted)
}

pub(super) async fn show_series(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let door = at_series(&visit, &id).await?;
    shown(&visit, door).await
}

pub(super) async fn register(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let door = at_gathering(&visit, slug).await?;
    taken(&visit, door, form).await
}

pub(super) async fn register_in_series(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let door = at_series(&visit, &id).await?;
    taken(&visit, door, form).await
}

/// Counts a try from one client, so that no machine fills a room or a mailbox.
fn admit(visit: &Visit) -> Result<(), Problem> {
    let now = visit.app.real_clock.now();
    let limits = &visit.app.limits;
    if limits.admit(Limit::Registrations, &visit.client, now) {
        return Ok(());
    }
    Err(Problem(Denied::TooOften))
}

fn sent_path(network: &str, slug: &str) -> String {
    links::desk(network, slug, "/gesendet")
}

async fn taken(visit: &Visit, door: Door, mut form: Form) -> Answer {
    admit(visit)?;
    let slug = network_slug(visit)?;
    let sent = sent_path(&slug, &door.it.slug);
    if !form.value("website").is_empty() {
        // Only machines fill what nobody sees; they learn nothing.
        return Ok(Redirect::to(&visit.href(&sent)).into_response());
    }
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let desk = &door.desk;
    let told = desk.asks_needs.then(|| needs::typed(&mut form));
    let Some(mut input) = typed::sign_up(&mut form, (desk, &door.questions), false) else {
        return page(visit, door, (form, None), unprocessable).await;
    };
    input.needs = told.map(|told| needs::Telling::new(&visit.app, told));
    let known = oneself(visit).await?;
    let is_own = known.is_some_and(|(_, mail)| fold(&mail) == fold(&input.mail));
    let asks = input.asks_contact;
    let (mut moment, lang, today) = (visit.moment(), visit.lang, visit.today());
    let guest = door.guest.as_ref().map(|guest| guest.person);
    let seen = desk.clone();
    let done = visit
        .store()
        .write(move |conn| {
            let by = match guest {
                Some(person) => By::Guest(lang, person),
                None if is_own => By::Account(lang),
                None => By::Page(lang),
            };
            let done = actions::sign_up(conn, &mut moment, (&seen, today), by, &input)?;
            match done {
                SignedUp::Done(registration) | SignedUp::Known(registration) => {
                    let token = actions::issue_link(conn, &mut moment, registration)?;
                    Ok((done, Some(token)))
                }
                _ => Ok::<_, Halt>((done, None)),
            }
        })
        .await;
    let turned = match done {
        Ok((SignedUp::Done(_), Some(token))) => {
            return Ok(go(visit, &links::own(&token, ""), "registration-made"));
        }
        Ok((SignedUp::Known(_), Some(token))) => {
            return Ok(go(visit, &links::own(&token, ""), "registration-known"));
        }
        Ok((SignedUp::MailSent | SignedUp::Done(_) | SignedUp::Known(_), _)) => {
            return Ok(Redirect::to(&visit.href(&sent)).into_response());
        }
        Ok((SignedUp::NotAMember, _)) => {
            if asks {
                form.blame(Blame::at("organisation", "registration-fault-organisation"));
            }
            Some(Turned::NotAMember)
        }
        Ok((SignedUp::NotInvited, _)) => Some(Turned::NotInvited),
        Err(halt) => {
            form.take_refusal(halt)?;
            None
        }
    };
    page(visit, door, (form, turned), unprocessable).await
}

pub(super) async fn sent(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let door = at_gathering(&visit, slug).await?;
    let network = visit.network()?.id;
    let network = visit
        .store()
        .read(move |conn| register::network(conn, network))
        .await?
        .ok_or(Halt::Missing)?;
    let page = below(
        &visit,
        &door.it,
        Page::new(&visit, visit.say("registration-sent-title")),
    )?
    .here();
    shell::show(&SentPage {
        page,
        hold_minutes: door.desk.hold_minutes,
        title: door.it.title.clone(),
        contact: pages::contact_lines(&network),
        back: visit.href(&links::desk(&network_slug(&visit)?, &door.it.slug, "")),
    })
}
