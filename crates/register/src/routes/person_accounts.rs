//! A person's account and the office role.

use axum::extract::Path;
use base::PersonId;
use base::access::Right;
use shell::{Answer, ConfirmPage, Marked, Page, Routes, Visit, go, record, show};

use super::{id, path};
use crate::{actions, links, roles};

pub(super) fn fill(routes: &mut Routes) {
    routes.post(links::PERSON_ACCOUNT, Right::RunOffice, create);
    routes.post(links::OFFICE_GIVE, Right::RunOffice, give);
    routes.get(links::OFFICE_TAKE, Right::RunOffice, ask_take);
    routes.post(links::OFFICE_TAKE, Right::RunOffice, take);
}

async fn create(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    let (network, _) = super::here(&visit)?;
    let person: PersonId = id(&person)?;
    super::act_at_once(&visit, move |conn, moment, who| {
        actions::create_account(conn, moment, who, network, person)
    })
    .await?;
    let path = path(&visit, links::PERSON, person);
    Ok(go(&visit, &path, "register-account-added"))
}

async fn give(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    set_office(&visit, &person, true).await
}

async fn ask_take(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    let it = super::people::found(&visit, &person).await?;
    let coming = roles::unstaffed_without(&visit, it.id).await?;
    let args = [("name", record(&it.name))];
    let page = Page::told(&visit, "register-office-question", &args);
    show(&ConfirmPage {
        question: page.heading.clone(),
        page,
        consequences: [visit.say("register-office-consequence")]
            .into_iter()
            .chain(coming.as_deref())
            .map(Marked::own)
            .collect(),
        action: visit.href(&path(&visit, links::OFFICE_TAKE, it.id)),
        confirm_label: visit.say("register-office-take").to_owned(),
        danger: true,
        cancel_href: visit.href(&path(&visit, links::PERSON, it.id)),
    })
}

async fn take(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    set_office(&visit, &person, false).await
}

async fn set_office(visit: &Visit, person: &str, is_office: bool) -> Answer {
    let (network, _) = super::here(visit)?;
    let person: PersonId = id(person)?;
    super::act_at_once(visit, move |conn, moment, who| {
        actions::set_office(conn, moment, who, (network, person), is_office)
    })
    .await?;
    let done = if is_office {
        "register-office-given"
    } else {
        "register-office-taken"
    };
    Ok(go(visit, &path(visit, links::PERSON, person), done))
}
