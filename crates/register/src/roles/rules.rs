//! Roles that were given for a term: where they hold, and for which records they can.

use base::access::{Assigned, Reach, Role, Scope};
use base::{AccountId, GroupId, NetworkId, RoleAssignmentId};
use jiff::civil::Date;
use uuid::Uuid;

use crate::types::Term;

/// Where a role is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In all of the network.
    Network,
    /// In one group.
    Group(GroupId),
    /// About one record, of this kind as the search names it.
    Record(&'static str, Uuid),
}

impl Place {
    /// How far that is.
    pub const fn reach(self) -> Reach {
        self.scope().reach()
    }

    /// The same, as rights are decided.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Network => Scope::Network,
            Self::Group(group) => Scope::Group(group),
            Self::Record(_, record) => Scope::Record(record),
        }
    }

    /// The word of a form; nothing for all of the network.
    pub fn word(self) -> String {
        match self {
            Self::Network => String::new(),
            Self::Group(group) => format!("group:{group}"),
            Self::Record(kind, record) => format!("{kind}:{record}"),
        }
    }

    /// Reads the word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        if word.is_empty() {
            return Some(Self::Network);
        }
        let (kind, id) = word.split_once(':')?;
        match kind {
            "group" => id.parse().ok().map(Self::Group),
            kind => Some(Self::Record(record_kind(kind)?, id.parse().ok()?)),
        }
    }
}

/// The kinds of records that a role can be given for.
pub(crate) const RECORD_KINDS: [&str; 2] = [GATHERING, POST];
const GATHERING: &str = "gathering";
const POST: &str = "post";

/// The kind of record of the database or a form.
pub(super) fn record_kind(word: &str) -> Option<&'static str> {
    RECORD_KINDS.into_iter().find(|kind| *kind == word)
}

/// Whether a role can hold there: who edits edits posts, everybody else comes to gatherings.
pub(super) fn can_hold(role: Role, place: Place) -> bool {
    let fits = match place {
        Place::Record(kind, _) => (role == Role::Editor) == (kind == POST),
        Place::Network | Place::Group(_) => true,
    };
    fits && role.reaches().contains(&place.reach())
}

/// A role that an account was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Its id.
    pub id: RoleAssignmentId,
    /// Whose it is.
    pub account: AccountId,
    /// The network that gave it.
    pub network: NetworkId,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub place: Place,
    /// From when until when.
    pub term: Term,
}

impl Assignment {
    /// The same, as rights are decided.
    pub(super) const fn assigned(&self) -> Assigned {
        Assigned {
            network: self.network,
            role: self.role,
            scope: self.place.scope(),
        }
    }
}

/// The first day from this one on that lies in none of the terms.
pub(super) fn uncovered(terms: &[Term], from: Date) -> Option<Date> {
    let mut day = from;
    loop {
        let holding = terms.iter().filter(|it| it.holds_on(day));
        let last = holding.map(|it| it.until.unwrap_or(Date::MAX)).max();
        match last {
            None => return Some(day),
            // Whatever ends with the calendar does not end.
            Some(last) => day = last.tomorrow().ok()?,
        }
    }
}

#[cfg(test)]
mod tests {
    use base::access::Origin;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_terms_leave_open_is_found() {
        let term = |from: Option<i8>, until: Option<i8>| Term {
            from: from.map(|day| date(2017, 12, day)),
            until: until.map(|day| date(2017, 12, day)),
        };
        let from = date(2017, 12, 1);
        let day = |day: i8| Some(date(2017, 12, day));
        for (terms, open) in [
            (vec![], day(1)),
            (vec![Term::default()], None),
            (vec![term(None, Some(10))], day(11)),
            (vec![term(Some(2), None)], day(1)),
            (vec![term(None, Some(10)), term(Some(11), None)], None),
            (vec![term(None, Some(10)), term(Some(12), None)], day(11)),
            (vec![term(Some(5), Some(20)), term(None, Some(6))], day(21)),
        ] {
            assert_eq!(uncovered(&terms, from), open, "{terms:?}");
        }
    }

    #[test]
    fn places_survive_a_form() {
        let id = Uuid::from_u128(7);
        for place in [
            Place::Network,
            Place::Group(id.into()),
            Place::Record(GATHERING, id),
            Place::Record(POST, id),
        ] {
            assert_eq!(Place::from_word(&place.word()), Some(place));
        }
        for wrong in ["network", "group", "group:7", &format!("person:{id}")] {
            assert_eq!(Place::from_word(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_role_holds_where_its_work_is() {
        let id = Uuid::from_u128(7);
        let (gathering, post) = (Place::Record(GATHERING, id), Place::Record(POST, id));
        assert!(can_hold(Role::Editor, post) && !can_hold(Role::Editor, gathering));
        assert!(can_hold(Role::Partner, gathering) && !can_hold(Role::Partner, post));
        assert!(can_hold(Role::Jury, Place::Group(id.into())));
        assert!(!can_hold(Role::Editor, Place::Group(id.into())));
        for role in Role::ALL {
            if role.origin() == Origin::Given {
                assert!(can_hold(role, Place::Network), "{role:?}");
            }
        }
    }
}
