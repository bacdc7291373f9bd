//! What minutes tell the office in the morning: objections, tasks that were settled, tasks
//! that should have been done.

use base::Fault;
use calendar::dates;
use shell::{App, Arg, Digest, Morning, Told};
use store::Conn;

use crate::records;
use crate::rules::{ObjectionState, Task, TaskState};

/// What the mail of the morning tells of this room.
pub(crate) const DIGEST: &[Digest] = &[Digest { order: 40, tell }];

/// So many overdue tasks are named; the others are counted.
const MOST: usize = 15;

fn tell(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Vec<Told>, Fault> {
    Ok(vec![
        objections(conn, app, morning)?,
        settled(conn, app, morning)?,
        overdue(conn, app, morning)?,
    ])
}

fn objections(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Told, Fault> {
    let open = records::objections_of_network(conn, morning.network, ObjectionState::Open)?;
    let is_news = open.iter().any(|it| morning.is_new(it.at));
    let mut points = Vec::new();
    for objection in open {
        let minutes = records::minutes(conn, objection.minutes)?;
        let gathering = match minutes {
            Some(it) => gatherings::gathering(conn, it.gathering)?,
            None => None,
        };
        let Some(gathering) = gathering else {
            continue;
        };
        let day = dates::day(gathering.starts.date(), morning.lang);
        points.push(app.phrases.tell(
            morning.lang,
            "minutes-digest-objection",
            &[
                ("who", objection.by.as_str().into()),
                ("title", gathering.title.as_str().into()),
                ("day", day.into()),
            ],
        ));
    }
    Ok(Told {
        heading: say(app, morning, "minutes-digest-objections"),
        points,
        is_news,
    })
}

/// Tasks that are done or need not be done any more.
fn settled(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Told, Fault> {
    let span = (morning.after, morning.until);
    let tasks = records::tasks_settled(conn, morning.network, span)?;
    let points = tasks.iter().map(|task| {
        let args = [
            ("by", task.settled_by.as_str().into()),
            ("wording", one_line(&task.wording)),
        ];
        app.phrases
            .tell(morning.lang, "minutes-digest-done-task", &args)
    });
    Ok(Told {
        heading: say(app, morning, "minutes-digest-done"),
        points: points.collect(),
        is_news: !tasks.is_empty(),
    })
}

fn overdue(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Told, Fault> {
    let mut late = records::tasks_of_network(conn, morning.network, TaskState::Open)?;
    late.retain(|it| it.is_overdue(morning.today));
    let mut points: Vec<String> = late
        .iter()
        .take(MOST)
        .map(|task| late_task(app, morning, task))
        .collect();
    let further = late.len().saturating_sub(MOST);
    if further > 0 {
        let count = [("count", further.into())];
        let line = app
            .phrases
            .tell(morning.lang, "minutes-digest-late-further", &count);
        points.push(line);
    }
    Ok(Told {
        heading: say(app, morning, "minutes-digest-late"),
        points,
        is_news: false,
    })
}

fn late_task(app: &App, morning: &Morning, task: &Task) -> String {
    let args = [
        ("who", task.who.name.as_str().into()),
        ("due", dates::day(task.due, morning.lang).into()),
        ("wording", one_line(&task.wording)),
    ];
    app.phrases
        .tell(morning.lang, "minutes-digest-late-task", &args)
}

fn one_line(wording: &str) -> Arg {
    wording.replace('\n', " ").into()
}

fn say(app: &App, morning: &Morning, key: &str) -> String {
    app.phrases.say(morning.lang, key).to_owned()
}
