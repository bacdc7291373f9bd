//! The tabs that lead through the work on one gathering, the same in every room.

use askama::Template;
use base::Fault;
use shell::{Nav, Visit};

use crate::links;
use crate::rules::{Gathering, State};

/// Where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The gathering's own page.
    Overview,
    /// Its facts.
    Facts,
    /// Its agenda.
    Agenda,
    /// Its programme with parallel sessions.
    Programme,
    /// Its documents.
    Documents,
    /// Its invitation and guest list.
    Invitation,
    /// Who registered.
    Registration,
    /// The door on the day.
    Reception,
    /// Who came.
    Attendance,
    /// Its minutes.
    Minutes,
}

impl Tab {
    const ALL: [(Self, &'static str, &'static str); 10] = [
        (Self::Overview, "gatherings-tab-overview", ""),
        (Self::Facts, "gatherings-tab-facts", "/bearbeiten"),
        (Self::Agenda, "gatherings-tab-agenda", "/tagesordnung"),
        (
            Self::Programme,
            "gatherings-tab-programme",
            "/programm/bearbeiten",
        ),
        (Self::Documents, "gatherings-tab-documents", "/dokumente"),
        (Self::Invitation, "gatherings-tab-invitation", "/einladung"),
        (
            Self::Registration,
            "gatherings-tab-registration",
            "/anmeldungen",
        ),
        (Self::Reception, "gatherings-tab-reception", "/einlass"),
        (Self::Attendance, "gatherings-tab-attendance", "/teilnahme"),
        (Self::Minutes, "gatherings-tab-minutes", "/protokoll"),
    ];
}

#[derive(Template)]
#[template(path = "gatherings/tabs.html")]
struct Tabs<'t> {
    label: &'t str,
    tabs: Vec<Nav>,
}

/// The tabs of a gathering as HTML, for those who lead it.
///
/// # Errors
/// When the template cannot be rendered.
pub fn tabs(visit: &Visit, it: &Gathering, current: Tab) -> Result<String, Fault> {
    let network = visit
        .network
        .as_ref()
        .map_or("", |network| network.slug.as_str());
    let page = links::gathering(network, &it.slug);
    let tabs = Tab::ALL
        .into_iter()
        .filter(|(tab, ..)| {
            !matches!(tab, Tab::Reception | Tab::Attendance) || it.state != State::Draft
        })
        .map(|(tab, key, rest)| Nav {
            label: visit.say(key).to_owned(),
            href: visit.href(&format!("{page}{rest}")),
            current: tab == current,
        })
        .collect();
    let label = visit.say("gatherings-tabs");
    Tabs { label, tabs }
        .render()
        .map_err(|cause| Fault::because("render tabs", cause))
}
