//! What the form says: whom it is for, what is printed, and how.

use base::{Blame, Fault, NetworkId};
use invitations::Choice;
use jiff::civil::Date;
use register::MembershipKind;
use shell::{App, Form, LINE, TEXT};
use store::Conn;

use crate::records;
use crate::rules::{Addressee, Labels, Once, unknown_blank};

/// A letter as it was typed.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) place_and_date: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) signatory: String,
}

/// What is to be printed.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Letters(Letter),
    /// Labels from a place of the first sheet on.
    Labels(Labels, u16),
}

/// What the form says.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    pub(crate) choice: Choice,
    /// The kinds of membership whose organisations are meant themselves.
    pub(crate) kinds: Vec<MembershipKind>,
    pub(crate) once: Once,
    pub(crate) what: What,
}

/// Reads the form; nothing where something is wrong with it.
pub(crate) fn read(form: &mut Form) -> Option<Typed> {
    let choice = Choice::of(form);
    let kinds: Vec<MembershipKind> = form
        .values("organisations")
        .iter()
        .filter_map(|word| MembershipKind::from_word(word))
        .collect();
    if choice == Choice::default() && kinds.is_empty() {
        form.blame(Blame::at("organisations", "letters-fault-nobody"));
    }
    let once = form.choice("once", Once::from_word);
    let what = if form.value("what") == "labels" {
        let sheet = form.choice("sheet", Labels::from_word);
        let most = sheet.map_or(1, |it| i64::from(it.count()));
        let first = form.number("first", 1, most).unwrap_or(1);
        sheet.map(|sheet| What::Labels(sheet, u16::try_from(first - 1).unwrap_or(0)))
    } else {
        Some(What::Letters(letter(form)))
    };
    if form.is_blamed() {
        return None;
    }
    Some(Typed {
        choice,
        kinds,
        once: once?,
        what: what?,
    })
}

fn letter(form: &mut Form) -> Letter {
    let it = Letter {
        place_and_date: form.line("place_and_date", LINE),
        subject: form.required("subject", LINE),
        text: form.text("text", TEXT),
        signatory: form.line("signatory", LINE),
    };
    if it.text.is_empty() {
        form.blame(Blame::at("text", "fault-missing"));
    }
    for field in ["subject", "text"] {
        let typed = form.value(field).to_owned();
        if let Some(blank) = unknown_blank(&typed) {
            form.blame(Blame::at(field, "letters-fault-blank").with("blank", blank));
        }
    }
    it
}

/// Everybody whom the form means on a day, with where paper reaches them.
///
/// # Errors
/// When the database fails.
pub(crate) fn addressees(
    conn: &mut Conn<'_>,
    app: &App,
    (network, day): (NetworkId, Date),
    typed: &Typed,
) -> Result<Vec<Addressee>, Fault> {
    let mut all = Vec::new();
    for kind in &typed.kinds {
        for it in register::organisations_of_kind(conn, (network, day), *kind)? {
            all.push(Addressee {
                person: None,
                name: String::new(),
                function: String::new(),
                salutation: String::new(),
                address: postal(conn, it.id)?,
                household: String::new(),
                organisation: Some((it.id, it.name)),
            });
        }
    }
    for it in invitations::chosen(conn, (network, day), &typed.choice)? {
        let guest = it.guest;
        let person = &guest.person;
        let own = records::address_of(conn, person.id)?;
        let (address, household, organisation) = match (own, guest.organisation.clone()) {
            (Some(own), _) => (own.address, own.household, None),
            (None, Some(at)) => (postal(conn, at.0)?, String::new(), Some(at)),
            (None, None) => (register::Address::default(), String::new(), None),
        };
        all.push(Addressee {
            person: Some(person.id),
            name: person.name.clone(),
            function: if organisation.is_some() {
                guest.function.clone()
            } else {
                String::new()
            },
            salutation: register::salutation_in((&app.phrases, base::Lang::De), person),
            organisation,
            household,
            address,
        });
    }
    Ok(all)
}

/// Where an organisation gets paper: its postal address, else the one that people visit.
fn postal(conn: &mut Conn<'_>, id: base::OrganisationId) -> Result<register::Address, Fault> {
    let postal = register::profile(conn, id)?.postal;
    if !postal.is_empty() {
        return Ok(postal);
    }
    let found = register::organisation(conn, id)?;
    Ok(
        found.map_or_else(register::Address::default, |it| register::Address {
            street: it.street,
            postcode: it.postcode,
            town: it.town,
        }),
    )
}
