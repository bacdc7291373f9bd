//! Where people register in the sample data, and who does.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Lang, Moment, NetworkId, SeriesId};
use jiff::civil::Date;
use registration::mailings::{self, MailingInput, Reminder, To};
use registration::needs::Telling;
use registration::{
    By, Desk, DeskInput, DeskState, FieldInput, FieldKind, FormField, Passing, Places, Readers,
    SignUp, Texts, Who,
};
use shell::App;
use store::Conn;

use super::data;
use super::events::Day;
use super::networks::Cast;

/// A desk with its series or its gathering.
#[derive(Clone)]
pub(super) struct Opening {
    told: data::Desk,
    series: Option<SeriesId>,
    of: Option<Day>,
    /// The gathering that participants are asked about afterwards.
    asked: Option<Day>,
    /// The addresses of those who are let in on the day.
    came: Vec<String>,
}

fn day_of(gatherings: &[data::Gathering], day: Date) -> Result<Day, Fault> {
    let found = gatherings.iter().find(|it| it.day == day);
    let found = found.ok_or_else(|| Fault::new("find the gathering of a desk"))?;
    Ok(Day {
        day,
        title: found.title.clone(),
    })
}

impl Opening {
    pub(super) fn new(
        cast: &Cast,
        gatherings: &[data::Gathering],
        told: data::Desk,
    ) -> Result<Self, Fault> {
        let series = match &told.series {
            Some(name) => {
                let series = cast.series.get(name).copied();
                Some(series.ok_or_else(|| Fault::new("find the series of a desk"))?)
            }
            None => None,
        };
        let of = told.gathering.map(|day| day_of(gatherings, day));
        let asked = told.feedback.as_ref().map(|it| day_of(gatherings, it.of));
        let came = told.came.iter();
        let came = came.map(|short| Ok(organisation(cast, short)?.contact_mail()));
        Ok(Self {
            came: came.collect::<Result<_, Fault>>()?,
            series,
            of: of.transpose()?,
            asked: asked.transpose()?,
            told,
        })
    }

    /// The desk itself.
    fn desk(&self, conn: &mut Conn<'_>, network: NetworkId) -> Result<Desk, Halt> {
        let gathering = self.of.as_ref().map(|it| it.find(conn, network));
        let about = (gathering.transpose()?, self.series);
        registration::desk_of(conn, about)?.ok_or(Halt::Missing)
    }
}

/// Somebody who registers.
#[derive(Clone)]
pub(super) struct Coming {
    told: data::Coming,
    opening: Opening,
    name: String,
    mail: String,
    organisation: String,
}

impl Coming {
    pub(super) fn new(cast: &Cast, opening: &Opening, told: data::Coming) -> Result<Self, Fault> {
        let from = organisation(cast, &told.from)?;
        Ok(Self {
            opening: opening.clone(),
            name: from.contact_name(),
            mail: from.contact_mail(),
            organisation: from.name.clone(),
            told,
        })
    }
}

/// Somebody who says how it was.
#[derive(Clone)]
pub(super) struct Saying {
    opening: Opening,
    mail: String,
    values: Vec<String>,
}

impl Saying {
    pub(super) fn new(cast: &Cast, opening: &Opening, told: &data::Said) -> Result<Self, Fault> {
        Ok(Self {
            opening: opening.clone(),
            mail: organisation(cast, &told.from)?.contact_mail(),
            values: told.values.clone(),
        })
    }
}

fn organisation<'c>(cast: &'c Cast, short: &str) -> Result<&'c data::Organisation, Fault> {
    let found = cast.organisations.get(short);
    let (_, found) = found.ok_or_else(|| Fault::new(format!("find the organisation {short}")))?;
    Ok(found)
}

fn odd() -> Halt {
    Fault::new("read a desk of the sample data").into()
}

fn date(conn: &mut Conn<'_>, desk: &Desk, day: Date) -> Result<GatheringId, Halt> {
    let dates = registration::offered(conn, desk)?;
    let found = dates.iter().find(|it| it.starts.date() == day);
    found.map(|it| it.id).ok_or(Halt::Missing)
}

fn texts(de: &str, en: &str) -> Texts {
    Texts {
        de: de.to_owned(),
        en: en.to_owned(),
    }
}

/// Sets a desk up and opens it.
pub(super) fn open(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (app, network): (&App, NetworkId),
    it: &Opening,
) -> Result<(), Halt> {
    let told = &it.told;
    let gathering = it.of.as_ref().map(|it| it.find(conn, network));
    let desk = Desk {
        gathering: gathering.transpose()?,
        series: it.series,
        who: Who::from_word(&told.who).ok_or_else(odd)?,
        passing: Passing::from_word(&told.passing).ok_or_else(odd)?,
        offer_hours: told.offer_hours,
        companions: told.companions,
        intro: texts(&told.intro, &told.intro_en),
        thanks: texts(&told.thanks, &told.thanks_en),
        asks_list_consent: true,
        asks_needs: told.asks_needs,
        ..Desk::proposed(moment.id(), network)
    };
    let mut places = Places::default();
    for it in &told.places {
        let gathering = date(conn, &desk, it.day)?;
        places.dates.push((gathering, Some(it.places)));
    }
    let input = DeskInput {
        desk: desk.clone(),
        places,
    };
    registration::put_desk(conn, moment, who, &input)?;
    for it in &told.questions {
        let input = FieldInput {
            kind: FieldKind::from_word(&it.kind).ok_or_else(odd)?,
            label: texts(&it.label, &it.label_en),
            help: Texts::default(),
            required: false,
            choices: FormField::choices_of(&it.choices),
            shown_if: None,
            readers: Readers::Leader,
            kept_days: Some(30),
        };
        registration::put_field(conn, moment, who, (desk.id, None), &input)?;
    }
    registration::set_desk_state(conn, moment, who, (desk.id, DeskState::Open))?;
    if told.reminds > 0 {
        let first = registration::offered(conn, &desk)?.into_iter().next();
        let first = first.ok_or(Halt::Missing)?.id;
        let reminder = Reminder {
            days: told.reminds,
            ..Reminder::proposed(&app.phrases)
        };
        mailings::set_reminder(conn, moment, who, (&desk, first), &reminder)?;
    }
    if let Some(asked) = &it.asked {
        let about = asked.find(conn, network)?;
        let about = gatherings::gathering(conn, about)?.ok_or(Halt::Missing)?;
        let input = feedback::FormInput {
            open_days: feedback::FeedbackForm::MOST_DAYS,
            ..feedback::proposed(&app.phrases)
        };
        feedback::put_form(conn, moment, who, (&about, &input))?;
        feedback::set_state(conn, moment, who, (&about, feedback::FormState::Open))?;
    }
    Ok(())
}

/// Registers as somebody signed in does.
pub(super) fn register(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
    it: &Coming,
) -> Result<(), Halt> {
    let desk = it.opening.desk(conn, network)?;
    let question = registration::fields(conn, desk.id)?.into_iter().next();
    let answers = question.filter(|_| !it.told.answer.is_empty());
    let gathering = date(conn, &desk, it.told.at)?;
    let slots = super::programmes::chosen(conn, (gathering, &it.told.from))?;
    let input = SignUp {
        gathering: gathering.into(),
        name: it.name.clone(),
        mail: it.mail.clone(),
        phone: String::new(),
        organisation: it.organisation.clone(),
        companions: it.told.companions.clone(),
        answers: answers
            .map(|field| (field.id, it.told.answer.clone()))
            .into_iter()
            .collect(),
        files: Vec::new(),
        list_consent: true,
        asks_contact: false,
        needs: None,
        slots,
    };
    let about = (&desk, it.told.on);
    registration::sign_up(conn, moment, about, By::Account(Lang::De), &input).map(drop)
}

/// Tells what somebody needs, as through the link in their mail: nothing where they have not
/// registered yet.
pub(super) fn tell_needs(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    app: &App,
    (story, told): (&data::Story, &data::Coming),
) -> Result<(), Halt> {
    let network = register::network_by_slug(conn, &story.network.slug)?.ok_or(Halt::Missing)?;
    let mut all = story.organisations.iter();
    let from = all.find(|it| it.short == told.from).ok_or(Halt::Missing)?;
    let at = day_of(&story.gatherings, told.at)?.find(conn, network.id)?;
    let it = gatherings::gathering(conn, at)?.ok_or(Halt::Missing)?;
    let desk = registration::desk_of(conn, (Some(at), it.series))?;
    let mail = registration::fold(&from.contact_mail());
    let known = match desk {
        Some(desk) => registration::by_mail(conn, desk.id, &mail)?,
        None => None,
    };
    let Some(known) = known else {
        return Ok(());
    };
    let place = registration::places_of(conn, known.id)?.into_iter().next();
    let place = place.ok_or(Halt::Missing)?;
    let needs = (told.needs.as_slice(), told.needs_text.as_str());
    Ok(Telling::of_words(app, needs).put(conn, moment, place.id)?)
}

/// Lets those in who came, with whom they brought along.
pub(super) fn let_in(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    it: &Opening,
) -> Result<(), Halt> {
    let desk = it.desk(conn, network)?;
    let at = desk.gathering.ok_or(Halt::Missing)?;
    let at = gatherings::gathering(conn, at)?.ok_or(Halt::Missing)?;
    for mail in &it.came {
        let mail = registration::fold(mail);
        let known = registration::by_mail(conn, desk.id, &mail)?.ok_or(Halt::Missing)?;
        for place in registration::places_of(conn, known.id)? {
            reception::arrive(conn, moment, (who, &at), place.id)?;
        }
    }
    Ok(())
}

/// Asks those who were there how it was.
pub(super) fn write_afterwards(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    it: &Opening,
) -> Result<(), Halt> {
    let (Some(asked), Some(told)) = (&it.asked, &it.told.feedback) else {
        return Ok(());
    };
    let desk = it.desk(conn, network)?;
    let gathering = asked.find(conn, network)?;
    let mail = MailingInput {
        to: To::Came,
        subject: texts(&told.subject, ""),
        body: texts(told.text.trim(), ""),
    };
    let id = mailings::add(conn, moment, who, (&desk, gathering), &mail)?;
    mailings::lay_out(conn, moment, who, id).map(drop)
}

/// Says how it was, as behind the link in the mail.
pub(super) fn give_feedback(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
    it: &Saying,
) -> Result<(), Halt> {
    let desk = it.opening.desk(conn, network)?;
    let mail = registration::fold(&it.mail);
    let registration = registration::by_mail(conn, desk.id, &mail)?.ok_or(Halt::Missing)?;
    let asked = feedback::asked(conn, registration.id, moment.now())?.ok_or(Halt::Missing)?;
    let questions = feedback::questions(conn, asked.form.id)?;
    let given = questions.iter().zip(&it.values);
    let given = given.filter(|(_, value)| !value.is_empty());
    let given: Vec<_> = given
        .map(|(question, value)| (question.id, value.clone()))
        .collect();
    feedback::answer(conn, registration.id, (&given, moment.now()))
}
