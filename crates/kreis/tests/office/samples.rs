//! One record of every kind in a network, for addresses that name them.

mod bodies;
mod desks;

use std::collections::BTreeMap;

use base::access::{Actor, Audience, Role};
use base::{GatheringId, GroupId, Halt, Moment, NetworkId};
use gatherings::{FileInput, GatheringInput, ItemInput, LocalInput, SeriesInput, SeriesKind};
use invitations::{Choice, Enclosed};
use jiff::civil::{Date, date, time};
use minutes::{
    DecisionInput, EntryText, NewDecision, NewObjection, NewTask, Outcome, Part, Responsible,
};
use publishing::{PictureChange, PostInput};
use register::Term;
use register::actions::PersonInput;
use register::roles::{Giving, Place, give_role_to};
use store::{Conn, Row, Value, params};
use trial::Trial;

use crate::at_work::at_work;

/// What words in braces stand for.
pub type Samples = BTreeMap<&'static str, String>;

/// An address with its words filled.
pub fn filled(address: &str, samples: &Samples) -> String {
    let mut filled = address.to_owned();
    for (word, value) in samples {
        filled = filled.replace(&format!("{{{word}}}"), value);
    }
    assert!(!filled.contains('{'), "no sample for {filled}");
    filled
}

/// Makes one record of every kind and says their ids and slugs.
pub async fn furnish(trial: &Trial, network: &'static str) -> Samples {
    let declared = duplicates::Declared::of(&trial.app.rooms);
    trial
        .write(move |conn, moment| {
            let (network, who) = at_work(conn, network)?;
            let mut scene = Scene {
                conn,
                moment,
                who,
                network: network.id,
                slug: network.slug.clone(),
                samples: Samples::from([
                    ("network", network.slug),
                    ("number", "0".to_owned()),
                    ("unknown", "0190a000-0000-7000-8000-000000000000".to_owned()),
                    ("token", "unbekannt".to_owned()),
                    ("tag", "probe".to_owned()),
                ]),
            };
            scene.register()?;
            scene.privacy()?;
            scene.merge(&declared)?;
            let group = scene.group()?;
            scene.role()?;
            scene.upcoming(group)?;
            scene.held(group)?;
            scene.plans(group)?;
            scene.poll(group)?;
            scene.desks()?;
            scene.post_and_letter()?;
            scene.list()?;
            scene.move_in()?;
            Ok(scene.samples)
        })
        .await
        .unwrap()
}

struct Scene<'s, 'c> {
    conn: &'s mut Conn<'c>,
    moment: &'s mut Moment,
    who: Actor,
    network: NetworkId,
    slug: String,
    samples: Samples,
}

/// A picture that is one.
const PICTURE: &[u8] = include_bytes!("../../demo/saal.png");

impl Scene<'_, '_> {
    fn keep(&mut self, word: &'static str, value: impl std::fmt::Display) {
        self.samples.insert(word, value.to_string());
    }

    fn one<T: store::Col>(&mut self, sql: &'static str, params: &[Value]) -> T {
        self.conn
            .one(sql, params, Row::take)
            .unwrap()
            .unwrap_or_else(|| panic!("nothing found by {sql}"))
    }

    fn group(&mut self) -> Result<GroupId, Halt> {
        let group = register::groups_of(self.conn, self.network)?.remove(0);
        self.keep("group", &group.slug);
        let member: uuid::Uuid = self.one(
            "SELECT id FROM group_member WHERE group_id = $1 AND leader = FALSE LIMIT 1",
            params![group.id],
        );
        self.keep("group-member", member);
        Ok(group.id)
    }

    /// Somebody who works along, as the office allowed.
    fn role(&mut self) -> Result<(), Halt> {
        let person = PersonInput {
            name: "Leitung Stadtarchiv".to_owned(),
            mail: format!("archiv@{}.example", self.slug),
            ..PersonInput::default()
        };
        let at = self.network;
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let person = register::actions::add_person(conn, moment, who, at, &person)?;
        let giving = Giving {
            role: Role::Partner,
            place: Place::Network,
            term: Term::default(),
        };
        give_role_to(conn, moment, who, (at, person), &giving)?;
        let assignment: uuid::Uuid = self.one(
            "SELECT id FROM role_assignment WHERE network_id = $1",
            params![at],
        );
        self.keep("assignment", assignment);
        Ok(())
    }

    fn plan(
        &mut self,
        title: &str,
        day: Date,
        group: Option<GroupId>,
    ) -> Result<GatheringId, Halt> {
        let when = LocalInput::on(day, time(9, 0, 0, 0), time(11, 0, 0, 0), "Europe/Berlin");
        // Slugs must tell the networks apart.
        let title = format!("{title} in {}", self.slug);
        let input = GatheringInput {
            group,
            tags: vec!["Probe".to_owned()],
            ..GatheringInput::new(&title, when.resolved().unwrap())
        };
        let (conn, moment) = (&mut *self.conn, &mut *self.moment);
        let id = gatherings::plan_gathering(conn, moment, &self.who, self.network, &input)?;
        let item = ItemInput {
            title: "Ein Punkt".to_owned(),
            minutes: Some(10),
            ..ItemInput::default()
        };
        gatherings::plan_agenda_item(conn, moment, &self.who, id, &item)?;
        Ok(id)
    }

    fn slug(&mut self, id: GatheringId) -> String {
        gatherings::gathering(self.conn, id).unwrap().unwrap().slug
    }

    fn upcoming(&mut self, group: GroupId) -> Result<(), Halt> {
        let id = self.plan("Kommt noch", date(2018, 1, 10), Some(group))?;
        let draft = self.plan("Entwurf", date(2018, 1, 11), Some(group))?;
        let alone = self.plan("Ohne Gremium", date(2018, 1, 12), None)?;
        let slugs = [id, draft, alone].map(|it| self.slug(it));
        let [coming, draft, free] = slugs;
        self.keep("gathering", coming);
        self.keep("draft", draft);
        self.keep("free", free);
        let person = self.samples["person"].parse().unwrap();
        let other = self.samples["other-person"].parse().unwrap();
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let series = SeriesInput {
            name: "Probereihe".to_owned(),
            about: String::new(),
            kind: SeriesKind::Sequence,
        };
        let series = gatherings::add_series(conn, moment, who, self.network, &series)?;
        let file = FileInput {
            name: "probe.txt".to_owned(),
            bytes: b"Probe".to_vec(),
        };
        let document =
            gatherings::add_document(conn, moment, who, id, ("Probe", Audience::Public, &file))?;
        let hidden = gatherings::add_document(
            conn,
            moment,
            who,
            id,
            ("Für Mitglieder", Audience::Members, &file),
        )?;
        gatherings::announce(conn, moment, who, id)?;
        gatherings::announce(conn, moment, who, alone)?;
        let choice = Choice {
            people: vec![person],
            ..Choice::default()
        };
        let enclosed = Enclosed::default();
        let first = (choice, enclosed.clone());
        let round = invitations::put_round(conn, moment, who, (id, None), first)?;
        let second = Choice {
            people: vec![other],
            ..Choice::default()
        };
        let second = (second, enclosed.clone());
        let laid_out = invitations::put_round(conn, moment, who, (id, None), second)?;
        invitations::lay_out_round(conn, moment, who, laid_out)?;
        let invitation = gatherings::add_guest(conn, moment, id, other, "")?;
        let item = gatherings::agenda(conn, id)?.remove(0).id;
        self.keep("series", series);
        self.keep("document", document);
        self.keep("members-document", hidden);
        self.keep("round", round);
        self.keep("invitation", invitation);
        self.keep("item", item);
        Ok(())
    }

    /// A gathering of yesterday with minutes that go round and an objection to them.
    fn held(&mut self, group: GroupId) -> Result<(), Halt> {
        let id = self.plan("War schon", date(2017, 11, 17), Some(group))?;
        let person: base::PersonId = self.samples["person"].parse().unwrap();
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        gatherings::announce(conn, moment, who, id)?;
        gatherings::add_guest(conn, moment, id, person, "")?;
        gatherings::over(conn, moment, id)?;
        let minutes = minutes::begin_minutes(conn, moment, who, id)?;
        let entry = minutes::entries(conn, minutes)?.remove(0);
        let text = EntryText {
            entry: entry.id,
            version: entry.version,
            title: None,
            public_text: "Es wurde gesprochen.".to_owned(),
            internal_text: String::new(),
            is_merged: false,
        };
        minutes::write_entry(conn, moment, who, text)?;
        let input = DecisionInput {
            wording: "So wird es gemacht.".to_owned(),
            internal: false,
            result: Outcome::Accepted,
            counts: [None; 3],
        };
        let new = NewDecision {
            entry: entry.id,
            input,
        };
        let decision = minutes::add_decision(conn, moment, who, new)?;
        let task = NewTask {
            entry: entry.id,
            part: Part::Public,
            who: Responsible {
                person: Some(person),
                organisation: None,
                name: "Jemand".to_owned(),
            },
            wording: "Etwas tun".to_owned(),
            due: date(2017, 12, 1),
        };
        let task = minutes::add_task(conn, moment, who, task)?;
        minutes::circulate(conn, moment, who, minutes, date(2017, 12, 1))?;
        let objection = NewObjection {
            minutes,
            entry: entry.id,
            wording: "Es wurde lange gesprochen.".to_owned(),
            reason: String::new(),
        };
        let objection = minutes::object(conn, moment, who, objection)?;
        let slug = self.slug(id);
        self.keep("held", slug);
        self.keep("entry", entry.id);
        self.keep("decision", decision);
        self.keep("task", task);
        self.keep("objection", objection);
        Ok(())
    }

    /// A plan that is a draft still, one of the network that is public, and a topic.
    fn plans(&mut self, group: GroupId) -> Result<(), Halt> {
        let coming = self.samples["gathering"].clone();
        let free = self.samples["free"].clone();
        for (word, year, group, slug) in [
            ("plan-draft", 2030, Some(group), coming),
            ("plan", 2031, None, free),
        ] {
            let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
            let plan = planning::begin_plan(conn, moment, who, self.network, (year, group))?;
            let row = gatherings::gathering_by_slug(conn, self.network, &slug)?;
            if let Some(it) = row {
                let row = (it.id, planning::RowKind::Meeting);
                planning::adopt_gathering(conn, moment, who, &plan, row)?;
            }
            if group.is_none() {
                planning::publish_plan(conn, moment, who, plan.id)?;
            }
            self.keep(word, plan.segment());
        }
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let input = planning::TopicInput {
            title: "Ein Thema".to_owned(),
            ..planning::TopicInput::default()
        };
        let topic = planning::propose_topic(conn, moment, who, self.network, &input)?;
        self.keep("topic", topic);
        Ok(())
    }

    /// A poll that runs, for a gathering that is not there yet.
    fn poll(&mut self, group: GroupId) -> Result<(), Halt> {
        let asked = self.samples["other-person"].parse().unwrap();
        let days = [date(2018, 3, 1), date(2018, 3, 2)].into_iter().enumerate();
        let dates = days.map(|(before, day)| {
            let (start, end) = (time(9, 0, 0, 0), time(11, 0, 0, 0));
            let local = LocalInput::on(day, start, end, "Europe/Berlin");
            (before + 1, local.resolved().unwrap())
        });
        let input = polls::PollInput {
            gathering: None,
            group: Some(group),
            title: format!("Wann passt es in {}", self.slug),
            note: String::new(),
            dates: dates.collect(),
            until: date(2017, 12, 1),
            choice: Choice {
                people: vec![asked],
                ..Choice::default()
            },
        };
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let poll = polls::put_poll(conn, moment, who, (self.network, None), input)?;
        polls::lay_out(conn, moment, who, poll)?;
        let day = polls::dates(conn, poll)?.remove(0).id;
        let asked = polls::asked_of(conn, poll)?.remove(0).id;
        self.keep("poll", poll);
        self.keep("poll-date", day);
        self.keep("asked", asked);
        Ok(())
    }

    fn post_and_letter(&mut self) -> Result<(), Halt> {
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let input = PostInput {
            title: format!("Probe in {}", self.slug),
            picture: PictureChange::New(PICTURE.to_vec()),
            picture_alt: "Eine Zeichnung".to_owned(),
            lead: "Eine Probe.".to_owned(),
            body: "Eine Probe.".to_owned(),
            tags: vec!["Probe".to_owned()],
            ..PostInput::default()
        };
        let post = publishing::write_post(conn, moment, who, self.network, &input)?;
        publishing::publish_post(conn, moment, who, post)?;
        let slug = publishing::post(conn, post)?.ok_or(Halt::Missing)?.slug;
        let inner = PostInput {
            title: format!("Für Mitglieder in {}", self.slug),
            audience: Audience::Members,
            ..input.clone()
        };
        let members = publishing::write_post(conn, moment, who, self.network, &inner)?;
        publishing::publish_post(conn, moment, who, members)?;
        let members = publishing::post(conn, members)?.ok_or(Halt::Missing)?.slug;
        let draft = publishing::write_post(conn, moment, who, self.network, &input)?;
        let draft = publishing::post(conn, draft)?.ok_or(Halt::Missing)?.slug;
        self.keep("post", slug);
        self.keep("members-post", members);
        self.keep("post-draft", draft);
        let letter: uuid::Uuid = self.one(
            "SELECT id FROM letter WHERE network_id = $1 AND state = 'waiting' AND kind = 'invitations.invitation' LIMIT 1",
            params![self.network],
        );
        self.keep("letter", letter);
        self.mail_in(letter)
    }

    /// A mail that answers a letter and brings a file.
    fn mail_in(&mut self, letter: uuid::Uuid) -> Result<(), Halt> {
        let raw = format!(
            "From: probe@beispiel.example\r\nMessage-ID: <probe-{letter}@beispiel.example>\r\n\
             In-Reply-To: <{letter}@kreis.beispiel.example>\r\nMIME-Version: 1.0\r\n\
             Content-Type: application/pdf; name=probe.pdf\r\n\
             Content-Disposition: attachment; filename=probe.pdf\r\n\r\nprobe\r\n"
        );
        let arrived = inbox::Arrived::read(raw.into_bytes(), true);
        inbox::take_in(self.conn, self.moment, &arrived)?;
        let mail: uuid::Uuid = self.one(
            "SELECT id FROM mail_in WHERE network_id = $1 LIMIT 1",
            params![self.network],
        );
        self.keep("mail", mail);
        Ok(())
    }
}
