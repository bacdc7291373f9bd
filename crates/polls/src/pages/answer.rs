//! The page where somebody says which days suit: from a mail's link, signed in, or the office
//! for somebody.

use askama::Template;
use base::Halt;
use calendar::dates;
use register::Network;
use shell::{Block, Field, Fields, Form, Marked, Page, Visit, blocks, record};
use store::Conn;

use super::{below, span};
use crate::actions::{ByLink, field};
use crate::records;
use crate::rules::{Answer, Fits, ProposedDate, Stage};

/// Who answers, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answering {
    /// From a mail, without an account.
    ByLink,
    /// For oneself, signed in.
    AsOneself,
    /// The office for somebody.
    ForSomebody,
}

/// The page.
#[derive(Template)]
#[template(path = "polls/answer.html")]
pub(crate) struct AnswerPage {
    pub(crate) page: Page,
    kicker: Marked,
    lead: Option<String>,
    blocks: Vec<Block>,
    recorded: Vec<Recorded>,
    remark: String,
    is_done: bool,
    closed: Option<String>,
    action: String,
    days: Vec<Field>,
    is_again: bool,
    for_somebody: bool,
    fields: Fields,
    contact: Vec<String>,
}

/// What stands for a day now.
struct Recorded {
    day: String,
    ring: &'static str,
    word: &'static str,
}

/// A link that opens nothing.
#[derive(Template)]
#[template(path = "polls/closed.html")]
pub(crate) struct ClosedPage {
    pub(crate) page: Page,
    pub(crate) contacts: Vec<(String, Vec<String>)>,
}

/// How the office of a network can be reached, a line each.
pub(crate) fn contact(network: &Network) -> Vec<String> {
    [
        &network.office_name,
        &network.office_phone,
        &network.office_mail,
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .cloned()
    .collect()
}

/// What stands now, as a form's values.
pub(crate) fn typed_answers(conn: &mut Conn<'_>, found: &ByLink) -> Result<Form, Halt> {
    let mut form = Form::of([("remark", found.asked.remark.clone())]);
    let answers = own_answers(conn, found)?;
    for (place, date) in records::dates(conn, found.poll.id)?.iter().enumerate() {
        if let Some(fits) = fits(&answers, date) {
            form.put(&field(place), fits.word());
        }
    }
    Ok(form)
}

fn own_answers(conn: &mut Conn<'_>, found: &ByLink) -> Result<Vec<Answer>, Halt> {
    let mut answers = records::answers(conn, found.poll.id)?;
    answers.retain(|it| it.asked == found.asked.id);
    Ok(answers)
}

fn fits(answers: &[Answer], date: &ProposedDate) -> Option<Fits> {
    let found = answers.iter().find(|it| it.date == date.id);
    found.map(|it| it.fits)
}

/// The page with what was typed; `is_done` says that the answer was just taken.
pub(crate) fn answer_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (found, answering): (&ByLink, Answering),
    action: &str,
    (form, is_done): (Form, bool),
) -> Result<AnswerPage, Halt> {
    let (poll, asked) = (&found.poll, &found.asked);
    let network = register::network(conn, poll.network)?.ok_or(Halt::Missing)?;
    let person = register::person(conn, asked.person)?.ok_or(Halt::Missing)?;
    let dates = records::dates(conn, poll.id)?;
    let answers = own_answers(conn, found)?;
    let stage = poll.stage(visit.now);
    let is_taken = match answering {
        Answering::ForSomebody => stage.can_be_settled(),
        Answering::ByLink | Answering::AsOneself => stage == Stage::Running,
    };
    let page = Page::of_record(visit, &poll.title);
    let page = match answering {
        Answering::ByLink => {
            let mut page = page.of_network(&register::card(network.clone()));
            page.sign_in_href = visit.href("/anmelden");
            page
        }
        Answering::AsOneself => {
            let home = format!("/{}", network.slug);
            page.below_record(&network.name, &home).here()
        }
        Answering::ForSomebody => below(visit, poll, Page::of_record(visit, &person.name))?,
    };
    let fields = Fields::new(visit, form);
    let until = dates::day_long(poll.until, visit.lang);
    // The office knows the poll, and its form shows what stands.
    let for_somebody = answering == Answering::ForSomebody;
    let is_told = !for_somebody;
    Ok(AnswerPage {
        page,
        kicker: kicker(visit, answering, (&person.name, &poll.title)),
        lead: (is_taken && is_told).then(|| visit.tell("polls-lead", &[("until", until.into())])),
        blocks: if is_told {
            blocks(&poll.note)
        } else {
            Vec::new()
        },
        recorded: if is_told || !is_taken {
            recorded(visit, &dates, &answers)
        } else {
            Vec::new()
        },
        remark: asked.remark.clone(),
        is_done,
        closed: (!is_taken).then(|| closed(visit, stage, &dates)),
        action: visit.href(action),
        days: days(visit, &fields, &dates),
        is_again: asked.answered_at.is_some(),
        for_somebody,
        fields,
        contact: contact(&network),
    })
}

fn kicker(visit: &Visit, answering: Answering, (name, title): (&str, &str)) -> Marked {
    let (key, args) = match answering {
        Answering::ForSomebody => ("polls-kicker-for", [("title", record(title))]),
        Answering::ByLink | Answering::AsOneself => ("polls-kicker", [("name", record(name))]),
    };
    visit.tell_marked(key, &args)
}

fn days(visit: &Visit, fields: &Fields, dates: &[ProposedDate]) -> Vec<Field> {
    let choices = Fits::ALL.map(|fits| {
        let label = visit.say(fits.key()).to_owned();
        (fits.word().to_owned(), label)
    });
    let days = dates.iter().enumerate();
    days.map(|(place, date)| {
        fields
            .radios(&field(place), &span(visit, date), &choices)
            .must()
    })
    .collect()
}

fn recorded(visit: &Visit, dates: &[ProposedDate], answers: &[Answer]) -> Vec<Recorded> {
    let days = dates.iter().filter_map(|date| {
        let fits = fits(answers, date)?;
        Some(Recorded {
            day: span(visit, date),
            ring: fits.ring(),
            word: fits.key(),
        })
    });
    days.collect()
}

/// Why no answer is taken any more.
fn closed(visit: &Visit, stage: Stage, dates: &[ProposedDate]) -> String {
    let settled = dates.iter().find(|it| it.is_settled);
    match (stage, settled) {
        (Stage::Settled, Some(date)) => visit.tell(
            "polls-closed-settled",
            &[("when", span(visit, date).into())],
        ),
        (Stage::Withdrawn, _) => visit.say("polls-closed-withdrawn").to_owned(),
        (Stage::Lapsed, _) => visit.say("polls-closed-lapsed").to_owned(),
        _ => visit.say("polls-closed-over").to_owned(),
    }
}
