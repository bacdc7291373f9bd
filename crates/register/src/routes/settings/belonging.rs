//! To which network a network belongs, and which belong to it: asked, accepted, ended.

use axum::extract::Path;
use base::access::Right;
use base::{Blame, Halt, NetworkId};
use calendar::dates;
use shell::{Answer, Fields, Form, Page, Routes, Visit, go, record, show_as};

use super::super::{act, act_at_once, here, id, status};
use crate::actions::{self, Wished};
use crate::pages::{self, BelongingLine, BelongingPage};
use crate::records::NetworkRequest;
use crate::types::Network;
use crate::{links, records};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::BELONGING, Right::RunOffice, look);
    routes.post(links::BELONGING, Right::RunOffice, ask);
    routes.post(links::BELONGING_END, Right::RunOffice, leave);
    routes.post(links::PART_ACCEPT, Right::RunOffice, accept);
    routes.post(links::PART_END, Right::RunOffice, release);
}

struct Known {
    networks: Vec<Network>,
    request: Option<NetworkRequest>,
    asking: Vec<NetworkRequest>,
}

async fn known(visit: &Visit) -> Result<Known, Halt> {
    let (network, _) = here(visit)?;
    visit
        .store()
        .read(move |conn| {
            Ok(Known {
                networks: records::networks(conn)?,
                request: records::request_of(conn, network)?,
                asking: records::requests_to(conn, network)?,
            })
        })
        .await
}

async fn look(visit: Visit) -> Answer {
    let known = known(&visit).await?;
    answer(&visit, &known, Form::default())
}

fn answer(visit: &Visit, known: &Known, form: Form) -> Answer {
    let (network, slug) = here(visit)?;
    let find = |id: NetworkId| known.networks.iter().find(|it| it.id == id);
    let link = |it: &Network| BelongingLine {
        name: it.name.clone(),
        href: visit.href(&format!("/{}", it.slug)),
        asked: None,
        accept_href: visit.href(&links::below(links::PART_ACCEPT, &slug, it.id)),
        end_href: visit.href(&links::below(links::PART_END, &slug, it.id)),
    };
    let asked = |it: &NetworkRequest| {
        let when = dates::instant_local_short(it.asked_at, &pages::zone(visit), visit.lang);
        visit.tell("register-belonging-asked-at", &[("when", when.into())])
    };
    let parent = find(network).and_then(|it| it.parent).and_then(find);
    let request = known.request.as_ref();
    let wished = request.and_then(|it| find(it.parent).map(|above| (it, above)));
    let asking = known.asking.iter().filter_map(|it| {
        let entry = link(find(it.network)?);
        let asked = Some(asked(it));
        Some(BelongingLine { asked, ..entry })
    });
    let children = known
        .networks
        .iter()
        .filter(|it| it.parent == Some(network));
    let is_free = |it: &&Network| it.id != network && parent.is_none_or(|now| now.id != it.id);
    let none = (
        String::new(),
        visit.say("register-parent-network-none").to_owned(),
    );
    let others = known.networks.iter().filter(is_free);
    let others = others.map(|it| (it.id.to_string(), it.name.clone()));
    let status = status(&form);
    show_as(
        status,
        &BelongingPage {
            page: Page::new(visit, visit.say("register-belonging")),
            tabs: pages::settings_tabs(visit, &slug, links::BELONGING),
            action: visit.href(&links::of(links::BELONGING, &slug)),
            end_href: visit.href(&links::of(links::BELONGING_END, &slug)),
            parent: parent.map(link),
            wished: wished.map(|(it, above)| {
                let name = record(&above.name);
                (
                    visit.tell_marked("register-belonging-waits", &[("network", name)]),
                    asked(it),
                )
            }),
            parents: std::iter::once(none).chain(others).collect(),
            asking: asking.collect(),
            children: children.map(link).collect(),
            hint: if visit.actor.operator {
                "register-belonging-operator-hint"
            } else {
                "register-parent-network-hint"
            },
            fields: Fields::new(visit, form),
        },
    )
}

async fn ask(visit: Visit, mut form: Form) -> Answer {
    let (network, slug) = here(&visit)?;
    let parent: Option<NetworkId> = form.id("parent");
    if parent.is_none() {
        form.blame(Blame::at("parent", "fault-missing"));
    }
    let done = act(&visit, &mut form, move |conn, moment, who| {
        let parent = parent.ok_or(Halt::Missing)?;
        actions::ask_parent_network(conn, moment, who, (network, parent))
    });
    let list = links::of(links::BELONGING, &slug);
    match done.await? {
        Some(Wished::Waits) => Ok(go(&visit, &list, "register-belonging-asked")),
        Some(Wished::Holds) => Ok(go(&visit, &list, "register-belonging-accepted")),
        None => {
            let known = known(&visit).await?;
            answer(&visit, &known, form)
        }
    }
}

async fn leave(visit: Visit) -> Answer {
    let (network, slug) = here(&visit)?;
    act_at_once(&visit, move |conn, moment, who| {
        actions::leave_parent_network(conn, moment, who, network)
    })
    .await?;
    let list = links::of(links::BELONGING, &slug);
    Ok(go(&visit, &list, "register-belonging-ended"))
}

async fn accept(visit: Visit, Path((_, child)): Path<(String, String)>) -> Answer {
    let (network, slug) = here(&visit)?;
    let child: NetworkId = id(&child)?;
    act_at_once(&visit, move |conn, moment, who| {
        actions::accept_child_network(conn, moment, who, (network, child))
    })
    .await?;
    let list = links::of(links::BELONGING, &slug);
    Ok(go(&visit, &list, "register-belonging-accepted"))
}

async fn release(visit: Visit, Path((_, child)): Path<(String, String)>) -> Answer {
    let (network, slug) = here(&visit)?;
    let child: NetworkId = id(&child)?;
    act_at_once(&visit, move |conn, moment, who| {
        actions::release_child_network(conn, moment, who, (network, child))
    })
    .await?;
    let list = links::of(links::BELONGING, &slug);
    Ok(go(&visit, &list, "register-belonging-ended"))
}
