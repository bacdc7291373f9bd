//! Why two records look alike, in words.

use register::{Probe, Reason};
use shell::{Named, Visit};
use store::Value;

use super::{Facts, text_of};

/// The reasons; none for groups, which nobody looks through for such.
pub(super) fn reasons(visit: &Visit, named: Named, facts: &Facts) -> Vec<String> {
    if named == Named::Group {
        return Vec::new();
    }
    let columns = [
        "name",
        "short_name",
        "mail",
        "phone",
        "web",
        "street",
        "postcode",
        "town",
    ];
    let texts = |row: &[Value]| columns.map(|column| text_of(&facts.table, row, column));
    let (one, other) = (texts(&facts.one), texts(&facts.other));
    let verdict = register::likeness::compare(&probe(named, &one), &probe(named, &other));
    let found: Vec<Reason> = verdict.map(|(_, reasons)| reasons).unwrap_or_default();
    found
        .iter()
        .map(|reason| visit.say(&reason.key()).to_owned())
        .collect()
}

fn probe(named: Named, texts: &[String; 8]) -> Probe<'_> {
    let [name, short_name, mail, phone, web, street, postcode, town] = texts;
    Probe {
        is_organisation: named == Named::Organisation,
        name,
        short_name,
        mail,
        phone,
        web,
        street,
        postcode,
        town,
    }
}
