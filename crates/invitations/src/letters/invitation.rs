//! The invitation itself.

use base::access::Audience;
use base::{Fault, LetterId};
use gatherings::Document;
use mail::Attachment;
use outbox::Sheet;
use shell::{Addressed, App, Content, Link, Paper, written};
use store::Conn;
use uuid::Uuid;

use super::scene::Scene;
use super::{calendar_part, doors_with};
use crate::actions::documents_for;
use crate::records::Round;
use crate::rules::Enclosed;
use crate::{links, paper, select};

/// Writes the invitation of one person.
pub(super) fn write(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (enclosed, token): (&Enclosed, &str),
) -> Result<Content, Fault> {
    let documents = chosen_documents(conn, scene, enclosed)?;
    let papers = papers(conn, app, scene, enclosed)?;
    let attachments = attachments(conn, &documents)?;
    let sheet = Sheet::of(
        &app.phrases,
        scene.lang,
        outbox::sender(conn, Some(scene.network.id))?,
    );
    let along = Along {
        note: &enclosed.note,
        files: papers
            .iter()
            .map(Paper::file_name)
            .chain(attachments.iter().map(|it| it.file_name.as_str()))
            .map(str::to_owned)
            .collect(),
        further: further(conn, app, scene, (&documents, token))?,
    };
    let (subject, text, html) = words(sheet, scene, along)?;
    let request = calendar::request(&scene.event(app), &scene.organizer(app), &scene.attendee());
    Ok(Content {
        subject,
        text,
        html: Some(html),
        calendar: Some(calendar_part(request)),
        papers,
        attachments,
        automatic: false,
    })
}

/// What the words of an invitation name besides the gathering.
pub(super) struct Along<'a> {
    /// What the office writes.
    pub(super) note: &'a str,
    /// The names of the files.
    pub(super) files: Vec<String>,
    /// Links to what the guest may open.
    pub(super) further: Vec<Link>,
}

/// Subject, text and HTML.
pub(super) fn words(
    mut sheet: Sheet<'_>,
    scene: &Scene,
    along: Along<'_>,
) -> Result<(String, String, String), Fault> {
    sheet.text(scene.salutation(&sheet));
    sheet.text(scene.opening(&sheet));
    sheet.text(sheet.record(along.note));
    scene.facts(&mut sheet);
    answer(&mut sheet, scene);
    scene.schedule(&mut sheet);
    sheet.heading(sheet.say("invitations-files"));
    let calendar = sheet.say("invitations-file-calendar");
    sheet.list(along.files.into_iter().chain([calendar]).collect());
    sheet.links(along.further);
    scene.close(&mut sheet);
    let subject = sheet.tell("invitations-subject", &scene.blanks());
    sheet.finished(&subject, &scene.because(&sheet))
}

/// The doors to the answers, with what happens behind them.
pub(super) fn answer(sheet: &mut Sheet<'_>, scene: &Scene) {
    if scene.doors.links.is_empty() {
        return;
    }
    sheet.heading(sheet.say("invitations-answer"));
    sheet.text(sheet.say(scene.doors.how));
    sheet.doors(scene.doors.links.clone());
}

/// Links to what the guest may open without an account: the page where it is public, and the
/// documents that go along, where they are not for the office alone.
fn further(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (documents, token): (&[Document], &str),
) -> Result<Vec<Link>, Fault> {
    let (network, slug) = (&scene.network.slug, &scene.gathering.slug);
    let mut further = Vec::new();
    if scene.gathering.audience == Audience::Public {
        let path = gatherings::links::gathering(network, slug);
        further.push(Link::new(
            app.phrases.say(scene.lang, "invitations-page"),
            app.url(scene.lang, &path),
        ));
    }
    if documents.is_empty() {
        return Ok(further);
    }
    let readable = documents_for(conn, &scene.gathering, scene.guest.person.id)?;
    let readable = readable.into_iter().filter(|it| documents.contains(it));
    further.extend(readable.map(|document| {
        let path = match document.audience {
            Audience::Public => gatherings::links::document(network, slug, document.id, ""),
            _ => links::reply_document(token, document.id),
        };
        Link::new(
            written(&document.title, scene.lang),
            app.url(scene.lang, &path),
        )
    }));
    Ok(further)
}

fn chosen_documents(
    conn: &mut Conn<'_>,
    scene: &Scene,
    enclosed: &Enclosed,
) -> Result<Vec<Document>, Fault> {
    let mut documents = gatherings::documents(conn, scene.gathering.id)?;
    documents.retain(|it| enclosed.documents.contains(&it.id));
    Ok(documents)
}

/// The personal letter and the last minutes.
fn papers(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    enclosed: &Enclosed,
) -> Result<Vec<Paper>, Fault> {
    let mut papers = vec![paper::invitation(conn, app, scene, &enclosed.note)?];
    if enclosed.last_minutes
        && let Some(last) = gatherings::last_held_before(conn, &scene.gathering)?
    {
        papers.extend(minutes::approved_minutes(conn, app, last.id, false)?);
    }
    Ok(papers)
}

/// The documents as they lie.
fn attachments(conn: &mut Conn<'_>, documents: &[Document]) -> Result<Vec<Attachment>, Fault> {
    let files = documents.iter().map(|document| {
        Ok(Attachment {
            file_name: document.file_name.clone(),
            content_type: document.content_type.clone(),
            bytes: conn.blob(document.hash)?,
        })
    });
    files.collect()
}

/// The token that links in a sample have; it opens nothing.
pub(super) const SAMPLE_TOKEN: &str = "vorschau";

/// A round's mail as the first of its recipients will get it, with links that open nothing;
/// `to` gets it in the recipient's place. None where the round reaches nobody.
pub(crate) fn sample(
    conn: &mut Conn<'_>,
    app: &App,
    round: &Round,
    to: Option<&Addressed>,
) -> Result<Option<Content>, Fault> {
    let Some(gathering) = gatherings::gathering(conn, round.gathering)? else {
        return Ok(None);
    };
    let people = select::people(conn, &gathering, round)?;
    let Some(first) = people
        .into_iter()
        .find(select::Reached::is_to_be_written_to)
    else {
        return Ok(None);
    };
    let person = &first.chosen.guest.person;
    let own = Addressed {
        id: LetterId::from(Uuid::nil()),
        network: Some(gathering.network),
        kind: super::INVITATION.to_owned(),
        subject: String::new(),
        detail: String::new(),
        to_name: person.name.clone(),
        to_address: person.mail.clone(),
        lang: person.lang,
        written_at: app.clock.now(),
    };
    let to = to.unwrap_or(&own);
    let guest = (first.chosen.guest.clone(), first.chosen.via.as_str());
    let Some(scene) = Scene::staged(conn, gathering, guest, to)? else {
        return Ok(None);
    };
    let about = (&scene.gathering, scene.guest.person.id);
    let doors = doors_with(conn, app, about, (scene.lang, SAMPLE_TOKEN))?;
    let along = (&round.enclosed, SAMPLE_TOKEN);
    write(conn, app, &Scene { doors, ..scene }, along).map(Some)
}
