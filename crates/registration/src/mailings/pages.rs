//! The pages of mails to participants.

use askama::Template;
use base::{Halt, Lang};
use gatherings::{Gathering, Tab, tabs};
use shell::{Content, Fields, Form, Marked, Page, Visit};
use store::Conn;
use uuid::Uuid;

use super::actions::title_of;
use super::records::Recipient;
use super::rules::{Mailing, Part, Reminder, To, blanks};
use super::{letters, links, records};
use crate::pages::{below_list, marked, together};
use crate::rules::Desk;

/// So many recipients can be looked at one by one.
const SHOWN: usize = 100;

/// One mail in the list.
struct Row {
    subject: Marked,
    href: String,
    to: &'static str,
    ring: &'static str,
    state: &'static str,
    note: String,
}

/// All mails of a gathering.
#[derive(Template)]
#[template(path = "registration/mailings/list.html")]
pub(super) struct ListPage {
    pub(super) page: Page,
    tabs: String,
    kicker: String,
    rows: Vec<Row>,
    /// Whom one can write to, with how many there are.
    new: Vec<(String, &'static str, usize)>,
    reminder: String,
    reminder_href: String,
}

fn framed(visit: &Visit, it: &Gathering, title: &str) -> Result<(Page, String), Halt> {
    let page = Page::new(visit, visit.say(title));
    Ok((
        below_list(visit, it, page)?,
        tabs(visit, it, Tab::Registration)?,
    ))
}

/// A page below the list of mails.
fn below_mails(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let slug = &visit.network()?.slug;
    let list = crate::links::list(slug, &it.slug, "");
    let all = links::all(slug, &it.slug, "");
    Ok(crate::pages::below(visit, it, page)?
        .below(visit.say("registration-tab"), &list)
        .below(visit.say("mailings-title"), &all)
        .here())
}

fn instant(visit: &Visit, it: &Gathering, at: jiff::Timestamp) -> String {
    let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
    together(&calendar::dates::instant_local_short(at, &zone, visit.lang))
}

/// How far a mail has come: its ring, a word, and to how many it went.
fn stand(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, mailing): (&Gathering, &Mailing),
) -> Result<(&'static str, &'static str, String), Halt> {
    let Some(at) = mailing.laid_at else {
        return Ok(("draft", "mailings-draft", String::new()));
    };
    let count = records::count_sent(conn, mailing.id)?;
    let args = [
        ("count", count.into()),
        ("when", instant(visit, it, at).into()),
    ];
    let note = visit.tell("mailings-laid-out", &args);
    Ok(("held", "mailings-prepared", note))
}

/// What a mail is called.
fn title(it: &Gathering, mailing: &Mailing) -> String {
    title_of(&mailing.subject.de, (&it.title, it.starts.date()))
}

/// A mail that nobody wrote yet, to find whom it would mean.
fn imagined(desk: &Desk, it: &Gathering, to: To) -> Mailing {
    Mailing {
        id: Uuid::nil(),
        network: desk.network,
        desk: desk.id,
        gathering: it.id,
        to,
        subject: crate::rules::Texts::default(),
        body: crate::rules::Texts::default(),
        reminds_of: None,
        laid_at: None,
    }
}

pub(super) fn list_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, desk): (&Gathering, &Desk),
) -> Result<ListPage, Halt> {
    let slug = &visit.network()?.slug;
    let mut rows = Vec::new();
    for mailing in records::mailings(conn, it.id)? {
        let (ring, state, note) = stand(conn, visit, (it, &mailing))?;
        rows.push(Row {
            subject: marked(visit, &title(it, &mailing)),
            href: visit.href(&links::mailing(slug, &it.slug, mailing.id, "")),
            to: mailing.to.key(),
            ring,
            state,
            note,
        });
    }
    let mut new = Vec::new();
    for to in To::possible(it.starts_at <= visit.now) {
        let count = records::recipients(conn, &imagined(desk, it, to), visit.now)?.len();
        let path = links::all(slug, &it.slug, "/neu");
        new.push((
            visit.href(&format!("{path}?an={}", to.word())),
            to.key(),
            count,
        ));
    }
    let days = records::reminder(conn, desk.id)?.map_or(0, |it| it.days);
    let (page, tabs) = framed(visit, it, "mailings-title")?;
    Ok(ListPage {
        page,
        tabs,
        kicker: it.title.clone(),
        rows,
        new,
        reminder: visit.tell("mailings-reminder-now", &[("days", days.into())]),
        reminder_href: visit.href(&links::reminder(slug, &it.slug)),
    })
}

/// What can stand between braces, in a language.
fn blanks_line(lang: Lang) -> String {
    let words = blanks(lang, Part::Body).iter();
    let words: Vec<_> = words.map(|it| format!("{{{}}}", it.word)).collect();
    words.join(" ")
}

/// The form of a mail.
#[derive(Template)]
#[template(path = "registration/mailings/edit.html")]
pub(super) struct EditPage {
    pub(super) page: Page,
    tabs: String,
    kicker: String,
    tos: Vec<(String, String)>,
    blanks: String,
    blanks_en: String,
    action: String,
    cancel: String,
    removal: Option<String>,
    fields: Fields,
}

/// The form; `known` is a mail that is changed.
pub(super) fn edit_page(
    visit: &Visit,
    (it, known): (&Gathering, Option<Uuid>),
    form: Form,
) -> Result<EditPage, Halt> {
    let slug = &visit.network()?.slug;
    let page = Page::new(visit, visit.say("mailings-write"));
    let (action, cancel, removal) = match known {
        Some(id) => (
            links::mailing(slug, &it.slug, id, "/bearbeiten"),
            links::mailing(slug, &it.slug, id, ""),
            Some(links::mailing(slug, &it.slug, id, "/entfernung")),
        ),
        None => (
            links::all(slug, &it.slug, "/neu"),
            links::all(slug, &it.slug, ""),
            None,
        ),
    };
    Ok(EditPage {
        page: below_mails(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        tos: To::possible(it.starts_at <= visit.now)
            .map(|to| (to.word().to_owned(), visit.say(to.key()).to_owned()))
            .collect(),
        blanks: blanks_line(Lang::De),
        blanks_en: blanks_line(Lang::En),
        action: visit.href(&action),
        cancel: visit.href(&cancel),
        removal: removal.map(|path| visit.href(&path)),
        fields: Fields::new(visit, form),
    })
}

/// Somebody whom a mail means.
struct Line {
    name: String,
    mail: String,
    href: String,
    is_told: bool,
    is_paused: bool,
    is_here: bool,
}

/// One mail: what it says, and to whom it goes.
#[derive(Template)]
#[template(path = "registration/mailings/show.html")]
pub(super) struct ShowPage {
    pub(super) page: Page,
    tabs: String,
    kicker: String,
    to: &'static str,
    ring: &'static str,
    state: &'static str,
    note: String,
    is_draft: bool,
    is_reminder: bool,
    /// How many letters would be laid out now.
    open: usize,
    count: usize,
    lines: Vec<Line>,
    preview: String,
    first: String,
    here: String,
    outbox: String,
}

/// A mail as one of its recipients gets it; the first one where nobody is named.
pub(super) fn show_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, mailing): (&Gathering, &Mailing),
    chosen: Option<Uuid>,
) -> Result<ShowPage, Halt> {
    let slug = &visit.network()?.slug;
    let people = records::recipients(conn, mailing, visit.now)?;
    let looked_at = match chosen {
        Some(id) => {
            let found = people.iter().find(|to| to.registration == id);
            Some(found.ok_or(Halt::Missing)?)
        }
        None => people.first(),
    };
    let mut lines = Vec::new();
    let mut open = 0;
    for to in &people {
        let is_paused = outbox::is_paused(conn, &to.mail)?;
        open += usize::from(!to.is_told && !is_paused);
        if lines.len() < SHOWN {
            lines.push(Line {
                name: to.name.clone(),
                mail: to.mail.clone(),
                href: visit.href(&links::to(slug, &it.slug, mailing.id, to.registration)),
                is_told: to.is_told,
                is_paused,
                is_here: looked_at.is_some_and(|here| here.registration == to.registration),
            });
        }
    }
    let (preview, first) = match looked_at {
        Some(to) => preview(conn, visit, (it, mailing), to)?,
        None => (String::new(), String::new()),
    };
    let (ring, state, note) = stand(conn, visit, (it, mailing))?;
    let page = Page::of_record(visit, title(it, mailing));
    Ok(ShowPage {
        page: below_mails(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        to: mailing.to.key(),
        ring,
        state,
        note,
        is_draft: mailing.laid_at.is_none(),
        is_reminder: mailing.reminds_of.is_some(),
        open,
        count: people.len(),
        lines,
        preview,
        first,
        here: visit.href(&links::mailing(slug, &it.slug, mailing.id, "")),
        outbox: visit.href(&outbox::links::outbox(slug)),
    })
}

/// A mail as somebody gets it, and who that is.
fn preview(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, mailing): (&Gathering, &Mailing),
    to: &Recipient,
) -> Result<(String, String), Halt> {
    let slug = &visit.network()?.slug;
    let content = letters::sample(conn, &visit.app, (mailing, to.registration))?;
    let content = content.map(Content::printed).transpose()?;
    let here = visit.href(&links::to(slug, &it.slug, mailing.id, to.registration));
    let first = format!("{} <{}>", to.name, to.mail);
    let shown = outbox::view(visit, content.as_ref(), &first, &here)?;
    Ok((shown, to.name.clone()))
}

/// How a desk reminds.
#[derive(Template)]
#[template(path = "registration/mailings/reminder.html")]
pub(super) struct ReminderPage {
    pub(super) page: Page,
    tabs: String,
    kicker: String,
    is_choice: bool,
    blanks: String,
    blanks_en: String,
    preview: String,
    action: String,
    cancel: String,
    fields: Fields,
}

/// The form, with what would go out as it is kept now: `sample` is the mail and who gets it.
pub(super) fn reminder_page(
    visit: &Visit,
    (it, desk): (&Gathering, &Desk),
    sample: Option<(Content, String)>,
    form: Form,
) -> Result<ReminderPage, Halt> {
    let slug = &visit.network()?.slug;
    let page = Page::new(visit, visit.say("mailings-reminder"));
    let here = visit.href(&links::reminder(slug, &it.slug));
    let preview = match sample {
        Some((content, to)) => outbox::view(visit, Some(&content), &to, &here)?,
        None => String::new(),
    };
    Ok(ReminderPage {
        page: below_mails(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        is_choice: desk.series.is_some(),
        blanks: blanks_line(Lang::De),
        blanks_en: blanks_line(Lang::En),
        preview,
        action: here,
        cancel: visit.href(&links::all(slug, &it.slug, "")),
        fields: Fields::new(visit, form),
    })
}

/// The reminder as the first of those who have a place would get it.
pub(super) fn reminder_sample(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, desk): (&Gathering, &Desk),
    reminder: &Reminder,
) -> Result<Option<(Content, String)>, Halt> {
    let mailing = Mailing {
        subject: reminder.subject.clone(),
        body: reminder.body.clone(),
        reminds_of: Some(it.starts.date()),
        ..imagined(desk, it, To::Confirmed)
    };
    let people = records::recipients(conn, &mailing, visit.now)?;
    let Some(to) = people.into_iter().next() else {
        return Ok(None);
    };
    let content = letters::sample(conn, &visit.app, (&mailing, to.registration))?;
    let first = format!("{} <{}>", to.name, to.mail);
    Ok(content.map(|content| (content, first)))
}
