//! Where people register in the sample data, and who does.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Lang, Moment, NetworkId, SeriesId};
use registration::{
    By, Desk, DeskInput, DeskState, FieldInput, FieldKind, FormField, Passing, Places, Readers,
    SignUp, Texts, Who,
};
use store::Conn;

use super::data;
use super::networks::Cast;

/// A desk with its series.
#[derive(Clone)]
pub(super) struct Opening {
    told: data::Desk,
    series: SeriesId,
}

impl Opening {
    pub(super) fn new(cast: &Cast, told: data::Desk) -> Result<Self, Fault> {
        let series = cast.series.get(&told.series).copied();
        let series = series.ok_or_else(|| Fault::new("find the series of a desk"))?;
        Ok(Self { told, series })
    }
}

/// Somebody who registers.
#[derive(Clone)]
pub(super) struct Coming {
    told: data::Coming,
    series: SeriesId,
    name: String,
    mail: String,
    organisation: String,
}

impl Coming {
    pub(super) fn new(cast: &Cast, opening: &Opening, told: data::Coming) -> Result<Self, Fault> {
        let (_, from) = cast
            .organisations
            .get(&told.from)
            .ok_or_else(|| Fault::new(format!("find the organisation {}", told.from)))?;
        Ok(Self {
            series: opening.series,
            name: from.contact_name(),
            mail: from.contact_mail(),
            organisation: from.name.clone(),
            told,
        })
    }
}

fn odd() -> Halt {
    Fault::new("read a desk of the sample data").into()
}

fn date(conn: &mut Conn<'_>, desk: &Desk, day: jiff::civil::Date) -> Result<GatheringId, Halt> {
    let dates = registration::offered(conn, desk)?;
    let found = dates.iter().find(|it| it.starts.date() == day);
    found.map(|it| it.id).ok_or(Halt::Missing)
}

/// Sets a desk up and opens it.
pub(super) fn open(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    it: &Opening,
) -> Result<(), Halt> {
    let told = &it.told;
    let texts = |de: &str, en: &str| Texts {
        de: de.to_owned(),
        en: en.to_owned(),
    };
    let desk = Desk {
        series: Some(it.series),
        who: Who::from_word(&told.who).ok_or_else(odd)?,
        passing: Passing::from_word(&told.passing).ok_or_else(odd)?,
        offer_hours: told.offer_hours,
        companions: told.companions,
        intro: texts(&told.intro, &told.intro_en),
        thanks: texts(&told.thanks, &told.thanks_en),
        asks_list_consent: true,
        ..Desk::proposed(moment.id(), network)
    };
    let mut places = Places::default();
    for it in &told.places {
        let gathering = date(conn, &desk, it.day)?;
        places.dates.push((gathering, Some(it.places)));
    }
    let id = desk.id;
    registration::put_desk(conn, moment, who, &DeskInput { desk, places })?;
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
        registration::put_field(conn, moment, who, (id, None), &input)?;
    }
    registration::set_desk_state(conn, moment, who, (id, DeskState::Open))
}

/// Registers as somebody signed in does.
pub(super) fn register(conn: &mut Conn<'_>, moment: &mut Moment, it: &Coming) -> Result<(), Halt> {
    let desk = registration::desk_of(conn, (None, Some(it.series)))?;
    let desk = desk.ok_or(Halt::Missing)?;
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
        list_consent: true,
        asks_contact: false,
        needs: None,
        slots,
    };
    let about = (desk.id, it.told.on);
    registration::sign_up(conn, moment, about, By::Account(Lang::De), &input).map(drop)
}
