//! Telling the invited what changed, once, where the office chooses to.

use base::access::Actor;
use base::{Blame, Fault, GatheringId, Halt, Moment};
use store::{Conn, Job};
use uuid::Uuid;

use crate::records;
use crate::rules::{Change, Difference, Gathering, ToldAgenda};

/// The job that tells the invited of a change; the room of invitations runs it.
///
/// Its subject is `<gathering id> <moved|changed|cancelled> <change id>`.
pub const CHANGE_JOB: &str = "gatherings.changed";

/// The job that tells those who registered of another time or place, or that it is called off:
/// that is nobody's choice. The room of registration runs it; its subject is the gathering's id.
pub const SHIFT_JOB: &str = "gatherings.shifted";

/// Lets those who registered be told.
pub(super) fn tell_registered(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Gathering,
) -> Result<(), Fault> {
    let due = moment.now();
    let job = Job {
        kind: SHIFT_JOB,
        subject: &it.id.to_string(),
        due,
    };
    conn.later(moment, &job).map(drop)
}

/// Whether the invited are told of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inform {
    /// They get a mail.
    Tell,
    /// They do not.
    KeepQuiet,
}

impl Inform {
    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tell => "tell",
            Self::KeepQuiet => "quiet",
        }
    }

    /// Reads the word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Tell, Self::KeepQuiet]
            .into_iter()
            .find(|inform| inform.word() == word)
    }
}

/// Whether the office has to choose, because invitations went out.
fn must_choose(conn: &mut Conn<'_>, id: GatheringId) -> Result<bool, Fault> {
    Ok(records::guests::invited_count(conn, id)? > 0)
}

/// The choice, where one has to be made; refused where it is missing.
pub(super) fn choice(
    conn: &mut Conn<'_>,
    id: GatheringId,
    inform: Option<Inform>,
) -> Result<Inform, Halt> {
    match (must_choose(conn, id)?, inform) {
        (false, _) => Ok(Inform::KeepQuiet),
        (true, Some(inform)) => Ok(inform),
        (true, None) => Err(Halt::Refused(vec![Blame::at(
            "inform",
            "gatherings-fault-inform",
        )])),
    }
}

/// Raises the sequence, writes the change down and lets the invited be told of it.
pub(super) fn tell(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &mut Gathering,
    change: (crate::rules::ChangeKind, Vec<Difference>),
) -> Result<(), Fault> {
    let (kind, differences) = change;
    it.sequence += 1;
    let id: Uuid = moment.id();
    records::changes::add(
        conn,
        &Change {
            id,
            gathering: it.id,
            kind,
            sequence: it.sequence,
            differences,
            at: moment.now(),
            told_at: None,
        },
    )?;
    let due = moment.now();
    conn.later(
        moment,
        &Job {
            kind: CHANGE_JOB,
            subject: &format!("{} {} {id}", it.id, kind.word()),
            due,
        },
    )?;
    Ok(())
}

/// How the agenda differs from what the invited know; none where it does not.
pub fn pending_agenda(conn: &mut Conn<'_>, id: GatheringId) -> Result<Option<Difference>, Fault> {
    if !must_choose(conn, id)? {
        return Ok(None);
    }
    let Some(told) = records::gathering::told_agenda(conn, id)? else {
        return Ok(None);
    };
    let now = ToldAgenda::of(&records::agenda::agenda(conn, id)?);
    Ok(told.difference(&now))
}

/// Tells the invited of the changed agenda, or settles that they are not told.
pub fn tell_agenda(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: GatheringId,
    inform: Inform,
) -> Result<(), Halt> {
    let mut it = super::known(conn, id)?;
    let Some(difference) = pending_agenda(conn, id)? else {
        return Ok(());
    };
    let now = ToldAgenda::of(&records::agenda::agenda(conn, id)?);
    records::gathering::set_told_agenda(conn, id, &now)?;
    let verb = match inform {
        Inform::Tell => {
            let differences = vec![difference];
            let kind = Difference::kind(&differences);
            tell(conn, moment, &mut it, (kind, differences))?;
            it.changed_at = moment.now();
            records::gathering::write(conn, &it)?;
            "agenda-told"
        }
        Inform::KeepQuiet => "agenda-kept-quiet",
    };
    super::note(conn, moment, who, &it, (verb, String::new()))?;
    Ok(())
}
