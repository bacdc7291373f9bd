//! The pages of this room: what each one shows, read in one view of the database.

mod by_link;
mod conflict;
mod edit;
mod forms;
mod leading;
mod lists;
mod objections;
mod panels;
mod revisions;
mod show;

use base::access::{Audience, Right};
use base::{Fault, Halt};
use calendar::{Zone, dates};
use gatherings::{Gathering, Tab};
use jiff::Timestamp;
use shell::{NetworkCard, Page, Problem, Visit};
use store::Conn;

use crate::actions::Scene;
use crate::rules::{Minutes, State};
use crate::{actions, links, records};

pub(crate) use by_link::{behind_link, by_link, closed, task_link};
pub(crate) use conflict::conflict;
pub(crate) use edit::{Typed, edit};
pub(crate) use forms::{decision_form, decision_of, own_entry, task_form};
pub(crate) use leading::Pressed;
pub(crate) use lists::{decisions, may_settle, tasks};
pub(crate) use objections::{is_own, objections};
pub(crate) use panels::{PANELS, kind_word, point_on_agenda};
pub(crate) use revisions::revisions;
pub(crate) use show::show;

/// A gathering and its minutes as one visitor stands before them.
pub(crate) struct Ground {
    pub network: NetworkCard,
    pub gathering: Gathering,
    pub minutes: Option<Minutes>,
    /// Whether the visitor was invited or came.
    pub invited: bool,
}

/// What of the minutes a visitor may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reading {
    Nothing,
    Public,
    Full,
}

impl Ground {
    pub fn find(conn: &mut Conn<'_>, visit: &Visit, slug: &str) -> Result<Self, Halt> {
        let network = visit.network()?.clone();
        let gathering =
            gatherings::gathering_by_slug(conn, network.id, slug)?.ok_or(Halt::Missing)?;
        let minutes = records::minutes_of(conn, gathering.id)?;
        let invited = actions::is_party(conn, gathering.id, visit.actor.person)?;
        Ok(Self {
            network,
            gathering,
            minutes,
            invited,
        })
    }

    /// The ground for somebody who leads: the gathering's group or the office.
    pub fn led(conn: &mut Conn<'_>, visit: &Visit, slug: &str) -> Result<Self, Problem> {
        let ground = Self::find(conn, visit, slug)?;
        visit.require(Right::Lead, &ground.gathering.subject(false))?;
        Ok(ground)
    }

    pub fn may_lead(&self, visit: &Visit) -> bool {
        visit.may(Right::Lead, &self.gathering.subject(self.invited))
    }

    /// Drafts are for those who lead. Circulated minutes are for those who were invited, their
    /// public part for members too. Approved ones are for the gathering's audience, the
    /// internal part for those who were invited.
    pub fn reading(&self, visit: &Visit) -> Reading {
        let Some(minutes) = &self.minutes else {
            return Reading::Nothing;
        };
        if self.may_lead(visit) {
            return Reading::Full;
        }
        let subject = self.gathering.subject(self.invited);
        let may_read = visit.may(Right::ReadRecord, &subject);
        let at_table = self.gathering.subject_for(Audience::Invited, self.invited);
        let invited = visit.may(Right::ReadRecord, &at_table);
        let member = visit.may_here(Right::ReadAsMember);
        let is_for = match minutes.state {
            State::Draft => false,
            State::Circulated => invited || member,
            State::Approved | State::Distributed => true,
        };
        match (is_for, invited, may_read) {
            (true, true, _) => Reading::Full,
            (true, false, true) => Reading::Public,
            _ => Reading::Nothing,
        }
    }

    pub fn scene(&self) -> Result<Scene, Halt> {
        Ok(Scene {
            minutes: self.minutes.clone().ok_or(Halt::Missing)?,
            gathering: self.gathering.clone(),
        })
    }

    pub fn path(&self, make: impl Fn(&str, &str) -> String) -> String {
        make(&self.network.slug, &self.gathering.slug)
    }

    /// A page below the gathering.
    pub fn page(&self, visit: &Visit, title: impl Into<String>) -> Page {
        let network = &self.network.slug;
        Page::new(visit, title)
            .below_record(&self.network.name, &format!("/{network}"))
            .below(
                visit.say("gatherings-list"),
                &gatherings::links::list(network),
            )
            .below_record(
                &self.gathering.title,
                &links::gathering(network, &self.gathering),
            )
    }

    /// A page below the minutes.
    pub fn page_below(&self, visit: &Visit, title: impl Into<String>) -> Page {
        self.page(visit, title)
            .below(visit.say("minutes-title"), &self.path(links::minutes))
            .here()
    }

    pub fn tabs(&self, visit: &Visit) -> Result<String, Fault> {
        gatherings::tabs(visit, &self.gathering, Tab::Minutes)
    }

    /// "7. Dezember 2017"
    pub fn day(&self, visit: &Visit) -> String {
        dates::day(self.gathering.starts.date(), visit.lang)
    }

    /// An instant as the network's clock shows it, whatever the address names.
    pub fn when(&self, visit: &Visit, instant: Timestamp) -> String {
        let zone = Zone::named(&self.network.zone).unwrap_or_else(|_| Zone::utc());
        dates::instant_local_short(instant, &zone, visit.lang)
    }
}
