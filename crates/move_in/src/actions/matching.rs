//! Records that a draft may be about already.

use base::access::Actor;
use base::{Fault, NetworkId};
use gatherings::Onlooker;
use jiff::ToSpan;
use jiff::civil::Date;
use register::{Candidate, Probe, Reason};
use store::Conn;
use uuid::Uuid;

use super::making::value;
use crate::records::drafts::Draft;
use crate::rules::{self, Kind};

/// How far around its day a gathering of the same title is looked for, in days.
const AROUND: i32 = 200;
/// How far around its day a post of a title like its own is looked for, in days.
const NEAR: i32 = 14;
/// From here on it is the same organisation, or the same person.
const SAME: u8 = 90;
/// The most records that help anybody.
const MOST: usize = 6;

/// A record that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Its id.
    pub(crate) id: Uuid,
    /// What it is called.
    pub(crate) title: String,
    /// Its day.
    pub(crate) day: Option<Date>,
    /// The last part of its address.
    pub(crate) slug: String,
    /// Phrase keys of why it may be meant.
    pub(crate) reasons: Vec<String>,
    /// Whether it is hardly another one.
    pub(crate) is_strong: bool,
    /// Whether its record is closed.
    pub(crate) is_closed: bool,
}

/// The records that a draft may be about, the likeliest first.
///
/// # Errors
/// When the database fails.
pub(crate) fn matches(
    conn: &mut Conn<'_>,
    who: &Actor,
    draft: &Draft,
) -> Result<Vec<Match>, Fault> {
    let values = draft.values();
    let mut found = match draft.kind {
        Kind::Gathering => gatherings(conn, who, draft)?,
        Kind::Organisation => {
            let (name, short_name) = (value(values, "name"), value(values, "short_name"));
            let (mail, phone) = (value(values, "mail"), value(values, "phone"));
            let probe = Probe {
                is_organisation: true,
                short_name: &short_name,
                ..Probe::person(&name, &mail, &phone)
            };
            alike(conn, draft.network, &probe)?
        }
        Kind::Contact => {
            let name = value(values, "name");
            let (mail, phone) = (value(values, "mail"), value(values, "phone"));
            alike(conn, draft.network, &Probe::person(&name, &mail, &phone))?
        }
        Kind::Post => posts(conn, draft)?,
        Kind::Recurring => Vec::new(),
    };
    found.truncate(MOST);
    Ok(found)
}

fn gatherings(conn: &mut Conn<'_>, who: &Actor, draft: &Draft) -> Result<Vec<Match>, Fault> {
    let values = draft.values();
    let Some(day) = values.get("day").and_then(|it| it.parse::<Date>().ok()) else {
        return Ok(Vec::new());
    };
    let title = value(values, "title");
    let onlooker = Onlooker {
        network: draft.network,
        actor: who,
    };
    let span = (
        day.saturating_sub(AROUND.days()),
        day.saturating_add(AROUND.days()),
    );
    let mut found: Vec<Match> = gatherings::between(conn, onlooker, span)?
        .into_iter()
        .filter_map(|it| {
            let same_day = it.starts.date() == day;
            let same_title = rules::are_alike(&it.title, &title);
            let reasons = [
                (same_day, "move-in-same-day"),
                (same_title, "move-in-same-title"),
            ];
            let reasons: Vec<String> = reasons
                .iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, key)| (*key).to_owned())
                .collect();
            (!reasons.is_empty()).then(|| Match {
                id: it.id.into(),
                title: it.title.clone(),
                day: Some(it.starts.date()),
                slug: it.slug.clone(),
                is_strong: same_day && same_title,
                is_closed: false,
                reasons,
            })
        })
        .collect();
    let distance = |it: &Match| {
        let days = it.day.and_then(|its| day.until(its).ok());
        days.map_or(0, |it| it.get_days().abs())
    };
    found.sort_by_key(|it| (!it.is_strong, distance(it), it.id));
    Ok(found)
}

/// Posts of the same title. A title may come again every month, so that only one of the same day
/// is hardly another one, or one where either does not say its day.
fn posts(conn: &mut Conn<'_>, draft: &Draft) -> Result<Vec<Match>, Fault> {
    let values = draft.values();
    let title = value(values, "title");
    let day = values
        .get("post_day")
        .and_then(|it| it.parse::<Date>().ok());
    let near = day.map(|day| {
        let (before, behind) = (day.checked_sub(NEAR.days()), day.checked_add(NEAR.days()));
        (before.unwrap_or(day), behind.unwrap_or(day))
    });
    let mut found: Vec<Match> = publishing::posts_about(conn, draft.network, (&title, near))?
        .into_iter()
        .filter(|it| rules::are_alike(&it.title, &title))
        .map(|it| {
            let is_same_day = it.day.is_some() && it.day == day;
            let mut reasons = vec!["move-in-same-title".to_owned()];
            reasons.extend(is_same_day.then(|| "move-in-same-day".to_owned()));
            Match {
                id: it.id.into(),
                is_strong: is_same_day || it.day.is_none() || day.is_none(),
                title: it.title,
                day: it.day,
                slug: it.slug,
                is_closed: false,
                reasons,
            }
        })
        .collect();
    found.sort_by_key(|it| (!it.is_strong, it.day, it.id));
    Ok(found)
}

fn alike(conn: &mut Conn<'_>, network: NetworkId, probe: &Probe<'_>) -> Result<Vec<Match>, Fault> {
    let found = register::candidates(conn, network, probe)?;
    let namesakes = found.iter().filter(|it| is_namesake(it)).count();
    // A register has two people of one name sooner than two organisations.
    let is_known = |it: &Candidate| probe.is_organisation && namesakes == 1 && is_namesake(it);
    Ok(found
        .into_iter()
        .map(|it| (is_known(&it), it))
        .map(matched)
        .collect())
}

fn is_namesake(it: &Candidate) -> bool {
    it.reasons.contains(&Reason::Name)
}

fn matched((is_known, it): (bool, Candidate)) -> Match {
    Match {
        id: it.id,
        title: it.name,
        day: None,
        slug: it.id.to_string(),
        is_strong: is_known || it.score >= SAME,
        reasons: it.reasons.into_iter().map(Reason::key).collect(),
        is_closed: it.ended,
    }
}
