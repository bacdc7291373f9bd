//! A poll as one person is told of it.

use base::access::Audience;
use base::{Fault, Lang};
use calendar::dates;
use gatherings::{Gathering, State};
use register::{Network, Person};
use shell::{Addressed, Wordings};
use store::Conn;

use crate::rules::{DatePoll, Fits, ProposedDate};

/// Everything that the mails about a poll say.
pub(super) struct Scene {
    pub(super) poll: DatePoll,
    pub(super) dates: Vec<ProposedDate>,
    pub(super) gathering: Option<Gathering>,
    pub(super) network: Network,
    pub(super) wordings: Wordings,
    pub(super) person: Person,
    pub(super) via: String,
    pub(super) lang: Lang,
    /// What the person said of the day that was settled on.
    pub(super) answered: Option<Fits>,
}

impl Scene {
    pub(super) fn of(
        conn: &mut Conn<'_>,
        (poll, dates): (DatePoll, Vec<ProposedDate>),
        (person, via): (Person, &str),
        to: &Addressed,
    ) -> Result<Self, Fault> {
        let network = register::network(conn, poll.network)?
            .ok_or_else(|| Fault::new("find the network of a poll"))?;
        let gathering = match poll.gathering {
            Some(id) => gatherings::gathering(conn, id)?,
            None => None,
        };
        Ok(Self {
            wordings: register::wordings(conn, network.id)?,
            network,
            gathering,
            poll,
            dates,
            person,
            via: via.to_owned(),
            lang: to.lang,
            answered: None,
        })
    }

    /// The day that was settled on.
    pub(super) fn settled(&self) -> Option<ProposedDate> {
        self.dates.iter().find(|it| it.is_settled).cloned()
    }

    /// The gathering's page, where anybody may open it.
    pub(super) fn page(&self) -> Option<String> {
        let it = self.gathering.as_ref()?;
        let is_open = it.audience == Audience::Public && it.state == State::Announced;
        is_open.then(|| gatherings::links::gathering(&self.network.slug, &it.slug))
    }

    /// A day with its times, in words.
    pub(super) fn span(&self, date: &ProposedDate) -> String {
        dates::span(date.starts, date.ends, self.lang)
    }
}
