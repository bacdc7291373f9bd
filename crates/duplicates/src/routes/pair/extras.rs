//! What hangs on both records and has room for one: what stands in the network's own fields, and
//! accounts. It is chosen like the fields of the record itself.

use base::{Fault, PersonId};
use register::fields::{self, CustomField, RecordKind, ValueKind};
use shell::{Marked, Named, Visit};
use store::{Conn, Table, Value};
use uuid::Uuid;

use super::{BOTH, ONE, OTHER, Two};
use crate::merging::{self, Asked, Order};
use crate::pages::{self, Choosing, Outcome};
use crate::rules::{self, Pick};

/// Something of which both records have one, and another one.
pub(super) struct Extra {
    pub(super) name: String,
    /// The field; none where it is about accounts.
    own: Option<CustomField>,
    /// Whether it stands on memberships that become one.
    is_of_membership: bool,
    first: Uuid,
    one: String,
    other: String,
    /// Whether both can stand together.
    pub(super) joins: bool,
}

/// Whether a field of the form is about something of this kind.
pub(super) fn is_extra(name: &str) -> bool {
    name == merging::ACCOUNT || name.starts_with("own-")
}

/// What hangs on both.
pub(super) fn of(
    conn: &mut Conn<'_>,
    two: Two,
    defined: &[CustomField],
) -> Result<Vec<Extra>, Fault> {
    let kind = match two.named {
        Named::Person => RecordKind::Person,
        Named::Organisation => RecordKind::Organisation,
        Named::Group => return Ok(Vec::new()),
    };
    let one = fields::values(conn, kind, two.one)?;
    let other = fields::values(conn, kind, two.other)?;
    let mut extras = Vec::new();
    for field in defined.iter().filter(|it| it.record_kind == kind) {
        if let (Some(one), Some(other)) = (one.get(&field.id), other.get(&field.id))
            && one != other
        {
            extras.push(Extra {
                name: merging::own_field(field.id.into()),
                own: Some(field.clone()),
                is_of_membership: false,
                first: two.one,
                one: one.clone(),
                other: other.clone(),
                joins: field.value_kind == ValueKind::Text,
            });
        }
    }
    if two.named == Named::Person {
        let account =
            |conn: &mut Conn<'_>, id: Uuid| register::account_of(conn, PersonId::from(id));
        let accounts = (account(conn, two.one)?, account(conn, two.other)?);
        if let (Some(one), Some(other)) = accounts
            && one.id != other.id
        {
            extras.push(Extra {
                name: merging::ACCOUNT.to_owned(),
                own: None,
                is_of_membership: false,
                first: two.one,
                one: one.mail,
                other: other.mail,
                joins: false,
            });
        }
    }
    Ok(extras)
}

/// What stands on memberships that become one, whichever of the two records stays: `of_one`
/// where the other does, `of_other` where the first does.
pub(super) fn of_memberships(
    two: Two,
    defined: &[CustomField],
    (of_one, of_other): (&[Asked], &[Asked]),
) -> Vec<Extra> {
    let mut extras: Vec<Extra> = Vec::new();
    let first = of_other.iter().map(|it| (it, &it.kept, &it.gone));
    let second = of_one.iter().map(|it| (it, &it.gone, &it.kept));
    for (it, one, other) in first.chain(second) {
        let own = defined.iter().find(|own| Uuid::from(own.id) == it.field);
        let Some(own) = own.filter(|_| extras.iter().all(|known| known.name != it.name)) else {
            continue;
        };
        extras.push(Extra {
            name: it.name.clone(),
            own: Some(own.clone()),
            is_of_membership: true,
            first: two.one,
            one: one.clone(),
            other: other.clone(),
            joins: own.value_kind == ValueKind::Text,
        });
    }
    extras
}

/// The names of what stands above two records.
pub(super) fn above(
    conn: &mut Conn<'_>,
    (named, table, rows): (Named, &Table, [&[Value]; 2]),
) -> Result<pages::Above, Fault> {
    let mut found = pages::Above::new();
    for row in rows {
        if let Value::Id(id) = rules::cell(table, row, "parent_id") {
            let name = match named {
                Named::Group => register::group(conn, (*id).into())?.map(|it| it.name),
                _ => register::organisation(conn, (*id).into())?.map(|it| it.name),
            };
            found.extend(name.map(|name| (*id, name)));
        }
    }
    Ok(found)
}

impl Extra {
    fn label(&self, visit: &Visit) -> Marked {
        match &self.own {
            Some(own) if self.is_of_membership => {
                let field = match visit.lang {
                    base::Lang::En if !own.label_en.is_empty() => own.label_en.as_str().into(),
                    _ => shell::record(&own.label),
                };
                visit.tell_marked("duplicates-of-membership", &[("field", field)])
            }
            Some(own) => label(visit, own),
            None => Marked::own(visit.say("duplicates-account")),
        }
    }

    fn words(&self, visit: &Visit) -> String {
        let Some(own) = self.own.as_ref().map(|own| own.label_in(visit.lang)) else {
            return visit.say("duplicates-account").to_owned();
        };
        if self.is_of_membership {
            return visit.tell("duplicates-of-membership", &[("field", own.into())]);
        }
        own.to_owned()
    }

    fn told(&self, visit: &Visit, value: &str) -> String {
        let is_mark = self
            .own
            .as_ref()
            .is_some_and(|it| it.value_kind == ValueKind::YesNo);
        match value {
            "yes" if is_mark => visit.say("register-yes").to_owned(),
            "no" if is_mark => visit.say("register-no").to_owned(),
            value => value.to_owned(),
        }
    }

    /// The choice between both.
    pub(super) fn choosing(&self, visit: &Visit) -> Choosing {
        let mut choices = vec![
            (ONE.to_owned(), self.told(visit, &self.one)),
            (OTHER.to_owned(), self.told(visit, &self.other)),
        ];
        if self.joins {
            choices.push((BOTH.to_owned(), visit.say("duplicates-both").to_owned()));
        }
        Choosing {
            name: self.name.clone(),
            label: self.label(visit),
            words: self.words(visit),
            hint: self.own.is_none().then_some("duplicates-account-hint"),
            choices,
            of_records: self.own.is_some() && !self.joins,
        }
    }

    /// What becomes of it.
    pub(super) fn outcome(&self, visit: &Visit, order: &Order) -> Outcome {
        let pick = order.picks.get(&self.name).copied().unwrap_or(Pick::Kept);
        let is_one = (order.kept == self.first) == (pick != Pick::Gone);
        let (stays, goes) = if is_one {
            (&self.one, &self.other)
        } else {
            (&self.other, &self.one)
        };
        let (text, dropped) = match pick {
            Pick::Both => (rules::in_one_line(stays, goes), None),
            Pick::Kept | Pick::Gone => (self.told(visit, stays), Some(self.told(visit, goes))),
        };
        Outcome {
            label: self.label(visit),
            text,
            dropped,
        }
    }
}

fn label(visit: &Visit, own: &CustomField) -> Marked {
    match visit.lang {
        base::Lang::En if !own.label_en.is_empty() => Marked::own(&own.label_en),
        _ => Marked::record(visit.content_lang(), &own.label),
    }
}
