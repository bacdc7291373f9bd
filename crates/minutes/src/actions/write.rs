//! Writing: beginning minutes, entries and their texts, chair and minute-taker.

use base::access::Actor;
use base::{AgendaItemId, GatheringId, Halt, MinutesId, Moment};
use jiff::SignedDuration;
use store::Conn;

use super::{Scene, draft, lines, note, scene};
use crate::records::{self, NewRevision};
use crate::rules::{Entry, EntryId, Minutes, Named, Question, Reason, State};

/// Saves within this time by the same hand are one revision.
const ONE_SITTING: SignedDuration = SignedDuration::from_mins(10);

/// Begins the minutes of a gathering with an entry for each item of its agenda; where they
/// exist already as a draft, entries for items that came later are added.
///
/// # Errors
/// [`Halt::Refused`] for a gathering that is not announced or was cancelled.
pub fn begin_minutes(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
) -> Result<MinutesId, Halt> {
    let gathering = gatherings::gathering(conn, gathering)?.ok_or(Halt::Missing)?;
    let minutes = if let Some(minutes) = records::minutes_of(conn, gathering.id)? {
        minutes
    } else {
        let minutes = new_minutes(moment, who, &gathering)?;
        records::add_minutes(conn, &minutes)?;
        note(
            conn,
            moment,
            (who, &minutes),
            "minutes-begun",
            String::new(),
        )?;
        minutes
    };
    if minutes.state == State::Draft {
        take_over_agenda(conn, moment, who, &minutes)?;
    }
    Ok(minutes.id)
}

fn new_minutes(
    moment: &mut Moment,
    who: &Actor,
    gathering: &gatherings::Gathering,
) -> Result<Minutes, Halt> {
    if matches!(
        gathering.state,
        gatherings::State::Draft | gatherings::State::Cancelled
    ) {
        return Err(Halt::no("minutes-fault-gathering"));
    }
    Ok(Minutes {
        id: moment.id(),
        network: gathering.network,
        gathering: gathering.id,
        group: gathering.group,
        state: State::Draft,
        chair: Named::default(),
        taker: Named::default(),
        begun_at: moment.now(),
        begun_by: who.name.clone(),
        changed_at: moment.now(),
    })
}

fn take_over_agenda(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: &Minutes,
) -> Result<(), Halt> {
    let known: Vec<Option<AgendaItemId>> = records::entries(conn, minutes.id)?
        .into_iter()
        .map(|entry| entry.agenda_item)
        .collect();
    for item in gatherings::agenda(conn, minutes.gathering)? {
        if !known.contains(&Some(item.id)) {
            append(conn, moment, (who, minutes), &item.title, Some(item.id))?;
        }
    }
    Ok(())
}

fn append(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, minutes): (&Actor, &Minutes),
    title: &str,
    agenda_item: Option<AgendaItemId>,
) -> Result<EntryId, Halt> {
    let position = records::entries(conn, minutes.id)?
        .last()
        .map_or(1, |last| last.position + 1);
    let entry = Entry {
        id: moment.id(),
        minutes: minutes.id,
        agenda_item,
        position,
        title: title.to_owned(),
        public_text: String::new(),
        internal_text: String::new(),
        version: 1,
        changed_at: moment.now(),
        changed_by: who.name.clone(),
    };
    records::add_entry(conn, &entry)?;
    let revision = NewRevision {
        entry: &entry,
        account: who.account,
        reason: Reason::Saved,
    };
    records::revise(conn, moment, revision, None)?;
    Ok(entry.id)
}

/// Adds an entry that no agenda item stands behind.
///
/// # Errors
/// [`Halt::Refused`] where the minutes are no draft any more.
pub fn add_free_entry(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: MinutesId,
    title: &str,
) -> Result<EntryId, Halt> {
    let scene = draft(conn, minutes)?;
    append(conn, moment, (who, &scene.minutes), title, None)
}

/// Moves an entry one place up or down.
///
/// # Errors
/// [`Halt::Refused`] where the minutes are no draft any more.
pub fn move_entry(conn: &mut Conn<'_>, id: EntryId, up: bool) -> Result<(), Halt> {
    let entry = records::entry(conn, id)?.ok_or(Halt::Missing)?;
    draft(conn, entry.minutes)?;
    let all = records::entries(conn, entry.minutes)?;
    let at = all.iter().position(|other| other.id == id);
    let other = at.and_then(|at| {
        let other = if up { at.checked_sub(1) } else { Some(at + 1) };
        other.and_then(|other| all.get(other))
    });
    if let Some(other) = other {
        records::move_entry(conn, id, other.position)?;
        records::move_entry(conn, other.id, entry.position)?;
    }
    Ok(())
}

/// Takes a free entry out; its text stays in the revisions.
///
/// # Errors
/// [`Halt::Refused`] for an entry of the agenda, one with decisions, or minutes that are no
/// draft any more.
pub fn remove_free_entry(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: EntryId,
) -> Result<(), Halt> {
    let mut entry = records::entry(conn, id)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, entry.minutes)?;
    if entry.agenda_item.is_some() {
        return Err(Halt::no("minutes-fault-agenda-entry"));
    }
    let has_more = records::decisions_of(conn, entry.minutes)?
        .iter()
        .any(|decision| decision.entry == id)
        || records::tasks_of(conn, entry.minutes)?
            .iter()
            .any(|task| task.entry == id && task.line.is_none());
    if has_more {
        return Err(Halt::no("minutes-fault-entry-in-use"));
    }
    entry.public_text.clear();
    entry.internal_text.clear();
    keep(conn, moment, who, &mut entry, Reason::Removed)?;
    lines::follow_lines(conn, moment, (who, &scene), &entry)?;
    records::remove_entry(conn, id)?;
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "minutes-entry-removed",
        entry.title,
    )?;
    Ok(())
}

/// Who led the gathering and who writes.
///
/// # Errors
/// [`Halt::Refused`] where the minutes are no draft any more.
pub fn set_minutes_people(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: MinutesId,
    (chair, taker): (&Named, &Named),
) -> Result<(), Halt> {
    let scene = draft(conn, minutes)?;
    records::set_people(conn, minutes, (chair, taker), moment.now())?;
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "minutes-people-set",
        String::new(),
    )?;
    Ok(())
}

/// What somebody wrote into an entry, built upon the version that they saw.
#[derive(Clone, Debug)]
pub struct EntryText {
    /// The entry.
    pub entry: EntryId,
    /// The version that was seen.
    pub version: i64,
    /// The new title; none where it stays.
    pub title: Option<String>,
    /// The public text.
    pub public_text: String,
    /// The internal text.
    pub internal_text: String,
    /// Whether two texts were put together.
    pub is_merged: bool,
}

/// What became of a saved text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The version that it is now.
    pub version: i64,
    /// Lines that could not be understood.
    pub questions: Vec<Question>,
}

/// Saves an entry's texts, and the tasks that they hand out.
///
/// # Errors
/// [`Halt::Stale`] where somebody else was faster, [`Halt::Refused`] where the minutes are no
/// draft any more.
pub fn write_entry(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    new: EntryText,
) -> Result<Written, Halt> {
    let mut entry = records::entry(conn, new.entry)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, entry.minutes)?;
    let title = new
        .title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| entry.title.clone());
    let is_same = title == entry.title
        && new.public_text == entry.public_text
        && new.internal_text == entry.internal_text;
    if !is_same {
        if new.version != entry.version {
            return Err(Halt::Stale);
        }
        entry.title = title;
        entry.public_text = new.public_text;
        entry.internal_text = new.internal_text;
        let reason = if new.is_merged {
            Reason::Merged
        } else {
            Reason::Saved
        };
        keep(conn, moment, who, &mut entry, reason)?;
    }
    let questions = lines::follow_lines(conn, moment, (who, &scene), &entry)?;
    Ok(Written {
        version: entry.version,
        questions,
    })
}

/// Changes an entry's public text because an objection was accepted.
pub(super) fn reword(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, id): (&Actor, EntryId),
    public_text: String,
) -> Result<(), Halt> {
    let mut entry = records::entry(conn, id)?.ok_or(Halt::Missing)?;
    let scene: Scene = scene(conn, entry.minutes)?;
    if entry.public_text != public_text {
        entry.public_text = public_text;
        keep(conn, moment, who, &mut entry, Reason::Objection)?;
        lines::follow_lines(conn, moment, (who, &scene), &entry)?;
    }
    Ok(())
}

/// Puts another line into an entry in place of one that could not be understood.
pub(super) fn replace_line(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    entry: &mut Entry,
    (line, instead): (&str, &str),
) -> Result<(), Halt> {
    let swap = |text: &str| {
        text.lines()
            .map(|it| if it.trim() == line { instead } else { it })
            .collect::<Vec<_>>()
            .join("\n")
    };
    entry.public_text = swap(&entry.public_text);
    entry.internal_text = swap(&entry.internal_text);
    keep(conn, moment, who, entry, Reason::Answer)
}

/// Keeps a changed entry with its revision.
fn keep(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    entry: &mut Entry,
    reason: Reason,
) -> Result<(), Halt> {
    let last = records::last_revision(conn, entry.id)?;
    let instead_of = last
        .filter(|(version, at, by)| {
            reason == Reason::Saved
                && *version > 1
                && *by == who.name
                && moment.now().duration_since(*at) < ONE_SITTING
        })
        .map(|(version, ..)| version);
    entry.version += 1;
    entry.changed_at = moment.now();
    entry.changed_by.clone_from(&who.name);
    records::change_entry(conn, entry)?;
    let revision = NewRevision {
        entry,
        account: who.account,
        reason,
    };
    records::revise(conn, moment, revision, instead_of)?;
    Ok(())
}
