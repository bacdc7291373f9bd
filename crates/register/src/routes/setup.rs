//! The first run: the first network and the first person of its office.

use axum::http::{HeaderMap, StatusCode};
use base::access::Right;
use base::{Fault, Halt};
use shell::{
    Answer, Denied, Fields, Form, LINE, Limit, Page, Problem, Routes, TEXT, Visit, query_value,
    show_as,
};

use crate::actions::{self, FirstRun, NewNetwork};
use crate::pages::{self, SetupPage};
use crate::{links, records};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::SETUP, Right::ReadPublic, ask);
    routes.post(links::SETUP, Right::ReadPublic, set_up);
}

async fn ask(visit: Visit) -> Answer {
    if visit.store().read(records::any_network).await? {
        return Err(Halt::Missing.into());
    }
    let key = query_value(&visit.query, "schluessel").unwrap_or_default();
    let form = Form::of([("key", key), ("lang", visit.lang.tag().to_owned())]);
    answer(&visit, StatusCode::OK, form)
}

fn answer(visit: &Visit, status: StatusCode, form: Form) -> Answer {
    show_as(
        status,
        &SetupPage {
            page: Page::new(visit, visit.say("register-setup")),
            lands: pages::lands(visit),
            fields: Fields::new(visit, form),
        },
    )
}

async fn set_up(visit: Visit, headers: HeaderMap, mut form: Form) -> Answer {
    let real_now = visit.app.real_clock.now();
    if !visit
        .app
        .limits
        .admit(Limit::Client, &visit.client, real_now)
    {
        return Err(Problem(Denied::TooOften));
    }
    let first = read(&visit, &mut form);
    let browser = super::sign_in::browser(&headers);
    let mut real_moment = visit.app.real_moment();
    let done = super::act(&visit, &mut form, move |conn, moment, _| {
        let (network, account) = actions::set_up(conn, moment, &first)?;
        let session = actions::open_session(conn, &mut real_moment, account, &browser)?;
        let network = records::network(conn, network)?
            .ok_or_else(|| Fault::new("find the network that was just founded"))?;
        Ok((session, network.slug))
    });
    match done.await? {
        Some((session, slug)) => {
            let target = links::of(links::SETTINGS, &slug);
            let target = visit.href(&format!("{target}?done=register-set-up"));
            Ok(super::signed_in(&visit, &session, &target))
        }
        None => answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, form),
    }
}

fn read(visit: &Visit, form: &mut Form) -> FirstRun {
    form.required("mail", 254);
    FirstRun {
        key: form.required("key", LINE),
        network: NewNetwork {
            name: form.required("name", LINE),
            slug: form.line("slug", 60),
            association: form.line("association", LINE),
            land: form.line("land", 2),
            office_name: form.line("office_name", LINE),
            office_address: form.text("office_address", 1000),
            office_phone: form.line("office_phone", LINE),
            office_mail: form.mail("office_mail"),
            imprint: form.text("imprint", TEXT),
            ..NewNetwork::default()
        },
        name: form.required("person", LINE),
        mail: form.mail("mail"),
        lang: visit.lang,
    }
}
