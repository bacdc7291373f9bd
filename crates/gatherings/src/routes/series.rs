//! Series.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Fault, Halt, SeriesId};
use calendar::dates;
use shell::{Answer, Fields, Form, LINE, Page, Problem, TEXT, Visit, go, show_as};

use super::network_slug;
use crate::actions::{self, SeriesInput};
use crate::links;
use crate::pages::series::{Row, SeriesEditPage, SeriesForm, SeriesPage};
use crate::records;
use crate::records::listing::{self, Onlooker};
use crate::rules::{Listed, Series, SeriesKind, State};

pub(super) async fn all(visit: Visit) -> Answer {
    let form = Form::of([("kind", SeriesKind::Recurring.word().to_owned())]);
    all_page(&visit, form, StatusCode::OK).await
}

async fn all_page(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let network = visit.network()?.clone();
    let looker = visit.clone();
    let found = visit
        .store()
        .read(move |conn| {
            let onlooker = Onlooker {
                network: network.id,
                actor: &looker.actor,
            };
            let mut found = Vec::new();
            for series in records::series::series_of(conn, network.id)? {
                let gatherings = listing::of_series(conn, onlooker, series.id)?;
                found.push((series, gatherings));
            }
            Ok::<_, Fault>(found)
        })
        .await?;
    let slug = network_slug(visit)?;
    let rows = found
        .iter()
        .map(|(series, gatherings)| row(visit, &slug, series, gatherings))
        .collect();
    let cancel = visit.href(&links::list(&slug));
    let action = visit.href(&links::series(&slug));
    show_as(
        status,
        &SeriesPage {
            page: page(visit, "gatherings-series-all")?,
            rows,
            form: series_form(visit, form, ("gatherings-series-add", action, cancel)),
        },
    )
}

fn page(visit: &Visit, key: &str) -> Result<Page, Halt> {
    let network = visit.network()?;
    let slug = &network.slug;
    Ok(Page::new(visit, visit.say(key))
        .below_record(&network.name, &format!("/{slug}"))
        .below(visit.say("gatherings-list"), &links::list(slug))
        .here())
}

fn row(visit: &Visit, slug: &str, series: &Series, gatherings: &[Listed]) -> Row {
    let next = gatherings
        .iter()
        .find(|it| it.ends_at > visit.now && it.state != State::Cancelled);
    Row {
        name: series.name.clone(),
        kind: visit.say(series.kind.key()).to_owned(),
        count: gatherings.len(),
        next: next.map_or_else(
            || visit.say("gatherings-series-no-next").to_owned(),
            |it| dates::day_short(it.starts.date(), visit.lang),
        ),
        edit: visit.href(&links::series_edit(slug, series.id)),
    }
}

fn series_form(
    visit: &Visit,
    form: Form,
    (submit, action, cancel): (&'static str, String, String),
) -> SeriesForm {
    SeriesForm {
        fields: Fields::new(visit, form),
        action,
        kinds: SeriesKind::ALL
            .map(|kind| (kind.word().to_owned(), visit.say(kind.key()).to_owned()))
            .to_vec(),
        submit,
        cancel,
    }
}

fn input(form: &mut Form) -> Option<SeriesInput> {
    let name = form.required("name", LINE);
    let about = form.text("about", TEXT);
    let kind = form.choice("kind", SeriesKind::from_word)?;
    (!form.is_blamed()).then_some(SeriesInput { name, about, kind })
}

pub(super) async fn add(visit: Visit, mut form: Form) -> Answer {
    let network = visit.network()?.id;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(input) = input(&mut form) else {
        return all_page(&visit, form, unprocessable).await;
    };
    let act = visit.clone();
    let added = visit
        .store()
        .write(move |conn| {
            actions::add_series(conn, &mut act.moment(), &act.actor, network, &input)
        })
        .await;
    if let Err(halt) = added {
        form.take_refusal(halt)?;
        return all_page(&visit, form, unprocessable).await;
    }
    Ok(go(
        &visit,
        &links::series(&network_slug(&visit)?),
        "series-added",
    ))
}

async fn found(visit: &Visit, typed: &str) -> Result<Series, Problem> {
    let network = visit.network()?.id;
    let id: SeriesId = typed.parse().map_err(|_| Halt::Missing)?;
    let series = visit
        .store()
        .read(move |conn| records::series::series(conn, id))
        .await?
        .filter(|series| series.network == network)
        .ok_or(Halt::Missing)?;
    Ok(series)
}

pub(super) async fn edit(visit: Visit, Path((_, series)): Path<(String, String)>) -> Answer {
    let series = found(&visit, &series).await?;
    let form = Form::of([
        ("name", series.name.clone()),
        ("about", series.about.clone()),
        ("kind", series.kind.word().to_owned()),
    ]);
    edit_page(&visit, series.id, form, StatusCode::OK)
}

fn edit_page(visit: &Visit, id: SeriesId, form: Form, status: StatusCode) -> Answer {
    let slug = network_slug(visit)?;
    let action = visit.href(&links::series_edit(&slug, id));
    let cancel = visit.href(&links::series(&slug));
    show_as(
        status,
        &SeriesEditPage {
            page: page(visit, "gatherings-series-edit")?,
            form: series_form(visit, form, ("gatherings-series-save", action, cancel)),
        },
    )
}

pub(super) async fn save(
    visit: Visit,
    Path((_, series)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let id = found(&visit, &series).await?.id;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(input) = input(&mut form) else {
        return edit_page(&visit, id, form, unprocessable);
    };
    let act = visit.clone();
    let saved = visit
        .store()
        .write(move |conn| actions::change_series(conn, &mut act.moment(), &act.actor, id, &input))
        .await;
    if let Err(halt) = saved {
        form.take_refusal(halt)?;
        return edit_page(&visit, id, form, unprocessable);
    }
    Ok(go(
        &visit,
        &links::series(&network_slug(&visit)?),
        "series-changed",
    ))
}
