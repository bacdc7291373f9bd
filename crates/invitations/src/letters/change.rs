//! News after the invitation: what changed, or that nobody need come.

use base::Fault;
use calendar::dates;
use gatherings::{Change, ChangeKind, Difference, Fact, Invitation};
use jiff::civil::DateTime;
use outbox::Sheet;
use shell::{App, Content};
use store::Conn;

use super::calendar_part;
use super::invitation::answer;
use super::scene::Scene;

/// Writes what changed, with the facts as they are now.
pub(super) fn update(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (invitation, change): (&Invitation, &Change),
) -> Result<Content, Fault> {
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let mut sheet = Sheet::of(&app.phrases, scene.lang, sender);
    let moved = change.kind == ChangeKind::Moved;
    sheet.text(scene.salutation(&sheet));
    let opening = if moved {
        "invitations-update-opening-moved"
    } else {
        "invitations-update-opening"
    };
    sheet.text(sheet.tell(opening, &[("title", scene.gathering.title.as_str().into())]));
    let news = change.differences.iter();
    sheet.facts(news.map(|it| difference(&sheet, scene, it)).collect());
    sheet.heading(sheet.say("invitations-update-now"));
    scene.facts(&mut sheet);
    if let Some(reply) = invitation.reply {
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
    let subject = subject(&sheet, scene, key);
    let (text, html) = sheet.text_and_html(&subject, &scene.because(&sheet))?;
    let request = calendar::request(&scene.event(app), &scene.organizer(app), &scene.attendee());
    Ok(Content {
        subject,
        text,
        html: Some(html),
        calendar: Some(calendar_part(request)),
        ..Content::default()
    })
}

/// Writes that the gathering is off, or that the person is no longer expected.
pub(super) fn cancellation(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    invitation: &Invitation,
) -> Result<Content, Fault> {
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let mut sheet = Sheet::of(&app.phrases, scene.lang, sender);
    let title = scene.gathering.title.as_str();
    sheet.text(scene.salutation(&sheet));
    let (opening, subject_key) = if invitation.withdrawn {
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
        &[("title", title.into()), ("when", scene.when().into())],
    ));
    if !invitation.withdrawn && !scene.gathering.cancelled_reason.is_empty() {
        sheet.text(&scene.gathering.cancelled_reason);
    }
    sheet.text(sheet.say("invitations-cancelled-calendar"));
    closing(&mut sheet, scene);
    let subject = subject(&sheet, scene, subject_key);
    let (text, html) = sheet.text_and_html(&subject, &scene.because(&sheet))?;
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

fn closing(sheet: &mut Sheet<'_>, scene: &Scene) {
    sheet.text(sheet.tell(
        "invitations-closing",
        &[("office", scene.network.office_name.as_str().into())],
    ));
}

fn subject(sheet: &Sheet<'_>, scene: &Scene, key: &str) -> String {
    sheet.tell(
        key,
        &[
            ("title", scene.gathering.title.as_str().into()),
            ("day", scene.day().into()),
        ],
    )
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
