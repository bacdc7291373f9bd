//! Signing in and out.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use base::access::{Decision, Right, Subject, decide};
use base::{AccountId, Blame, Fault, Halt};
use jiff::Timestamp;
use shell::{
    Answer, Denied, Fields, Form, Limit, Page, Problem, Routes, Visit, query_value, session_cookie,
    show, show_as,
};
use store::Conn;

use crate::jobs::{self, Wish};
use crate::pages::{LinkPage, SentPage, SignInPage};
use crate::records::{self, accounts};
use crate::{actions, links, rules};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::SIGN_IN, Right::ReadPublic, ask);
    routes.post(links::SIGN_IN, Right::ReadPublic, wish);
    routes.get(links::SIGN_IN_SENT, Right::ReadPublic, sent);
    routes.post(links::SIGN_IN_PASSWORD, Right::ReadPublic, by_password);
    routes.get(links::SIGN_IN_LINK, Right::ReadPublic, look_at_link);
    routes.post(links::SIGN_IN_LINK, Right::ReadPublic, by_link);
    routes.post(links::SIGN_OUT, Right::ReadPublic, sign_out);
}

async fn ask(visit: Visit) -> Answer {
    let onward = query_value(&visit.query, "weiter").unwrap_or_default();
    if visit.actor.is_signed_in() {
        return Ok(Redirect::to(&onward_or_home(&visit, &onward).await?).into_response());
    }
    let form = Form::of([("weiter", rules::local_path(&onward).unwrap_or_default())]);
    show(&sign_in_page(&visit, form))
}

fn sign_in_page(visit: &Visit, form: Form) -> SignInPage {
    let failed_by_password = form
        .blames()
        .iter()
        .any(|blame| blame.field == "password_mail" || blame.field == "password");
    let rooms = visit.app.rooms.iter();
    let entrances = rooms
        .filter_map(|room| room.entrances)
        .flat_map(|of_room| of_room(visit, form.value("weiter")))
        .collect();
    SignInPage {
        page: Page::new(visit, visit.say("register-sign-in")),
        fields: Fields::new(visit, form),
        failed_by_password,
        entrances,
    }
}

/// Answers everybody alike, whether the address is known or not.
async fn wish(visit: Visit, mut form: Form) -> Answer {
    admit_address(&visit, "sign-in", form.value("mail"))?;
    form.required("mail", 254);
    let mail = form.mail("mail");
    if form.is_blamed() {
        let page = sign_in_page(&visit, form);
        return show_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let wish = Wish {
        mail,
        lang: visit.lang,
        onward: rules::local_path(form.value("weiter")).unwrap_or_default(),
    };
    let mut moment = visit.app.real_moment();
    visit
        .store()
        .write(move |conn| jobs::wish(conn, &mut moment, &wish))
        .await?;
    Ok(Redirect::to(&visit.href(links::SIGN_IN_SENT)).into_response())
}

async fn sent(visit: Visit) -> Answer {
    show(&SentPage {
        page: Page::new(&visit, visit.say("register-sent")),
        minutes: actions::LINK_LIVES.as_mins(),
    })
}

async fn by_password(visit: Visit, headers: HeaderMap, mut form: Form) -> Answer {
    admit_address(&visit, "sign-in", form.value("password_mail"))?;
    let mail = form.required("password_mail", 254);
    let password = form.value("password").to_owned();
    form.forget("password");
    let Some(account) = fitting(&visit, mail, password).await? else {
        form.blame(Blame::at("password_mail", "register-fault-password"));
        let page = sign_in_page(&visit, form);
        return show_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let mut moment = visit.app.real_moment();
    let (onward, browser) = (form.value("weiter").to_owned(), browser(&headers));
    let now = visit.now;
    let (session, home) = visit
        .store()
        .write(move |conn| -> Result<_, Fault> {
            let session = actions::open_session(conn, &mut moment, account, &browser)?;
            Ok((session, home_of(conn, account, now)?))
        })
        .await?;
    let target = rules::local_path(&onward).unwrap_or_else(|| visit.href(&home));
    Ok(super::signed_in(&visit, &session, &target))
}

/// The open account whose password this is; hashing is slow and so goes to a thread of its own.
async fn fitting(visit: &Visit, mail: String, password: String) -> Result<Option<AccountId>, Halt> {
    let account = visit
        .store()
        .read(move |conn| accounts::account_by_mail(conn, &mail))
        .await?;
    let account = account.filter(|it| !it.ended);
    let fits = tokio::task::spawn_blocking(move || {
        let hash = account.as_ref().and_then(|it| it.password.as_deref());
        let fits = password.chars().count() <= *actions::PASSWORD_LENGTH.end()
            && actions::password_fits(hash, &password);
        account.map(|it| it.id).filter(|_| fits)
    });
    let fits = fits
        .await
        .map_err(|cause| Fault::because("check a password", cause))?;
    Ok(fits)
}

/// Shows what a link does and changes nothing: mail programs open links on their own.
async fn look_at_link(visit: Visit, Path(token): Path<String>) -> Answer {
    let real_now = visit.app.real_clock.now();
    let given = token.clone();
    let name = visit
        .store()
        .read(move |conn| -> Result<_, Fault> {
            let Some((_, account)) = actions::sign_in_target(conn, &given, real_now)? else {
                return Ok(None);
            };
            accounts::account(conn, account)
        })
        .await?
        .map(|account| account.name);
    let status = if name.is_some() {
        StatusCode::OK
    } else {
        StatusCode::NOT_FOUND
    };
    show_as(status, &link_page(&visit, name, &token))
}

fn link_page(visit: &Visit, name: Option<String>, token: &str) -> LinkPage {
    let title = if name.is_some() {
        "register-link"
    } else {
        "register-link-gone"
    };
    LinkPage {
        page: Page::new(visit, visit.say(title)),
        name,
        action: visit.href(&links::sign_in_link(token)),
    }
}

async fn by_link(visit: Visit, Path(token): Path<String>, headers: HeaderMap) -> Answer {
    let real_now = visit.app.real_clock.now();
    if !visit
        .app
        .limits
        .admit(Limit::Client, &visit.client, real_now)
    {
        return Err(Problem(Denied::TooOften));
    }
    let browser = browser(&headers);
    let mut moment = visit.app.real_moment();
    let given = token.clone();
    let now = visit.now;
    let opened = visit
        .store()
        .write(move |conn| -> Result<_, Halt> {
            let (_, account) =
                actions::sign_in_target(conn, &given, real_now)?.ok_or(Halt::Missing)?;
            let home = home_of(conn, account, now)?;
            let (session, onward) = actions::sign_in_by_link(conn, &mut moment, &given, &browser)?;
            Ok((session, onward, home))
        })
        .await;
    match opened {
        Ok((session, onward, home)) => {
            let target = rules::local_path(&onward).unwrap_or_else(|| visit.href(&home));
            Ok(super::signed_in(&visit, &session, &target))
        }
        Err(Halt::Missing) => show_as(StatusCode::NOT_FOUND, &link_page(&visit, None, &token)),
        Err(other) => Err(other.into()),
    }
}

async fn sign_out(visit: Visit) -> Answer {
    if let Some(session) = visit.session {
        let who = visit.actor.clone();
        visit
            .store()
            .write(move |conn| actions::end_session(conn, &who, session))
            .await?;
    }
    let (name, cookie) = session_cookie(&visit.app, None, 0);
    let target = visit.href("/?done=register-signed-out");
    Ok(([(name, cookie)], Redirect::to(&target)).into_response())
}

/// Counts a try to get in by a mail address, by address and by client; what the try is for
/// counts apart. The address itself is not remembered.
///
/// # Errors
/// When there were too many.
pub fn admit_address(visit: &Visit, what: &str, address: &str) -> Result<(), Problem> {
    let real_now = visit.app.real_clock.now();
    let address = rules::mail_key(address);
    let address = rules::url_text(&rules::hashed(&format!("{what} {address}")));
    let limits = &visit.app.limits;
    if limits.admit(Limit::Client, &visit.client, real_now)
        && limits.admit(Limit::Address, &address, real_now)
    {
        return Ok(());
    }
    Err(Problem(Denied::TooOften))
}

async fn onward_or_home(visit: &Visit, onward: &str) -> Result<String, Halt> {
    if let Some(path) = rules::local_path(onward) {
        return Ok(path);
    }
    let Some(account) = visit.actor.account else {
        return Ok(visit.href("/"));
    };
    let now = visit.now;
    let home = visit
        .store()
        .read(move |conn| home_of(conn, account, now))
        .await?;
    Ok(visit.href(&home))
}

/// Where an account begins: the network whose office it is, else the one that knows it.
fn home_of(conn: &mut Conn<'_>, account: AccountId, now: Timestamp) -> Result<String, Fault> {
    let everywhere = crate::everywhere(conn, account, now)?;
    let office = everywhere
        .iter()
        .find(|(it, actor)| actor.is_office_of(it.id));
    let network = match office {
        Some((network, _)) => Some(network.id),
        None => accounts::behind(conn, account)?
            .first()
            .map(|it| it.network),
    };
    let network = match network {
        Some(network) => records::network(conn, network)?,
        None => None,
    };
    let Some(network) = network else {
        return Ok("/".to_owned());
    };
    let here = Subject::Network(network.id);
    let is_inside = everywhere
        .iter()
        .any(|(_, actor)| decide(actor, Right::ReadAsMember, &here) == Decision::Allowed);
    // Jury, partners and whoever helps with assistance read no inner pages.
    let page = if is_inside { "/intern" } else { "" };
    Ok(format!("/{}{page}", network.slug))
}

/// What a browser calls itself, in two words, for the list of one's own sessions.
pub fn browser(headers: &HeaderMap) -> String {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default();
    rules::browser_name(agent)
}

impl SignInPage {
    /// Where the form for a link goes.
    pub(crate) fn link_action(&self) -> String {
        self.page.href(links::SIGN_IN)
    }

    /// Where the form for a password goes.
    pub(crate) fn password_action(&self) -> String {
        self.page.href(links::SIGN_IN_PASSWORD)
    }
}
