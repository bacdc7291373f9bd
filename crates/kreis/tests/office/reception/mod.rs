//! Stories of the reception: the day at the door, and what is certified afterwards.

mod certificates;
mod codes;
mod door;
mod papers;
mod privacy;

use base::{GatheringId, Halt, Lang};
use gatherings::{GatheringInput, LocalInput};
use jiff::civil::{date, time};
use registration::{By, Desk, DeskInput, DeskState, Places, SignUp, SignedUp};
use trial::{Seen, Trial, form};
use uuid::Uuid;

use crate::at_work::of_office;

/// The title of the gathering that the stories are about.
const TITLE: &str = "Fachtag Zukunft";
/// Its address.
const PAGE: &str = "/weimar/termine/2018-01-10-fachtag-zukunft";
/// Its door.
const DOOR: &str = "/weimar/termine/2018-01-10-fachtag-zukunft/einlass";

/// An announced gathering of a network with an open desk of so many places.
async fn gathering(
    trial: &Trial,
    (network, title): (&'static str, &'static str),
    places: i64,
) -> GatheringId {
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, network)?.ok_or(Halt::Missing)?;
            let who = of_office(network.id);
            let day = date(2018, 1, 10);
            let when = LocalInput::on(day, time(9, 0, 0, 0), time(16, 0, 0, 0), "Europe/Berlin");
            let input = GatheringInput::new(title, when.resolved().unwrap());
            let id = gatherings::plan_gathering(conn, moment, &who, network.id, &input)?;
            gatherings::announce(conn, moment, &who, id)?;
            let desk = Desk {
                gathering: Some(id),
                ..Desk::proposed(moment.id(), network.id)
            };
            let places = Places {
                dates: vec![(id, Some(places))],
                shared: None,
            };
            let desk_id = desk.id;
            registration::put_desk(conn, moment, &who, &DeskInput { desk, places })?;
            registration::set_desk_state(conn, moment, &who, (desk_id, DeskState::Open))?;
            Ok(id)
        })
        .await
        .unwrap()
}

/// The gathering of most stories.
async fn day(trial: &Trial, places: i64) -> GatheringId {
    gathering(trial, ("weimar", TITLE), places).await
}

fn mail_of(name: &str) -> String {
    format!("{}@person.example", base::slug(name))
}

/// The office registers somebody for a gathering; the place.
async fn place(trial: &Trial, gathering: GatheringId, name: &'static str) -> Uuid {
    trial
        .write(move |conn, moment| {
            let it = gatherings::gathering(conn, gathering)?.ok_or(Halt::Missing)?;
            let desk =
                registration::desk_of(conn, (Some(gathering), None))?.ok_or(Halt::Missing)?;
            let input = SignUp {
                gathering: gathering.into(),
                name: name.to_owned(),
                mail: mail_of(name),
                phone: "03643 555".to_owned(),
                organisation: format!("Verein {name}"),
                companions: Vec::new(),
                answers: Vec::new(),
                files: Vec::new(),
                slots: Vec::new(),
                list_consent: false,
                asks_contact: false,
                needs: None,
            };
            let who = of_office(it.network);
            let by = By::Office(&who, Lang::De);
            let about = (&desk, date(2017, 11, 20));
            let SignedUp::Done(made) = registration::sign_up(conn, moment, about, by, &input)?
            else {
                return Err(Halt::Missing);
            };
            Ok(registration::places_of(conn, made)?.remove(0).id)
        })
        .await
        .unwrap()
}

/// The page behind the link in somebody's last mail.
async fn own(trial: &Trial, name: &str) -> String {
    trial.run_due().await;
    let address = mail_of(name);
    let mut mails = trial.mails().await;
    mails.retain(|it| it.to.iter().any(|to| to.address == address));
    let text = mails.last().and_then(|it| it.text.clone()).unwrap();
    text.split_whitespace()
        .filter_map(|word| word.strip_prefix(trial::BASE_URL))
        .find(|path| path.starts_with("/anmeldung/"))
        .unwrap_or_else(|| panic!("no link: {text}"))
        .to_owned()
}

/// The office presses the button of a place; the page that follows.
async fn arrives(trial: &Trial, place: Uuid) -> Seen {
    let pressed = form![("place", place)];
    let address = format!("{DOOR}/ankunft");
    trial.office.post_on(&address, pressed).await
}

/// Who is on the attendance list, by name.
async fn attending(trial: &Trial, gathering: GatheringId) -> Vec<String> {
    let rows = trial
        .read(move |conn| gatherings::attendance(conn, gathering))
        .await;
    rows.into_iter().map(|it| it.name).collect()
}
