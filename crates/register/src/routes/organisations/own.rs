//! What contacts do at the organisations that they speak for.

use axum::extract::Path;
use base::access::Right;
use base::{Halt, OrganisationId};
use shell::{Answer, Form, Marked, Page, Routes, Visit, go, show};

use super::super::{here, path};
use super::form::{Way, change_form, filled, keep, maintained};
use super::record::address;
use crate::actions::{Hand, Names};
use crate::links;
use crate::pages::{self, OwnOrganisation, OwnPage};
use crate::records::{self, OwnChange};
use crate::types::{Function, Membership, Organisation};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::OWN, Right::MaintainOrganisation, look);
    routes.get(links::OWN_EDIT, Right::MaintainOrganisation, ask_change);
    routes.post(links::OWN_EDIT, Right::MaintainOrganisation, change);
}

/// How many of their own changes contacts see.
const LATEST: i64 = 20;

struct Own {
    organisation: Organisation,
    functions: Vec<Function>,
    memberships: Vec<(Membership, String)>,
    changes: Vec<OwnChange>,
    names: Names,
}

async fn look(visit: Visit) -> Answer {
    let (network, _) = here(&visit)?;
    let ids: Vec<OrganisationId> = visit.actor.spoken_for_in(network).collect();
    let own = visit
        .store()
        .read(move |conn| {
            let mut own = Vec::new();
            for id in ids {
                let Some(organisation) = records::organisation(conn, id)? else {
                    continue;
                };
                let mut memberships = Vec::new();
                for it in records::memberships_of(conn, id)? {
                    let network = records::network(conn, it.network)?;
                    memberships.push((it, network.map_or_else(String::new, |it| it.name)));
                }
                let changes = records::changes_at(conn, id, LATEST)?;
                own.push(Own {
                    functions: records::functions_at(conn, id)?,
                    names: Names::read(conn, network, super::changes::texts(&changes))?,
                    organisation,
                    memberships,
                    changes,
                });
            }
            Ok::<_, Halt>(own)
        })
        .await?;
    show(&OwnPage {
        page: Page::new(&visit, visit.say("register-own")),
        organisations: own.into_iter().map(|it| shown(&visit, it)).collect(),
    })
}

fn shown(visit: &Visit, own: Own) -> OwnOrganisation {
    let it = own.organisation;
    let today = visit.today();
    let record = visit.href(&path(visit, links::ORGANISATION, it.id));
    let people = own
        .functions
        .into_iter()
        .filter(|function| function.term.holds_on(today))
        .map(|function| function.person_name);
    let memberships = own.memberships.into_iter().map(|(membership, network)| {
        (
            visit.say(membership.kind.key()).to_owned(),
            Marked::record(visit.content_lang(), &network),
            pages::term(visit, membership.term),
        )
    });
    OwnOrganisation {
        address: address(&it),
        people: people.collect(),
        memberships: memberships.collect(),
        edit_href: visit.href(&path(visit, links::OWN_EDIT, it.id)),
        record_href: visit.may_here(Right::ReadAsMember).then_some(record),
        changes: own
            .changes
            .iter()
            .map(|change| super::changes::line(visit, &own.names, change))
            .collect(),
        name: it.name,
    }
}

fn way(visit: &Visit, it: &Organisation) -> Result<Way, Halt> {
    let (_, slug) = here(visit)?;
    let back = links::of(links::OWN, &slug);
    Ok(Way {
        hand: Hand::Contact,
        action: path(visit, links::OWN_EDIT, it.id),
        page: Page::of_record(visit, it.name.clone())
            .below(visit.say("register-own"), &back)
            .here(),
        back,
    })
}

async fn ask_change(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    let it = maintained(&visit, &organisation).await?;
    let form = filled(&visit, &it).await?;
    let way = way(&visit, &it)?;
    change_form(&visit, &it, (form, way)).await
}

async fn change(
    visit: Visit,
    Path((_, organisation)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let it = maintained(&visit, &organisation).await?;
    if keep(&visit, &it, (&mut form, Hand::Contact)).await? {
        let (_, slug) = here(&visit)?;
        let list = links::of(links::OWN, &slug);
        return Ok(go(&visit, &list, "register-own"));
    }
    let way = way(&visit, &it)?;
    change_form(&visit, &it, (form, way)).await
}
