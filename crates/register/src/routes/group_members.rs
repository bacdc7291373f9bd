//! Who is in a group: entering, ending, taking up again.

use axum::extract::Path;
use base::access::Right;
use base::{GroupMemberId, Halt};
use shell::{Answer, Fields, Form, LINE, Page, Routes, Visit, go, show_as};

use super::{id, path};
use crate::actions::{self, GroupMemberInput};
use crate::choosing::Among;
use crate::pages::{EndPage, JoinForm};
use crate::types::{Group, GroupMember, Party};
use crate::{choosing, links};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::GROUP_JOIN, Right::RunOffice, ask_join);
    routes.post(links::GROUP_JOIN, Right::RunOffice, join);
    routes.get(links::GROUP_LEAVE, Right::RunOffice, ask_leave);
    routes.post(links::GROUP_LEAVE, Right::RunOffice, leave);
    routes.post(links::GROUP_REJOIN, Right::RunOffice, rejoin);
}

/// A party as a choice of a form sends it: `person-` or `organisation-` and the id.
fn party(word: &str) -> Option<Party> {
    if let Some(person) = word.strip_prefix("person-") {
        return person.parse().ok().map(Party::Person);
    }
    let organisation = word.strip_prefix("organisation-")?;
    organisation.parse().ok().map(Party::Organisation)
}

async fn ask_join(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let group = super::groups::found(&visit, &slug).await?;
    let form = Form::of([("from", visit.today().to_string())]);
    join_form(&visit, &group, form).await
}

async fn join_form(visit: &Visit, group: &Group, form: Form) -> Answer {
    let here = (group.network, visit.today());
    let (inner, typed) = (visit.clone(), form.clone());
    let parties = visit
        .store()
        .read(move |conn| {
            let field = ("party", Among::Parties, inner.say("register-choose"));
            choosing::offer(conn, &inner, here, &typed, field)
        })
        .await?;
    let record = path(visit, links::GROUP, &group.slug);
    let status = form.status();
    let page = JoinForm {
        page: Page::new(visit, visit.say("register-group-join"))
            .below_record(group.name.clone(), &record)
            .here(),
        action: visit.href(&path(visit, links::GROUP_JOIN, &group.slug)),
        save: "register-group-join-save",
        cancel_href: visit.href(&record),
        parties,
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn join(visit: Visit, Path((_, slug)): Path<(String, String)>, form: Form) -> Answer {
    let group = super::groups::found(&visit, &slug).await?;
    let mut form = choosing::settled(&visit, form, ("party", Among::Parties)).await?;
    let (network, at) = (group.network, group.id);
    let party = form.choice("party", party);
    let title = form.line("title", LINE);
    let leader = form.has("leader");
    let term = super::term(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        let input = GroupMemberInput {
            group: at,
            party: party.ok_or(Halt::Missing)?,
            title,
            leader,
            term,
        };
        actions::add_group_member(conn, moment, who, network, &input)
    });
    match done.await? {
        Some(_) => {
            let path = path(&visit, links::GROUP, &group.slug);
            Ok(go(&visit, &path, "register-group-joined"))
        }
        None => join_form(&visit, &group, form).await,
    }
}

async fn found(visit: &Visit, member: &str) -> Result<(GroupMember, Group), Halt> {
    let (network, _) = super::here(visit)?;
    let member: GroupMemberId = id(member)?;
    visit
        .store()
        .read(move |conn| actions::group_member_in(conn, network, member))
        .await
}

async fn ask_leave(visit: Visit, Path((_, member)): Path<(String, String)>) -> Answer {
    let (member, group) = found(&visit, &member).await?;
    leave_form(&visit, &member, &group, super::until_today(&visit))
}

fn leave_form(visit: &Visit, member: &GroupMember, group: &Group, form: Form) -> Answer {
    let record = path(visit, links::GROUP, &group.slug);
    let status = form.status();
    let page = EndPage {
        page: Page::new(visit, visit.say("register-group-leave"))
            .below_record(group.name.clone(), &record)
            .here(),
        what: visit.tell(
            "register-member-of",
            &[
                ("name", (&member.name).into()),
                ("group", (&group.name).into()),
            ],
        ),
        consequence: "register-group-leave-consequence",
        action: visit.href(&path(visit, links::GROUP_LEAVE, member.id)),
        cancel_href: visit.href(&record),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn leave(visit: Visit, Path((_, text)): Path<(String, String)>, mut form: Form) -> Answer {
    let (member, group) = found(&visit, &text).await?;
    let at = (group.network, member.id);
    let until = super::last_day(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::end_group_member(conn, moment, who, at, until)
    });
    match done.await? {
        Some(group) => {
            let path = path(&visit, links::GROUP, &group.slug);
            Ok(go(&visit, &path, "register-group-left"))
        }
        None => leave_form(&visit, &member, &group, form),
    }
}

async fn rejoin(visit: Visit, Path((_, member)): Path<(String, String)>) -> Answer {
    let (network, _) = super::here(&visit)?;
    let member: GroupMemberId = id(&member)?;
    let group = super::act_at_once(&visit, move |conn, moment, who| {
        actions::end_group_member(conn, moment, who, (network, member), None)
    })
    .await?;
    let path = path(&visit, links::GROUP, &group.slug);
    Ok(go(&visit, &path, "register-group-rejoined"))
}
