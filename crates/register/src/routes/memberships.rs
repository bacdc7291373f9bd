//! Memberships: entering, ending, taking up again.

use axum::extract::Path;
use base::access::Right;
use base::{Halt, MembershipId, OrganisationId};
use shell::{Answer, Fields, Form, Page, Routes, Visit, go, show_as};

use super::{id, path};
use crate::actions::{self, MembershipInput};
use crate::pages::{self, EndPage, MembershipForm};
use crate::types::{Membership, MembershipKind, Organisation};
use crate::{links, records};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::MEMBERSHIP_NEW, Right::RunOffice, ask_new);
    routes.post(links::MEMBERSHIP_NEW, Right::RunOffice, add);
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

async fn ask_new(visit: Visit, Path((_, at)): Path<(String, String)>) -> Answer {
    let organisation = organisation(&visit, &at).await?;
    let form = Form::of([
        ("kind", MembershipKind::Member.word().to_owned()),
        ("from", visit.today().to_string()),
    ]);
    new_form(&visit, &organisation, form)
}

fn new_form(visit: &Visit, at: &Organisation, form: Form) -> Answer {
    let record = path(visit, links::ORGANISATION, at.id);
    let status = super::status(&form);
    let page = MembershipForm {
        page: Page::new(visit, visit.say("register-membership-new"))
            .below_record(at.name.clone(), &record)
            .here(),
        action: visit.href(&path(visit, links::MEMBERSHIP_NEW, at.id)),
        save: "register-membership-save",
        cancel_href: visit.href(&record),
        kinds: pages::kinds(visit),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn add(visit: Visit, Path((_, at)): Path<(String, String)>, mut form: Form) -> Answer {
    let organisation = organisation(&visit, &at).await?;
    let (network, at) = (organisation.network, organisation.id);
    let kind = form.choice("kind", MembershipKind::from_word);
    let term = super::term(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        let input = MembershipInput {
            organisation: at,
            kind: kind.unwrap_or(MembershipKind::Member),
            term,
        };
        actions::add_membership(conn, moment, who, network, &input)
    });
    match done.await? {
        Some(_) => {
            let path = path(&visit, links::ORGANISATION, at);
            Ok(go(&visit, &path, "register-membership-added"))
        }
        None => new_form(&visit, &organisation, form),
    }
}

async fn found(visit: &Visit, text: &str) -> Result<(Membership, Organisation), Halt> {
    let (network, _) = super::here(visit)?;
    let membership: MembershipId = id(text)?;
    visit
        .store()
        .read(move |conn| {
            let membership = records::membership(conn, membership)?.ok_or(Halt::Missing)?;
            let at = actions::organisation_in(conn, network, membership.organisation)?;
            Ok((membership, at))
        })
        .await
}

async fn ask_end(visit: Visit, Path((_, membership)): Path<(String, String)>) -> Answer {
    let (membership, at) = found(&visit, &membership).await?;
    end_form(&visit, &membership, &at, super::until_today(&visit))
}

fn end_form(visit: &Visit, membership: &Membership, at: &Organisation, form: Form) -> Answer {
    let record = path(visit, links::ORGANISATION, at.id);
    let kind = visit.say(membership.kind.key()).to_owned();
    let status = super::status(&form);
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
        Some(at) => {
            let path = path(&visit, links::ORGANISATION, at);
            Ok(go(&visit, &path, "register-membership-ended"))
        }
        None => end_form(&visit, &membership, &at, form),
    }
}

async fn resume(visit: Visit, Path((_, membership)): Path<(String, String)>) -> Answer {
    let (network, _) = super::here(&visit)?;
    let membership: MembershipId = id(&membership)?;
    let at = super::act_at_once(&visit, move |conn, moment, who| {
        actions::end_membership(conn, moment, who, (network, membership), None)
    })
    .await?;
    let path = path(&visit, links::ORGANISATION, at);
    Ok(go(&visit, &path, "register-membership-resumed"))
}
