//! What polls tell the office in the morning: new answers, terms that end, days to settle on.

use base::Fault;
use calendar::dates;
use jiff::ToSpan;
use shell::{App, Digest, Morning, Told};
use store::Conn;

use crate::records;
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
    for poll in records::polls_of(conn, morning.network)? {
        let stage = poll.stage(morning.until);
        if !matches!(stage, Stage::Running | Stage::Over) {
            continue;
        }
        let asked = records::asked_of(conn, poll.id)?;
        let mut answers = asked.iter().filter_map(|it| it.answered_at);
        let has_new = answers.any(|at| morning.is_new(at));
        let soon = morning.today.saturating_add(SOON.days());
        let has_ended = stage == Stage::Over && poll.stage(morning.after) == Stage::Running;
        if stage == Stage::Running && !has_new && poll.until > soon {
            continue;
        }
        let answered = asked.iter().filter(|it| it.answered_at.is_some()).count();
        told.points
            .push(line(app, morning, (&poll, stage), (answered, asked.len())));
        told.is_news |= has_new || has_ended;
    }
    Ok(vec![told])
}

fn line(
    app: &App,
    morning: &Morning,
    (poll, stage): (&DatePoll, Stage),
    (answered, asked): (usize, usize),
) -> String {
    let key = match stage {
        Stage::Over => "polls-digest-over",
        _ => "polls-digest-running",
    };
    let args = [
        ("title", poll.title.as_str().into()),
        ("until", dates::day(poll.until, morning.lang).into()),
        ("answered", answered.into()),
        ("asked", asked.into()),
    ];
    app.phrases.tell(morning.lang, key, &args)
}
