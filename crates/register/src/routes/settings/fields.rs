//! Fields of a network's own: the list, entering, changing, closing.

use axum::extract::Path;
use base::access::Right;
use base::{CustomFieldId, Halt};
use shell::{
    Answer, Fields, Form, LINE, Marked, Page, Routes, Visit, go, query_value, show, show_as,
};

use super::super::{act, act_at_once, here, id, path};
use crate::fields::acts::{self, FieldInput};
use crate::fields::{self, CustomField, RecordKind, ValueKind};
use crate::links;
use crate::pages::{self, CustomFieldForm, CustomFieldsPage, CustomGroup, CustomLine};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::FIELDS, Right::RunOffice, look);
    routes.get(links::FIELD_NEW, Right::RunOffice, ask_new);
    routes.post(links::FIELD_NEW, Right::RunOffice, add);
    routes.get(links::FIELD_EDIT, Right::RunOffice, ask_change);
    routes.post(links::FIELD_EDIT, Right::RunOffice, change);
    routes.post(links::FIELD_CLOSE, Right::RunOffice, close);
    routes.post(links::FIELD_REOPEN, Right::RunOffice, reopen);
}

async fn look(visit: Visit) -> Answer {
    let (network, slug) = here(&visit)?;
    let (all, journal) = visit
        .store()
        .read(move |conn| {
            let mut all = Vec::new();
            for it in fields::every(conn, network)? {
                let filled = fields::filled_count(conn, it.id)?;
                all.push((it, filled));
            }
            Ok::<_, Halt>((all, conn.journal_of(network)?))
        })
        .await?;
    let mut journal = journal;
    journal.retain(|it| it.verb.starts_with("register-field-"));
    let new = visit.href(&links::of(links::FIELD_NEW, &slug));
    let group = |kind: RecordKind| CustomGroup {
        heading: visit
            .say(&format!("register-fields-of-{}", kind.word()))
            .to_owned(),
        new_href: format!("{new}?fuer={}", kind.word()),
        lines: all
            .iter()
            .filter(|(it, _)| it.record_kind == kind)
            .map(|(it, filled)| line(&visit, it, *filled))
            .collect(),
    };
    show(&CustomFieldsPage {
        page: Page::new(&visit, visit.say("register-fields")),
        tabs: pages::settings_tabs(&visit, &slug, links::FIELDS),
        groups: RecordKind::ALL.into_iter().map(group).collect(),
        journal: pages::journal(&visit, journal),
    })
}

fn line(visit: &Visit, it: &CustomField, filled: i64) -> CustomLine {
    let href = |address| visit.href(&path(visit, address, it.id));
    let marks = [
        (it.required, "register-field-required-mark"),
        (it.internal, "register-field-internal-mark"),
        (it.ended, "register-field-closed-mark"),
    ];
    let marks = marks.into_iter().filter(|(holds, _)| *holds);
    CustomLine {
        label: Marked::record(visit.content_lang(), &it.label),
        kind: visit
            .say(&format!("register-field-{}", it.value_kind.word()))
            .to_owned(),
        marks: marks.map(|(_, key)| visit.say(key).to_owned()).collect(),
        filled,
        edit_href: href(links::FIELD_EDIT),
        close_href: (!it.ended).then(|| href(links::FIELD_CLOSE)),
        reopen_href: it.ended.then(|| href(links::FIELD_REOPEN)),
    }
}

async fn ask_new(visit: Visit) -> Answer {
    let kind = query_value(&visit.query, "fuer").unwrap_or_default();
    let kind = RecordKind::from_word(&kind).unwrap_or(RecordKind::Organisation);
    // What an office asks about people is not for everybody, unless the office says so.
    let seen = if kind == RecordKind::Person {
        "internal"
    } else {
        "public"
    };
    let form = Form::of([
        ("record_kind", kind.word().to_owned()),
        ("value_kind", ValueKind::Text.word().to_owned()),
        ("seen", seen.to_owned()),
    ]);
    field_form(&visit, None, form)
}

fn field_form(visit: &Visit, known: Option<&CustomField>, form: Form) -> Answer {
    let (_, slug) = here(visit)?;
    let list = links::of(links::FIELDS, &slug);
    let page = match known {
        Some(it) => Page::of_record(visit, it.label.clone()),
        None => Page::new(visit, visit.say("register-field-new")),
    };
    let action = match known {
        Some(it) => path(visit, links::FIELD_EDIT, it.id),
        None => links::of(links::FIELD_NEW, &slug),
    };
    let said = |key: String| visit.say(&key).to_owned();
    let record_kinds = RecordKind::ALL.map(|it| {
        let label = said(format!("register-fields-of-{}", it.word()));
        (it.word().to_owned(), label)
    });
    let value_kinds = ValueKind::ALL.map(|it| {
        let label = said(format!("register-field-{}", it.word()));
        (it.word().to_owned(), label)
    });
    let seen = ["public", "internal"].map(|it| {
        let label = said(format!("register-field-{it}"));
        (it.to_owned(), label)
    });
    let status = form.status();
    let page = CustomFieldForm {
        page: page.below(visit.say("register-fields"), &list).here(),
        action: visit.href(&action),
        save: "register-field-save",
        cancel_href: visit.href(&list),
        is_new: known.is_none(),
        has_choices: known.is_none_or(|it| it.value_kind == ValueKind::Choice),
        record_kinds: record_kinds.to_vec(),
        value_kinds: value_kinds.to_vec(),
        seen: seen.to_vec(),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

fn read(form: &mut Form) -> FieldInput {
    let choices = form.text("choices", 4000);
    let mut lines: Vec<String> = Vec::new();
    for line in choices.lines().map(str::trim) {
        if !line.is_empty() && !lines.iter().any(|it| it == line) {
            lines.push(line.chars().take(100).collect());
        }
    }
    let seen = form.choice("seen", |word| match word {
        "public" => Some(false),
        "internal" => Some(true),
        _ => None,
    });
    FieldInput {
        label: form.required("label", 100),
        label_en: form.line("label_en", 100),
        help: form.line("help", LINE),
        help_en: form.line("help_en", LINE),
        choices: lines,
        place: form.number("place", 1, 100),
        required: form.has("required"),
        internal: seen.unwrap_or(true),
    }
}

async fn add(visit: Visit, mut form: Form) -> Answer {
    let (network, slug) = here(&visit)?;
    let record_kind = form.choice("record_kind", RecordKind::from_word);
    let value_kind = form.choice("value_kind", ValueKind::from_word);
    let input = read(&mut form);
    let done = act(&visit, &mut form, move |conn, moment, who| {
        let (Some(record_kind), Some(value_kind)) = (record_kind, value_kind) else {
            return Err(Halt::Missing);
        };
        let at = (network, record_kind, value_kind);
        acts::add_field(conn, moment, who, at, &input)
    });
    match done.await? {
        Some(_) => {
            let list = links::of(links::FIELDS, &slug);
            Ok(go(&visit, &list, "register-field-added"))
        }
        None => field_form(&visit, None, form),
    }
}

async fn found(visit: &Visit, text: &str) -> Result<CustomField, Halt> {
    let (network, _) = here(visit)?;
    let field: CustomFieldId = id(text)?;
    visit
        .store()
        .read(move |conn| acts::field_in(conn, network, field))
        .await
}

async fn ask_change(visit: Visit, Path((_, field)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &field).await?;
    let seen = if it.internal { "internal" } else { "public" };
    let mut form = Form::of([
        ("label", it.label.clone()),
        ("label_en", it.label_en.clone()),
        ("help", it.help.clone()),
        ("help_en", it.help_en.clone()),
        ("choices", it.choices.join("\n")),
        ("place", it.place.to_string()),
        ("seen", seen.to_owned()),
    ]);
    if it.required {
        form.put("required", "true");
    }
    field_form(&visit, Some(&it), form)
}

async fn change(visit: Visit, Path((_, field)): Path<(String, String)>, mut form: Form) -> Answer {
    let it = found(&visit, &field).await?;
    let (network, slug) = here(&visit)?;
    let input = read(&mut form);
    let at = (network, it.id);
    let done = act(&visit, &mut form, move |conn, moment, who| {
        acts::change_field(conn, moment, who, at, &input)
    });
    match done.await? {
        Some(()) => {
            let list = links::of(links::FIELDS, &slug);
            Ok(go(&visit, &list, "register-field-changed"))
        }
        None => field_form(&visit, Some(&it), form),
    }
}

async fn close(visit: Visit, Path((_, field)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &field, true).await
}

async fn reopen(visit: Visit, Path((_, field)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &field, false).await
}

async fn set_closed(visit: &Visit, field: &str, closed: bool) -> Answer {
    let (network, slug) = here(visit)?;
    let field: CustomFieldId = id(field)?;
    act_at_once(visit, move |conn, moment, who| {
        acts::close_field(conn, moment, who, (network, field), closed)
    })
    .await?;
    let done = if closed {
        "register-field-closed"
    } else {
        "register-field-reopened"
    };
    Ok(go(visit, &links::of(links::FIELDS, &slug), done))
}
