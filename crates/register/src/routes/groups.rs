//! Groups: the list, the record, entering, changing, ending.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use base::access::Right;
use base::{GroupId, Halt};
use jiff::civil::Date;
use shell::{
    Answer, Fields, Form, LINE, Link, Marked, Page, Pages, Place, Problem, Routes, TEXT, Visit, go,
    query_value, record as record_words, show, show_as,
};
use store::{Conn, Noted};

use super::{Closing, path};
use crate::actions::{self, GroupInput};
use crate::pages::{self, Ending, GroupForm, GroupLine, GroupLinks, GroupPage, GroupsPage, Tie};
use crate::records::slugs;
use crate::types::{Group, GroupMember, Party};
use crate::{links, records, rules};

const ENDING: Ending = Ending {
    end: links::GROUP_LEAVE,
    resume: links::GROUP_REJOIN,
};

/// The words about closing a group.
const CLOSING: Closing = Closing {
    question: "register-group-close-question",
    consequence: "register-group-close-consequence",
    label: "register-group-close",
    closed: "register-group-closed",
    reopened: "register-group-reopened",
};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::GROUPS, Right::ReadAsMember, list);
    routes.get(links::GROUP_NEW, Right::RunOffice, ask_new);
    routes.post(links::GROUP_NEW, Right::RunOffice, add);
    routes.get(links::GROUP, Right::ReadAsMember, look);
    routes.get(links::GROUP_EDIT, Right::RunOffice, ask_change);
    routes.post(links::GROUP_EDIT, Right::RunOffice, change);
    routes.get(links::GROUP_CLOSE, Right::RunOffice, ask_close);
    routes.post(links::GROUP_CLOSE, Right::RunOffice, close);
    routes.post(links::GROUP_REOPEN, Right::RunOffice, reopen);
}

/// The groups of a person or an organisation; ended ones are marked.
pub(super) fn of_record(visit: &Visit, groups: &[(GroupMember, Group)]) -> Vec<Tie> {
    groups
        .iter()
        .map(|(member, group)| {
            let tie = Tie {
                title: Marked::record(visit.content_lang(), &group.name),
                href: Some(visit.href(&path(visit, links::GROUP, &group.slug))),
                words: Marked::record(visit.content_lang(), &member.title),
                mark: member
                    .leader
                    .then(|| visit.say("register-leader").to_owned()),
                ..Tie::default()
            };
            tie.with_term(visit, member.term, ENDING, member.id)
        })
        .collect()
}

async fn list(visit: Visit) -> Answer {
    let (network, slug) = super::here(&visit)?;
    let today = visit.today();
    let is_office = visit.may_here(Right::RunOffice);
    let remembered = visit.remembered();
    let groups = visit
        .store()
        .read(move |conn| {
            let mut groups = Vec::new();
            for group in records::every_group_of(conn, network)? {
                if is_office || !group.ended {
                    let known = remembered.once(format!("group {} {today}", group.id), || {
                        let count = records::count_members(conn, group.id, (today, false))?;
                        let leaders = records::leaders_of(conn, group.id, today)?;
                        let leaders = leaders.into_iter().map(|it| it.name);
                        Ok((count, leaders.collect::<Vec<_>>().join(", ")))
                    })?;
                    groups.push((group, known));
                }
            }
            Ok::<_, Halt>(groups)
        })
        .await?;
    let tree = rules::as_tree(groups, |(group, _)| (group.id, group.parent));
    let mut lines: Vec<GroupLine> = Vec::new();
    for (depth, (group, known)) in tree {
        let (count, leaders) = (known.0, known.1.clone());
        if let Some(before) = lines.last_mut() {
            before.opens = depth > before.depth;
            before.closes = before.depth.saturating_sub(depth);
        }
        lines.push(GroupLine {
            href: visit.href(&path(&visit, links::GROUP, &group.slug)),
            name: group.name,
            count,
            leaders,
            ended: group.ended,
            depth,
            opens: false,
            closes: depth,
        });
    }
    let page = GroupsPage {
        page: Page::new(&visit, visit.say("register-groups")),
        new_href: is_office.then(|| visit.href(&links::of(links::GROUP_NEW, &slug))),
        lists_href: is_office.then(|| visit.href(&links::of(links::MAILING_LISTS, &slug))),
        lines,
    };
    show(&page)
}

struct Record {
    group: Group,
    members: Vec<GroupMember>,
    around: Around,
    former: Vec<GroupMember>,
    pages: Pages,
    journal: Vec<Noted>,
    panels: Vec<String>,
}

/// How many members one page shows.
const ON_A_PAGE: i64 = 40;
/// How many former members a page shows.
const FORMER: i64 = 200;

/// What stands above and below a group, and who leads it from above.
#[derive(Default)]
struct Around {
    above: Option<Group>,
    below: Vec<Group>,
    leaders: Vec<(GroupMember, String)>,
}

/// A group's place among the others; leaders of a group above lead the groups below it.
fn around(conn: &mut Conn<'_>, group: &Group, today: Date) -> Result<Around, Halt> {
    let all = records::groups_of(conn, group.network)?;
    let mut found = Around {
        above: all.iter().find(|it| Some(it.id) == group.parent).cloned(),
        below: all
            .iter()
            .filter(|it| it.parent == Some(group.id))
            .cloned()
            .collect(),
        leaders: Vec::new(),
    };
    let mut above = found.above.as_ref();
    let mut steps = all.len();
    while let Some(it) = above.filter(|_| steps > 0) {
        let leaders = records::leaders_of(conn, it.id, today)?.into_iter();
        found
            .leaders
            .extend(leaders.map(|leader| (leader, it.name.clone())));
        above = all.iter().find(|other| Some(other.id) == it.parent);
        steps -= 1;
    }
    Ok(found)
}

/// A group of this network by its path segment.
pub(super) async fn found(visit: &Visit, slug: &str) -> Result<Group, Halt> {
    let (network, _) = super::here(visit)?;
    if !rules::is_slug(slug) {
        return Err(Halt::Missing);
    }
    let slug = slug.to_owned();
    visit
        .store()
        .read(move |conn| records::group_by_slug(conn, network, &slug)?.ok_or(Halt::Missing))
        .await
}

async fn look(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let reads_journal = visit.may_here(Right::ReadJournal);
    let is_office = visit.may_here(Right::RunOffice);
    let group = match found(&visit, &slug).await {
        Err(Halt::Missing) => return moved(&visit, slug).await,
        group => group?,
    };
    let (today, inner) = (visit.today(), visit.clone());
    let record = visit
        .store()
        .read(move |conn| {
            let which = (today, is_office);
            let count = records::count_members(conn, group.id, which)?;
            let pages = Pages::of(&inner, count, ON_A_PAGE);
            let part = (pages.each, pages.before());
            Ok::<_, Halt>(Record {
                around: around(conn, &group, today)?,
                members: records::listed_members(conn, group.id, which, part)?,
                former: if is_office {
                    records::former_members(conn, group.id, (today, FORMER))?
                } else {
                    Vec::new()
                },
                pages,
                journal: if reads_journal {
                    conn.journal_of(group.id)?
                } else {
                    Vec::new()
                },
                panels: shell::panels(conn, &inner, Place::Group(group.id))?,
                group,
            })
        })
        .await?;
    let (_, network) = super::here(&visit)?;
    let group = record.group;
    let page = Page::of_record(&visit, group.name.clone())
        .below(
            visit.say("register-groups"),
            &links::of(links::GROUPS, &network),
        )
        .here();
    let link = |it: Group| {
        let href = visit.href(&path(&visit, links::GROUP, &it.slug));
        Link::new(it.name, href)
    };
    show(&GroupPage {
        page,
        above: record.around.above.map(link),
        below: record.around.below.into_iter().map(link).collect(),
        leaders: record
            .around
            .leaders
            .into_iter()
            .map(|it| leader_above(&visit, it))
            .collect(),
        about: paragraphs(&group.about),
        members: record.members.iter().map(|it| tie(&visit, it)).collect(),
        former: record.former.iter().map(|it| tie(&visit, it)).collect(),
        pages: record.pages,
        journal: pages::journal(&visit, record.journal),
        panels: record.panels,
        is_office,
        links: group_links(&visit, (&network, &group)),
        group,
    })
}

/// Somebody who leads a group by leading one above it.
fn leader_above(visit: &Visit, (member, above): (GroupMember, String)) -> Tie {
    let tie = tie(visit, &member);
    Tie {
        title: tie.title,
        href: tie.href,
        words: visit.tell_marked("register-leads-from", &[("group", record_words(above))]),
        ..Tie::default()
    }
}

fn group_links(visit: &Visit, (network, group): (&str, &Group)) -> GroupLinks {
    let href = |address| visit.href(&path(visit, address, &group.slug));
    GroupLinks {
        edit: href(links::GROUP_EDIT),
        close: href(links::GROUP_CLOSE),
        reopen: href(links::GROUP_REOPEN),
        join: href(links::GROUP_JOIN),
        subgroup: format!(
            "{}?teil-von={}",
            visit.href(&links::of(links::GROUP_NEW, network)),
            group.id
        ),
    }
}

/// A group that was renamed, or became one with another, sends readers of its old address on;
/// so does one that is named by its id.
async fn moved(visit: &Visit, slug: String) -> Answer {
    let (network, _) = super::here(visit)?;
    if !rules::is_slug(&slug) {
        return Err(Halt::Missing.into());
    }
    let group = visit
        .store()
        .read(move |conn| {
            let old = slugs::old_slug(conn, network, actions::SLUG_KIND, &slug)?;
            let id = old.map(GroupId::from).or_else(|| slug.parse().ok());
            actions::group_in(conn, network, id.ok_or(Halt::Missing)?)
        })
        .await?;
    // Two groups that became one may be parted again.
    let target = visit.href(&path(visit, links::GROUP, &group.slug));
    Ok::<_, Problem>(Redirect::temporary(&target).into_response())
}

fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

fn tie(visit: &Visit, member: &GroupMember) -> Tie {
    let href = match member.party {
        Party::Person(person) => path(visit, links::PERSON, person),
        Party::Organisation(organisation) => path(visit, links::ORGANISATION, organisation),
    };
    let tie = Tie {
        title: Marked::record(visit.content_lang(), &member.name),
        href: Some(visit.href(&href)),
        words: Marked::record(visit.content_lang(), &member.title),
        mark: member
            .leader
            .then(|| visit.say("register-leader").to_owned()),
        ..Tie::default()
    };
    tie.with_term(visit, member.term, ENDING, member.id)
}

async fn ask_new(visit: Visit) -> Answer {
    let mut form = Form::default();
    if let Some(parent) = query_value(&visit.query, "teil-von") {
        form.put("parent", parent);
    }
    group_form(&visit, None, form).await
}

async fn group_form(visit: &Visit, group: Option<&Group>, form: Form) -> Answer {
    let (network, slug) = super::here(visit)?;
    let itself = group.map(|it| it.id);
    let groups = visit
        .store()
        .read(move |conn| records::every_group_of(conn, network))
        .await?;
    let above = group.and_then(|it| it.parent);
    let groups: Vec<_> = groups
        .into_iter()
        .filter(|it| !it.ended || Some(it.id) == above)
        .collect();
    let none = (
        String::new(),
        visit.say("register-group-parent-none").to_owned(),
    );
    let tree = rules::as_tree(groups, |it| (it.id, it.parent));
    let parents = tree
        .into_iter()
        .filter(|(_, it)| Some(it.id) != itself)
        .map(|(depth, it)| (it.id.to_string(), "– ".repeat(depth) + &it.name));
    let list = links::of(links::GROUPS, &slug);
    let title = if group.is_some() {
        "register-group-edit"
    } else {
        "register-group-new"
    };
    let page = Page::new(visit, visit.say(title)).below(visit.say("register-groups"), &list);
    let (page, action, back) = match group {
        Some(group) => {
            let record = path(visit, links::GROUP, &group.slug);
            (
                page.below_record(group.name.clone(), &record),
                path(visit, links::GROUP_EDIT, &group.slug),
                record,
            )
        }
        None => (page, links::of(links::GROUP_NEW, &slug), list),
    };
    let status = form.status();
    show_as(
        status,
        &GroupForm {
            page: page.here(),
            action: visit.href(&action),
            save: "register-group-save",
            cancel_href: visit.href(&back),
            parents: std::iter::once(none).chain(parents).collect(),
            fields: Fields::new(visit, form),
        },
    )
}

fn read(form: &mut Form) -> GroupInput {
    GroupInput {
        name: form.required("name", LINE),
        slug: form.line("slug", 60),
        about: form.text("about", TEXT),
        parent: form.id("parent"),
    }
}

async fn add(visit: Visit, mut form: Form) -> Answer {
    let (network, _) = super::here(&visit)?;
    let input = read(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        let id = actions::add_group(conn, moment, who, network, &input)?;
        actions::group_in(conn, network, id)
    });
    match done.await? {
        Some(group) => {
            let path = path(&visit, links::GROUP, &group.slug);
            Ok(go(&visit, &path, "register-group-added"))
        }
        None => group_form(&visit, None, form).await,
    }
}

async fn ask_change(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let group = found(&visit, &slug).await?;
    let form = Form::of([
        ("name", group.name.clone()),
        ("slug", group.slug.clone()),
        ("about", group.about.clone()),
        (
            "parent",
            group.parent.map(|it| it.to_string()).unwrap_or_default(),
        ),
    ]);
    group_form(&visit, Some(&group), form).await
}

async fn change(visit: Visit, Path((_, slug)): Path<(String, String)>, mut form: Form) -> Answer {
    let group = found(&visit, &slug).await?;
    let input = read(&mut form);
    let at = (group.network, group.id);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::change_group(conn, moment, who, at, &input)?;
        actions::group_in(conn, at.0, at.1)
    });
    match done.await? {
        Some(group) => {
            let path = path(&visit, links::GROUP, &group.slug);
            Ok(go(&visit, &path, "register-group-changed"))
        }
        None => group_form(&visit, Some(&group), form).await,
    }
}

async fn ask_close(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let group = found(&visit, &slug).await?;
    let record = path(&visit, links::GROUP, &group.slug);
    let close = path(&visit, links::GROUP_CLOSE, &group.slug);
    super::closing_question(&visit, &CLOSING, &group.name, (&close, &record))
}

async fn close(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &slug, true).await
}

async fn reopen(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &slug, false).await
}

async fn set_closed(visit: &Visit, slug: &str, closed: bool) -> Answer {
    let group = found(visit, slug).await?;
    let at = (group.network, group.id);
    super::act_at_once(visit, move |conn, moment, who| {
        actions::close_group(conn, moment, who, at, closed)
    })
    .await?;
    let done = CLOSING.done(closed);
    Ok(go(visit, &path(visit, links::GROUP, &group.slug), done))
}
