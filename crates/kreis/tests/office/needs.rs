//! Assistance needs: told in confidence, read by one, forgotten by all.

mod forgetting;
mod nowhere;
mod telling;

use base::access::{Audience, Role};
use base::{GatheringId, Halt};
use gatherings::{GatheringInput, LocalInput, SeriesInput, SeriesKind};
use jiff::civil::{Date, time};
use registration::{Desk, DeskInput, DeskState, Passing, Places};
use store::Conn;
use trial::{Trial, Visitor, form};
use uuid::Uuid;

use crate::at_work::{at_work, called_off};

/// What somebody tells, as nobody else says it.
pub(crate) const WORDS: &str = "Quastenflosser Xylophonallergie";
/// A word of what is ticked, as pages say it and as it is sealed.
pub(crate) const TICKED: [&str; 2] = ["Gebärdensprache", "sign-language"];
pub(crate) const MAIL: &str = "teilnahme@abendstern.example";
pub(crate) const NAME: &str = "Leitung Abendstern Probe";
const CONTACT: &str = "assistenz@rollen.example";

/// A gathering, or several of a choice series, where one can register and is asked.
pub(crate) fn desk(
    conn: &mut Conn<'_>,
    moment: &mut base::Moment,
    days: &[Date],
) -> Result<Vec<String>, Halt> {
    let (network, who) = at_work(conn, "weimar")?;
    let series = if days.len() == 1 {
        None
    } else {
        let input = SeriesInput {
            name: "Fachtage".to_owned(),
            about: String::new(),
            kind: SeriesKind::Choice,
        };
        Some(gatherings::add_series(
            conn, moment, &who, network.id, &input,
        )?)
    };
    let mut dates: Vec<(GatheringId, Option<i64>)> = Vec::new();
    let mut slugs = Vec::new();
    for day in days {
        let when = LocalInput::on(*day, time(9, 0, 0, 0), time(15, 0, 0, 0), "Europe/Berlin");
        let input = GatheringInput {
            series,
            audience: Audience::Public,
            ..GatheringInput::new("Fachtag", when.resolved().unwrap())
        };
        let id = gatherings::plan_gathering(conn, moment, &who, network.id, &input)?;
        gatherings::announce(conn, moment, &who, id)?;
        slugs.push(gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?.slug);
        dates.push((id, Some(2)));
    }
    let desk = Desk {
        gathering: dates
            .first()
            .map(|(id, _)| *id)
            .filter(|_| series.is_none()),
        series,
        state: DeskState::Open,
        closes_days: 0,
        change_days: 0,
        passing: Passing::Give,
        asks_needs: true,
        ..Desk::proposed(moment.id::<Uuid>(), network.id)
    };
    let places = Places {
        dates,
        shared: None,
    };
    registration::put_desk(conn, moment, &who, &DeskInput { desk, places })?;
    let person = register::actions::PersonInput {
        name: "Kontakt Teilhabe".to_owned(),
        mail: CONTACT.to_owned(),
        ..register::actions::PersonInput::default()
    };
    let person = register::actions::add_person(conn, moment, &who, network.id, &person)?;
    let giving = register::roles::Giving {
        role: Role::AssistanceContact,
        place: register::roles::Place::Network,
        term: register::Term::default(),
    };
    register::roles::give_role_to(conn, moment, &who, (network.id, person), &giving)?;
    Ok(slugs)
}

/// The same in a trial; the slugs and the contact.
pub(crate) async fn set_up(trial: &Trial, days: &'static [Date]) -> (Vec<String>, Visitor) {
    let slugs = trial
        .write(move |conn, moment| desk(conn, moment, days))
        .await
        .unwrap();
    (slugs, trial.signed_in_as(CONTACT).await)
}

/// The form as somebody fills it.
pub(crate) async fn typed(visitor: &Visitor, slug: &str, words: &str) -> Vec<(String, String)> {
    let path = format!("/weimar/termine/{slug}/anmeldung");
    let page = visitor.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let gathering = page.field("gathering").unwrap_or_default();
    form![
        ("gathering", gathering),
        ("name", NAME),
        ("mail", MAIL),
        ("organisation", "Abendstern"),
        ("needs", TICKED[1]),
        ("needs_words", words),
    ]
}

/// The link of the latest mail to one's own registration.
pub(crate) async fn own_link(trial: &Trial) -> String {
    trial.run_due().await;
    found_in(&trial.mails().await).expect("a mail with a link")
}

/// The link of the latest mail to whoever registered; none where there is none yet.
pub(crate) fn found_in(mails: &[trial::ReadMail]) -> Option<String> {
    let mine = |it: &&trial::ReadMail| it.to.iter().any(|to| to.address == MAIL);
    let texts = mails.iter().rev().filter(mine);
    let words = texts.filter_map(|it| it.text.as_deref());
    let mut links = words
        .flat_map(str::split_whitespace)
        .filter_map(|it| it.split_once("/anmeldung/"));
    let (_, rest) = links.next()?;
    let is_token = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    let token: String = rest.chars().take_while(is_token).collect();
    Some(format!("/anmeldung/{token}"))
}

/// Registers with a need, and confirms the mail; one's own link.
pub(crate) async fn registered(trial: &Trial, slug: &str) -> String {
    let typed = typed(&trial.nobody, slug, WORDS).await;
    let path = format!("/weimar/termine/{slug}/anmeldung");
    let sent = trial.nobody.post(&path, typed).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let own = own_link(trial).await;
    let confirmed = trial
        .nobody
        .post(&format!("{own}/bestaetigung"), form![])
        .await;
    assert_eq!(confirmed.status, 303, "{}", confirmed.text());
    trial.run_due().await;
    own
}

/// The first need in the contact's list of a gathering.
pub(crate) async fn first_need(contact: &Visitor, slug: &str) -> Option<String> {
    let list = contact
        .get(&format!("/weimar/termine/{slug}/assistenz"))
        .await;
    assert_eq!(list.status, 200, "{}", list.text());
    let links = list.links();
    links
        .into_iter()
        .find(|(label, _)| label == NAME)
        .map(|(_, href)| href)
}

/// How many needs lie in the database.
pub(crate) async fn needs(trial: &Trial) -> i64 {
    trial
        .read(|conn| conn.count("SELECT COUNT(*) FROM assistance_need", &[]))
        .await
}
