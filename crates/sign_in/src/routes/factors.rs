//! One's own second factors: list, app, names, recovery codes.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::access::Right;
use base::{Fault, Halt};
use calendar::{Zone, dates};
use jiff::Timestamp;
use register::admit_address;
use shell::{Answer, Fields, Form, LINE, Page, Routes, Visit, go, show, show_as};
use uuid::Uuid;

use super::{act, owner};
use crate::locks::Locks;
use crate::pages::{AppPage, Binding, CodesPage, FactorLine, FactorPage, FactorsPage};
use crate::records::factors::{self, Factor};
use crate::records::providers;
use crate::{actions, links, passkeys, rules};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::FACTORS, Right::OwnAccount, look);
    routes.post(links::APP_NEW, Right::OwnAccount, begin_app);
    routes.get(links::APP, Right::OwnAccount, show_app);
    routes.post(links::APP, Right::OwnAccount, confirm_app);
    routes.get(links::FACTOR, Right::OwnAccount, one);
    routes.post(links::FACTOR, Right::OwnAccount, rename);
    routes.post(links::FACTOR_GONE, Right::OwnAccount, remove);
    routes.post(links::CODES, Right::OwnAccount, renew_codes);
    routes.post(links::RELEASE, Right::OwnAccount, release);
}

async fn look(visit: Visit) -> Answer {
    list(&visit, StatusCode::OK, Form::default()).await
}

pub(super) async fn list(visit: &Visit, status: StatusCode, form: Form) -> Answer {
    let account = owner(visit)?.account;
    let (all, codes_left, bound) = visit
        .store()
        .read(move |conn| {
            let all = factors::of_account(conn, account)?;
            let codes_left = factors::codes_left(conn, account)?;
            let bound = providers::of_account(conn, account)?;
            Ok::<_, Fault>((all, codes_left, bound))
        })
        .await?;
    let page = FactorsPage {
        page: Page::new(visit, visit.say("sign-in-factors"))
            .below(visit.say("register-account"), "/konto")
            .here(),
        fields: Fields::new(visit, form),
        factors: all.iter().map(|it| line(visit, it)).collect(),
        codes_left,
        passkeys_at: passkeys::site(&visit.app.settings.base_url).map(|it| it.origin),
        takes_apps: Locks::of(&visit.app).seal().is_some(),
        is_demanded_now: visit.detour.is_some(),
        bindings: bindings(visit, &bound),
    };
    show_as(status, &page)
}

/// Those of providers that are still there.
fn bindings(visit: &Visit, bound: &[(String, Timestamp)]) -> Vec<Binding> {
    let locks = Locks::of(&visit.app);
    let mut bindings = Vec::new();
    for (issuer, at) in bound {
        for provider in locks.providers().iter().filter(|it| it.issuer == *issuer) {
            let args = [
                ("name", provider.name.as_str().into()),
                ("since", local(visit, *at).into()),
            ];
            let release = links::provider(links::RELEASE, &provider.word);
            bindings.push(Binding {
                words: visit.tell("sign-in-binding-since", &args),
                release: visit.href(&release),
            });
        }
    }
    bindings
}

async fn release(visit: Visit, Path(word): Path<String>) -> Answer {
    let owner = owner(&visit)?;
    let issuer = owner
        .locks
        .provider(&word)
        .ok_or(Halt::Missing)?
        .issuer
        .clone();
    let released = visit
        .store()
        .write(move |conn| providers::release(conn, owner.account, &issuer))
        .await?;
    if !released {
        return Err(Halt::Missing.into());
    }
    Ok(go(&visit, links::FACTORS, "sign-in-released"))
}

fn line(visit: &Visit, factor: &Factor) -> FactorLine {
    FactorLine {
        name: factor.name.clone(),
        kind: visit.say(factor.kind.key()).to_owned(),
        since: local(visit, factor.created_at),
        used: factor.used_at.map(|at| local(visit, at)),
        href: visit.href(&links::of(links::FACTOR, factor.id)),
    }
}

/// By the machine's clock, in the zone of the land: an account belongs to no network.
fn local(visit: &Visit, at: Timestamp) -> String {
    let zone = Zone::named("Europe/Berlin").unwrap_or_else(|_| Zone::utc());
    dates::instant_local_short(at, &zone, visit.lang)
}

fn id(text: &str) -> Result<Uuid, Halt> {
    text.parse().map_err(|_| Halt::Missing)
}

async fn begin_app(visit: Visit, mut form: Form) -> Answer {
    let begun = act(&visit, &mut form, |conn, moment, (owner, _)| {
        actions::begin_app(conn, moment, owner)
    });
    match begun.await? {
        Some(id) => {
            let path = links::of(links::APP, id);
            Ok(Redirect::to(&visit.href(&path)).into_response())
        }
        None => list(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

async fn show_app(visit: Visit, Path(app): Path<String>) -> Answer {
    let name = visit.say("sign-in-app-usual-name").to_owned();
    app_page(
        &visit,
        StatusCode::OK,
        id(&app)?,
        Form::of([("name", name)]),
    )
    .await
}

async fn app_page(visit: &Visit, status: StatusCode, app: Uuid, form: Form) -> Answer {
    let owner = owner(visit)?;
    let (secret, mail) = visit
        .store()
        .read(move |conn| {
            let secret = actions::secret_of_unproven(conn, &owner, app)?;
            let account = register::account(conn, owner.account)?.ok_or(Halt::Missing)?;
            Ok::<_, Halt>((secret, account.mail))
        })
        .await?;
    let address = rules::address(&secret, (site(visit), &mail));
    let page = AppPage {
        page: Page::new(visit, visit.say("sign-in-app"))
            .below(visit.say("register-account"), "/konto")
            .below(visit.say("sign-in-factors"), links::FACTORS)
            .here(),
        fields: Fields::new(visit, form),
        code: rules::qr_code(&address)?,
        spelled: rules::spelled(&secret),
        address,
        action: visit.href(&links::of(links::APP, app)),
    };
    show_as(status, &page)
}

/// How an app names us: the host that people type.
fn site(visit: &Visit) -> &str {
    let url = visit.app.settings.base_url.as_str();
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.split(':').next().unwrap_or(host)
}

async fn confirm_app(visit: Visit, Path(app): Path<String>, mut form: Form) -> Answer {
    let app = id(&app)?;
    admit_address(&visit, "second-factor", &owner(&visit)?.account.to_string())?;
    let code = form.required("code", LINE);
    let name = form.required("name", 60);
    let done = act(&visit, &mut form, move |conn, moment, (owner, _)| {
        actions::confirm_app(conn, moment, owner, (app, &name, &code))
    });
    match done.await? {
        Some(codes) if codes.is_empty() => Ok(go(&visit, links::FACTORS, "sign-in-added")),
        Some(codes) => show_codes(&visit, codes, true),
        None => app_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, app, form).await,
    }
}

/// Shown in the answer itself: nothing keeps them so that another page could.
pub(super) fn show_codes(visit: &Visit, codes: Vec<String>, is_first: bool) -> Answer {
    show(&CodesPage {
        page: Page::new(visit, visit.say("sign-in-codes")),
        codes,
        is_first,
    })
}

async fn renew_codes(visit: Visit, mut form: Form) -> Answer {
    let renewed = act(&visit, &mut form, |conn, moment, (owner, _)| {
        actions::renew_codes(conn, moment, owner)
    });
    match renewed.await? {
        Some(codes) => show_codes(&visit, codes, false),
        None => list(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

async fn one(visit: Visit, Path(factor): Path<String>) -> Answer {
    factor_page(&visit, StatusCode::OK, id(&factor)?, None).await
}

async fn factor_page(visit: &Visit, status: StatusCode, id: Uuid, form: Option<Form>) -> Answer {
    let account = owner(visit)?.account;
    let all = visit
        .store()
        .read(move |conn| factors::of_account(conn, account))
        .await?;
    let factor = all.iter().find(|it| it.id == id).ok_or(Halt::Missing)?;
    let form = form.unwrap_or_else(|| Form::of([("name", factor.name.clone())]));
    let page = FactorPage {
        page: Page::new(visit, &factor.name)
            .below(visit.say("register-account"), "/konto")
            .below(visit.say("sign-in-factors"), links::FACTORS)
            .here(),
        fields: Fields::new(visit, form),
        action: visit.href(&links::of(links::FACTOR, id)),
        gone: visit.href(&links::of(links::FACTOR_GONE, id)),
        is_last: all.len() == 1,
    };
    show_as(status, &page)
}

async fn rename(visit: Visit, Path(factor): Path<String>, mut form: Form) -> Answer {
    let factor = id(&factor)?;
    let name = form.required("name", 60);
    let done = act(&visit, &mut form, move |conn, _, (owner, _)| {
        actions::rename(conn, owner, factor, &name)
    });
    match done.await? {
        Some(()) => Ok(go(&visit, links::FACTORS, "sign-in-renamed")),
        None => factor_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, factor, Some(form)).await,
    }
}

async fn remove(visit: Visit, Path(factor): Path<String>, mut form: Form) -> Answer {
    let factor = id(&factor)?;
    let done = act(&visit, &mut form, move |conn, moment, both| {
        actions::remove(conn, moment, both, factor)
    });
    match done.await? {
        Some(()) => Ok(go(&visit, links::FACTORS, "sign-in-removed")),
        None => list(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}
