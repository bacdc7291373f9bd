//! The whole form of an organisation's record: the office fills all of it, a contact the most.

use base::access::Actor;
use base::{Blame, Fault, Halt, Moment, NetworkId, OrganisationId};
use store::Conn;

use super::parts::{self, Names};
use super::{OrganisationInput, about, check_main, compared, filled, organisation_in};
use crate::actions::networks::kept_logo;
use crate::actions::{Check, note_own_changes};
use crate::fields::{self, CustomField, Of, RecordKind, Values};
use crate::profile::{CHANNEL_KINDS, LEGAL_FORMS, Logo, Profile};
use crate::records::{self, Changes};
use crate::types::Organisation;
use crate::{regions, rules};

/// What becomes of a logo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LogoChange {
    /// It stays, or there is none.
    #[default]
    Keep,
    /// It stays and is described so.
    Describe(String),
    /// It is this file, described so.
    New(Vec<u8>, String),
    /// It goes.
    Remove,
}

/// Everything that the form of an organisation's record asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name, visiting address and the ways to reach it.
    pub main: OrganisationInput,
    /// What else is known; its logo is not looked at.
    pub profile: Profile,
    /// What was typed into the network's own fields.
    pub values: Values,
    /// What becomes of the logo.
    pub logo: LogoChange,
}

/// Who fills the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The office.
    Office,
    /// A contact of the organisation, who leaves the office's own parts alone.
    Contact,
}

/// The state of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) main: OrganisationInput,
    pub(crate) profile: Profile,
    pub(crate) values: Values,
}

/// The state of an organisation's record as it is now.
///
/// # Errors
/// When the database fails.
pub(crate) fn state(conn: &mut Conn<'_>, it: &Organisation) -> Result<State, Fault> {
    Ok(State {
        main: it.into(),
        profile: records::profile(conn, it.id)?,
        values: parts::values(conn, it.id)?,
    })
}

/// An organisation's record as its form shows it, to be changed and given to [`change_sheet`].
///
/// # Errors
/// When the database fails.
pub fn sheet_of(conn: &mut Conn<'_>, it: &Organisation) -> Result<Sheet, Fault> {
    let State {
        main,
        profile,
        values,
    } = state(conn, it)?;
    Ok(Sheet {
        main,
        profile,
        values,
        logo: LogoChange::Keep,
    })
}

/// Enters an organisation with everything that its form asks for.
///
/// # Errors
/// Refused where something is missing, taken or wrong.
pub fn add_sheet(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    sheet: &Sheet,
) -> Result<OrganisationId, Halt> {
    let defined = fields::of(conn, network, RecordKind::Organisation)?;
    let old = State {
        main: OrganisationInput::default(),
        profile: Profile::default(),
        values: Values::new(),
    };
    let new = wanted(conn, (network, None), (&old, sheet, Hand::Office), &defined)?;
    let id = super::add_organisation(conn, moment, who, network, &new.main)?;
    records::write_profile(conn, moment, id, &new.profile)?;
    write_values(conn, moment, id, (&old.values, &new.values))?;
    Ok(id)
}

/// Changes an organisation's record by its form. What a contact changed waits for the office to
/// look at it, and holds meanwhile.
///
/// # Errors
/// Missing in another network; refused where something is missing, taken or wrong.
pub fn change_sheet(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, OrganisationId),
    (sheet, hand): (&Sheet, Hand),
) -> Result<(), Halt> {
    let organisation = organisation_in(conn, network, id)?;
    let defined = fields::of(conn, network, RecordKind::Organisation)?;
    let old = state(conn, &organisation)?;
    let new = wanted(conn, (network, Some(id)), (&old, sheet, hand), &defined)?;
    let verb = "register-changed";
    write_state(conn, moment, who, (&organisation, verb), (&old, &new))?;
    if hand == Hand::Contact {
        let before = parts::of(&old, &defined);
        let after = parts::of(&new, &defined);
        note_own_changes(conn, moment, who, &organisation, (&before, &after))?;
    }
    Ok(())
}

/// Writes a record's new state with its journal, where it is another one.
pub(super) fn write_state(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (organisation, verb): (&Organisation, &'static str),
    (old, new): (&State, &State),
) -> Result<(), Halt> {
    let (network, id) = (organisation.network, organisation.id);
    let main = filled(id, network, &new.main, organisation.ended);
    // Not by the journal's words: two states may read alike.
    if main == *organisation && new.profile == old.profile && new.values == old.values {
        return Ok(());
    }
    let changes = changes(conn, network, ((organisation, old), (&main, new)))?;
    if main != *organisation {
        super::write_main(conn, moment, (organisation, &main))?;
    }
    if new.profile != old.profile {
        records::write_profile(conn, moment, id, &new.profile)?;
    }
    write_values(conn, moment, id, (&old.values, &new.values))?;
    let (about, detail) = (about(network, id), changes.detail());
    records::note(conn, moment, who, about, verb, detail)?;
    Ok(())
}

fn write_values(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: OrganisationId,
    values: (&Values, &Values),
) -> Result<(), Fault> {
    let of = Of {
        kind: RecordKind::Organisation,
        id: id.into(),
    };
    fields::write(conn, moment, of, values)
}

/// What the journal says of a change.
fn changes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    ((main, old), (new_main, new)): ((&Organisation, &State), (&Organisation, &State)),
) -> Result<Changes, Fault> {
    let names = Names::of_states(conn, network, [old, new])?;
    let parent = |conn: &mut Conn<'_>, state: &State| match state.profile.parent {
        Some(id) => records::organisation(conn, id).map(|it| it.map(|it| it.name)),
        None => Ok(None),
    };
    let parents = [parent(conn, old)?, parent(conn, new)?].map(Option::unwrap_or_default);
    let [parent_was, parent_is] = &parents;
    let defined = fields::every(conn, network)?;
    let told = |state: &State, part: &str| parts::told(&names, part, &parts::text(state, part)).1;
    let profile = [
        "register-legal-form",
        "register-postal",
        "register-works",
        "register-regions",
        "register-channels",
    ];
    let changes = profile
        .into_iter()
        .fold(compared(main, new_main), |changes, part| {
            changes.open(part, &told(old, part), &told(new, part))
        })
        .open("register-parent-organisation", parent_was, parent_is)
        .closed("register-logo", &old.profile.logo, &new.profile.logo);
    Ok(fields::compared(
        &defined,
        (&old.values, &new.values),
        changes,
    ))
}

/// The state that a form asks for, checked as a whole.
fn wanted(
    conn: &mut Conn<'_>,
    (network, id): (NetworkId, Option<OrganisationId>),
    (old, sheet, hand): (&State, &Sheet, Hand),
    defined: &[CustomField],
) -> Result<State, Halt> {
    let mut new = State {
        main: sheet.main.clone(),
        profile: Profile {
            logo: old.profile.logo.clone(),
            ..sheet.profile.clone()
        },
        values: old.values.clone(),
    };
    let mut check = Check::default();
    let defined: Vec<CustomField> = match hand {
        Hand::Office => defined.to_vec(),
        Hand::Contact => {
            new.main.note.clone_from(&old.main.note);
            new.profile.parent = old.profile.parent;
            let open = defined.iter().filter(|it| !it.internal);
            open.cloned().collect()
        }
    };
    check_main(&mut check, &new.main);
    tidy(&mut new, &mut check);
    check_chosen(conn, network, (old, &new), &mut check)?;
    check_parent(conn, network, (id, new.profile.parent), &mut check)?;
    match fields::checked(&defined, &sheet.values, &old.values) {
        Ok(values) => new.values = values,
        Err(blames) => check.0.extend(blames),
    }
    let logo = changed_logo(conn, &old.profile, &sheet.logo);
    match logo {
        Ok(logo) => new.profile.logo = logo,
        Err(Halt::Refused(blames)) => check.0.extend(blames),
        Err(other) => return Err(other),
    }
    check.done()?;
    Ok(new)
}

/// Brings a form's profile into the one form in which it is kept, and blames what is wrong.
fn tidy(state: &mut State, check: &mut Check) {
    let (main, profile) = (&state.main, &mut state.profile);
    let is_known =
        profile.legal_form.is_empty() || LEGAL_FORMS.contains(&profile.legal_form.as_str());
    check.must(is_known, "legal_form", "fault-choice");
    if profile.legal_form == "other" {
        check.filled(&profile.legal_form_other, "legal_form_other");
    } else {
        profile.legal_form_other.clear();
    }
    let postal = &profile.postal;
    let is_same = (&postal.street, &postal.postcode, &postal.town)
        == (&main.street, &main.postcode, &main.town);
    if is_same {
        profile.postal = crate::profile::Address::default();
    }
    for (row, channel) in profile.channels.iter().enumerate() {
        let field = format!("channel-{row}");
        if channel.address.is_empty() {
            continue;
        }
        let is_kind = CHANNEL_KINDS.contains(&channel.kind.as_str());
        check.must(is_kind, &format!("channel-kind-{row}"), "fault-choice");
        let fault = match channel.kind.as_str() {
            "mail" => (!shell::looks_like_mail(&channel.address)).then_some("fault-mail"),
            "web" => {
                let address = rules::web_address(&channel.address);
                (!rules::is_web_address(&address)).then_some("register-fault-web")
            }
            "phone" | "mobile" | "fax" => {
                let has_digit = channel.address.bytes().any(|it| it.is_ascii_digit());
                (!has_digit).then_some("register-fault-phone")
            }
            _ => None,
        };
        if let Some(key) = fault {
            check.0.push(Blame::at(field, key));
        }
    }
    profile.channels.retain(|it| !it.address.is_empty());
    for channel in &mut profile.channels {
        if channel.kind == "web" {
            channel.address = rules::web_address(&channel.address);
        }
    }
    profile.works.sort();
    profile.works.dedup();
    profile.regions.sort();
    profile.regions.dedup();
}

/// Fields of work and regions must be on offer, unless they were chosen before.
fn check_chosen(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (old, new): (&State, &State),
    check: &mut Check,
) -> Result<(), Fault> {
    let known = records::fields_of_work(conn, network)?;
    let is_offered = new.profile.works.iter().all(|id| {
        let offered = known.iter().any(|it| it.id == *id && !it.ended);
        offered || old.profile.works.contains(id)
    });
    check.must(is_offered, "works", "fault-choice");
    for key in &new.profile.regions {
        let is_known = old.profile.regions.contains(key) || regions::region(conn, key)?.is_some();
        check.must(is_known, "region", "fault-choice");
    }
    check.must(
        new.profile.regions.len() <= MOST_REGIONS,
        "region",
        "register-fault-regions-many",
    );
    Ok(())
}

/// Whoever serves more has served the Land.
const MOST_REGIONS: usize = 60;
/// How many organisations may stand above each other.
const MOST_LEVELS: usize = 12;

fn check_parent(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (id, parent): (Option<OrganisationId>, Option<OrganisationId>),
    check: &mut Check,
) -> Result<(), Fault> {
    let Some(parent) = parent else {
        return Ok(());
    };
    let known = records::organisation(conn, parent)?;
    let is_here = known.is_some_and(|it| it.network == network);
    check.must(is_here, "parent", "fault-choice");
    let mut above = Some(parent);
    for _ in 0..MOST_LEVELS {
        match above {
            Some(it) if Some(it) == id => break,
            Some(it) => above = records::parent_of(conn, it)?,
            None => break,
        }
    }
    check.must(above.is_none(), "parent", "register-fault-parent");
    Ok(())
}

fn changed_logo(
    conn: &mut Conn<'_>,
    old: &Profile,
    change: &LogoChange,
) -> Result<Option<Logo>, Halt> {
    match change {
        LogoChange::Keep => Ok(old.logo.clone()),
        LogoChange::Remove => Ok(None),
        LogoChange::Describe(alt) => {
            let Some(logo) = &old.logo else {
                return Ok(None);
            };
            let mut check = Check::default();
            check.filled(alt, "logo_alt");
            check.done()?;
            let alt = alt.clone();
            Ok(Some(Logo {
                alt,
                ..logo.clone()
            }))
        }
        LogoChange::New(bytes, alt) => {
            let (hash, media_type) = kept_logo(conn, bytes, alt)?;
            Ok(Some(Logo {
                hash,
                media_type: media_type.to_owned(),
                alt: alt.clone(),
            }))
        }
    }
}
