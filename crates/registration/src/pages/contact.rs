//! The contact of an organisation says whether somebody belongs to it.

use askama::Template;
use base::Halt;
use shell::{Marked, Page, Visit, record};
use store::Conn;

use super::{contact_lines, marked, when};
use crate::actions::AskedContact;
use crate::links;

/// The page behind the contact's link.
#[derive(Template)]
#[template(path = "registration/contact.html")]
pub(crate) struct ContactPage {
    pub(crate) page: Page,
    question: Marked,
    title: Marked,
    when: String,
    place: String,
    is_open: bool,
    action: String,
    contact: Vec<String>,
}

/// The page with what is asked.
pub(crate) fn contact_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (asked, token): (&AskedContact, &str),
) -> Result<ContactPage, Halt> {
    let network = register::network(conn, asked.registration.network)?.ok_or(Halt::Missing)?;
    let mut page = Page::new(visit, visit.say("registration-contact-title"))
        .of_network(&register::card(network.clone()));
    page.sign_in_href = visit.href("/anmelden");
    Ok(ContactPage {
        page,
        question: visit.tell_marked(
            "registration-contact-question",
            &[
                ("name", record(&asked.registration.name)),
                ("organisation", record(&asked.organisation)),
            ],
        ),
        title: marked(visit, &asked.date.title),
        when: when(visit, &asked.date),
        place: asked.date.place(),
        is_open: asked.is_open,
        action: visit.href(&links::contact(token)),
        contact: contact_lines(&network),
    })
}
