//! A network's settings, colours and logo.

mod belonging;
mod fields;
mod works;

use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use base::access::Right;
use base::{Blame, Halt};
use shell::{Answer, Fields, Form, LINE, Page, Routes, TEXT, Visit, go, kept, show_as};
use store::Noted;

use crate::actions::{self, NetworkInput};
use crate::links;
use crate::pages::{self, SettingsPage};
use crate::records;
use crate::rules::{self, Colour};
use crate::types::Network;

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::SETTINGS, Right::RunOffice, look);
    routes.post(links::SETTINGS, Right::RunOffice, change);
    routes.get(links::COLOURS, Right::ReadPublic, colours);
    routes.get(links::LOGO, Right::ReadPublic, logo);
    fields::fill(routes);
    works::fill(routes);
    belonging::fill(routes);
}

/// A network as its settings show it.
struct Known {
    network: Network,
    journal: Vec<Noted>,
}

async fn network(visit: &Visit) -> Result<Known, Halt> {
    let id = visit.network()?.id;
    visit
        .store()
        .read(move |conn| {
            Ok(Known {
                network: records::network(conn, id)?.ok_or(Halt::Missing)?,
                journal: conn.journal_of(id)?,
            })
        })
        .await
}

async fn look(visit: Visit) -> Answer {
    let known = network(&visit).await?;
    let network = &known.network;
    let form = Form::of([
        ("name", network.name.clone()),
        ("association", network.association.clone()),
        ("about", network.about.clone()),
        ("land", network.land.clone()),
        ("slug", network.slug.clone()),
        ("accent", network.accent.clone()),
        ("logo_alt", network.logo_alt.clone()),
        ("office_name", network.office_name.clone()),
        ("office_address", network.office_address.clone()),
        ("office_phone", network.office_phone.clone()),
        ("office_mail", network.office_mail.clone()),
        ("sender_name", network.sender_name.clone()),
        ("objection_days", network.objection_days.to_string()),
        ("imprint", network.imprint.clone()),
    ]);
    answer(&visit, known, form)
}

fn answer(visit: &Visit, known: Known, form: Form) -> Answer {
    let Known { network, journal } = known;
    let status = form.status();
    let page = SettingsPage {
        page: Page::new(visit, visit.say("register-settings")),
        tabs: pages::settings_tabs(visit, &network.slug, links::SETTINGS),
        action: visit.href(&links::of(links::SETTINGS, &network.slug)),
        lands: pages::lands(visit),
        contrast: contrast(visit, &network.accent),
        logo_href: network.logo.map(|_| links::of(links::LOGO, &network.slug)),
        logo_alt: network.logo_alt,
        journal: pages::journal(visit, journal),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

/// How well text reads on the colour that is set now.
fn contrast(visit: &Visit, accent: &str) -> String {
    let (text, ratio) = Colour::read(accent).map_or(("#ffffff", 1.0), Colour::text_on_it);
    let key = if text == "#ffffff" {
        "register-accent-hint-white"
    } else {
        "register-accent-hint-dark"
    };
    let ratio = rules::ratio_words(ratio, visit.lang);
    visit.tell(key, &[("accent", accent.into()), ("ratio", ratio.into())])
}

async fn change(visit: Visit, mut form: Form) -> Answer {
    let (id, _) = super::here(&visit)?;
    let input = read(&mut form);
    let alt = form.line("logo_alt", LINE);
    let is_gone = form.has("logo_remove");
    let upload = form.uploads("logo").next().map(|it| it.bytes.clone());
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::change_network(conn, moment, who, id, &input)?;
        let has_logo = records::network(conn, id)?.is_some_and(|it| it.logo.is_some());
        match upload {
            Some(bytes) => actions::set_logo(conn, moment, who, id, Some((&bytes, &alt)))?,
            None if is_gone => actions::set_logo(conn, moment, who, id, None)?,
            None if has_logo => actions::describe_logo(conn, moment, who, id, &alt)?,
            None => {}
        }
        Ok(input.slug)
    });
    if let Some(slug) = done.await? {
        let path = links::of(links::SETTINGS, &slug);
        return Ok(go(&visit, &path, "register-settings"));
    }
    let known = network(&visit).await?;
    answer(&visit, known, form)
}

fn read(form: &mut Form) -> NetworkInput {
    if form.value("objection_days").trim().is_empty() {
        form.blame(Blame::at("objection_days", "fault-missing"));
    }
    NetworkInput {
        name: form.required("name", LINE),
        slug: form.required("slug", 60),
        association: form.line("association", LINE),
        about: form.text("about", TEXT),
        land: form.line("land", 2),
        accent: form.required("accent", 7),
        office_name: form.line("office_name", LINE),
        office_address: form.text("office_address", 1000),
        office_phone: form.line("office_phone", LINE),
        office_mail: form.mail("office_mail"),
        sender_name: form.line("sender_name", LINE),
        imprint: form.text("imprint", TEXT),
        objection_days: form.number("objection_days", 0, 365).unwrap_or(0),
    }
}

async fn colours(visit: Visit) -> Answer {
    let accent = &visit.network()?.accent;
    let (text, _) = Colour::read(accent).map_or(("#ffffff", 1.0), Colour::text_on_it);
    let accent = if Colour::read(accent).is_some() {
        accent.as_str()
    } else {
        rules::DEFAULT_ACCENT
    };
    let sheet = format!(":root {{ --kreis-accent: {accent}; --kreis-on-accent: {text}; }}\n");
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=86400"),
    ];
    kept(Ok((headers, sheet).into_response()))
}

async fn logo(visit: Visit) -> Answer {
    let id = visit.network()?.id;
    let (bytes, media_type) = visit
        .store()
        .read(move |conn| {
            let network = records::network(conn, id)?.ok_or(Halt::Missing)?;
            let hash = network.logo.ok_or(Halt::Missing)?;
            Ok::<_, Halt>((conn.blob(hash)?, network.logo_type))
        })
        .await?;
    let media_type = HeaderValue::from_str(&media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=300"),
        ),
    ];
    kept(Ok((headers, bytes).into_response()))
}
