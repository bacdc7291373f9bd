//! Tasks that are read from lines, and the questions that unclear lines raise.

use base::access::Actor;
use base::{Fault, Halt, Moment};
use jiff::civil::Date;
use store::Conn;

use super::tasks::{day_of, make};
use super::{Scene, candidates, draft, note, write};
use crate::rules::{
    Answer, AnswerKind, Candidate, Doubt, Due, Entry, EntryId, Found, Known, Part, Question,
    Responsible, Task, TaskLine, TaskState, find_who, found_lines, pair, plain,
};
use crate::{jobs, records};

/// What lines are understood by: the register, and what people answered before.
struct Words {
    candidates: Vec<Candidate>,
    answers: Vec<Answer>,
}

impl Words {
    fn gather(conn: &mut Conn<'_>, scene: &Scene, entries: &[Entry]) -> Result<Self, Fault> {
        let held = scene.gathering.starts.date();
        let texts = entries
            .iter()
            .flat_map(|entry| Part::ALL.map(|part| entry.text(part)));
        let mut names: Vec<&str> = texts
            .flat_map(|text| found_lines(text, held))
            .map(|line| line.name)
            .filter(|name| !name.is_empty())
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok(Self {
            candidates: candidates(conn, scene.minutes.network, &names)?,
            answers: records::answers(conn, scene.minutes.id)?,
        })
    }

    fn answered(&self, spoken: &str) -> Option<&AnswerKind> {
        let spoken = plain(spoken);
        self.answers
            .iter()
            .find(|answer| answer.spoken == spoken)
            .map(|answer| &answer.kind)
    }

    fn is_only_text(&self, line: &TaskLine<'_>) -> bool {
        self.answered(line.line) == Some(&AnswerKind::Text)
    }

    fn who(&self, name: &str) -> Result<Responsible, Doubt> {
        if name.is_empty() {
            return Err(Doubt::NoName);
        }
        match self.answered(name) {
            Some(AnswerKind::Known(who)) => return Ok(who.clone()),
            Some(AnswerKind::Free) => {
                return Ok(Responsible {
                    name: name.to_owned(),
                    ..Responsible::default()
                });
            }
            Some(AnswerKind::Text) | None => {}
        }
        match find_who(name, &self.candidates) {
            Found::One(who) => Ok(who),
            Found::Several(some) => Err(Doubt::Several(some)),
            Found::Nobody => Err(Doubt::Nobody),
        }
    }

    /// Who and when, or everything that is unclear.
    fn understood(&self, line: &TaskLine<'_>) -> Result<(Responsible, Date), Vec<Doubt>> {
        let who = self.who(line.name);
        let due = match line.due {
            Due::On(day) => Ok(day),
            Due::Past(day) => Err(Doubt::Past(day)),
            Due::Unreadable(typed) => Err(Doubt::Unreadable(typed.to_owned())),
            Due::Missing => Err(Doubt::NoDay),
        };
        let text = if line.text.is_empty() {
            Err(Doubt::NoText)
        } else {
            Ok(())
        };
        match (who, due, text) {
            (Ok(who), Ok(due), Ok(())) => Ok((who, due)),
            (who, due, text) => Err([who.err(), due.err(), text.err()]
                .into_iter()
                .flatten()
                .collect()),
        }
    }
}

/// Makes an entry's tasks what its lines say: new lines make tasks, changed lines change
/// theirs, and a task whose line went goes too unless it is settled. What is not understood
/// comes back as questions and leaves its task as it was.
pub(super) fn follow_lines(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    entry: &Entry,
) -> Result<Vec<Question>, Halt> {
    let words = Words::gather(conn, scene, std::slice::from_ref(entry))?;
    let known: Vec<(Task, String)> = records::tasks_of(conn, scene.minutes.id)?
        .into_iter()
        .filter(|task| task.entry == entry.id)
        .filter_map(|task| task.line.clone().map(|line| (task, line)))
        .collect();
    let lines = lines_of(entry, scene, &words);
    let pairs = {
        let held = scene.gathering.starts.date();
        let old: Vec<Known<'_>> = known.iter().map(|(_, line)| as_known(line, held)).collect();
        let new: Vec<Known<'_>> = lines
            .iter()
            .map(|(_, line)| Known {
                line: line.line,
                name: line.name,
                text: line.text,
            })
            .collect();
        pair(&old, &new)
    };
    let mut questions = Vec::new();
    for ((part, line), paired) in lines.iter().zip(&pairs) {
        let old = paired.and_then(|at| known.get(at)).map(|(task, _)| task);
        match words.understood(line) {
            Ok((responsible, due)) => {
                let new = Wanted {
                    part: *part,
                    line,
                    responsible,
                    due,
                };
                keep(conn, moment, (who, scene), (entry.id, old), new)?;
            }
            Err(doubts) => questions.push(question(entry.id, *part, line, doubts)),
        }
    }
    for (at, (task, _)) in known.iter().enumerate() {
        if !pairs.contains(&Some(at)) {
            forget(conn, moment, (who, scene), task)?;
        }
    }
    Ok(questions)
}

fn lines_of<'e>(entry: &'e Entry, scene: &Scene, words: &Words) -> Vec<(Part, TaskLine<'e>)> {
    Part::ALL
        .into_iter()
        .flat_map(|part| {
            found_lines(entry.text(part), scene.gathering.starts.date())
                .into_iter()
                .map(move |line| (part, line))
        })
        .filter(|(_, line)| !words.is_only_text(line))
        .collect()
}

fn as_known(line: &str, held: Date) -> Known<'_> {
    let read = found_lines(line, held).into_iter().next();
    read.map_or(
        Known {
            line,
            name: "",
            text: "",
        },
        |read| Known {
            line,
            name: read.name,
            text: read.text,
        },
    )
}

fn question(entry: EntryId, part: Part, line: &TaskLine<'_>, doubts: Vec<Doubt>) -> Question {
    Question {
        entry,
        part,
        line: line.line.to_owned(),
        name: line.name.to_owned(),
        doubts,
    }
}

struct Wanted<'w> {
    part: Part,
    line: &'w TaskLine<'w>,
    responsible: Responsible,
    due: Date,
}

fn keep(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    (entry, old): (EntryId, Option<&Task>),
    new: Wanted<'_>,
) -> Result<(), Halt> {
    let Some(old) = old else {
        let task = Task {
            id: moment.id(),
            network: scene.minutes.network,
            minutes: scene.minutes.id,
            entry,
            internal: new.part.is_internal(),
            line: Some(new.line.line.to_owned()),
            who: new.responsible,
            wording: new.line.text.to_owned(),
            due: new.due,
            state: TaskState::Open,
            settled_at: None,
            settled_by: String::new(),
        };
        return make(conn, moment, (who, scene), &task).map_err(Halt::from);
    };
    let changed = Task {
        internal: new.part.is_internal(),
        line: Some(new.line.line.to_owned()),
        who: new.responsible,
        wording: new.line.text.to_owned(),
        due: new.due,
        ..old.clone()
    };
    if changed != *old {
        records::change_task(conn, &changed)?;
        if changed.due != old.due || changed.who != old.who {
            jobs::plan_reminders(conn, moment, &changed, &scene.gathering.zone)?;
        }
        note(
            conn,
            moment,
            (who, &scene.minutes),
            "task-changed",
            day_of(&changed),
        )?;
    }
    Ok(())
}

/// A settled task outlives its line.
fn forget(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    task: &Task,
) -> Result<(), Halt> {
    if task.state == TaskState::Open {
        jobs::forget_reminders(conn, task.id)?;
        records::remove_task(conn, task.id)?;
        note(
            conn,
            moment,
            (who, &scene.minutes),
            "task-removed",
            day_of(task),
        )?;
    } else {
        let lineless = Task {
            line: None,
            ..task.clone()
        };
        records::change_task(conn, &lineless)?;
    }
    Ok(())
}

/// The lines of minutes that nobody could understand.
pub fn questions(
    conn: &mut Conn<'_>,
    scene: &Scene,
    entries: &[Entry],
) -> Result<Vec<Question>, Fault> {
    let words = Words::gather(conn, scene, entries)?;
    let mut all = Vec::new();
    for entry in entries {
        for (part, line) in lines_of(entry, scene, &words) {
            if let Err(doubts) = words.understood(&line) {
                all.push(question(entry.id, part, &line, doubts));
            }
        }
    }
    Ok(all)
}

/// Answers a question: what a name means, or that a line is only text, and the day.
///
/// # Errors
/// [`Halt::Stale`] where the line has changed meanwhile, [`Halt::Refused`] where the minutes
/// are no draft any more.
pub fn answer_question(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    entry: EntryId,
    (line, answer, due): (&str, Option<AnswerKind>, Option<Date>),
) -> Result<Vec<Question>, Halt> {
    let mut entry = records::entry(conn, entry)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, entry.minutes)?;
    let held = scene.gathering.starts.date();
    let asked = questions(conn, &scene, std::slice::from_ref(&entry))?;
    let question = asked
        .into_iter()
        .find(|question| question.line == line)
        .ok_or(Halt::Stale)?;
    if let Some(kind) = answer {
        let spoken = match kind {
            AnswerKind::Text => plain(&question.line),
            AnswerKind::Known(_) | AnswerKind::Free => plain(&question.name),
        };
        if spoken.is_empty() {
            return Err(Halt::no("minutes-fault-no-name"));
        }
        records::keep_answer(conn, moment, scene.minutes.id, &Answer { spoken, kind })?;
    }
    if let Some(due) = due {
        if due < held {
            return Err(Halt::at("due", "minutes-fault-due-past"));
        }
        let instead = with_day(&question, due);
        write::replace_line(conn, moment, who, &mut entry, (line, &instead))?;
    }
    follow_lines(conn, moment, (who, &scene), &entry)
}

/// The line with a day that is understood in both languages.
fn with_day(question: &Question, due: Date) -> String {
    let text = question
        .line
        .split_once('@')
        .and_then(|(_, rest)| rest.split_once(':'))
        .map_or("", |(_, text)| text.trim());
    let (day, month, year) = (due.day(), due.month(), due.year());
    format!("@{} bis {day}.{month}.{year}: {text}", question.name)
}
