//! Work on the agenda.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{AgendaItemId, Blame, Halt};
use calendar::dates;
use jiff::ToSpan;
use shell::{
    Answer, ConfirmPage, Fields, Form, LINE, Marked, Page, Problem, TEXT, Visit, go, show_as,
};

use super::plan::below;
use super::{fields, informs, led, network_slug};
use crate::actions::{self, Inform, ItemInput, Step};
use crate::links;
use crate::pages::agenda::{AgendaPage, Item, ItemForm, ItemPage, News};
use crate::pages::form::who_fields;
use crate::pages::show::Who;
use crate::pages::tabs::{Tab, tabs};
use crate::records;
use crate::rules::{AgendaItem, Gathering, agenda_times};

/// The most minutes of one item: a day.
const MINUTES: i64 = 24 * 60;

type Below = Path<(String, String)>;
type BelowItem = Path<(String, String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let forms = (Form::default(), Form::default());
    agenda_page(&visit, &it, forms, StatusCode::OK).await
}

pub(super) async fn add(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let input = input(&mut form);
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if form.is_blamed() {
        return agenda_page(&visit, &it, (form, Form::default()), unprocessable).await;
    }
    let act = visit.clone();
    let id = it.id;
    let added = visit
        .store()
        .write(move |conn| {
            actions::plan_agenda_item(conn, &mut act.moment(), &act.actor, id, &input)
        })
        .await;
    if let Err(halt) = added {
        form.take_refusal(halt)?;
        return agenda_page(&visit, &it, (form, Form::default()), unprocessable).await;
    }
    back(&visit, &it, "agenda-item-added")
}

fn back(visit: &Visit, it: &Gathering, done: &str) -> Answer {
    let path = links::below(&network_slug(visit)?, &it.slug, "tagesordnung");
    Ok(go(visit, &path, done))
}

fn input(form: &mut Form) -> ItemInput {
    ItemInput {
        title: form.required("title", LINE),
        text: form.text("text", TEXT),
        minutes: form.number("minutes", 1, MINUTES),
        speakers: fields::people(form, "speaker"),
    }
}

pub(super) async fn tell(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let Some(inform) = Inform::from_word(form.value("inform")) else {
        form.blame(Blame::at("inform", "gatherings-fault-inform"));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return agenda_page(&visit, &it, (Form::default(), form), status).await;
    };
    let act = visit.clone();
    let id = it.id;
    visit
        .store()
        .write(move |conn| actions::tell_agenda(conn, &mut act.moment(), &act.actor, id, inform))
        .await?;
    let done = match inform {
        Inform::Tell => "agenda-told",
        Inform::KeepQuiet => "agenda-kept-quiet",
    };
    back(&visit, &it, done)
}

pub(super) async fn place(visit: Visit, Path((_, slug, item)): BelowItem, form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let item = item_id(&item)?;
    let step = Step::from_word(form.value("move")).ok_or(Halt::Missing)?;
    let act = visit.clone();
    let id = it.id;
    let place = visit
        .store()
        .write(move |conn| {
            let (mut moment, subject) = (act.moment(), (id, item));
            actions::move_agenda_item(conn, &mut moment, &act.actor, subject, step)?;
            let agenda = records::agenda::agenda(conn, id)?;
            Ok::<_, Halt>(agenda.iter().find(|it| it.id == item).map(|it| it.position))
        })
        .await?;
    let path = links::below(&network_slug(&visit)?, &it.slug, "tagesordnung");
    let place = place.unwrap_or(1);
    Ok(go(
        &visit,
        &format!("{path}#item-{place}"),
        "agenda-item-moved",
    ))
}

fn item_id(typed: &str) -> Result<AgendaItemId, Halt> {
    typed.parse().map_err(|_| Halt::Missing)
}

async fn found(visit: &Visit, slug: &str, item: &str) -> Result<(Gathering, AgendaItem), Problem> {
    let it = led(visit, slug).await?;
    let id = item_id(item)?;
    let gathering = it.id;
    let item = visit
        .store()
        .read(move |conn| records::agenda::agenda(conn, gathering))
        .await?
        .into_iter()
        .find(|item| item.id == id)
        .ok_or(Halt::Missing)?;
    Ok((it, item))
}

pub(super) async fn item(visit: Visit, Path((_, slug, item)): BelowItem) -> Answer {
    let (it, item) = found(&visit, &slug, &item).await?;
    let mut form = Form::of([
        ("title", item.title.clone()),
        ("text", item.text.clone()),
        (
            "minutes",
            item.minutes.map(|it| it.to_string()).unwrap_or_default(),
        ),
    ]);
    fields::put_people(&mut form, "speaker", &item.speakers);
    item_page(&visit, &it, (item.id, form), StatusCode::OK)
}

pub(super) async fn save(visit: Visit, Path((_, slug, item)): BelowItem, mut form: Form) -> Answer {
    let (it, item) = found(&visit, &slug, &item).await?;
    let input = input(&mut form);
    if form.is_blamed() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return item_page(&visit, &it, (item.id, form), status);
    }
    let act = visit.clone();
    let subject = (it.id, item.id);
    visit
        .store()
        .write(move |conn| {
            let mut moment = act.moment();
            actions::change_agenda_item(conn, &mut moment, &act.actor, subject, &input)
        })
        .await?;
    back(&visit, &it, "agenda-item-changed")
}

fn item_page(
    visit: &Visit,
    it: &Gathering,
    (item, form): (AgendaItemId, Form),
    status: StatusCode,
) -> Answer {
    let slug = network_slug(visit)?;
    let page = below(visit, it, "gatherings-item-edit-title")?;
    let fields = Fields::new(visit, form);
    let action = links::agenda_item(&slug, &it.slug, item, "");
    let cancel = links::below(&slug, &it.slug, "tagesordnung");
    let item = ItemForm {
        speakers: who_fields(&page, &fields, "speaker", "gatherings-speaker-number"),
        action: visit.href(&action),
        submit: "gatherings-item-save",
        cancel: Some(visit.href(&cancel)),
        fields,
    };
    show_as(
        status,
        &ItemPage {
            tabs: tabs(visit, it, Tab::Agenda)?,
            page,
            item,
        },
    )
}

pub(super) async fn ask_remove(visit: Visit, Path((_, slug, item)): BelowItem) -> Answer {
    let (it, item) = found(&visit, &slug, &item).await?;
    let network = network_slug(&visit)?;
    let action = links::agenda_item(&network, &it.slug, item.id, "/entfernung");
    let cancel = links::below(&network, &it.slug, "tagesordnung");
    shell::show(&ConfirmPage {
        page: below(&visit, &it, "gatherings-item-remove-title")?,
        question: visit.tell_marked(
            "gatherings-item-remove-question",
            &[("title", shell::record(&item.title))],
        ),
        consequences: vec![Marked::own(visit.say("gatherings-item-remove-consequence"))],
        action: visit.href(&action),
        confirm_label: visit.say("gatherings-item-remove-submit").to_owned(),
        cancel_href: visit.href(&cancel),
        danger: true,
    })
}

pub(super) async fn remove(visit: Visit, Path((_, slug, item)): BelowItem) -> Answer {
    let (it, item) = found(&visit, &slug, &item).await?;
    let act = visit.clone();
    let subject = (it.id, item.id);
    visit
        .store()
        .write(move |conn| {
            actions::remove_agenda_item(conn, &mut act.moment(), &act.actor, subject)
        })
        .await?;
    back(&visit, &it, "agenda-item-removed")
}

async fn agenda_page(
    visit: &Visit,
    it: &Gathering,
    (new_item, news): (Form, Form),
    status: StatusCode,
) -> Answer {
    let id = it.id;
    let (agenda, pending) = visit
        .store()
        .read(move |conn| {
            let agenda = records::agenda::agenda(conn, id)?;
            Ok::<_, Halt>((agenda, actions::pending_agenda(conn, id)?))
        })
        .await?;
    let slug = network_slug(visit)?;
    let page = below(visit, it, "gatherings-agenda")?;
    let action = visit.href(&links::below(&slug, &it.slug, "tagesordnung"));
    let item = item_form(visit, &page, new_item, action.clone());
    let news = pending.map(|_| News {
        fields: Fields::new(visit, news),
        action: format!("{action}/mitteilung"),
        informs: informs(visit),
    });
    show_as(
        status,
        &AgendaPage {
            tabs: tabs(visit, it, Tab::Agenda)?,
            items: items(visit, it, &agenda, &slug),
            overrun: overrun(visit, it, &agenda),
            news,
            item,
            page,
        },
    )
}

fn item_form(visit: &Visit, page: &Page, form: Form, action: String) -> ItemForm {
    let fields = Fields::new(visit, form);
    ItemForm {
        speakers: who_fields(page, &fields, "speaker", "gatherings-speaker-number"),
        action,
        submit: "gatherings-item-add",
        cancel: None,
        fields,
    }
}

fn items(visit: &Visit, it: &Gathering, agenda: &[AgendaItem], slug: &str) -> Vec<Item> {
    agenda_times(it, agenda)
        .into_iter()
        .zip(agenda)
        .enumerate()
        .map(|(before, (time, item))| {
            let time = time.map(|time| dates::time(time, visit.lang));
            let minutes = item
                .minutes
                .map(|it| visit.tell("gatherings-minutes", &[("count", it.into())]));
            let meta: Vec<String> = [time, minutes].into_iter().flatten().collect();
            let at = |rest: &str| visit.href(&links::agenda_item(slug, &it.slug, item.id, rest));
            Item {
                number: item.position,
                title: item.title.clone(),
                text: item.text.clone(),
                meta: meta.join(" · "),
                speakers: item
                    .speakers
                    .iter()
                    .map(|speaker| Who::new(visit, speaker))
                    .collect(),
                place: at("/platz"),
                edit: at(""),
                removal: at("/entfernung"),
                is_first: before == 0,
                is_last: before + 1 == agenda.len(),
            }
        })
        .collect()
}

/// A warning where the planned minutes reach beyond the end.
fn overrun(visit: &Visit, it: &Gathering, agenda: &[AgendaItem]) -> Option<String> {
    let planned: i64 = agenda.iter().filter_map(|item| item.minutes).sum();
    let ends = it.starts.checked_add(planned.minutes()).ok()?;
    (ends > it.ends).then(|| {
        visit.tell(
            "gatherings-agenda-overrun",
            &[
                ("planned", dates::time(ends.time(), visit.lang).into()),
                ("end", dates::time(it.ends.time(), visit.lang).into()),
            ],
        )
    })
}
