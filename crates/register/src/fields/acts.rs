//! What an office does with its own fields: enter, change, close, open again.

use base::access::Actor;
use base::{CustomFieldId, Halt, Moment, NetworkId};
use store::Conn;

use super::{CustomField, RecordKind, ValueKind, records};
use crate::actions::Check;
use crate::records::{self as register, About};

/// What is said of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldInput {
    /// Its label in German.
    pub label: String,
    /// Its label in English.
    pub label_en: String,
    /// A sentence of help in German.
    pub help: String,
    /// The same in English.
    pub help_en: String,
    /// What there is to choose from, a line each.
    pub choices: Vec<String>,
    /// Where it stands among the others; at the end where it is not said.
    pub place: Option<i64>,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether only the office sees it.
    pub internal: bool,
}

/// How many fields a kind of record has at most.
const MOST: usize = 40;

/// A field of this network.
pub(crate) fn field_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: CustomFieldId,
) -> Result<CustomField, Halt> {
    records::field(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

fn about(network: NetworkId) -> About {
    About {
        network,
        kind: "network",
        subject: network.into(),
    }
}

/// Enters a field for a kind of record.
///
/// # Errors
/// Refused where the label is missing or taken, a choice has nothing to choose from, or there
/// are too many.
pub fn add_field(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, record_kind, value_kind): (NetworkId, RecordKind, ValueKind),
    input: &FieldInput,
) -> Result<CustomFieldId, Halt> {
    let id: CustomFieldId = moment.id();
    let field = filled(
        &CustomField {
            id,
            network,
            record_kind,
            value_kind,
            label: String::new(),
            label_en: String::new(),
            help: String::new(),
            help_en: String::new(),
            choices: Vec::new(),
            place: i64::MAX,
            required: false,
            internal: false,
            ended: false,
        },
        input,
    );
    check(conn, &field)?;
    if super::of(conn, network, record_kind)?.len() >= MOST {
        return Err(Halt::at("label", "register-fault-field-many"));
    }
    records::insert(conn, &field)?;
    in_order(conn, &field)?;
    let label = field.label;
    register::note(
        conn,
        moment,
        who,
        about(network),
        "register-field-added",
        label,
    )?;
    Ok(id)
}

/// Changes a field.
///
/// # Errors
/// Missing in another network; refused as in [`add_field`].
pub fn change_field(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, CustomFieldId),
    input: &FieldInput,
) -> Result<(), Halt> {
    let old = field_in(conn, network, id)?;
    let new = filled(&old, input);
    check(conn, &new)?;
    if new == old {
        return Ok(());
    }
    records::update(conn, &new)?;
    in_order(conn, &new)?;
    let label = new.label;
    register::note(
        conn,
        moment,
        who,
        about(network),
        "register-field-changed",
        label,
    )?;
    Ok(())
}

/// Closes a field, which keeps its values, or opens it again.
///
/// # Errors
/// Missing in another network; refused where another field is called so by now.
pub fn close_field(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, CustomFieldId),
    closed: bool,
) -> Result<(), Halt> {
    let mut field = field_in(conn, network, id)?;
    if field.ended == closed {
        return Ok(());
    }
    field.ended = closed;
    check(conn, &field)?;
    records::update(conn, &field)?;
    let verb = if closed {
        "register-field-closed"
    } else {
        "register-field-reopened"
    };
    register::note(conn, moment, who, about(network), verb, field.label)?;
    Ok(())
}

fn filled(field: &CustomField, input: &FieldInput) -> CustomField {
    CustomField {
        label: input.label.clone(),
        label_en: input.label_en.clone(),
        help: input.help.clone(),
        help_en: input.help_en.clone(),
        choices: input.choices.clone(),
        place: input.place.unwrap_or(field.place),
        required: input.required,
        internal: input.internal,
        ..field.clone()
    }
}

fn check(conn: &mut Conn<'_>, field: &CustomField) -> Result<(), Halt> {
    let others = super::of(conn, field.network, field.record_kind)?;
    let is_taken = !field.ended
        && others
            .iter()
            .any(|it| it.id != field.id && it.label.to_lowercase() == field.label.to_lowercase());
    let mut check = Check::default();
    check.filled(&field.label, "label");
    check.must(!is_taken, "label", "register-fault-field-taken");
    if field.value_kind == ValueKind::Choice {
        check.must(
            field.choices.len() >= 2,
            "choices",
            "register-fault-field-choices",
        );
    }
    check.done()
}

/// Gives the fields of a kind their places 1, 2, 3 …; the one just written stands where it
/// wants to.
fn in_order(conn: &mut Conn<'_>, written: &CustomField) -> Result<(), Halt> {
    let mut fields = super::of(conn, written.network, written.record_kind)?;
    fields.retain(|it| it.id != written.id);
    let place = usize::try_from(written.place.saturating_sub(1)).unwrap_or(0);
    fields.insert(place.min(fields.len()), written.clone());
    for (before, field) in fields.iter_mut().enumerate() {
        let place = i64::try_from(before + 1).unwrap_or(i64::MAX);
        if field.place != place {
            field.place = place;
            records::update(conn, field)?;
        }
    }
    Ok(())
}
