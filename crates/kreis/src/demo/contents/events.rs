//! What happens in a network after its founding, each act on its own day.

use base::{Fault, GatheringId, Halt, Moment, NetworkId, OrganisationId, PersonId, access::Actor};
use gatherings::{CoOrganiser, GatheringInput, ItemInput, LocalInput, Speaker, Venue};
use jiff::Timestamp;
use jiff::civil::{Date, Time, time};
use store::Conn;

use super::data::{self, Story};
use super::networks::Cast;
use super::teller::Teller;
use super::{meetings, networks, plans, polls, posts, privacy, programmes, registrations};

/// Something that happens at an hour.
pub(super) struct Act {
    pub(super) at: Timestamp,
    office: String,
    network: NetworkId,
    what: What,
}

enum What {
    Plan(Box<(GatheringInput, Vec<data::Item>)>),
    Invite(Day, data::Round, Vec<base::GroupId>),
    Answer(Day, Vec<(PersonId, gatherings::Reply)>),
    Attend(Day, Option<i64>),
    Write(Day, data::Minutes),
    Circulate(Day, Date),
    Distribute(Day),
    Release,
    Publish(data::Post, Option<Day>),
    PlanYear(Box<plans::Year>),
    Propose(Box<plans::Proposed>),
    Ask(Box<polls::Poll>),
    AnswerPoll(Box<polls::Poll>),
    OpenDesk(Box<registrations::Opening>),
    EnterProgramme(Box<programmes::Programme>),
    Register(Box<registrations::Coming>),
    LetIn(Box<registrations::Opening>),
    WriteAfterwards(Box<registrations::Opening>),
    GiveFeedback(Box<registrations::Saying>),
    HandOver(PersonId, data::Handover),
    ChangeOwn(OrganisationId, Box<(String, data::Change)>),
    Privacy(privacy::Step),
}

/// A gathering by what its address is made of.
#[derive(Clone, Debug)]
pub(super) struct Day {
    pub(super) day: Date,
    pub(super) title: String,
}

impl Day {
    /// The gathering of the day.
    pub(super) fn find(
        &self,
        conn: &mut Conn<'_>,
        network: NetworkId,
    ) -> Result<GatheringId, Halt> {
        let slug = gatherings::slug_of(self.day, &self.title, 1);
        gatherings::gathering_by_slug(conn, network, &slug)?
            .map(|it| it.id)
            .ok_or(Halt::Missing)
    }
}

const MORNING: Time = time(10, 0, 0, 0);
const AFTER: Time = time(17, 30, 0, 0);
const EVENING: Time = time(18, 0, 0, 0);

/// What happens in a network after its founding.
pub(super) fn acts(teller: &Teller<'_>, story: Story, cast: &Cast) -> Result<Vec<Act>, Halt> {
    let mut list = List {
        teller,
        office: story.office.name.clone(),
        network: cast.network,
        acts: Vec::new(),
    };
    for it in &story.gatherings {
        list.gathering(cast, it)?;
    }
    for post in story.posts {
        let of = post.of.and_then(|day| {
            let gathering = story.gatherings.iter().find(|it| it.day == day)?;
            Some(Day {
                day,
                title: gathering.title.clone(),
            })
        });
        let day = post.day;
        list.past(day, AFTER, What::Publish(post, of))?;
    }
    for plan in story.plans {
        let day = plan.day;
        let year = plans::Year::new(cast, &story.gatherings, plan)?;
        list.past(day, EVENING, What::PlanYear(Box::new(year)))?;
    }
    for topic in story.topics {
        let day = topic.day;
        let proposed = plans::Proposed::new(cast, &story.gatherings, topic);
        list.past(day, EVENING, What::Propose(Box::new(proposed)))?;
    }
    for it in story.handovers {
        if let Some(person) = cast.people.get(&it.from) {
            list.past(it.day, EVENING, What::HandOver(*person, it))?;
        }
    }
    for change in story.changes {
        if let Some((id, at)) = cast.organisations.get(&change.at) {
            let (day, name) = (change.day, at.contact_name());
            let change = Box::new((name, change));
            list.past(day, EVENING, What::ChangeOwn(*id, change))?;
        }
    }
    if story.network.slug == privacy::WHERE {
        for (day, step) in privacy::STEPS {
            list.past(day, MORNING, What::Privacy(step))?;
        }
    }
    for poll in story.polls {
        list.poll(cast, &story.gatherings, poll)?;
    }
    for desk in story.desks {
        list.desk(cast, &story.gatherings, desk)?;
    }
    if let Some(it) = programmes::of(&story.network.slug)? {
        let enter = What::EnterProgramme(Box::new(it.clone()));
        list.past(it.told, time(11, 0, 0, 0), enter)?;
    }
    Ok(list.acts)
}

struct List<'l, 'a> {
    teller: &'l Teller<'a>,
    office: String,
    network: NetworkId,
    acts: Vec<Act>,
}

impl List<'_, '_> {
    fn push(&mut self, at: Timestamp, what: What) {
        self.acts.push(Act {
            at,
            office: self.office.clone(),
            network: self.network,
            what,
        });
    }

    /// Only what lies before the demo's morning has happened.
    fn past(&mut self, day: Date, hour: Time, what: What) -> Result<(), Fault> {
        if self.teller.is_past(day, hour)? {
            let at = self.teller.at(day, hour)?;
            self.push(at, what);
        }
        Ok(())
    }

    fn poll(
        &mut self,
        cast: &Cast,
        gatherings: &[data::Gathering],
        poll: data::Poll,
    ) -> Result<(), Halt> {
        let day = poll.day;
        let poll = polls::Poll::new(cast, gatherings, poll)?;
        self.past(day, MORNING, What::Ask(Box::new(poll.clone())))?;
        self.past(day, time(10, 10, 0, 0), What::Release)?;
        let answered = day.saturating_add(jiff::Span::new().days(2));
        self.past(answered, MORNING, What::AnswerPoll(Box::new(poll)))?;
        Ok(())
    }

    fn desk(
        &mut self,
        cast: &Cast,
        gatherings: &[data::Gathering],
        desk: data::Desk,
    ) -> Result<(), Halt> {
        let opening = registrations::Opening::new(cast, gatherings, desk.clone())?;
        self.afterwards(cast, (&opening, desk.feedback.as_ref()))?;
        let minutes = jiff::Span::new().minutes(5);
        let mut hour = EVENING;
        for coming in desk.registrations {
            let day = coming.on;
            let coming = registrations::Coming::new(cast, &opening, coming)?;
            self.past(day, hour, What::Register(Box::new(coming)))?;
            hour = hour.wrapping_add(minutes);
        }
        if let Some(day) = desk.gathering.filter(|_| !desk.came.is_empty()) {
            let let_in = What::LetIn(Box::new(opening.clone()));
            self.past(day, time(9, 50, 0, 0), let_in)?;
        }
        let day = desk.day;
        self.past(day, MORNING, What::OpenDesk(Box::new(opening)))?;
        Ok(())
    }

    /// A mail that asks for feedback, and what people say.
    fn afterwards(
        &mut self,
        cast: &Cast,
        (opening, feedback): (&registrations::Opening, Option<&data::Feedback>),
    ) -> Result<(), Halt> {
        let Some(feedback) = feedback else {
            return Ok(());
        };
        if let Some(day) = feedback.mailed {
            let write = What::WriteAfterwards(Box::new(opening.clone()));
            self.past(day, MORNING, write)?;
            self.past(day, time(10, 10, 0, 0), What::Release)?;
        }
        let minutes = jiff::Span::new().minutes(7);
        let mut hour = EVENING;
        for said in &feedback.answers {
            let saying = registrations::Saying::new(cast, opening, said)?;
            self.past(said.on, hour, What::GiveFeedback(Box::new(saying)))?;
            hour = hour.wrapping_add(minutes);
        }
        Ok(())
    }

    fn gathering(&mut self, cast: &Cast, it: &data::Gathering) -> Result<(), Halt> {
        let day = Day {
            day: it.day,
            title: it.title.clone(),
        };
        let planned = self.teller.at(it.announced, MORNING)?;
        let plan = Box::new((input(cast, it)?, it.agenda.clone()));
        self.push(planned, What::Plan(plan));
        if let Some(round) = &it.round {
            let group = round.group.as_ref().or(it.group.as_ref());
            let groups = group.iter().filter_map(|name| cast.groups.get(*name));
            let invite = What::Invite(day.clone(), round.clone(), groups.copied().collect());
            self.past(round.on, time(10, 5, 0, 0), invite)?;
            if round.mail {
                self.past(round.on, time(10, 10, 0, 0), What::Release)?;
            }
            let answered = round.on.saturating_add(jiff::Span::new().days(3));
            let answers = What::Answer(day.clone(), meetings::answers(cast, round));
            self.past(answered, MORNING, answers)?;
        }
        if it.minutes.is_some() || it.further_guests.is_some() {
            let attend = What::Attend(day.clone(), it.further_guests);
            self.past(it.day, time(17, 0, 0, 0), attend)?;
        }
        let Some(minutes) = &it.minutes else {
            return Ok(());
        };
        self.past(it.day, AFTER, What::Write(day.clone(), minutes.clone()))?;
        let circulate = What::Circulate(day.clone(), minutes.until);
        self.past(minutes.circulated, MORNING, circulate)?;
        self.past(minutes.circulated, time(10, 10, 0, 0), What::Release)?;
        self.past(minutes.distributed, MORNING, What::Distribute(day))?;
        self.past(minutes.distributed, time(10, 10, 0, 0), What::Release)?;
        Ok(())
    }
}

fn input(cast: &Cast, it: &data::Gathering) -> Result<GatheringInput, Halt> {
    let when = LocalInput::on(it.day, it.start, it.end, "Europe/Berlin")
        .resolved()
        .map_err(Halt::Refused)?;
    let (host, place) = cast
        .organisations
        .get(&it.host)
        .ok_or_else(|| Fault::new(format!("find the host {}", it.host)))?;
    let group = it.group.as_ref().and_then(|name| cast.groups.get(name));
    let series = it.series.as_ref().and_then(|name| cast.series.get(name));
    let co_organisers = it.co_organisers.iter().map(|short| {
        let (id, organisation) = cast
            .organisations
            .get(short)
            .ok_or_else(|| Fault::new(format!("find the organiser {short}")))?;
        Ok(CoOrganiser {
            organisation: Some(*id),
            name: organisation.name.clone(),
        })
    });
    Ok(GatheringInput {
        group: group.copied(),
        series: series.copied(),
        series_number: it.series_number,
        focus: it.focus.clone(),
        about: it.about.trim().to_owned(),
        host: Some(*host),
        venue: Venue {
            name: it.venue.clone(),
            street: place.street.clone(),
            postcode: place.postcode.clone(),
            town: place.town.clone(),
            access: it.access.clone(),
        },
        audience: it.audience(),
        tags: it.tags.clone(),
        co_organisers: co_organisers.collect::<Result<_, Fault>>()?,
        guests: it.guests.iter().map(speaker).collect(),
        ..GatheringInput::new(&it.title, when)
    })
}

fn speaker(it: &data::Speaker) -> Speaker {
    Speaker {
        name: String::new(),
        function: it.function.clone(),
        body: it.body.clone(),
    }
}

/// Lets it happen.
pub(super) async fn perform(teller: &Teller<'_>, act: Act) -> Result<(), Halt> {
    let network = act.network;
    let app = teller.app.clone();
    teller
        .act(&act.office, move |conn, moment, who| match act.what {
            What::Plan(plan) => self::plan(conn, moment, who, network, &plan.0, &plan.1),
            What::Invite(day, round, groups) => {
                let id = day.find(conn, network)?;
                meetings::invite(conn, moment, who, id, (&round, groups))
            }
            What::Answer(day, answers) => {
                let id = day.find(conn, network)?;
                meetings::answer(conn, moment, id, answers)
            }
            What::Attend(day, counted) => {
                let id = day.find(conn, network)?;
                meetings::attend(conn, moment, who, id, counted)
            }
            What::Write(day, minutes) => {
                let id = day.find(conn, network)?;
                meetings::write(conn, moment, who, id, minutes)
            }
            What::Circulate(day, until) => {
                let minutes = meetings::minutes(conn, &day, network)?;
                minutes::circulate(conn, moment, who, minutes, until).map(drop)
            }
            What::Distribute(day) => {
                let minutes = meetings::minutes(conn, &day, network)?;
                minutes::distribute(conn, moment, who, minutes, true).map(drop)
            }
            What::Release => meetings::release(conn, moment, who, network),
            What::Publish(post, of) => posts::publish(conn, moment, who, network, (&post, of)),
            What::PlanYear(year) => plans::plan(conn, moment, who, network, &year),
            What::Propose(topic) => plans::propose(conn, moment, who, network, &topic),
            What::Privacy(step) => privacy::perform(conn, moment, (who, network), step),
            What::Ask(poll) => polls::ask(conn, moment, who, network, &poll),
            What::AnswerPoll(poll) => polls::answer(conn, moment, network, &poll),
            What::OpenDesk(it) => registrations::open(conn, moment, who, (&app, network), &it),
            What::EnterProgramme(it) => programmes::enter(conn, moment, (who, network), &it),
            What::Register(it) => registrations::register(conn, moment, network, &it),
            What::LetIn(it) => registrations::let_in(conn, moment, who, network, &it),
            What::WriteAfterwards(it) => {
                registrations::write_afterwards(conn, moment, who, network, &it)
            }
            What::GiveFeedback(it) => registrations::give_feedback(conn, moment, network, &it),
            What::HandOver(person, it) => {
                networks::hand_over(conn, moment, who, network, (person, &it))
            }
            What::ChangeOwn(id, change) => {
                networks::change_own(conn, moment, (network, id), *change)
            }
        })
        .await
}

fn plan(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &GatheringInput,
    agenda: &[data::Item],
) -> Result<(), Halt> {
    let id = gatherings::plan_gathering(conn, moment, who, network, input)?;
    for item in agenda {
        let item = ItemInput {
            title: item.title.clone(),
            text: String::new(),
            minutes: Some(item.minutes),
            speakers: item.speakers.iter().map(speaker).collect(),
        };
        gatherings::plan_agenda_item(conn, moment, who, id, &item)?;
    }
    gatherings::announce(conn, moment, who, id)
}
