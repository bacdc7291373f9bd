//! What is held about a person of the register, forgetting the person, and who watches over it.

use axum::extract::Path;
use base::{Fault, Halt, NetworkId, PersonId};
use shell::{
    Answer, Fields, Form, Held, Holding, How, Look, Page, Visit, Whom, go, query_value, record,
    said, show, show_as,
};

use super::{act, json_file};
use crate::actions::{self, Section};
use crate::links;
use crate::pages::{self, HeldPage};
use crate::records::reads;

type Below = Path<(String, String)>;

fn id(text: &str) -> Result<PersonId, Halt> {
    text.parse().map_err(|_| Halt::Missing)
}

/// Reads everything and notes in the same transaction who read it.
async fn told(
    visit: &Visit,
    person: &str,
    what: &'static str,
) -> Result<(Whom, Vec<(Holding, Vec<Held>)>), Halt> {
    let (network, person) = (visit.network()?.id, id(person)?);
    let (inner, mut moment) = (visit.clone(), visit.moment());
    visit
        .store()
        .housekeep(move |conn| {
            let whom = register::whom(conn, person)?
                .filter(|it| it.network == network)
                .ok_or(Halt::Missing)?;
            let told = actions::tell_all(conn, &inner.app.rooms, &whom)?;
            let of = (&inner.actor, network);
            let look = Look {
                what,
                subject: person.into(),
                detail: String::new(),
                is_frequent: false,
            };
            reads::note_look(conn, &mut moment, of, &look)?;
            Ok((whom, told))
        })
        .await
}

fn below_person(visit: &Visit, whom: &Whom, page: Page) -> Page {
    page.below(
        visit.say("privacy-people"),
        &format!("/{}/personen", whom.slug),
    )
    .below_record(
        &whom.name,
        &format!("/{}/personen/{}", whom.slug, whom.person),
    )
    .here()
}

pub(super) async fn look(visit: Visit, Path((_, person)): Below) -> Answer {
    let (whom, told) = told(&visit, &person, "privacy-look-page").await?;
    let args = [("name", record(&whom.name))];
    let page = Page::told(&visit, "privacy-held-title", &args);
    show(&HeldPage {
        page: below_person(&visit, &whom, page),
        sections: pages::held_sections(&visit, (&whom, &told)),
        file: visit.href(&links::of_person(&whom.slug, whom.person, "daten/datei")),
        erasure: visit.href(&links::of_person(&whom.slug, whom.person, "datenloeschung")),
        person: visit.href(&format!("/{}/personen/{}", whom.slug, whom.person)),
    })
}

pub(super) async fn file(visit: Visit, Path((_, person)): Below) -> Answer {
    let (whom, told) = told(&visit, &person, "privacy-look-file").await?;
    let network = visit.network()?.name.clone();
    let value = serde_json::json!({
        "made": visit.now.to_string(),
        "networks": [pages::json(&visit, &network, (&whom, &told))],
    });
    Ok(json_file("gespeicherte-daten", &value)?)
}

/// An erasure that was tried and taken back, to see what it does.
enum Seen {
    Did(Vec<Section>),
    Halted(Halt),
}

impl From<Fault> for Seen {
    fn from(fault: Fault) -> Self {
        Self::Halted(fault.into())
    }
}

/// Does it and takes it back: a preview that cannot differ from the act.
pub(super) async fn preview(
    visit: &Visit,
    wish: (NetworkId, PersonId, How),
) -> Result<Vec<Section>, Halt> {
    let (who, mut moment) = (visit.actor.clone(), visit.moment());
    let holdings = actions::in_order(&visit.app.rooms);
    let seen = visit
        .store()
        .housekeep(move |conn| -> Result<(), Seen> {
            Err(
                match actions::erase(conn, &mut moment, &who, &holdings, wish) {
                    Ok(sections) => Seen::Did(sections),
                    Err(halt) => Seen::Halted(halt),
                },
            )
        })
        .await;
    match seen {
        Err(Seen::Did(sections)) => Ok(sections),
        Err(Seen::Halted(halt)) => Err(halt),
        Ok(()) => Ok(Vec::new()),
    }
}

async fn found(visit: &Visit, person: &str) -> Result<Whom, Halt> {
    let (network, person) = (visit.network()?.id, id(person)?);
    visit
        .store()
        .read(move |conn| {
            register::whom(conn, person)?
                .filter(|it| it.network == network)
                .ok_or(Halt::Missing)
        })
        .await
}

pub(super) async fn ask_erase(visit: Visit, Path((_, person)): Below) -> Answer {
    let asked = query_value(&visit.query, "art").unwrap_or_default();
    let how = How::from_word(&asked).unwrap_or(How::Erase);
    erasure(&visit, &person, how, Form::default()).await
}

async fn erasure(visit: &Visit, person: &str, how: How, form: Form) -> Answer {
    let whom = found(visit, person).await?;
    let seen = match preview(visit, (whom.network, whom.person, how)).await {
        Ok(sections) => Ok(sections),
        Err(Halt::Refused(blames)) => {
            let words: Vec<String> = blames.iter().map(|it| said(visit, it)).collect();
            Err(words.join(" "))
        }
        Err(halt) => return Err(halt.into()),
    };
    let status = form.status();
    let args = [("name", record(&whom.name))];
    let page = Page::told(visit, "privacy-erasure-title", &args);
    let page = below_person(visit, &whom, page);
    let fields = Fields::new(visit, form);
    let page = pages::erasure_page(visit, (page, fields), (&whom, how), seen)?;
    show_as(status, &page)
}

pub(super) async fn erase(visit: Visit, Path((_, person)): Below, mut form: Form) -> Answer {
    let whom = found(&visit, &person).await?;
    let how = form.choice("how", How::from_word);
    if !form.has("understood") {
        form.blame(base::Blame::at("understood", "privacy-fault-understood"));
    }
    let (Some(how), false) = (how, form.is_blamed()) else {
        return erasure(&visit, &person, how.unwrap_or(How::Erase), form).await;
    };
    let holdings = actions::in_order(&visit.app.rooms);
    let done = act(&visit, move |conn, moment, who| {
        let wish = (whom.network, whom.person, how);
        actions::erase(conn, moment, who, &holdings, wish)
    });
    if let Err(halt) = done.await {
        form.take_refusal(halt)?;
        return erasure(&visit, &person, how, form).await;
    }
    let path = links::below(&visit.network()?.slug, "/nachweise");
    Ok(go(&visit, &path, "privacy-erased"))
}

pub(super) async fn give_role(visit: Visit, Path((_, person)): Below) -> Answer {
    set_role(&visit, &person, true).await
}

pub(super) async fn take_role(visit: Visit, Path((_, person)): Below) -> Answer {
    set_role(&visit, &person, false).await
}

async fn set_role(visit: &Visit, person: &str, protects: bool) -> Answer {
    let (network, slug) = {
        let card = visit.network()?;
        (card.id, card.slug.clone())
    };
    let person = id(person)?;
    act(visit, move |conn, moment, who| {
        register::actions::set_protection(conn, moment, who, (network, person), protects)
    })
    .await?;
    let done = if protects {
        "privacy-role-given"
    } else {
        "privacy-role-taken"
    };
    Ok(go(visit, &format!("/{slug}/personen/{person}"), done))
}
