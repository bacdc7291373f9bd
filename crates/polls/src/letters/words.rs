//! The mails of a poll, word for word.

use base::Fault;
use calendar::dates;
use outbox::Sheet;
use shell::{Link, record};

use super::scene::Scene;

/// Writes one of the mails: subject, text and HTML.
pub(super) type Words = fn(Sheet<'_>, &Scene, &str) -> Result<(String, String, String), Fault>;

/// Asks which days suit.
pub(super) fn ask(
    sheet: Sheet<'_>,
    scene: &Scene,
    door: &str,
) -> Result<(String, String, String), Fault> {
    question(sheet, scene, door, ("polls-subject", "polls-opening"))
}

/// Asks once more.
pub(super) fn remind(
    sheet: Sheet<'_>,
    scene: &Scene,
    door: &str,
) -> Result<(String, String, String), Fault> {
    let words = ("polls-subject-reminder", "polls-opening-reminder");
    question(sheet, scene, door, words)
}

fn question(
    mut sheet: Sheet<'_>,
    scene: &Scene,
    door: &str,
    (subject, opening): (&str, &str),
) -> Result<(String, String, String), Fault> {
    let title = scene.poll.title.as_str();
    let until = dates::day_long(scene.poll.until, scene.lang);
    sheet.text(register::salutation(&sheet, &scene.person));
    let args = [("title", record(title)), ("until", until.as_str().into())];
    sheet.text(sheet.tell(opening, &args));
    sheet.text(sheet.record(&scene.poll.note));
    sheet.heading(sheet.say("polls-dates"));
    sheet.list(scene.dates.iter().map(|date| scene.span(date)).collect());
    sheet.heading(sheet.say("polls-answer"));
    sheet.text(sheet.tell("polls-answer-how", &[("until", until.into())]));
    let label = sheet.say("polls-door");
    sheet.doors(vec![Link::new(label, door)]);
    close(&mut sheet, scene);
    let subject = sheet.tell(subject, &[("title", record(title))]);
    finish(&sheet, scene, &subject)
}

/// Tells the day that was settled on; the door leads to the gathering's page, where it is open.
pub(super) fn settled(
    mut sheet: Sheet<'_>,
    scene: &Scene,
    door: &str,
) -> Result<(String, String, String), Fault> {
    let title = scene.poll.title.as_str();
    let Some(date) = scene.settled() else {
        return Err(Fault::new("find the day that was settled on"));
    };
    sheet.text(register::salutation(&sheet, &scene.person));
    sheet.text(sheet.tell("polls-opening-settled", &[("title", record(title))]));
    let place = scene.gathering.as_ref().map_or_else(String::new, |it| {
        [it.venue_name.clone(), it.address()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    });
    let answered = scene.answered.map(|fits| sheet.say(fits.key()));
    sheet.facts(vec![
        (sheet.say("polls-fact-when"), scene.span(&date)),
        (sheet.say("polls-fact-where"), place),
        (
            sheet.say("polls-fact-answered"),
            answered.unwrap_or_default(),
        ),
    ]);
    sheet.text(sheet.say("polls-settled-keep"));
    if !door.is_empty() {
        sheet.links(vec![Link::new(sheet.say("polls-page"), door)]);
    }
    close(&mut sheet, scene);
    let day = dates::day(date.starts.date(), scene.lang);
    let args = [("title", record(title)), ("day", day.into())];
    let subject = sheet.tell("polls-subject-settled", &args);
    finish(&sheet, scene, &subject)
}

/// The last words, and who writes.
fn close(sheet: &mut Sheet<'_>, scene: &Scene) {
    let office = [("office", scene.network.office_name.as_str().into())];
    sheet.text(sheet.own(&scene.wordings, &register::CLOSING, &office));
}

fn finish(
    sheet: &Sheet<'_>,
    scene: &Scene,
    subject: &str,
) -> Result<(String, String, String), Fault> {
    let network = ("network", scene.network.name.as_str().into());
    let because = if scene.via.is_empty() {
        sheet.tell("polls-because", &[network])
    } else {
        let via = ("via", scene.via.as_str().into());
        sheet.tell("polls-because-via", &[network, via])
    };
    sheet.finished(subject, &because)
}
