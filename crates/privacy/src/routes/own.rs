//! What is held about whoever is signed in, and what one may ask for.

use axum::extract::Path;
use base::{Halt, NetworkId, PersonId};
use register::Network;
use shell::{
    Answer, Fields, Form, Held, Holding, Link, Page, TEXT, Visit, Whom, go, show, show_as,
};
use store::Conn;

use super::{act, json_file, status};
use crate::actions::{self, ATTENDANCE_LIST};
use crate::links;
use crate::pages::{self, OwnNetwork, OwnPage, RequestPage};
use crate::records::consents::{self, Consent};
use crate::records::requests::{self, Kind, Request};

/// What one network holds.
struct Own {
    network: Network,
    whom: Whom,
    told: Vec<(Holding, Vec<Held>)>,
    requests: Vec<Request>,
    consent: Option<Consent>,
}

fn gather(conn: &mut Conn<'_>, visit: &Visit) -> Result<(String, Vec<Own>), Halt> {
    let id = visit.actor.account.ok_or(Halt::Missing)?;
    let account = register::account(conn, id)?.ok_or(Halt::Missing)?;
    let mut all = Vec::new();
    for person in register::people_behind(conn, id)? {
        let Some(whom) = register::whom(conn, person)? else {
            continue;
        };
        let network = register::network(conn, whom.network)?.ok_or(Halt::Missing)?;
        all.push(Own {
            told: actions::tell_all(conn, &visit.app.rooms, &whom)?,
            requests: requests::of_person(conn, person)?,
            consent: consents::accepted(conn, person, ATTENDANCE_LIST)?,
            network,
            whom,
        });
    }
    Ok((account.mail, all))
}

async fn gathered(visit: &Visit) -> Result<(String, Vec<Own>), Halt> {
    let inner = visit.clone();
    visit.store().read(move |conn| gather(conn, &inner)).await
}

pub(super) async fn look(visit: Visit) -> Answer {
    let (account, all) = gathered(&visit).await?;
    let networks = all.iter().map(|own| network(&visit, own)).collect();
    show(&OwnPage {
        page: Page::new(&visit, visit.say("privacy-own"))
            .below(visit.say("privacy-account"), "/konto")
            .here(),
        file: visit.href(links::OWN_FILE),
        account,
        networks,
    })
}

fn network(visit: &Visit, own: &Own) -> OwnNetwork {
    let slug = &own.network.slug;
    let (consent, is_granted) = OwnNetwork::consent_words(visit, own.consent);
    let requests = own.requests.iter();
    OwnNetwork {
        name: own.network.name.clone(),
        anchor: links::anchor(own.network.id),
        sections: pages::held_sections(visit, (&own.whom, &own.told)),
        requests: requests
            .map(|it| pages::request_line(visit, slug, it))
            .collect(),
        ask_href: visit.href(&links::own(own.whom.person, "anfrage")),
        notice: Link::new(
            visit.say("privacy-notice"),
            visit.href(&format!("/{slug}/datenschutz")),
        ),
        consent_action: visit.href(&links::own(own.whom.person, "einwilligung")),
        consent,
        is_granted,
    }
}

pub(super) async fn file(visit: Visit) -> Answer {
    let (account, all) = gathered(&visit).await?;
    let networks: Vec<_> = all
        .iter()
        .map(|own| pages::json(&visit, &own.network.name, (&own.whom, &own.told)))
        .collect();
    let value = serde_json::json!({
        "made": visit.now.to_string(),
        "account": account,
        "networks": networks,
    });
    Ok(json_file("meine-daten", &value)?)
}

/// The person of an address, where it is one of those behind the account.
async fn mine(visit: &Visit, person: &str) -> Result<Whom, Halt> {
    let account = visit.actor.account.ok_or(Halt::Missing)?;
    let person: PersonId = person.parse().map_err(|_| Halt::Missing)?;
    visit
        .store()
        .read(move |conn| {
            if !register::people_behind(conn, account)?.contains(&person) {
                return Err(Halt::Missing);
            }
            register::whom(conn, person)?.ok_or(Halt::Missing)
        })
        .await
}

pub(super) async fn ask_form(visit: Visit, Path(person): Path<String>) -> Answer {
    let whom = mine(&visit, &person).await?;
    let form = Form::of([("kind", Kind::Correction.word().to_owned())]);
    form_page(&visit, &whom, form)
}

fn form_page(visit: &Visit, whom: &Whom, form: Form) -> Answer {
    let choice = |kind: Kind| (kind.word().to_owned(), visit.say(kind.key()).to_owned());
    let status = status(&form);
    let back = back(whom.network);
    let page = RequestPage {
        page: Page::new(visit, visit.say("privacy-ask"))
            .below(visit.say("privacy-own"), links::OWN)
            .here(),
        fields: Fields::new(visit, form),
        action: visit.href(&links::own(whom.person, "anfrage")),
        cancel: visit.href(&back),
        request: None,
        links: Vec::new(),
        choices: Kind::ALL.map(choice).into(),
        is_settled: false,
    };
    show_as(status, &page)
}

fn back(network: NetworkId) -> String {
    format!("{}#{}", links::OWN, links::anchor(network))
}

pub(super) async fn ask(visit: Visit, Path(person): Path<String>, mut form: Form) -> Answer {
    let whom = mine(&visit, &person).await?;
    let kind = form.choice("kind", Kind::from_word);
    let words = form.text("words", TEXT);
    let (Some(kind), false) = (kind, form.is_blamed()) else {
        return form_page(&visit, &whom, form);
    };
    let of = whom.clone();
    let done = act(&visit, move |conn, moment, who| {
        actions::ask(conn, moment, who, &of, (kind, words))
    });
    if let Err(halt) = done.await {
        form.take_refusal(halt)?;
        return form_page(&visit, &whom, form);
    }
    Ok(go(&visit, &back(whom.network), "privacy-asked"))
}

pub(super) async fn consent(visit: Visit, Path(person): Path<String>, form: Form) -> Answer {
    let whom = mine(&visit, &person).await?;
    let (granted, person) = (form.value("granted") == "true", whom.person);
    act(&visit, move |conn, moment, who| {
        actions::accept(conn, moment, who, (person, ATTENDANCE_LIST), granted)
    })
    .await?;
    let done = if granted {
        "privacy-consent-given"
    } else {
        "privacy-consent-taken"
    };
    Ok(go(&visit, &back(whom.network), done))
}
