//! The pages of the inbox.

mod list;
mod mail;
mod panels;
mod settings;

use base::Fault;
use calendar::{Zone, dates};
use gatherings::Gathering;
use jiff::Timestamp;
use shell::{Marked, Visit, record};

use crate::records::mails::MailIn;

pub(crate) use list::inbox_page;
pub(crate) use mail::mail_page;
pub(crate) use panels::PANELS;
pub(crate) use settings::{settings_page, typed};

/// An instant as the network's clock shows it.
pub(crate) fn instant(visit: &Visit, at: Timestamp) -> String {
    let zone = visit.network.as_ref().map_or("UTC", |it| it.zone.as_str());
    let zone = Zone::named(zone).unwrap_or_else(|_| Zone::utc());
    dates::instant_local_short(at, &zone, visit.lang)
}

/// How a page names a gathering that mails are filed at.
pub(crate) fn label(visit: &Visit, it: &Gathering) -> Marked {
    let day = dates::day_short(it.starts.date(), visit.lang);
    let args = [("title", record(&it.title)), ("day", day.into())];
    visit.tell_marked("outbox-about", &args)
}

/// How a page names the sender.
pub(crate) fn sender(visit: &Visit, mail: &MailIn) -> String {
    match (mail.from_name.as_str(), mail.from_address.as_str()) {
        ("", "") => visit.say("inbox-nobody").to_owned(),
        ("", address) => address.to_owned(),
        (name, _) => name.to_owned(),
    }
}

/// The subject, or that there is none.
pub(crate) fn subject(visit: &Visit, mail: &MailIn) -> String {
    if mail.subject.is_empty() {
        return visit.say("inbox-no-subject").to_owned();
    }
    mail.subject.clone()
}

pub(crate) fn rendered(template: &impl askama::Template) -> Result<String, Fault> {
    template
        .render()
        .map_err(|cause| Fault::because("render a part of a page", cause))
}
