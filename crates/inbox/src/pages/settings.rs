//! How the office reminds and is told.

use askama::Template;
use base::Halt;
use shell::{Fields, Form, Page, Visit};

use crate::actions::Rules;
use crate::links;

/// The form of reminders and the morning mail.
#[derive(Template)]
#[template(path = "inbox/settings.html")]
pub(crate) struct SettingsPage {
    pub(crate) page: Page,
    fields: Fields,
    action: String,
    back: String,
}

pub(crate) fn settings_page(visit: &Visit, form: Form) -> Result<SettingsPage, Halt> {
    let network = visit.network()?;
    let inbox = links::inbox(&network.slug);
    let page = Page::new(visit, visit.say("inbox-settings-title"))
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("inbox-title"), &inbox)
        .here();
    Ok(SettingsPage {
        page,
        fields: Fields::new(visit, form),
        action: visit.href(&links::settings(&network.slug)),
        back: visit.href(&inbox),
    })
}

/// The rules as the form shows them.
pub(crate) fn typed(rules: Rules) -> Form {
    let mut form = Form::of([("days", rules.reminders.days.to_string())]);
    for (field, is_set) in [
        ("without_release", rules.reminders.without_release),
        ("day_before", rules.reminders.day_before),
        ("digest", rules.wants_digest),
    ] {
        if is_set {
            form.put(field, "yes");
        }
    }
    form
}
