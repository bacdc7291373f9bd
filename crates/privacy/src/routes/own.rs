//! What is held about whoever is signed in, and what one may ask for.

use axum::extract::Path;
use base::{Blame, Halt, NetworkId, PersonId};
use register::Network;
use shell::{
    Answer, Fields, Form, Held, Holding, How, Link, PARTICIPANT_LIST, Page, TEXT, Visit, Whom, go,
    said, show, show_as,
};
use store::Conn;
use uuid::Uuid;

use super::person::preview;
use super::{act, json_file};
use crate::actions;
use crate::links;
use crate::pages::{self, OwnErasurePage, OwnNetwork, OwnPage, RequestPage};
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
            consent: consents::accepted(conn, person, PARTICIPANT_LIST)?,
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
        erasure_href: visit.href(&links::own(own.whom.person, "loeschung")),
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
    form_page(&visit, &whom, Form::default())
}

fn form_page(visit: &Visit, whom: &Whom, form: Form) -> Answer {
    let status = form.status();
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
        choices: Vec::new(),
        is_settled: false,
        is_erasure: false,
    };
    show_as(status, &page)
}

fn back(network: NetworkId) -> String {
    format!("{}#{}", links::OWN, links::anchor(network))
}

pub(super) async fn ask(visit: Visit, Path(person): Path<String>, mut form: Form) -> Answer {
    let whom = mine(&visit, &person).await?;
    let words = form.text("words", TEXT);
    if form.is_blamed() {
        return form_page(&visit, &whom, form);
    }
    let of = whom.clone();
    let done = act(&visit, move |conn, moment, who| {
        actions::ask(conn, moment, who, &of, (Kind::Correction, words))
    });
    if let Err(halt) = done.await {
        form.take_refusal(halt)?;
        return form_page(&visit, &whom, form);
    }
    Ok(go(&visit, &back(whom.network), "privacy-asked"))
}

pub(super) async fn ask_erase(visit: Visit, Path(person): Path<String>) -> Answer {
    let whom = mine(&visit, &person).await?;
    erasure_page(&visit, &whom, Form::default()).await
}

async fn erasure_page(visit: &Visit, whom: &Whom, form: Form) -> Answer {
    let of = (whom.network, whom.person, How::Erase);
    let (sections, hindrance) = match preview(visit, of).await {
        Ok(sections) => (sections, None),
        Err(Halt::Refused(blames)) => {
            let words: Vec<String> = blames.iter().map(|it| said(visit, it)).collect();
            (Vec::new(), Some(words.join(" ")))
        }
        Err(halt) => return Err(halt.into()),
    };
    let status = form.status();
    let page = OwnErasurePage {
        page: Page::new(visit, visit.say("privacy-own-erasure-send"))
            .below(visit.say("privacy-own"), links::OWN)
            .here(),
        fields: Fields::new(visit, form),
        sections: sections.iter().map(|it| pages::fates(visit, it)).collect(),
        action: visit.href(&links::own(whom.person, "loeschung")),
        cancel: visit.href(&back(whom.network)),
        hindrance,
    };
    show_as(status, &page)
}

pub(super) async fn erase(visit: Visit, Path(person): Path<String>, mut form: Form) -> Answer {
    let whom = mine(&visit, &person).await?;
    let words = form.text("words", TEXT);
    if !form.has("understood") {
        form.blame(Blame::at("understood", "privacy-fault-understood"));
    }
    if form.is_blamed() {
        return erasure_page(&visit, &whom, form).await;
    }
    let of = whom.clone();
    let done = act(&visit, move |conn, moment, who| {
        actions::ask(conn, moment, who, &of, (Kind::Erasure, words))
    });
    if let Err(halt) = done.await {
        form.take_refusal(halt)?;
        return erasure_page(&visit, &whom, form).await;
    }
    Ok(go(&visit, &back(whom.network), "privacy-asked"))
}

pub(super) async fn withdraw(
    visit: Visit,
    Path((person, request)): Path<(String, String)>,
) -> Answer {
    let whom = mine(&visit, &person).await?;
    let request: Uuid = request.parse().map_err(|_| Halt::Missing)?;
    let of = whom.clone();
    act(&visit, move |conn, moment, who| {
        actions::withdraw_request(conn, moment, who, &of, request)
    })
    .await?;
    Ok(go(&visit, &back(whom.network), "privacy-withdrawn"))
}

pub(super) async fn consent(visit: Visit, Path(person): Path<String>, form: Form) -> Answer {
    let whom = mine(&visit, &person).await?;
    let (granted, person) = (form.value("granted") == "true", whom.person);
    act(&visit, move |conn, moment, who| {
        actions::accept(conn, moment, who, (person, PARTICIPANT_LIST), granted)
    })
    .await?;
    let done = if granted {
        "privacy-consent-given"
    } else {
        "privacy-consent-taken"
    };
    Ok(go(&visit, &back(whom.network), done))
}
