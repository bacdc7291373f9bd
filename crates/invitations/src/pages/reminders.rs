//! How guests of one gathering are reminded.

use askama::Template;
use base::Halt;
use gatherings::{Gathering, Tab, tabs};
use shell::{Fields, Form, Page, Visit};
use store::Conn;

use super::crumbs;
use crate::rules::{OwnReminders, ReminderRule};
use crate::{links, records};

/// The form of a gathering's reminders.
#[derive(Template)]
#[template(path = "invitations/reminders.html")]
pub(crate) struct RemindersPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    action: String,
    back: String,
    fields: Fields,
    answers: Vec<(String, String)>,
    day_before: Vec<(String, String)>,
}

/// The form with what was typed.
pub(crate) fn reminders_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
    form: Form,
) -> Result<RemindersPage, Halt> {
    let network = visit.network()?;
    let rule = records::reminder_rule(conn, it.network)?;
    let list = links::invitation(&network.slug, &it.slug);
    let page = Page::new(visit, visit.say("invitations-reminders"));
    Ok(RemindersPage {
        tabs: tabs(visit, it, Tab::Invitation)?,
        page: crumbs(visit, it, page)?
            .below(visit.say("invitations-title"), &list)
            .here(),
        kicker: it.title.clone(),
        action: visit.href(&links::reminders(&network.slug, &it.slug)),
        back: visit.href(&list),
        fields: Fields::new(visit, form),
        answers: vec![
            ("network".to_owned(), usual_answer(visit, rule)),
            said(visit, "own", "invitations-reminder-own"),
            said(visit, "never", "invitations-reminder-never"),
        ],
        day_before: vec![
            said(visit, "network", usual_day_before(rule)),
            said(visit, "yes", "invitations-day-before-yes"),
            said(visit, "no", "invitations-day-before-no"),
        ],
    })
}

fn said(visit: &Visit, value: &str, key: &str) -> (String, String) {
    (value.to_owned(), visit.say(key).to_owned())
}

/// What the network does where a gathering says nothing.
fn usual_answer(visit: &Visit, rule: ReminderRule) -> String {
    visit.tell(
        "invitations-reminder-network",
        &[("days", rule.days.into())],
    )
}

const fn usual_day_before(rule: ReminderRule) -> &'static str {
    if rule.day_before {
        "invitations-day-before-network-yes"
    } else {
        "invitations-day-before-network-no"
    }
}

/// What holds for a gathering, in words.
pub(super) fn reminders_in_words(visit: &Visit, rule: ReminderRule) -> String {
    let key = if rule.day_before {
        "invitations-reminders-and-eve"
    } else {
        "invitations-reminders-only"
    };
    visit.tell(key, &[("days", rule.days.into())])
}

/// What a gathering has of its own, as the form shows it.
pub(crate) fn typed_reminders(own: OwnReminders) -> Form {
    let answer = match own.days {
        None => "network",
        Some(0) => "never",
        Some(_) => "own",
    };
    let day_before = match own.day_before {
        None => "network",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let days = own.days.filter(|it| *it > 0);
    Form::of([
        ("answer", answer.to_owned()),
        ("days", days.map(|it| it.to_string()).unwrap_or_default()),
        ("day_before", day_before.to_owned()),
    ])
}
