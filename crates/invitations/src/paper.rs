//! The invitation on paper, as it travels with the mail.

use base::Fault;
use calendar::dates;
use gatherings::papers;
use print::{Answer, InvitationPaper, Recipient};
use shell::{App, Paper, unmarked};
use store::Conn;

use crate::letters::Scene;

/// The invitation of one person, to be printed.
pub(crate) fn invitation(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    note: &str,
) -> Result<Paper, Fault> {
    let now = app.clock.now();
    let (it, lang) = (&scene.gathering, scene.lang);
    let title = it.title.as_str();
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let sheet = outbox::Sheet::of(&app.phrases, lang, sender);
    let paper = InvitationPaper {
        letterhead: papers::letterhead(conn, app, &scene.network, (lang, now))?,
        recipient: recipient(conn, scene)?,
        place_and_date: today(scene, now),
        subject: app.phrases.tell(
            lang,
            "invitations-subject",
            &[("title", title.into()), ("day", scene.day().into())],
        ),
        salutation: scene.salutation(&sheet),
        body: unmarked(&scene.opening(&sheet)).into(),
        note: note.into(),
        facts: papers::facts(conn, it, lang)?,
        agenda: papers::agenda_rows(it, &scene.agenda),
        answer: Answer {
            by_mail: true,
            until: None,
        },
        signatory: None,
    };
    let day = it.starts.date().to_string();
    let file_name = app
        .phrases
        .tell(lang, "invitations-file-name", &[("day", day.into())]);
    let app = app.clone();
    Ok(Paper::new(file_name, move || {
        papers::press(&app)?
            .invitation(&paper)
            .map_err(|cause| Fault::because("print an invitation", cause))
    }))
}

fn recipient(conn: &mut Conn<'_>, scene: &Scene) -> Result<Recipient, Fault> {
    let organisation = match &scene.guest.organisation {
        Some((id, _)) => register::organisation(conn, *id)?,
        None => None,
    };
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let address = organisation.as_ref().map(|it| {
        let town = format!("{} {}", it.postcode, it.town);
        [it.street.clone(), town.trim().to_owned()]
    });
    let address = address.into_iter().flatten().filter(|it| !it.is_empty());
    Ok(Recipient {
        name: filled(&scene.guest.person.name),
        function: filled(&scene.guest.function),
        organisation: organisation.as_ref().map(|it| it.name.clone()),
        address: address.collect(),
    })
}

/// The day of the letter in the network's zone.
fn today(scene: &Scene, now: jiff::Timestamp) -> String {
    let day = now
        .in_tz(&scene.network.zone)
        .map_or_else(|_| scene.gathering.starts.date(), |zoned| zoned.date());
    dates::day(day, scene.lang)
}
