//! Where offices and operators write what their pages must say besides.

use axum::http::StatusCode;
use base::{Fault, Halt, Lang, NetworkId};
use shell::{Answer, Fields, Form, Page, TEXT, Visit, go, show_as};

use crate::actions::PageText;
use crate::pages::legal::TextsForm;
use crate::{actions, links, records};

/// The field of a page's text in a language.
const FIELDS: [(&str, &str, Lang); 8] = [
    ("imprint_de", "imprint", Lang::De),
    ("imprint_en", "imprint", Lang::En),
    ("privacy_de", "privacy", Lang::De),
    ("privacy_en", "privacy", Lang::En),
    ("accessibility_de", "accessibility", Lang::De),
    ("accessibility_en", "accessibility", Lang::En),
    ("enforcement_de", "enforcement", Lang::De),
    ("enforcement_en", "enforcement", Lang::En),
];

/// A network's Impressum stands in its settings; the other texts stand here.
fn fields(scope: Option<NetworkId>) -> impl Iterator<Item = (&'static str, &'static str, Lang)> {
    FIELDS
        .into_iter()
        .filter(move |(_, page, _)| scope.is_none() || *page != "imprint")
}

/// The form of a network.
pub async fn form(visit: Visit) -> Answer {
    super::writes(&visit)?;
    let scope = Some(visit.network()?.id);
    open(visit, scope).await
}

/// The form of the installation.
pub async fn own_form(visit: Visit) -> Answer {
    open(visit, None).await
}

/// Keeps a network's texts.
pub async fn keep(visit: Visit, form: Form) -> Answer {
    super::writes(&visit)?;
    let scope = Some(visit.network()?.id);
    keep_texts(visit, scope, form).await
}

/// Keeps the installation's texts.
pub async fn keep_own(visit: Visit, form: Form) -> Answer {
    keep_texts(visit, None, form).await
}

async fn open(visit: Visit, scope: Option<NetworkId>) -> Answer {
    let form = visit
        .store()
        .read(move |conn| -> Result<Form, Fault> {
            let mut form = Form::default();
            for (field, page, lang) in fields(scope) {
                form.put(field, records::page_text(conn, scope, page, lang)?);
            }
            Ok(form)
        })
        .await?;
    shown(&visit, scope, form, StatusCode::OK)
}

async fn keep_texts(visit: Visit, scope: Option<NetworkId>, mut form: Form) -> Answer {
    let texts: Vec<PageText> = fields(scope)
        .map(|(field, page, lang)| (page, lang, form.text(field, TEXT)))
        .collect();
    if form.is_blamed() {
        return shown(&visit, scope, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (mut moment, who) = (visit.moment(), visit.actor.clone());
    visit
        .store()
        .write(move |conn| actions::keep_page_texts(conn, &mut moment, &who, scope, &texts))
        .await?;
    Ok(go(&visit, &address(&visit, scope)?, "page-texts"))
}

fn address(visit: &Visit, scope: Option<NetworkId>) -> Result<String, Halt> {
    match scope {
        Some(_) => Ok(links::below(&visit.network()?.slug, "seitentexte")),
        None => Ok(links::OWN_TEXTS.to_owned()),
    }
}

fn shown(visit: &Visit, scope: Option<NetworkId>, form: Form, status: StatusCode) -> Answer {
    let back = match scope {
        Some(_) => links::below(&visit.network()?.slug, "intern"),
        None => links::FRONT.to_owned(),
    };
    let template = TextsForm {
        page: Page::new(visit, visit.say("publishing-texts-title")),
        fields: Fields::new(visit, form),
        action: visit.href(&address(visit, scope)?),
        cancel_href: visit.href(&back),
        with_imprint: scope.is_none(),
    };
    show_as(status, &template)
}
