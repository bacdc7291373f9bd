//! Stories of the room duplicates: found on entry and in a list, merged, parted again.

mod asking;
mod entering;
mod groups;
mod memberships;
mod merging;
mod schema;
mod waiting;
mod whole;

use base::Halt;
use base::access::Actor;
use register::actions::{PersonInput, add_person};
use shell::Named;
use trial::Trial;
use uuid::Uuid;

/// The list of pairs.
const LIST: &str = "/weimar/dubletten";

/// Enters a person past the pages; the id.
async fn person(trial: &Trial, name: &'static str, mail: &'static str) -> Uuid {
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
            let input = PersonInput {
                name: name.to_owned(),
                mail: mail.to_owned(),
                ..PersonInput::default()
            };
            add_person(conn, moment, &Actor::default(), network.id, &input).map(Uuid::from)
        })
        .await
        .unwrap()
}

/// Merges the second of two records into the first.
async fn merged(trial: &Trial, named: Named, kept: Uuid, gone: Uuid) -> Result<Uuid, Halt> {
    let declared = duplicates::Declared::of(&trial.app.rooms);
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
            let order = duplicates::Order {
                network: network.id,
                named,
                kept,
                gone,
                picks: std::collections::BTreeMap::new(),
            };
            duplicates::merge(conn, moment, &Actor::default(), &declared, &order)
        })
        .await
}
