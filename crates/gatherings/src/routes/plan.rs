//! Planning a gathering and changing its facts.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{GatheringId, Halt, NetworkId};
use shell::{Answer, Fields, Form, Page, Visit, go, query_value, show_as};

use super::{fields, led, network_slug};
use crate::actions::{self, Inform};
use crate::links;
use crate::pages::form::{FormPage, who_fields};
use crate::pages::tabs::{Tab, tabs};
use crate::records;
use crate::rules::Gathering;

pub(super) async fn blank(visit: Visit) -> Answer {
    let form = match query_value(&visit.query, "kopie") {
        Some(slug) => {
            let source = led(&visit, &slug).await?;
            fields::filled(&source, true)
        }
        None => fields::blank(&visit.network()?.zone),
    };
    form_page(&visit, form, None, StatusCode::OK).await
}

/// The form as it came, with ids in place of names.
async fn settled(visit: &Visit, network: NetworkId, mut form: Form) -> Result<Form, Halt> {
    let inner = visit.clone();
    visit
        .store()
        .read(move |conn| {
            fields::settle(conn, &inner, network, &mut form)?;
            Ok::<_, Halt>(form)
        })
        .await
}

/// Whether somebody only wanted to name one more organisation.
fn asks_for_more(form: &Form) -> bool {
    form.has("more") && !form.is_blamed()
}

pub(super) async fn plan(visit: Visit, form: Form) -> Answer {
    let network = visit.network()?.id;
    let mut form = settled(&visit, network, form).await?;
    if asks_for_more(&form) {
        return form_page(&visit, form, None, StatusCode::OK).await;
    }
    let Some(input) = fields::input(&mut form, &visit, network) else {
        return form_page(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let copied = match form.value("copy") {
        "" => None,
        slug => Some(led(&visit, slug).await?.id),
    };
    let act = visit.clone();
    let planned = visit
        .store()
        .write(move |conn| {
            let mut moment = act.moment();
            let id = actions::plan_gathering(conn, &mut moment, &act.actor, network, &input)?;
            if let Some(from) = copied {
                actions::copy_agenda(conn, &mut moment, &act.actor, from, id)?;
            }
            slug_of(conn, id)
        })
        .await;
    match planned {
        Ok(slug) => {
            let path = links::gathering(&network_slug(&visit)?, &slug);
            Ok(go(&visit, &path, "gathering-planned"))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            form_page(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn slug_of(conn: &mut store::Conn<'_>, id: GatheringId) -> Result<String, Halt> {
    let it = records::gathering::gathering(conn, id)?.ok_or(Halt::Missing)?;
    Ok(it.slug)
}

pub(super) async fn edit(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = led(&visit, &slug).await?;
    let form = fields::filled(&it, false);
    form_page(&visit, form, Some(it), StatusCode::OK).await
}

pub(super) async fn save(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let it = led(&visit, &slug).await?;
    let mut form = settled(&visit, it.network, form).await?;
    if asks_for_more(&form) {
        return form_page(&visit, form, Some(it), StatusCode::OK).await;
    }
    let inform = Inform::from_word(form.value("inform"));
    let Some(input) = fields::input(&mut form, &visit, it.network) else {
        return form_page(&visit, form, Some(it), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let act = visit.clone();
    let id = it.id;
    let changed = visit
        .store()
        .write(move |conn| {
            let change = (&input, inform);
            actions::change_gathering(conn, &mut act.moment(), &act.actor, id, change)
        })
        .await;
    match changed {
        Ok(it) => {
            let path = links::gathering(&network_slug(&visit)?, &it.slug);
            Ok(go(&visit, &path, "gathering-changed"))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            form_page(&visit, form, Some(it), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// The form, for a new gathering or for a known one.
async fn form_page(
    visit: &Visit,
    form: Form,
    known: Option<Gathering>,
    status: StatusCode,
) -> Answer {
    let network = visit.network()?.clone();
    let (looker, typed) = (visit.clone(), form.clone());
    let known_id = known.as_ref().map(|it| it.id);
    let (choices, invited) = visit
        .store()
        .read(move |conn| {
            let choices = fields::choices(conn, &looker, network.id, &typed)?;
            let invited = match known_id {
                Some(id) => records::guests::invited_count(conn, id)?,
                None => 0,
            };
            Ok::<_, Halt>((choices, invited))
        })
        .await?;
    let network = visit.network()?;
    let slug = &network.slug;
    let key = if known.is_some() {
        "gatherings-edit"
    } else {
        "gatherings-plan"
    };
    let mut page = Page::new(visit, visit.say(key))
        .below_record(&network.name, &format!("/{slug}"))
        .below(visit.say("gatherings-list"), &links::list(slug));
    if let Some(it) = &known {
        page = page.below_record(&it.title, &links::gathering(slug, &it.slug));
    }
    let page = page.here();
    let asks = |field: &str| {
        !form.value(field).is_empty() || form.blames().iter().any(|it| it.field == field)
    };
    let (asks_start_fold, asks_end_fold) = (asks("start_fold"), asks("end_fold"));
    let fields = Fields::new(visit, form);
    let guests = who_fields(&page, &fields, "guest", "gatherings-guest-number");
    let (action, cancel) = match &known {
        Some(it) => (
            links::below(slug, &it.slug, "bearbeiten"),
            links::gathering(slug, &it.slug),
        ),
        None => (links::plan(slug), links::list(slug)),
    };
    let tabs = match &known {
        Some(it) => Some(tabs(visit, it, Tab::Facts)?),
        None => None,
    };
    show_as(
        status,
        &FormPage {
            tabs,
            action: visit.href(&action),
            cancel: visit.href(&cancel),
            submit: if known.is_some() {
                "gatherings-save"
            } else {
                "gatherings-plan-submit"
            },
            choices,
            guests,
            asks_start_fold,
            asks_end_fold,
            asks_inform: invited > 0,
            fields,
            page,
        },
    )
}

/// A page below a gathering, with the path that leads to it.
pub(super) fn below(visit: &Visit, it: &Gathering, key: &str) -> Result<Page, Halt> {
    let network = visit.network()?;
    let slug = &network.slug;
    Ok(Page::new(visit, visit.say(key))
        .below_record(&network.name, &format!("/{slug}"))
        .below(visit.say("gatherings-list"), &links::list(slug))
        .below_record(&it.title, &links::gathering(slug, &it.slug))
        .here())
}
