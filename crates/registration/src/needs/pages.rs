//! The pages about assistance needs. Only one of them shows what somebody needs.

use askama::Template;
use base::{Fault, Halt};
use calendar::dates;
use gatherings::Gathering;
use jiff::Timestamp;
use shell::{Fields, Page, Visit};
use store::Conn;
use uuid::Uuid;
use vault::Why;

use super::form::Asking;
use super::records::{self, Asked, Key, Line};
use super::rules::{NeedState, Provider, Told, Totals, last_day};
use super::{
    actions::{self, Opened},
    links,
};
use crate::actions::Own;
use crate::records as room;

/// The gatherings that somebody needs something for.
#[derive(Template)]
#[template(path = "registration/needs/all.html")]
pub(crate) struct AllPage {
    page: Page,
    gatherings: Vec<AskedLine>,
}

struct AskedLine {
    title: String,
    href: String,
    when: String,
    count: String,
}

/// The work on one gathering.
#[derive(Template)]
#[template(path = "registration/needs/list.html")]
pub(crate) struct ListPage {
    page: Page,
    title: String,
    lead: String,
    totals_href: String,
    lines: Vec<NeedLine>,
}

struct NeedLine {
    name: String,
    organisation: String,
    href: String,
    ring: &'static str,
    state: &'static str,
    place: String,
    told: String,
    told_again: bool,
}

/// What one person needs.
#[derive(Template)]
#[template(path = "registration/needs/need.html")]
pub(crate) struct NeedPage {
    page: Page,
    kicker: String,
    ring: &'static str,
    state: &'static str,
    told: Option<Told>,
    closed: Option<String>,
    until: String,
    reach: Vec<(String, String)>,
    action: String,
    fields: Fields,
    choices: Vec<(String, String)>,
}

/// How much of what.
#[derive(Template)]
#[template(path = "registration/needs/totals.html")]
pub(crate) struct TotalsPage {
    page: Page,
    title: String,
    parts: Vec<Part>,
    further: Vec<String>,
}

struct Part {
    heading: &'static str,
    rows: Vec<(&'static str, i64)>,
}

/// What was forgotten, and when.
#[derive(Template)]
#[template(path = "registration/needs/proofs.html")]
pub(crate) struct ProofsPage {
    page: Page,
    lines: Vec<ProofLine>,
}

struct ProofLine {
    title: String,
    until: String,
    is_gone: bool,
    state: String,
    struck: String,
}

/// Telling it anew from one's own link.
#[derive(Template)]
#[template(path = "registration/needs/own.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    pub(crate) kicker: String,
    pub(crate) said: Option<String>,
    pub(crate) needs: Option<Asking>,
    /// Why nothing more is asked.
    pub(crate) closed: &'static str,
    pub(crate) is_again: bool,
    pub(crate) action: String,
    pub(crate) back: String,
    pub(crate) withdrawal: String,
    pub(crate) fields: Fields,
}

/// What one's own page says of it.
#[derive(Template)]
#[template(path = "registration/needs/own-part.html")]
struct OwnPart<'p> {
    heading: &'p str,
    said: String,
    href: String,
    label: &'p str,
}

fn below(visit: &Visit, page: Page) -> Result<Page, Halt> {
    let network = visit.network()?;
    Ok(page
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("needs-nav"), &links::all(&network.slug, "")))
}

fn below_gathering(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let path = links::list(&visit.network()?.slug, &it.slug, "");
    Ok(below(visit, page)?.below_record(&it.title, &path).here())
}

/// The page of all.
pub(crate) fn all_page(visit: &Visit, all: Vec<Asked>) -> Result<AllPage, Halt> {
    let network = visit.network()?;
    let page = Page::new(visit, visit.say("needs-nav"));
    let line = |it: Asked| AskedLine {
        href: visit.href(&links::list(&network.slug, &it.slug, "")),
        when: dates::day_long(it.starts.date(), visit.lang),
        count: visit.tell(
            "needs-asked",
            &[("open", it.open.into()), ("all", it.all.into())],
        ),
        title: it.title,
    };
    Ok(AllPage {
        page: page
            .below_record(&network.name, &format!("/{}", network.slug))
            .here(),
        gatherings: all.into_iter().map(line).collect(),
    })
}

/// The page of one gathering.
pub(crate) fn list_page(
    visit: &Visit,
    (it, days): (&Gathering, i64),
    lines: Vec<Line>,
) -> Result<ListPage, Halt> {
    let slug = &visit.network()?.slug;
    let page = Page::of_record(visit, &it.title);
    let line = |line: Line| NeedLine {
        href: visit.href(&links::need(slug, &it.slug, line.id)),
        ring: line.state.ring(),
        state: line.state.key(),
        place: visit.say(&place_key(&line.place_state)).to_owned(),
        told: when(visit, line.told_at, &it.zone),
        told_again: line.told_again,
        name: line.name,
        organisation: line.organisation,
    };
    Ok(ListPage {
        page: below(visit, page)?.here(),
        title: it.title.clone(),
        lead: until(visit, (it, days)),
        totals_href: visit.href(&links::list(slug, &it.slug, "/summen")),
        lines: lines.into_iter().map(line).collect(),
    })
}

fn place_key(state: &str) -> String {
    ["registration-state-", state].concat()
}

fn when(visit: &Visit, at: Timestamp, zone: &str) -> String {
    let zone = calendar::Zone::named(zone).unwrap_or_else(|_| calendar::Zone::utc());
    dates::instant_local_short(at, &zone, visit.lang)
}

fn until(visit: &Visit, (it, days): (&Gathering, i64)) -> String {
    let day = dates::day_long(last_day(it.ends.date(), days), visit.lang);
    visit.tell("needs-until-day", &[("day", day.into())])
}

/// What the page of one person's need is made of.
pub(crate) struct Shown {
    pub(crate) id: Uuid,
    pub(crate) state: NeedState,
    pub(crate) opened: Opened,
    pub(crate) name: String,
    pub(crate) mail: String,
    pub(crate) phone: String,
    pub(crate) organisation: String,
}

/// The page of one person's need.
pub(crate) fn need_page(
    visit: &Visit,
    (it, days): (&Gathering, i64),
    shown: Shown,
    fields: Fields,
) -> Result<NeedPage, Halt> {
    let slug = &visit.network()?.slug;
    let page = Page::of_record(visit, &shown.name);
    let (told, closed) = match shown.opened {
        Opened::Told(told) => (Some(told), None),
        Opened::Gone(at) => {
            let day = when(visit, at, &it.zone);
            (
                None,
                Some(visit.tell("needs-gone", &[("when", day.into())])),
            )
        }
        Opened::Closed => (None, Some(visit.say("needs-closed").to_owned())),
    };
    let reach = [
        ("needs-reach-organisation", shown.organisation),
        ("needs-reach-mail", shown.mail),
        ("needs-reach-phone", shown.phone),
    ];
    let choice = |state: NeedState| (state.word().to_owned(), visit.say(state.key()).to_owned());
    Ok(NeedPage {
        page: below_gathering(visit, it, page)?,
        kicker: it.title.clone(),
        ring: shown.state.ring(),
        state: shown.state.key(),
        told,
        closed,
        until: until(visit, (it, days)),
        reach: reach
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (visit.say(key).to_owned(), value))
            .collect(),
        action: visit.href(&links::need(slug, &it.slug, shown.id)),
        fields,
        choices: NeedState::ALL.map(choice).to_vec(),
    })
}

/// The page of sums.
pub(crate) fn totals_page(
    visit: &Visit,
    it: &Gathering,
    totals: &Totals,
) -> Result<TotalsPage, Halt> {
    let page = Page::new(visit, visit.say("needs-totals"));
    let parts = Provider::ALL.map(|provider| Part {
        heading: provider.key(),
        rows: totals
            .counts
            .iter()
            .filter(|(kind, _)| kind.provider() == provider)
            .map(|(kind, count)| (kind.key(), *count))
            .collect(),
    });
    let more = [
        ("needs-totals-words", totals.in_words),
        ("needs-totals-closed", totals.closed),
    ];
    Ok(TotalsPage {
        page: below_gathering(visit, it, page)?,
        title: it.title.clone(),
        parts: parts.into_iter().filter(|it| !it.rows.is_empty()).collect(),
        further: more
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| visit.tell(key, &[("count", count.into())]))
            .collect(),
    })
}

/// Keys of one gathering that are in use, or were destroyed on one day for one reason, as one.
fn together(keys: Vec<Key>) -> Vec<Key> {
    let day = |key: &Key| {
        let at = key.destroyed_at?;
        Some(at.to_zoned(jiff::tz::TimeZone::UTC).date())
    };
    let mut groups: Vec<Key> = Vec::new();
    for key in keys {
        let same = groups.iter_mut().find(|it| {
            it.gathering.is_some()
                && it.gathering == key.gathering
                && it.why == key.why
                && day(it) == day(&key)
        });
        match same {
            Some(group) => {
                group.struck = group.struck.saturating_add(key.struck);
                group.made_at = group.made_at.min(key.made_at);
                group.destroyed_at = group.destroyed_at.max(key.destroyed_at);
            }
            None => groups.push(key),
        }
    }
    groups
}

/// The page of proofs.
pub(crate) fn proofs_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    keys: Vec<Key>,
) -> Result<ProofsPage, Halt> {
    let mut lines = Vec::new();
    for key in together(keys) {
        let found = match key.gathering {
            Some(id) => gatherings::gathering(conn, id)?,
            None => None,
        };
        let zone = found
            .as_ref()
            .map_or("Europe/Berlin", |it| it.zone.as_str());
        let until = match &found {
            Some(it) => {
                let desk = room::desk_of(conn, (Some(it.id), it.series))?;
                let days = desk.map_or(0, |desk| desk.needs_days);
                dates::day_long(last_day(it.ends.date(), days), visit.lang)
            }
            None => String::new(),
        };
        let state = if let Some(at) = key.destroyed_at {
            let reason = visit.say(why_key(Why::from_word(&key.why))).to_owned();
            let args = [
                ("when", when(visit, at, zone).into()),
                ("why", reason.into()),
            ];
            visit.tell("needs-proof-gone", &args)
        } else {
            let made = when(visit, key.made_at, zone);
            visit.tell("needs-proof-alive", &[("when", made.into())])
        };
        lines.push(ProofLine {
            title: key.about.map_or_else(
                || visit.say("needs-proof-no-gathering").to_owned(),
                |(title, _)| title,
            ),
            until,
            is_gone: key.destroyed_at.is_some(),
            state,
            struck: visit.tell("needs-proof-struck", &[("count", key.struck.into())]),
        });
    }
    let network = visit.network()?;
    let page = Page::new(visit, visit.say("needs-proofs"));
    Ok(ProofsPage {
        // Whoever reads the proofs need not be a contact, who alone sees all.
        page: page
            .below_record(&network.name, &format!("/{}", network.slug))
            .here(),
        lines,
    })
}

const fn why_key(why: Option<Why>) -> &'static str {
    match why {
        Some(Why::Unused) => "needs-why-unused",
        Some(Why::Wish) => "needs-why-wish",
        Some(Why::Term) | None => "needs-why-term",
    }
}

/// What one's own page says of what was told: when, and how far it has come, never what. None
/// where nothing can be told.
///
/// # Errors
/// When the database fails.
pub(crate) fn own_part(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, token): (&Own, &str),
) -> Result<Option<String>, Fault> {
    let Some(open) = actions::open_place(conn, visit, own)? else {
        return Ok(None);
    };
    let need = records::need_of_place(conn, open.place.id)?;
    let said = match &need {
        None => visit.say("needs-own-none").to_owned(),
        Some((need, _)) => said(visit, (need.told_at, need.state), &open.date.zone),
    };
    let label = match (need.is_some(), open.closed.is_some()) {
        (false, true) => return Ok(None),
        (false, false) => "needs-own-tell",
        (true, false) => "needs-own-change",
        (true, true) => "needs-own-withdraw",
    };
    OwnPart {
        heading: visit.say("needs-own"),
        said,
        href: visit.href(&links::own(token, "")),
        label: visit.say(label),
    }
    .render()
    .map(Some)
    .map_err(|cause| Fault::because("render a part of a page", cause))
}

/// When it was told and how far it has come.
pub(crate) fn said(visit: &Visit, (at, state): (Timestamp, NeedState), zone: &str) -> String {
    let args = [
        ("when", when(visit, at, zone).into()),
        ("state", visit.say(state.key()).into()),
    ];
    visit.tell("needs-own-said", &args)
}
