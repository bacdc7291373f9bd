//! A desk of a gathering with a question, a contingent and somebody who registered; and a choice
//! series with a desk of its own.

use base::{GatheringId, Halt, Lang, SeriesId};
use gatherings::{GatheringInput, LocalInput, SeriesInput, SeriesKind};
use jiff::civil::{Date, date, time};
use registration::mailings::{MailingInput, To};
use registration::{
    By, ContingentInput, Desk, DeskInput, DeskState, FieldInput, FieldKind, Places, Readers,
    SignUp, SignedUp, Texts,
};
use store::params;
use uuid::Uuid;

use super::Scene;

impl Scene<'_, '_> {
    pub(super) fn desks(&mut self) -> Result<(), Halt> {
        let slug = self.samples["gathering"].clone();
        let it = gatherings::gathering_by_slug(self.conn, self.network, &slug)?;
        let it = it.ok_or(Halt::Missing)?.id;
        let desk = self.desk((Some(it), None), &[it])?;
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let question = FieldInput {
            kind: FieldKind::Text,
            label: Texts {
                de: "Eine Frage".to_owned(),
                en: String::new(),
            },
            help: Texts::default(),
            required: false,
            choices: Vec::new(),
            shown_if: None,
            readers: Readers::Leader,
            kept_days: None,
        };
        registration::put_field(conn, moment, who, (desk, None), &question)?;
        let field = registration::fields(conn, desk)?.remove(0).id;
        let group = register::groups_of(conn, self.network)?.remove(0).id;
        let kept = ContingentInput {
            gathering: it,
            organisation: None,
            group: Some(group),
            places: 1,
            until: date(2017, 12, 1),
        };
        let today = date(2017, 11, 20);
        registration::add_contingent(conn, moment, who, (desk, today), &kept)?;
        let contingent: Uuid = self.one(
            "SELECT id FROM registration_contingent WHERE desk_id = $1",
            params![desk],
        );
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let input = SignUp {
            gathering: it.into(),
            name: "Jemand aus der Probe".to_owned(),
            mail: format!("probe@{}.example", self.slug),
            phone: String::new(),
            organisation: String::new(),
            companions: Vec::new(),
            answers: vec![(field, "Eine Antwort".to_owned())],
            files: Vec::new(),
            list_consent: false,
            asks_contact: false,
            needs: None,
            slots: Vec::new(),
        };
        let by = By::Office(who, Lang::De);
        let seen = registration::desk(conn, desk)?.ok_or(Halt::Missing)?;
        let done = registration::sign_up(conn, moment, (&seen, today), by, &input)?;
        let SignedUp::Done(made) = done else {
            return Err(Halt::Missing);
        };
        let place = registration::places_of(conn, made)?.remove(0).id;
        self.keep("form-field", field);
        self.keep("contingent", contingent);
        self.keep("registration-place", place);
        self.keep("registration", made);
        self.afterwards((it, desk))?;
        self.programme(it)?;
        self.choice_series()
    }

    /// A mail to those who come, and what they are asked afterwards.
    fn afterwards(&mut self, (it, desk): (GatheringId, Uuid)) -> Result<(), Halt> {
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let desk = registration::desk(conn, desk)?.ok_or(Halt::Missing)?;
        let words = |text: &str| Texts {
            de: text.to_owned(),
            en: String::new(),
        };
        let mail = MailingInput {
            to: To::Confirmed,
            subject: words("Eine Mail zu {Termin}"),
            body: words("Bis bald in {Ort}."),
        };
        let mailing = registration::mailings::add(conn, moment, who, (&desk, it), &mail)?;
        let it = gatherings::gathering(conn, it)?.ok_or(Halt::Missing)?;
        let asked = feedback::FormInput {
            open_days: 14,
            intro: Texts::default(),
            questions: vec![(
                feedback::QuestionKind::Scale,
                words("Wie war es?"),
                Vec::new(),
            )],
        };
        feedback::put_form(conn, moment, who, (&it, &asked))?;
        self.keep("mailing", mailing);
        Ok(())
    }

    /// A programme with a workshop to choose.
    fn programme(&mut self, it: GatheringId) -> Result<(), Halt> {
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let input = programme::SectionInput {
            hours: programme::Hours {
                day: 0,
                starts: time(9, 0, 0, 0),
                ends: time(10, 0, 0, 0),
            },
            title: Texts::default(),
            is_break: false,
        };
        let section = programme::put_section(conn, moment, who, (it, None), &input)?;
        let input = programme::SessionInput {
            title: Texts {
                de: "Ein Workshop".to_owned(),
                en: String::new(),
            },
            choosable: true,
            capacity: Some(3),
            ..programme::SessionInput::default()
        };
        let session = programme::put_session(conn, moment, who, (it, section, None), &input)?;
        self.keep("programme-section", section);
        self.keep("programme-session", session);
        Ok(())
    }

    fn desk(
        &mut self,
        (gathering, series): (Option<GatheringId>, Option<SeriesId>),
        dates: &[GatheringId],
    ) -> Result<Uuid, Halt> {
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let desk = Desk {
            gathering,
            series,
            ..Desk::proposed(moment.id(), self.network)
        };
        let id = desk.id;
        let places = Places {
            dates: dates.iter().map(|it| (*it, Some(20))).collect(),
            shared: None,
        };
        registration::put_desk(conn, moment, who, &DeskInput { desk, places })?;
        registration::set_desk_state(conn, moment, who, (id, DeskState::Open))?;
        Ok(id)
    }

    fn choice_series(&mut self) -> Result<(), Halt> {
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let series = SeriesInput {
            name: "Zur Auswahl".to_owned(),
            about: String::new(),
            kind: SeriesKind::Choice,
        };
        let series = gatherings::add_series(conn, moment, who, self.network, &series)?;
        let mut dates = Vec::new();
        for day in [date(2018, 2, 1), date(2018, 2, 2)] {
            dates.push(self.choice(day, series)?);
        }
        self.keep("choice-series", series);
        self.desk((None, Some(series)), &dates).map(drop)
    }

    fn choice(&mut self, day: Date, series: SeriesId) -> Result<GatheringId, Halt> {
        let when = LocalInput::on(day, time(9, 0, 0, 0), time(11, 0, 0, 0), "Europe/Berlin");
        let title = format!("Zur Auswahl in {}", self.slug);
        let input = GatheringInput {
            series: Some(series),
            ..GatheringInput::new(&title, when.resolved().unwrap())
        };
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let id = gatherings::plan_gathering(conn, moment, who, self.network, &input)?;
        gatherings::announce(conn, moment, who, id)?;
        Ok(id)
    }
}
