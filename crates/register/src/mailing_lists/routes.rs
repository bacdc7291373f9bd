//! Mailing lists over HTTP: all, one, making with preview, changing, ending.

use axum::extract::Path;
use base::access::Right;
use base::{Blame, Halt, MailingListId};
use shell::{Answer, Fields, Form, LINE, Page, Pages, Routes, TEXT, Visit, go, show, show_as};

use super::actions::{self, MailingListInput};
use super::names::Names;
use super::pages::{self, ListForm, ListLine, ListPage, ListsPage, Reached};
use super::records;
use super::rules::{self, MailingList, Wanted};
use crate::fields::{self, Custom, CustomField, ValueKind};
use crate::profile::FieldOfWork;
use crate::routes::{self, path};
use crate::types::MembershipKind;
use crate::{links, regions};

pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::MAILING_LISTS, Right::RunOffice, all);
    routes.get(links::MAILING_LIST_NEW, Right::RunOffice, ask_new);
    routes.post(links::MAILING_LIST_NEW, Right::RunOffice, add);
    routes.get(links::MAILING_LIST, Right::RunOffice, look);
    routes.get(links::MAILING_LIST_EDIT, Right::RunOffice, ask_change);
    routes.post(links::MAILING_LIST_EDIT, Right::RunOffice, change);
    routes.post(links::MAILING_LIST_CLOSE, Right::RunOffice, close);
    routes.post(links::MAILING_LIST_REOPEN, Right::RunOffice, reopen);
}

type Below = Path<(String, String)>;

/// How many people one page shows, and a preview.
const SHOWN: usize = 50;
const ON_A_PAGE: i64 = 50;

async fn all(visit: Visit) -> Answer {
    let (network, slug) = routes::here(&visit)?;
    let today = visit.today();
    let (lists, names) = visit
        .store()
        .read(move |conn| {
            let mut lists = Vec::new();
            for list in records::every_list_of(conn, network)? {
                let people = records::people(conn, (network, today), &list.wanted, None)?;
                lists.push((list, people.len()));
            }
            let filters: Vec<&Wanted> = lists.iter().map(|(it, _)| &it.wanted).collect();
            let names = Names::read(conn, network, &filters)?;
            Ok::<_, Halt>((lists, names))
        })
        .await?;
    let lines = lists.into_iter().map(|(list, count)| ListLine {
        href: visit.href(&path(&visit, links::MAILING_LIST, list.id)),
        words: pages::in_words(&visit, &list.wanted, &names),
        count: if list.ended { 0 } else { count },
        ended: list.ended,
        name: list.name,
    });
    show(&ListsPage {
        page: below_groups(
            &visit,
            Page::new(&visit, visit.say("register-lists")),
            &slug,
        )
        .here(),
        new_href: visit.href(&links::of(links::MAILING_LIST_NEW, &slug)),
        lines: lines.collect(),
    })
}

fn below_groups(visit: &Visit, page: Page, slug: &str) -> Page {
    page.below(
        visit.say("register-groups"),
        &links::of(links::GROUPS, slug),
    )
}

fn below_lists(visit: &Visit, page: Page, slug: &str) -> Page {
    let path = links::of(links::MAILING_LISTS, slug);
    below_groups(visit, page, slug).below(visit.say("register-lists"), &path)
}

async fn found(visit: &Visit, list: &str) -> Result<MailingList, Halt> {
    let (network, _) = routes::here(visit)?;
    let list: MailingListId = routes::id(list)?;
    visit
        .store()
        .read(move |conn| actions::list_in(conn, network, list))
        .await
}

async fn look(visit: Visit, Path((_, list)): Below) -> Answer {
    let list = found(&visit, &list).await?;
    let (network, slug) = routes::here(&visit)?;
    let (today, wanted, id) = (visit.today(), list.wanted.clone(), list.id);
    let (people, names, journal) = visit
        .store()
        .read(move |conn| {
            Ok::<_, Halt>((
                records::people(conn, (network, today), &wanted, None)?,
                Names::read(conn, network, &[&wanted])?,
                conn.journal_of(id)?,
            ))
        })
        .await?;
    let href = |address| visit.href(&path(&visit, address, list.id));
    let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
    let pages = Pages::of(&visit, count, ON_A_PAGE);
    let before = usize::try_from(pages.before()).unwrap_or(usize::MAX);
    let shown = people.iter().skip(before).take(SHOWN);
    show(&ListPage {
        page: below_lists(&visit, Page::of_record(&visit, list.name.clone()), &slug).here(),
        words: pages::in_words(&visit, &list.wanted, &names),
        people: shown.map(|it| Reached::of(&visit, it)).collect(),
        count: people.len(),
        pages,
        edit: href(links::MAILING_LIST_EDIT),
        close: href(links::MAILING_LIST_CLOSE),
        reopen: href(links::MAILING_LIST_REOPEN),
        journal: crate::pages::journal(&visit, journal),
        list,
    })
}

/// The network's own fields that filters ask for: days and numbers are seldom the same.
fn asked(fields: Vec<CustomField>) -> Vec<CustomField> {
    let kinds = [ValueKind::Text, ValueKind::Choice, ValueKind::YesNo];
    let open = fields.into_iter().filter(|it| !it.ended);
    open.filter(|it| kinds.contains(&it.value_kind))
        .map(|it| CustomField {
            required: false,
            help: String::new(),
            help_en: String::new(),
            ..it
        })
        .collect()
}

/// What the form says; the words for a region are looked up.
async fn read(visit: &Visit, form: &mut Form) -> Result<MailingListInput, Halt> {
    let (network, _) = routes::here(visit)?;
    let typed = form.line("region", LINE);
    let asked_for = typed.clone();
    let (hits, own) = visit
        .store()
        .read(move |conn| {
            let hits = if asked_for.is_empty() {
                Vec::new()
            } else {
                regions::meant(conn, &asked_for)?
            };
            Ok::<_, Halt>((hits, asked(fields::every(conn, network)?)))
        })
        .await?;
    let region = match hits.as_slice() {
        [one] => one.ags.clone(),
        [] if typed.is_empty() => String::new(),
        hits => {
            let key = if hits.is_empty() {
                "register-fault-region-none"
            } else {
                "register-fault-region-several"
            };
            form.forget(HIT);
            for hit in hits {
                form.put(HIT, hit.label.clone());
            }
            form.blame(Blame::at("region", key).with("words", typed));
            String::new()
        }
    };
    let own = fields::typed(form, &own);
    let contact = |word: &str| match word {
        "" => Some(None),
        "yes" => Some(Some(true)),
        "no" => Some(Some(false)),
        _ => None,
    };
    let kind = |word: &str| {
        (word.is_empty() || MembershipKind::from_word(word).is_some()).then(|| word.to_owned())
    };
    let works = form.values("works").iter();
    Ok(MailingListInput {
        wanted: Wanted {
            region,
            works: works.filter_map(|id| id.parse().ok()).collect(),
            own: own
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .collect(),
            functions: rules::words(&form.line("functions", LINE)),
            contact: form.choice("contact", contact).flatten(),
            kind: form.choice("kind", kind).unwrap_or_default(),
            town: form.line("town", LINE),
            group: form.id("group"),
        },
        name: form.required("name", LINE),
        about: form.text("about", TEXT),
    })
}

/// The field that holds what the words for a region may mean.
const HIT: &str = "region-hit";

fn typed(list: &MailingList, names: &Names) -> Form {
    let wanted = &list.wanted;
    let contact = wanted
        .contact
        .map_or("", |it| if it { "yes" } else { "no" });
    let mut form = Form::of([
        ("name", list.name.clone()),
        ("about", list.about.clone()),
        ("functions", wanted.functions.join(", ")),
        ("contact", contact.to_owned()),
        ("kind", wanted.kind.clone()),
        ("town", wanted.town.clone()),
        ("region", names.region(wanted).to_owned()),
        (
            "group",
            wanted.group.map(|it| it.to_string()).unwrap_or_default(),
        ),
    ]);
    for work in &wanted.works {
        form.put("works", work.to_string());
    }
    fields::put(&mut form, &names.fields, &wanted.own);
    form
}

async fn ask_new(visit: Visit) -> Answer {
    let form = Form::of([("kind", MembershipKind::Member.word().to_owned())]);
    list_form(&visit, None, form, None).await
}

async fn ask_change(visit: Visit, Path((_, list)): Below) -> Answer {
    let list = found(&visit, &list).await?;
    let (network, wanted) = (list.network, list.wanted.clone());
    let names = visit
        .store()
        .read(move |conn| Names::read(conn, network, &[&wanted]))
        .await?;
    let form = typed(&list, &names);
    list_form(&visit, Some(&list), form, None).await
}

/// The first of some people, and how many there are.
type Previewed = (Vec<Reached>, usize);

/// Whom the list would reach as typed; nothing where something is wrong with it.
async fn preview(visit: &Visit, form: &mut Form) -> Result<Option<Previewed>, Halt> {
    let (network, _) = routes::here(visit)?;
    let (input, today) = (read(visit, form).await?, visit.today());
    if form.is_blamed() {
        return Ok(None);
    }
    let people = visit
        .store()
        .read(move |conn| {
            actions::check(conn, network, &input)?;
            Ok::<_, Halt>(records::people(
                conn,
                (network, today),
                &input.wanted,
                None,
            )?)
        })
        .await;
    match people {
        Ok(people) => {
            let first = people.iter().take(SHOWN);
            let first = first.map(|it| Reached::of(visit, it)).collect();
            Ok(Some((first, people.len())))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            Ok(None)
        }
    }
}

/// The fields of work to choose from, and those that were chosen when there were more.
fn offered_works(works: Vec<FieldOfWork>, form: &Form) -> Vec<(String, String)> {
    let chosen = form.values("works");
    works
        .into_iter()
        .map(|it| (it.id.to_string(), it.name, it.ended))
        .filter(|(id, _, ended)| !ended || chosen.contains(id))
        .map(|(id, name, _)| (id, name))
        .collect()
}

async fn list_form(
    visit: &Visit,
    list: Option<&MailingList>,
    form: Form,
    preview: Option<Previewed>,
) -> Answer {
    let (network, slug) = routes::here(visit)?;
    let names = visit
        .store()
        .read(move |conn| Names::read(conn, network, &[]))
        .await?;
    let own = asked(names.fields);
    let has = |it: &CustomField| {
        let name = it.name();
        !form.value(&name).is_empty() || form.blames().iter().any(|blame| blame.field == name)
    };
    let own_open = own.iter().any(has);
    let custom = Custom::new(visit, own);
    let title = if list.is_some() {
        "register-list-edit"
    } else {
        "register-list-new"
    };
    let page = below_lists(visit, Page::new(visit, visit.say(title)), &slug);
    let (page, action, back) = match list {
        Some(list) => {
            let record = path(visit, links::MAILING_LIST, list.id);
            let action = path(visit, links::MAILING_LIST_EDIT, list.id);
            (
                page.below_record(list.name.clone(), &record),
                action,
                record,
            )
        }
        None => (
            page,
            links::of(links::MAILING_LIST_NEW, &slug),
            links::of(links::MAILING_LISTS, &slug),
        ),
    };
    let choice = |(word, key): (&str, &str)| (word.to_owned(), visit.say(key).to_owned());
    let mut kinds = vec![choice(("", "register-list-any-kind"))];
    kinds.extend(crate::pages::kinds(visit));
    let mut choices = vec![choice(("", "register-list-any-group"))];
    let groups = names.groups.into_iter();
    choices.extend(groups.map(|it| (it.id.to_string(), it.name)));
    let works = offered_works(names.works, &form);
    let status = form.status();
    let hits = form.values(HIT).to_vec();
    let fields = Fields::new(visit, form);
    let page = ListForm {
        own: custom.asked(&fields),
        own_open,
        works,
        hits,
        page: page.here(),
        action: visit.href(&action),
        cancel_href: visit.href(&back),
        contacts: [
            ("", "register-list-any-contact"),
            ("yes", "register-list-contacts"),
            ("no", "register-list-no-contacts"),
        ]
        .map(choice)
        .to_vec(),
        kinds,
        groups: choices,
        preview,
        fields,
    };
    show_as(status, &page)
}

async fn add(visit: Visit, mut form: Form) -> Answer {
    if form.has("preview") {
        let preview = preview(&visit, &mut form).await?;
        return list_form(&visit, None, form, preview).await;
    }
    let (network, _) = routes::here(&visit)?;
    let input = read(&visit, &mut form).await?;
    let done = routes::act(&visit, &mut form, move |conn, moment, who| {
        actions::add_mailing_list(conn, moment, who, network, &input)
    });
    match done.await? {
        Some(list) => {
            let path = path(&visit, links::MAILING_LIST, list);
            Ok(go(&visit, &path, "register-list-added"))
        }
        None => list_form(&visit, None, form, None).await,
    }
}

async fn change(visit: Visit, Path((_, list)): Below, mut form: Form) -> Answer {
    let list = found(&visit, &list).await?;
    if form.has("preview") {
        let preview = preview(&visit, &mut form).await?;
        return list_form(&visit, Some(&list), form, preview).await;
    }
    let at = (list.network, list.id);
    let input = read(&visit, &mut form).await?;
    let done = routes::act(&visit, &mut form, move |conn, moment, who| {
        actions::change_mailing_list(conn, moment, who, at, &input)
    });
    match done.await? {
        Some(()) => {
            let path = path(&visit, links::MAILING_LIST, list.id);
            Ok(go(&visit, &path, "register-list-changed"))
        }
        None => list_form(&visit, Some(&list), form, None).await,
    }
}

async fn close(visit: Visit, Path((_, list)): Below) -> Answer {
    set_closed(&visit, &list, true).await
}

async fn reopen(visit: Visit, Path((_, list)): Below) -> Answer {
    set_closed(&visit, &list, false).await
}

async fn set_closed(visit: &Visit, list: &str, closed: bool) -> Answer {
    let (network, _) = routes::here(visit)?;
    let list: MailingListId = routes::id(list)?;
    routes::act_at_once(visit, move |conn, moment, who| {
        actions::close_mailing_list(conn, moment, who, (network, list), closed)
    })
    .await?;
    let done = if closed {
        "register-list-closed"
    } else {
        "register-list-reopened"
    };
    Ok(go(visit, &path(visit, links::MAILING_LIST, list), done))
}
