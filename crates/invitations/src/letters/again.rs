//! The links to somebody's open invitations, once more.

use base::{Fault, Lang, PersonId};
use calendar::dates;
use gatherings::{Gathering, Invitation, Reply};
use outbox::Sheet;
use register::{Network, Person};
use shell::{Addressed, App, Content, Link, Wordings};
use store::Conn;

use super::token;
use crate::links;

/// An invitation that is still to be answered or can be answered anew, with a link to do so.
pub(super) struct Open {
    pub(super) invitation: Invitation,
    pub(super) gathering: Gathering,
    pub(super) href: String,
}

/// Lists what a person is invited to; nothing where that is over meanwhile, or the address is
/// no longer the person's.
pub(super) fn links(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
) -> Result<Option<Content>, Fault> {
    let id: PersonId = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's person", cause))?;
    let person = register::person(conn, id)?;
    let Some(person) = person.filter(|it| !it.ended && it.mail == to.to_address) else {
        return Ok(None);
    };
    let Some(network) = register::network(conn, person.network)? else {
        return Ok(None);
    };
    let open = open(conn, app, to, id)?;
    if open.is_empty() {
        return Ok(None);
    }
    let wordings = register::wordings(conn, network.id)?;
    let sheet = Sheet::new(conn, &app.phrases, to)?;
    let (subject, text, html) = words(sheet, (&person, &network, &wordings), to.lang, &open)?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        automatic: true,
        ..Content::default()
    }))
}

fn open(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
    person: PersonId,
) -> Result<Vec<Open>, Fault> {
    let mut open = Vec::new();
    for invitation in gatherings::open_invitations(conn, person, app.clock.now())? {
        let Some(gathering) = gatherings::gathering(conn, invitation.gathering)? else {
            continue;
        };
        let token = token(conn, app, (&invitation, &gathering))?;
        open.push(Open {
            invitation,
            gathering,
            href: app.url(to.lang, &links::reply_page(&token)),
        });
    }
    Ok(open)
}

/// Subject, text and HTML.
pub(super) fn words(
    mut sheet: Sheet<'_>,
    (person, network, wordings): (&Person, &Network, &Wordings),
    lang: Lang,
    open: &[Open],
) -> Result<(String, String, String), Fault> {
    let name = [("network", network.name.as_str().into())];
    sheet.text(register::salutation(&sheet, person));
    sheet.text(sheet.tell("invitations-links-opening", &name));
    for it in open {
        let when = dates::span(it.gathering.starts, it.gathering.ends, lang);
        let reply = it.invitation.reply;
        let reply = sheet.say(reply.map_or("invitations-no-reply", Reply::key));
        sheet.heading(sheet.record(&it.gathering.title));
        sheet.facts(vec![
            (sheet.say("invitations-fact-when"), when),
            (sheet.say("invitations-fact-where"), it.gathering.place()),
            (sheet.say("invitations-links-reply"), reply),
        ]);
        let label = sheet.say("invitations-links-open");
        sheet.doors(vec![Link::new(label, &it.href)]);
    }
    sheet.text(sheet.say("invitations-links-older"));
    let office = [("office", network.office_name.as_str().into())];
    sheet.text(sheet.own(wordings, &register::CLOSING, &office));
    let subject = sheet.tell("invitations-subject-links", &name);
    let because = sheet.say("invitations-links-because");
    sheet.finished(&subject, &because)
}
