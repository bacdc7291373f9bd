//! Memberships: entering, changing, ending, taking up again.

use axum::extract::Path;
use base::access::Right;
use base::{Halt, MembershipId, NetworkId, OrganisationId};
use jiff::civil::Date;
use shell::{Answer, Fields, Form, Page, Routes, Visit, go, show_as};

use super::{id, path};
use crate::actions::{self, MembershipInput};
use crate::fields::{self, Custom, RecordKind};
use crate::pages::{self, EndPage, MembershipForm};
use crate::types::{Membership, MembershipKind, Organisation};
use crate::{links, records};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::MEMBERSHIP_NEW, Right::RunOffice, ask_new);
    routes.post(links::MEMBERSHIP_NEW, Right::RunOffice, add);
    routes.get(links::MEMBERSHIP_EDIT, Right::RunOffice, ask_change);
    routes.post(links::MEMBERSHIP_EDIT, Right::RunOffice, change);
    routes.get(links::MEMBERSHIP_END, Right::RunOffice, ask_end);
    routes.post(links::MEMBERSHIP_END, Right::RunOffice, end);
    routes.post(links::MEMBERSHIP_RESUME, Right::RunOffice, resume);
}

async fn organisation(visit: &Visit, text: &str) -> Result<Organisation, Halt> {
    let (network, _) = super::here(visit)?;
    let organisation: OrganisationId = id(text)?;
    visit
        .store()
        .read(move |conn| actions::organisation_in(conn, network, organisation))
        .await
}

/// What the form of a membership offers: the networks whose office this person is, where there
/// are several, and the network's own fields.
struct Offer {
    networks: Vec<(String, String)>,
    custom: Custom,
}

async fn offer(
    visit: &Visit,
    (known, form): (Option<MembershipId>, &mut Form),
) -> Result<Offer, Halt> {
    let (network, _) = super::here(visit)?;
    let mut offices = visit.actor.offices.clone();
    offices.sort_by_key(|it| *it != network);
    let networks = visit
        .store()
        .read(move |conn| {
            let mut networks = Vec::new();
            for office in offices {
                let it = records::network(conn, office)?;
                networks.extend(it.map(|it| (it.id.to_string(), it.name)));
            }
            Ok::<_, Halt>(networks)
        })
        .await?;
    let of = (RecordKind::Membership, known.map(Into::into));
    Ok(Offer {
        networks: if networks.len() > 1 {
            networks
        } else {
            Vec::new()
        },
        custom: fields::mounted(visit, of, form).await?,
    })
}

async fn ask_new(visit: Visit, Path((_, at)): Path<(String, String)>) -> Answer {
    let organisation = organisation(&visit, &at).await?;
    let mut form = Form::of([
        ("kind", MembershipKind::Member.word().to_owned()),
        ("network", organisation.network.to_string()),
        ("from", visit.today().to_string()),
    ]);
    let offer = offer(&visit, (None, &mut form)).await?;
    new_form(&visit, &organisation, (offer, form))
}

fn new_form(visit: &Visit, at: &Organisation, (offer, form): (Offer, Form)) -> Answer {
    let record = path(visit, links::ORGANISATION, at.id);
    let status = form.status();
    let page = MembershipForm {
        page: Page::new(visit, visit.say("register-membership-new"))
            .below_record(at.name.clone(), &record)
            .here(),
        action: visit.href(&path(visit, links::MEMBERSHIP_NEW, at.id)),
        save: "register-membership-save",
        cancel_href: visit.href(&record),
        is_new: true,
        networks: offer.networks,
        custom: offer.custom,
        kinds: pages::kinds(visit),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn add(visit: Visit, Path((_, at)): Path<(String, String)>, mut form: Form) -> Answer {
    let organisation = organisation(&visit, &at).await?;
    let (keeper, at) = (organisation.network, organisation.id);
    let offer = offer(&visit, (None, &mut form)).await?;
    let kind = form.choice("kind", MembershipKind::from_word);
    let term = super::term(&mut form);
    let elsewhere: Option<NetworkId> = form.id("network").filter(|it| *it != keeper);
    let typed = offer.custom.typed(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        let input = MembershipInput {
            organisation: at,
            kind: kind.unwrap_or(MembershipKind::Member),
            term,
        };
        if let Some(network) = elsewhere {
            return actions::add_membership_elsewhere(conn, moment, who, (keeper, network), &input);
        }
        let id = actions::add_membership(conn, moment, who, keeper, &input)?;
        let of = fields::Of {
            kind: RecordKind::Membership,
            id: id.into(),
        };
        actions::fill_membership(conn, moment, (keeper, of), &typed)?;
        Ok(id)
    });
    match done.await? {
        Some(_) => {
            let path = path(&visit, links::ORGANISATION, at);
            Ok(go(&visit, &path, "register-membership-added"))
        }
        None => new_form(&visit, &organisation, (offer, form)),
    }
}

async fn ask_change(visit: Visit, Path((_, membership)): Path<(String, String)>) -> Answer {
    let (membership, at) = found(&visit, &membership).await?;
    let day = |day: Option<Date>| day.map(|it| it.to_string()).unwrap_or_default();
    let mut form = Form::of([
        ("from", day(membership.term.from)),
        ("until", day(membership.term.until)),
    ]);
    let offer = offer(&visit, (Some(membership.id), &mut form)).await?;
    change_form(&visit, (&membership, &at), (offer, form))
}

fn change_form(
    visit: &Visit,
    (it, at): (&Membership, &Organisation),
    (offer, form): (Offer, Form),
) -> Answer {
    let record = record_or_list(visit, at)?;
    let kind = visit.say(it.kind.key()).to_owned();
    let status = form.status();
    let args = [("kind", kind.into()), ("name", shell::record(&at.name))];
    let page = MembershipForm {
        page: Page::told(visit, "register-membership-of", &args)
            .below_record(at.name.clone(), &record)
            .here(),
        action: visit.href(&path(visit, links::MEMBERSHIP_EDIT, it.id)),
        save: "register-membership-save",
        cancel_href: visit.href(&record),
        is_new: false,
        networks: Vec::new(),
        custom: offer.custom,
        kinds: Vec::new(),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn change(visit: Visit, Path((_, text)): Path<(String, String)>, mut form: Form) -> Answer {
    let (membership, at) = found(&visit, &text).await?;
    let offer = offer(&visit, (Some(membership.id), &mut form)).await?;
    let term = super::term(&mut form);
    let typed = offer.custom.typed(&mut form);
    let ids = (membership.network, membership.id);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::change_membership(conn, moment, who, ids, (term, &typed))
    });
    match done.await? {
        Some(_) => {
            let path = record_or_list(&visit, &at)?;
            Ok(go(&visit, &path, "register-membership-changed"))
        }
        None => change_form(&visit, (&membership, &at), (offer, form)),
    }
}

/// The page of an organisation's record, or the list where another office keeps the record.
fn record_or_list(visit: &Visit, at: &Organisation) -> Result<String, Halt> {
    let (network, slug) = super::here(visit)?;
    if at.network == network {
        Ok(path(visit, links::ORGANISATION, at.id))
    } else {
        Ok(links::of(links::ORGANISATIONS, &slug))
    }
}

async fn found(visit: &Visit, text: &str) -> Result<(Membership, Organisation), Halt> {
    let (network, _) = super::here(visit)?;
    let membership: MembershipId = id(text)?;
    visit
        .store()
        .read(move |conn| {
            let membership = records::membership(conn, membership)?
                .filter(|it| it.network == network)
                .ok_or(Halt::Missing)?;
            let at = records::organisation(conn, membership.organisation)?;
            Ok((membership, at.ok_or(Halt::Missing)?))
        })
        .await
}

async fn ask_end(visit: Visit, Path((_, membership)): Path<(String, String)>) -> Answer {
    let (membership, at) = found(&visit, &membership).await?;
    end_form(&visit, &membership, &at, super::until_today(&visit))
}

fn end_form(visit: &Visit, membership: &Membership, at: &Organisation, form: Form) -> Answer {
    let record = record_or_list(visit, at)?;
    let kind = visit.say(membership.kind.key()).to_owned();
    let status = form.status();
    let page = EndPage {
        page: Page::new(visit, visit.say("register-membership-end"))
            .below_record(at.name.clone(), &record)
            .here(),
        what: visit.tell(
            "register-membership-of",
            &[("kind", kind.into()), ("name", (&at.name).into())],
        ),
        consequence: "register-membership-end-consequence",
        action: visit.href(&path(visit, links::MEMBERSHIP_END, membership.id)),
        cancel_href: visit.href(&record),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn end(visit: Visit, Path((_, text)): Path<(String, String)>, mut form: Form) -> Answer {
    let (membership, at) = found(&visit, &text).await?;
    let until = super::last_day(&mut form);
    let ids = (membership.network, membership.id);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::end_membership(conn, moment, who, ids, until)
    });
    match done.await? {
        Some(_) => {
            let path = record_or_list(&visit, &at)?;
            Ok(go(&visit, &path, "register-membership-ended"))
        }
        None => end_form(&visit, &membership, &at, form),
    }
}

async fn resume(visit: Visit, Path((_, membership)): Path<(String, String)>) -> Answer {
    let (membership, at) = found(&visit, &membership).await?;
    let ids = (membership.network, membership.id);
    super::act_at_once(&visit, move |conn, moment, who| {
        actions::end_membership(conn, moment, who, ids, None)
    })
    .await?;
    let path = record_or_list(&visit, &at)?;
    Ok(go(&visit, &path, "register-membership-resumed"))
}
