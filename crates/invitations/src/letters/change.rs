//! News after the invitation: what changed, or that nobody need come.

use base::Fault;
use calendar::dates;
use gatherings::{Change, ChangeKind, Difference, Fact, Invitation, Reply};
use jiff::civil::DateTime;
use outbox::Sheet;
use shell::{App, Content, record};
use store::Conn;

use super::calendar_part;
use super::invitation::answer;
use super::scene::Scene;
use super::wordings::AFTERWORD;

/// Writes what changed, with the facts as they are now.
pub(super) fn update(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (invitation, change): (&Invitation, &Change),
) -> Result<Content, Fault> {
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let sheet = Sheet::of(&app.phrases, scene.lang, sender);
    let (subject, text, html) = update_words(sheet, scene, (invitation.reply, change))?;
    let request = calendar::request(&scene.event(app), &scene.organizer(app), &scene.attendee());
    Ok(Content {
        subject,
        text,
        html: Some(html),
        calendar: Some(calendar_part(request)),
        ..Content::default()
    })
}

/// Subject, text and HTML of what changed.
pub(super) fn update_words(
    mut sheet: Sheet<'_>,
    scene: &Scene,
    (reply, change): (Option<Reply>, &Change),
) -> Result<(String, String, String), Fault> {
    let moved = change.kind == ChangeKind::Moved;
    sheet.text(scene.salutation(&sheet));
    let opening = if moved {
        "invitations-update-opening-moved"
    } else {
        "invitations-update-opening"
    };
    sheet.text(sheet.tell(opening, &[("title", record(&scene.gathering.title))]));
    let news = change.differences.iter();
    sheet.facts(news.map(|it| difference(&sheet, scene, it)).collect());
    sheet.heading(sheet.say("invitations-update-now"));
    scene.facts(&mut sheet);
    if let Some(reply) = reply {
        let reply = sheet.say(reply.key());
        sheet.text(sheet.tell("invitations-update-replied", &[("reply", reply.into())]));
    }
    answer(&mut sheet, scene);
    scene.schedule(&mut sheet);
    closing(&mut sheet, scene);
    let key = if moved {
        "invitations-subject-moved"
    } else {
        "invitations-subject-changed"
    };
    let subject = sheet.tell(key, &scene.blanks());
    sheet.finished(&subject, &scene.because(&sheet))
}

/// Writes that the gathering is off, or that the person is no longer expected.
pub(super) fn cancellation(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    invitation: &Invitation,
) -> Result<Content, Fault> {
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let sheet = Sheet::of(&app.phrases, scene.lang, sender);
    let (subject, text, html) = cancellation_words(sheet, scene, invitation.withdrawn)?;
    let mut event = scene.event(app);
    if invitation.withdrawn {
        event.dtstamp = app.clock.now();
    }
    let cancel = calendar::cancel(&event, &scene.organizer(app), &scene.attendee());
    Ok(Content {
        subject,
        text,
        html: Some(html),
        calendar: Some(calendar_part(cancel)),
        ..Content::default()
    })
}

/// Subject, text and HTML of a cancellation; `withdrawn` where the person alone is meant.
pub(super) fn cancellation_words(
    mut sheet: Sheet<'_>,
    scene: &Scene,
    withdrawn: bool,
) -> Result<(String, String, String), Fault> {
    let title = scene.gathering.title.as_str();
    sheet.text(scene.salutation(&sheet));
    let (opening, subject_key) = if withdrawn {
        (
            "invitations-withdrawn-opening",
            "invitations-subject-withdrawn",
        )
    } else {
        (
            "invitations-cancelled-opening",
            "invitations-subject-cancelled",
        )
    };
    sheet.text(sheet.tell(
        opening,
        &[("title", record(title)), ("when", scene.when().into())],
    ));
    if !withdrawn && !scene.gathering.cancelled_reason.is_empty() {
        sheet.text(sheet.record(&scene.gathering.cancelled_reason));
    }
    sheet.text(sheet.say("invitations-cancelled-calendar"));
    closing(&mut sheet, scene);
    let subject = sheet.tell(subject_key, &scene.blanks());
    sheet.finished(&subject, &scene.because(&sheet))
}

fn closing(sheet: &mut Sheet<'_>, scene: &Scene) {
    sheet.text(sheet.own(&scene.wordings, &AFTERWORD, &scene.blanks()));
    scene.close(sheet);
}

/// One fact: what it was and what it is.
fn difference(sheet: &Sheet<'_>, scene: &Scene, it: &Difference) -> (String, String) {
    let (label, alone) = match it.fact {
        Fact::Starts => ("invitations-change-starts", None),
        Fact::Ends => ("invitations-change-ends", None),
        Fact::Place => ("invitations-fact-where", None),
        Fact::Title => ("invitations-change-title", None),
        Fact::Focus => ("invitations-fact-focus", None),
        Fact::Online => (
            "invitations-change-online",
            Some("invitations-change-online-text"),
        ),
        Fact::Agenda => ("invitations-agenda", Some("invitations-change-agenda-text")),
        Fact::Cancelled => (
            "invitations-change-state",
            Some("invitations-change-cancelled"),
        ),
        Fact::Reinstated => (
            "invitations-change-state",
            Some("invitations-change-reinstated"),
        ),
    };
    let label = sheet.say(label);
    if let Some(alone) = alone {
        return (label, sheet.say(alone));
    }
    let said = |key: &str, value: &str| {
        let value = match it.fact {
            Fact::Starts | Fact::Ends => value.parse::<DateTime>().map_or_else(
                |_| value.to_owned(),
                |local| dates::day_and_time(local, scene.lang),
            ),
            _ if value.is_empty() => sheet.say("invitations-change-nothing"),
            Fact::Title | Fact::Focus => sheet.record(value),
            _ => value.to_owned(),
        };
        sheet.tell(key, &[("value", value.into())])
    };
    let both = [
        said("invitations-change-before", &it.before),
        said("invitations-change-after", &it.after),
    ];
    (label, both.join("\n"))
}
