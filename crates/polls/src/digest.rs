//! What polls tell the office in the morning: new answers, terms that end, days to settle on.

use base::Fault;
use calendar::dates;
use jiff::ToSpan;
use shell::{App, Digest, Morning, Told};
use store::Conn;

use crate::records;
use crate::records::Count;
use crate::rules::{DatePoll, Stage};

/// What the mail of the morning tells of this room.
pub(crate) const DIGEST: &[Digest] = &[Digest { order: 45, tell }];

/// So many days before it a term is said to end.
const SOON: i32 = 2;

fn tell(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Vec<Told>, Fault> {
    let mut told = Told {
        heading: app.phrases.say(morning.lang, "polls-digest").to_owned(),
        points: Vec::new(),
        is_news: false,
    };
    let counts = records::counts_of(conn, morning.network)?;
    for poll in records::polls_of(conn, morning.network)? {
        let stage = poll.stage(morning.until);
        if !matches!(stage, Stage::Running | Stage::Over) {
            continue;
        }
        let count = counts.get(&poll.id).copied().unwrap_or_default();
        let has_new = count.latest.is_some_and(|at| morning.is_new(at));
        let soon = morning.today.saturating_add(SOON.days());
        let has_ended = stage == Stage::Over && poll.stage(morning.after) == Stage::Running;
        if stage == Stage::Running && !has_new && poll.until > soon {
            continue;
        }
        told.points.push(line(app, morning, (&poll, stage), count));
        told.is_news |= has_new || has_ended;
    }
    Ok(vec![told])
}

fn line(app: &App, morning: &Morning, (poll, stage): (&DatePoll, Stage), count: Count) -> String {
    let key = match stage {
        Stage::Over => "polls-digest-over",
        _ => "polls-digest-running",
    };
    let args = [
        ("title", poll.title.as_str().into()),
        ("until", dates::day(poll.until, morning.lang).into()),
        ("answered", count.answered.into()),
        ("asked", count.asked.into()),
    ];
    app.phrases.tell(morning.lang, key, &args)
}
