//! The fields of work that a network offers to choose from.

use base::access::Actor;
use base::{Blame, Fault, FieldOfWorkId, Halt, Moment, NetworkId};
use store::Conn;

use super::changes::about_network;
use crate::profile::FieldOfWork;
use crate::records;

/// What becomes of the fields of work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorksInput {
    /// Those that are there: how they are called and whether they are still offered.
    pub known: Vec<(FieldOfWorkId, String, bool)>,
    /// Names of new ones.
    pub new: Vec<String>,
}

/// Writes a network's fields of work; whoever has one that is no longer offered keeps it.
///
/// # Errors
/// Missing where one belongs to another network; refused where a name is missing or taken.
pub fn change_fields_of_work(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &WorksInput,
) -> Result<(), Halt> {
    let before = records::fields_of_work(conn, network)?;
    let mut blames = Vec::new();
    let mut after = before.clone();
    for (id, name, offered) in &input.known {
        let known = after.iter_mut().find(|it| it.id == *id);
        let known = known.ok_or(Halt::Missing)?;
        known.ended = !offered;
        name.clone_into(&mut known.name);
        if name.is_empty() {
            blames.push(Blame::at(format!("work-{id}"), "fault-missing"));
        }
    }
    for (place, it) in after.iter().enumerate() {
        let is_twice = after
            .iter()
            .take(place)
            .any(|other| same(&other.name, &it.name));
        if is_twice && !it.name.is_empty() {
            blames.push(Blame::at(
                format!("work-{}", it.id),
                "register-fault-work-taken",
            ));
        }
    }
    for name in &input.new {
        if !after.iter().any(|it| same(&it.name, name)) {
            after.push(FieldOfWork {
                id: moment.id(),
                name: name.clone(),
                ended: false,
            });
        }
    }
    if after.iter().filter(|it| !it.ended).count() > MOST {
        blames.push(Blame::at("new", "register-fault-works-many").with("most", MOST));
    }
    if !blames.is_empty() {
        return Err(Halt::Refused(blames));
    }
    if after == before {
        return Ok(());
    }
    write(conn, network, (&before, &after))?;
    let verb = "register-works-changed";
    let about = about_network(network);
    records::note(conn, moment, who, about, verb, String::new())?;
    Ok(())
}

/// A longer list is read by nobody.
const MOST: usize = 80;

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Names that change places would be taken for a moment; so they step aside first.
fn write(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (before, after): (&[FieldOfWork], &[FieldOfWork]),
) -> Result<(), Fault> {
    let changed: Vec<&FieldOfWork> = after.iter().filter(|it| !before.contains(it)).collect();
    let is_known = |it: &FieldOfWork| before.iter().any(|other| other.id == it.id);
    for it in changed.iter().filter(|it| is_known(it)) {
        let aside = FieldOfWork {
            name: it.id.to_string(),
            ..(*it).clone()
        };
        records::update_work(conn, &aside)?;
    }
    for it in changed {
        if is_known(it) {
            records::update_work(conn, it)?;
        } else {
            records::insert_work(conn, network, it)?;
        }
    }
    Ok(())
}
