//! What was answered: the days with their counts, the people with their answers.

use askama::Template;
use base::Halt;
use base::access::Right;
use calendar::dates;
use outbox::State as Sent;
use shell::{Block, Fields, Form, Link, Page, Visit, blocks};
use store::Conn;

use super::marks::{Mark, around, marks};
use super::{instant, span, together};
use crate::letters::{ASK, REMINDER, SETTLED};
use crate::rules::{Answer, Asked, DatePoll, ProposedDate, Stage, best, tally};
use crate::{links, records};

/// One of the days.
struct Day {
    name: String,
    short: String,
    marks: Vec<Mark>,
    yes: usize,
    maybe: usize,
    no: usize,
    is_best: bool,
    is_settled: bool,
    settlement: Option<String>,
}

/// Somebody who answered.
struct Row {
    name: String,
    href: Option<String>,
    came: String,
    remark: String,
    cells: Vec<Cell>,
}

/// What somebody says of one day.
struct Cell {
    day: String,
    ring: &'static str,
    word: &'static str,
}

/// Somebody who has not answered.
struct Silent {
    name: String,
    href: Option<String>,
    letter: &'static str,
}

/// What the office can do.
struct Acts {
    remind: Option<String>,
    close: Option<String>,
    deadline: Option<(String, &'static str)>,
    withdraw: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "polls/results.html")]
pub(crate) struct ResultsPage {
    pub(crate) page: Page,
    ring: &'static str,
    stage: &'static str,
    has_lapsed: bool,
    until: String,
    blocks: Vec<Block>,
    gathering: Option<Link>,
    asked: usize,
    answered: usize,
    outbox: Option<(String, usize)>,
    days: Vec<Day>,
    rows: Vec<Row>,
    silent: Vec<Silent>,
    acts: Acts,
    fields: Fields,
}

/// What was answered so far; `form` is that of the deadline.
pub(crate) fn results_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    poll: &DatePoll,
    form: Option<Form>,
) -> Result<ResultsPage, Halt> {
    let slug = &visit.network()?.slug;
    let stage = poll.stage(visit.now);
    let asked = records::asked_of(conn, poll.id)?;
    let shown = Shown {
        visit,
        poll,
        stage,
        dates: records::dates(conn, poll.id)?,
        answers: records::answers(conn, poll.id)?,
    };
    let (mut rows, mut silent, mut waiting) = (Vec::new(), Vec::new(), 0);
    for it in &asked {
        let letter = letter_state(conn, it)?;
        waiting += usize::from(letter == Some(Sent::Waiting));
        if it.answered_at.is_some() {
            rows.push(shown.row(conn, it)?);
        } else {
            silent.push(shown.silent(conn, it, letter)?);
        }
    }
    let until = Form::of([("until", poll.until.to_string())]);
    let may_release = visit.may_here(Right::RunOffice);
    Ok(ResultsPage {
        page: super::below_polls(visit, Page::of_record(visit, &poll.title))?.here(),
        ring: stage.ring(),
        stage: stage.key(),
        has_lapsed: stage == Stage::Lapsed,
        until: dates::day_long(poll.until, visit.lang),
        blocks: blocks(&poll.note),
        gathering: gathering(conn, visit, poll)?,
        asked: asked.len(),
        answered: rows.len(),
        outbox: (waiting > 0 && may_release)
            .then(|| (visit.href(&outbox::links::outbox(slug)), waiting)),
        days: shown.days(conn)?,
        acts: shown.acts(!silent.is_empty())?,
        rows,
        silent,
        fields: Fields::new(visit, form.unwrap_or(until)),
    })
}

/// The gathering whose day is looked for.
fn gathering(conn: &mut Conn<'_>, visit: &Visit, poll: &DatePoll) -> Result<Option<Link>, Halt> {
    let Some(id) = poll.gathering else {
        return Ok(None);
    };
    let slug = &visit.network()?.slug;
    Ok(gatherings::gathering(conn, id)?.map(|it| {
        let when = together(&dates::span(it.starts, it.ends, visit.lang));
        Link::new(
            when,
            visit.href(&gatherings::links::gathering(slug, &it.slug)),
        )
    }))
}

/// How far the latest letter to somebody has come.
fn letter_state(conn: &mut Conn<'_>, asked: &Asked) -> Result<Option<Sent>, Halt> {
    let subject = asked.id.to_string();
    for kind in [SETTLED, REMINDER, ASK] {
        let letters = outbox::letters_about(conn, kind, &subject)?;
        if let Some(letter) = letters.iter().find(|it| it.state != Sent::Withdrawn) {
            return Ok(Some(letter.state));
        }
    }
    Ok(None)
}

/// What all parts of the page are made from.
struct Shown<'v> {
    visit: &'v Visit,
    poll: &'v DatePoll,
    stage: Stage,
    dates: Vec<ProposedDate>,
    answers: Vec<Answer>,
}

impl Shown<'_> {
    fn days(&self, conn: &mut Conn<'_>) -> Result<Vec<Day>, Halt> {
        let slug = &self.visit.network()?.slug;
        let on: Vec<_> = self.dates.iter().map(|it| it.starts.date()).collect();
        let about = (self.poll.network, self.poll.gathering);
        let around = around(conn, self.visit, about, &on)?;
        let tallies = tally(&self.dates, &self.answers);
        let first = best(&tallies);
        let days = self.dates.iter().zip(tallies).enumerate();
        Ok(days
            .map(|(place, (date, tally))| {
                let is_ahead = date.starts.date() > self.poll.day_of(self.visit.now);
                let path = links::settlement(slug, self.poll.id, date.id);
                let can_be_settled = self.stage.can_be_settled() && is_ahead;
                Day {
                    name: span(self.visit, date),
                    short: self.short(date),
                    marks: marks(
                        self.visit,
                        &around,
                        (date.starts.date(), Some(date.starts.time())),
                    ),
                    yes: tally.yes,
                    maybe: tally.maybe,
                    no: tally.no,
                    is_best: first == Some(place),
                    is_settled: date.is_settled,
                    settlement: can_be_settled.then(|| self.visit.href(&path)),
                }
            })
            .collect())
    }

    fn short(&self, date: &ProposedDate) -> String {
        together(&dates::day_and_time_short(date.starts, self.visit.lang))
    }

    fn name(&self, conn: &mut Conn<'_>, asked: &Asked) -> Result<String, Halt> {
        let day = self.poll.day_of(self.visit.now);
        let known = register::representative(conn, asked.person, day)?;
        Ok(known.map(|it| it.line()).unwrap_or_default())
    }

    /// Where the office answers for somebody.
    fn href(&self, asked: &Asked) -> Result<Option<String>, Halt> {
        let path = links::person(&self.visit.network()?.slug, self.poll.id, asked.id);
        Ok(self.stage.can_be_settled().then(|| self.visit.href(&path)))
    }

    fn row(&self, conn: &mut Conn<'_>, asked: &Asked) -> Result<Row, Halt> {
        let cells = self.dates.iter().map(|date| {
            let mut own = self.answers.iter();
            let answer = own.find(|it| it.asked == asked.id && it.date == date.id);
            Cell {
                day: self.short(date),
                ring: answer.map_or("draft", |it| it.fits.ring()),
                word: answer.map_or("polls-fits-unsaid", |it| it.fits.key()),
            }
        });
        Ok(Row {
            name: self.name(conn, asked)?,
            href: self.href(asked)?,
            came: self.came(asked),
            remark: asked.remark.clone(),
            cells: cells.collect(),
        })
    }

    fn came(&self, asked: &Asked) -> String {
        let Some(at) = asked.answered_at else {
            return String::new();
        };
        let key = match asked.through.as_str() {
            "account" => "polls-through-account",
            "office" => "polls-through-office",
            _ => "polls-through-link",
        };
        let when = instant(self.visit, at, &self.poll.zone);
        self.visit.tell(key, &[("when", when.into())])
    }

    fn silent(
        &self,
        conn: &mut Conn<'_>,
        asked: &Asked,
        letter: Option<Sent>,
    ) -> Result<Silent, Halt> {
        Ok(Silent {
            name: self.name(conn, asked)?,
            href: self.href(asked)?,
            letter: letter.map_or("polls-not-written", Sent::key),
        })
    }

    fn acts(&self, is_somebody_silent: bool) -> Result<Acts, Halt> {
        let slug = &self.visit.network()?.slug;
        let at = |rest: &str| self.visit.href(&links::poll(slug, self.poll.id, rest));
        let is_running = self.stage == Stage::Running;
        let deadline = match self.stage {
            Stage::Running => Some("polls-extend"),
            Stage::Over | Stage::Closed => Some("polls-reopen"),
            Stage::Draft | Stage::Settled | Stage::Withdrawn | Stage::Lapsed => None,
        };
        Ok(Acts {
            remind: (is_running && is_somebody_silent).then(|| at("/erinnerung")),
            close: is_running.then(|| at("/schluss")),
            deadline: deadline.map(|key| (at("/frist"), key)),
            withdraw: self.stage.can_be_withdrawn().then(|| at("/ruecknahme")),
        })
    }
}
