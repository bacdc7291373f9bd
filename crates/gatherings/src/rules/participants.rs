//! Who takes part, as everybody who takes part may read it. Pure.

use std::collections::BTreeSet;

use base::PersonId;

use super::{Attendance, Invitation, Presence, Reply};

/// Somebody who comes or came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participant {
    /// The person, where it is one that the register knows and who was asked.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// The function through which the person comes.
    pub function: String,
    /// The organisation's name.
    pub organisation: String,
}

/// Those who came, as they were written down. Whoever came in another's place or unasked has
/// never been asked about lists, and is no known person here.
pub fn who_came(rows: &[Attendance]) -> Vec<Participant> {
    let came = rows
        .iter()
        .filter(|it| matches!(it.state, Presence::Present | Presence::Represented));
    came.map(|it| match (it.state, it.person) {
        (Presence::Present, Some(person)) => Participant {
            person: Some(person),
            name: it.name.clone(),
            function: it.function.clone(),
            organisation: it.organisation_name.clone(),
        },
        _ => Participant::default(),
    })
    .collect()
}

/// Whoever an answer brings, in person or by a deputy; none where it brings nobody.
pub fn who_comes(invitation: &Invitation, itself: Participant) -> Option<Participant> {
    if invitation.withdrawn {
        return None;
    }
    match (invitation.reply, invitation.deputy.is_empty()) {
        (Some(_), false) => Some(Participant::default()),
        (Some(Reply::Yes), true) => Some(itself),
        _ => None,
    }
}

/// The names of those who agreed, and how many others there are.
pub fn named(all: Vec<Participant>, agreed: &BTreeSet<PersonId>) -> (Vec<Participant>, usize) {
    let count = all.len();
    let named: Vec<Participant> = all
        .into_iter()
        .filter(|it| it.person.is_some_and(|person| agreed.contains(&person)))
        .collect();
    let others = count.saturating_sub(named.len());
    (named, others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn row(number: u128, state: Presence, represented_by: &str) -> Attendance {
        Attendance {
            person: (number > 0).then(|| PersonId::from(Uuid::from_u128(number))),
            organisation: None,
            name: format!("Person {number}"),
            organisation_name: String::new(),
            function: String::new(),
            state,
            represented_by: represented_by.to_owned(),
        }
    }

    #[test]
    fn only_who_agreed_is_named_and_everybody_who_came_is_counted() {
        let rows = [
            row(1, Presence::Present, ""),
            row(2, Presence::Present, ""),
            row(3, Presence::Represented, "Vertretung"),
            row(4, Presence::Excused, ""),
            row(0, Presence::Present, ""),
        ];
        let agreed: BTreeSet<PersonId> = [1, 3, 4]
            .map(|number| PersonId::from(Uuid::from_u128(number)))
            .into();
        let (listed, others) = named(who_came(&rows), &agreed);
        let names: Vec<_> = listed.iter().map(|it| it.name.as_str()).collect();
        assert_eq!((names, others), (vec!["Person 1"], 3));
    }
}
