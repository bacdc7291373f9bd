//! Who gets a piece of post, and whose pieces become one. Pure.

use base::{OrganisationId, PersonId};
use register::Address;

/// Somebody a piece of post is meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// The person; none where an organisation itself is meant.
    pub person: Option<PersonId>,
    /// The person's name.
    pub name: String,
    /// What the person is there.
    pub function: String,
    /// How a letter addresses the person.
    pub salutation: String,
    /// The organisation that the post goes to.
    pub organisation: Option<(OrganisationId, String)>,
    /// What the person shares with others at the same address.
    pub household: String,
    /// Where it goes.
    pub address: Address,
}

/// How often post goes to the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// One for everybody.
    Person,
    /// One for each household and each organisation.
    Place,
}

impl Once {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Place, Self::Person];

    /// The word in forms; the phrase key is `letters-once-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
        }
    }

    /// Reads the word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// One piece of post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The organisation; empty where it goes to people at home.
    pub organisation: String,
    /// Whom it names: a person, a household, or nobody of an organisation.
    pub name: String,
    /// What the one person is there.
    pub function: String,
    /// How it addresses whom it is for; empty where it is for several, or for an organisation.
    pub salutation: String,
    /// Street and place, a line each.
    pub address: Vec<String>,
}

impl Piece {
    /// All lines of the address field.
    pub fn lines(&self) -> Vec<String> {
        let named = [&self.organisation, &self.name, &self.function];
        let named = named.into_iter().filter(|it| !it.is_empty()).cloned();
        named.chain(self.address.iter().cloned()).collect()
    }
}

/// What makes two pieces one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Same {
    Organisation(OrganisationId),
    Household(String),
}

fn plain(text: &str) -> String {
    let letters = text
        .to_lowercase()
        .replace("straße", "str")
        .replace("strasse", "str");
    letters.chars().filter(|it| it.is_alphanumeric()).collect()
}

fn same(it: &Addressee) -> Option<Same> {
    if let Some((organisation, _)) = it.organisation {
        return Some(Same::Organisation(organisation));
    }
    let household = plain(&it.household);
    let address = [&it.address.street, &it.address.postcode, &it.address.town];
    (!household.is_empty()).then(|| {
        Same::Household(format!(
            "{household} {}",
            address.map(|it| plain(it)).join(" ")
        ))
    })
}

/// The pieces that go out, in the order of those they are for, and those whose address nobody
/// knows.
pub fn pieces(all: Vec<Addressee>, once: Once) -> (Vec<Piece>, Vec<Addressee>) {
    let (known, missing): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| is_complete(&it.address));
    let mut gathered: Vec<(Option<Same>, Vec<Addressee>)> = Vec::new();
    for it in known {
        let same = same(&it).filter(|_| once == Once::Place);
        let known = gathered
            .iter_mut()
            .find(|(other, _)| same.is_some() && *other == same);
        match known {
            Some((_, together)) => together.push(it),
            None => gathered.push((same, vec![it])),
        }
    }
    let pieces = gathered.iter().filter_map(|(_, together)| piece(together));
    (pieces.collect(), missing)
}

/// Whether a letter arrives there.
fn is_complete(it: &Address) -> bool {
    let says = |part: &str| !part.trim().is_empty();
    says(&it.town) && says(&it.street)
}

/// One piece for those who get it together.
fn piece(together: &[Addressee]) -> Option<Piece> {
    let first = together.first()?;
    let organisation = first.organisation.as_ref().map_or("", |(_, name)| name);
    let is_alone = together.len() == 1;
    let name = match (is_alone, organisation.is_empty()) {
        (true, _) => first.name.clone(),
        (false, true) => first.household.clone(),
        (false, false) => String::new(),
    };
    let only = |text: &str| {
        if is_alone {
            text.to_owned()
        } else {
            String::new()
        }
    };
    Some(Piece {
        organisation: organisation.to_owned(),
        name: if first.person.is_none() {
            String::new()
        } else {
            name
        },
        function: only(&first.function),
        salutation: only(&first.salutation),
        address: first.address.lines(),
    })
}

/// The blanks of a letter's text: the word in braces and the phrase key of what it stands for.
pub(crate) const BLANKS: [(&str, &str); 4] = [
    ("{Anrede}", "letters-blank-salutation"),
    ("{Name}", "letters-blank-name"),
    ("{Organisation}", "letters-blank-organisation"),
    ("{Funktion}", "letters-blank-function"),
];

/// A text with its blanks filled for a piece; `salutation` is how it begins.
pub(crate) fn filled(text: &str, it: &Piece, salutation: &str) -> String {
    [
        ("{Anrede}", salutation),
        ("{Name}", it.name.as_str()),
        ("{Organisation}", it.organisation.as_str()),
        ("{Funktion}", it.function.as_str()),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (blank, word)| {
        text.replace(blank, word)
    })
}

/// A word in braces that is no blank.
pub(crate) fn unknown_blank(text: &str) -> Option<String> {
    text.split('{').skip(1).find_map(|rest| {
        let word = format!("{{{}}}", rest.split_once('}')?.0);
        BLANKS
            .iter()
            .all(|(blank, _)| *blank != word)
            .then_some(word)
    })
}

/// A sheet of labels; lengths in tenths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Labels {
    /// Its word in forms: columns, rows, width and height.
    pub(crate) word: &'static str,
    pub(crate) columns: u16,
    pub(crate) rows: u16,
    pub(crate) width: u16,
    pub(crate) height: u16,
    pub(crate) top: u16,
    pub(crate) left: u16,
    /// Between two columns.
    pub(crate) gap: u16,
}

const fn labels(
    word: &'static str,
    (columns, rows): (u16, u16),
    (width, height): (u16, u16),
    (top, left, gap): (u16, u16, u16),
) -> Labels {
    Labels {
        word,
        columns,
        rows,
        width,
        height,
        top,
        left,
        gap,
    }
}

/// The usual sheets.
pub(crate) const SHEETS: [Labels; 8] = [
    labels("3x8-70x37", (3, 8), (700, 370), (5, 0, 0)),
    labels("3x8-70x36", (3, 8), (700, 360), (45, 0, 0)),
    labels("3x7-63x38", (3, 7), (635, 381), (151, 72, 25)),
    labels("2x8-105x37", (2, 8), (1050, 370), (5, 0, 0)),
    labels("2x7-99x38", (2, 7), (991, 381), (151, 47, 25)),
    labels("2x6-105x48", (2, 6), (1050, 480), (45, 0, 0)),
    labels("2x5-105x57", (2, 5), (1050, 570), (60, 0, 0)),
    labels("2x4-99x68", (2, 4), (991, 677), (131, 47, 25)),
];

impl Labels {
    /// How many there are on a sheet.
    pub(crate) const fn count(&self) -> u16 {
        self.columns * self.rows
    }

    /// The sheet of a word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        SHEETS.into_iter().find(|it| it.word == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u128, household: &str, street: &str) -> Addressee {
        Addressee {
            person: Some(uuid::Uuid::from_u128(number).into()),
            name: format!("Person {number}"),
            function: String::new(),
            salutation: format!("Guten Tag Person {number},"),
            organisation: None,
            household: household.to_owned(),
            address: Address {
                street: street.to_owned(),
                postcode: "99423".to_owned(),
                town: "Weimar".to_owned(),
            },
        }
    }

    fn at(number: u128, organisation: u128) -> Addressee {
        Addressee {
            organisation: Some((
                uuid::Uuid::from_u128(organisation).into(),
                "Verein".to_owned(),
            )),
            function: "Leitung".to_owned(),
            ..person(number, "", "Beispielweg 1")
        }
    }

    #[test]
    fn people_who_share_an_address_and_say_so_get_one_letter() {
        let all = vec![
            person(1, "Familie Muster", "Am Markt 1"),
            person(2, "familie muster", "Am Markt 1"),
            person(3, "", "Am Markt 1"),
            person(4, "Familie Muster", "Am Markt 2"),
        ];

        let (pieces, missing) = pieces(all.clone(), Once::Place);

        let names: Vec<&str> = pieces.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Familie Muster", "Person 3", "Person 4"]);
        assert_eq!(pieces[0].salutation, "");
        assert_eq!(missing, []);
        assert_eq!(super::pieces(all, Once::Person).0.len(), 4);
    }

    #[test]
    fn an_organisation_gets_one_letter_which_names_whoever_is_alone() {
        let (pieces, _) = pieces(vec![at(1, 1), at(2, 2), at(3, 1)], Once::Place);

        assert_eq!(
            pieces[0].lines(),
            ["Verein", "Beispielweg 1", "99423 Weimar"]
        );
        assert_eq!(
            pieces[1].lines(),
            [
                "Verein",
                "Person 2",
                "Leitung",
                "Beispielweg 1",
                "99423 Weimar"
            ]
        );
        assert_eq!(pieces.len(), 2);
    }

    #[test]
    fn whose_address_is_not_known_is_told() {
        let mut nowhere = person(1, "", "");
        nowhere.address = Address::default();

        let (pieces, missing) = pieces(vec![nowhere.clone(), person(2, "", "Weg 1")], Once::Place);

        assert_eq!((pieces.len(), missing), (1, vec![nowhere]));
    }

    #[test]
    fn blanks_are_filled_and_slips_are_found() {
        let (all, _) = pieces(vec![at(2, 2)], Once::Place);

        let text = filled("{Anrede}\n\nFür {Organisation}.", &all[0], "Guten Tag,");

        assert_eq!(text, "Guten Tag,\n\nFür Verein.");
        assert_eq!(
            unknown_blank("{Anrede} {Vorname}").as_deref(),
            Some("{Vorname}")
        );
        assert_eq!(unknown_blank("{Name} {"), None);
    }

    #[test]
    fn labels_fit_their_sheets() {
        for it in SHEETS {
            let wide = it.left + it.columns * it.width + (it.columns - 1) * it.gap;
            let high = it.top + it.rows * it.height;
            assert!(wide <= 2100 && high <= 2970, "{}: {wide} × {high}", it.word);
        }
    }
}
