//! Whom a written name means: one of the register, one of several, or nobody.

use base::{OrganisationId, PersonId};
use jiff::civil::Date;

use super::{EntryId, Part};

/// Who is responsible for a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    /// The person, where one is.
    pub person: Option<PersonId>,
    /// The organisation, where one is.
    pub organisation: Option<OrganisationId>,
    /// The name as it is shown.
    pub name: String,
}

/// Somebody whom a written name may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who it would be.
    pub who: Responsible,
    /// The person's name; empty for an organisation.
    pub person: String,
    /// What the person is there.
    pub function: String,
    /// Names of the organisation: long and short.
    pub bodies: Vec<String>,
}

/// Whom a written name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Exactly this one.
    One(Responsible),
    /// One of these, at least two.
    Several(Vec<Responsible>),
    /// Nobody.
    Nobody,
}

/// What a person said a written name means in these minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was written: a name, or a whole line that is only text; see [`plain`].
    pub spoken: String,
    /// What it means.
    pub kind: AnswerKind,
}

/// What an answer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// This person or organisation of the register.
    Known(Responsible),
    /// Somebody whom the register does not know; no reminder can be sent.
    Free,
    /// The line is no task at all.
    Text,
}

/// A line that could not be understood, with what to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The entry.
    pub entry: EntryId,
    /// In which of its texts.
    pub part: Part,
    /// The line.
    pub line: String,
    /// The name as written.
    pub name: String,
    /// What is unclear about it.
    pub doubts: Vec<Doubt>,
}

/// What is unclear about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The register knows nobody of this name.
    Nobody,
    /// The name means one of these.
    Several(Vec<Responsible>),
    /// No name stands there.
    NoName,
    /// No day stands there.
    NoDay,
    /// What stands there is no day.
    Unreadable(String),
    /// The day lies before the gathering.
    Past(Date),
    /// What is to be done is not said.
    NoText,
}

/// A name or line in the form that comparisons use: lower case, single spaces, no commas.
pub fn plain(text: &str) -> String {
    text.to_lowercase()
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Finds whom a written name means: a whole name first, then all its words in any order.
pub fn find_who(name: &str, candidates: &[Candidate]) -> Found {
    let wanted = plain(name);
    if wanted.is_empty() {
        return Found::Nobody;
    }
    let whole = candidates
        .iter()
        .filter(|candidate| whole_names(candidate).contains(&wanted));
    match told(whole) {
        Found::Nobody => {}
        found => return found,
    }
    let words: Vec<&str> = wanted.split(' ').collect();
    let loose = candidates.iter().filter(|candidate| {
        let known = known_words(candidate);
        words.iter().all(|word| known.iter().any(|it| it == word))
    });
    let loose: Vec<&Candidate> = loose.collect();
    told(
        body_of_all(&loose)
            .map_or(loose, |body| vec![body])
            .into_iter(),
    )
}

/// Where one organisation and otherwise only its own people bear the words, they name the
/// organisation.
fn body_of_all<'c>(loose: &[&'c Candidate]) -> Option<&'c Candidate> {
    let mut bodies = loose.iter().filter(|candidate| candidate.person.is_empty());
    let (Some(body), None) = (bodies.next(), bodies.next()) else {
        return None;
    };
    loose
        .iter()
        .all(|candidate| candidate.who.organisation == body.who.organisation)
        .then_some(*body)
}

fn told<'c>(candidates: impl Iterator<Item = &'c Candidate>) -> Found {
    let mut found: Vec<Responsible> = Vec::new();
    for candidate in candidates {
        if !found.contains(&candidate.who) {
            found.push(candidate.who.clone());
        }
    }
    match found.len() {
        0 => Found::Nobody,
        1 => found.pop().map_or(Found::Nobody, Found::One),
        _ => Found::Several(found),
    }
}

fn whole_names(candidate: &Candidate) -> Vec<String> {
    let Candidate {
        person,
        function,
        bodies,
        ..
    } = candidate;
    let mut names = Vec::new();
    if person.is_empty() {
        names.extend(bodies.iter().map(|body| plain(body)));
    } else {
        names.push(plain(person));
        if !function.is_empty() {
            names.push(plain(function));
        }
        for body in bodies {
            names.push(plain(&format!("{person} {body}")));
            names.push(plain(&format!("{function} {body}")));
            names.push(plain(&format!("{person} {function} {body}")));
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn known_words(candidate: &Candidate) -> Vec<String> {
    let all = format!(
        "{} {} {}",
        candidate.person,
        candidate.function,
        candidate.bodies.join(" ")
    );
    plain(&all)
        .split([' ', '/', '-'])
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u128, name: &str, function: &str, body: &str) -> Candidate {
        let id = uuid::Uuid::from_u128(number);
        Candidate {
            who: Responsible {
                person: Some(id.into()),
                organisation: None,
                name: format!("{name}, {body}"),
            },
            person: name.to_owned(),
            function: function.to_owned(),
            bodies: vec![body.to_owned()],
        }
    }

    fn body(number: u128, name: &str, short: &str) -> Candidate {
        let id = uuid::Uuid::from_u128(number);
        Candidate {
            who: Responsible {
                person: None,
                organisation: Some(id.into()),
                name: name.to_owned(),
            },
            person: String::new(),
            function: String::new(),
            bodies: vec![name.to_owned(), short.to_owned()],
        }
    }

    fn register() -> Vec<Candidate> {
        vec![
            person(1, "Leitung Jobcenter Weimar", "Leitung", "Jobcenter Weimar"),
            person(2, "Leitung Tafel", "Leitung", "Tafel Weimar"),
            person(
                3,
                "Referat Inklusion",
                "Referat",
                "Lebenshilfe-Werk Weimar/Apolda e.V.",
            ),
            body(4, "Jobcenter Weimar", "JC"),
            body(5, "Lebenshilfe-Werk Weimar/Apolda e.V.", "Lebenshilfe"),
        ]
    }

    #[test]
    fn names_mean_one_several_or_nobody() {
        let register = register();
        let one = |at: usize| Found::One(register[at].who.clone());
        let several = |all: &[usize]| {
            Found::Several(all.iter().map(|at| register[*at].who.clone()).collect())
        };
        let table = [
            ("Leitung Jobcenter Weimar", one(0)),
            ("leitung  jobcenter WEIMAR", one(0)),
            ("Leitung, Jobcenter Weimar", one(0)),
            ("Jobcenter Weimar", one(3)),
            ("JC", one(3)),
            ("Lebenshilfe", one(4)),
            ("Referat Lebenshilfe", one(2)),
            ("Inklusion", one(2)),
            ("Leitung", several(&[0, 1])),
            ("Weimar", several(&[0, 1, 2, 3, 4])),
            ("Sparkasse", Found::Nobody),
            ("", Found::Nobody),
            ("   ", Found::Nobody),
        ];
        for (name, found) in table {
            assert_eq!(find_who(name, &register), found, "{name}");
        }
    }

    #[test]
    fn a_word_of_an_organisation_means_it_and_not_its_people() {
        let house = body(5, "Lebenshilfe-Werk Weimar/Apolda e.V.", "LHW");
        let mut leader = person(
            3,
            "Leitung",
            "Leitung",
            "Lebenshilfe-Werk Weimar/Apolda e.V.",
        );
        leader.who.organisation = house.who.organisation;
        let register = [leader.clone(), house.clone()];

        assert_eq!(find_who("Lebenshilfe", &register), Found::One(house.who));
        assert_eq!(
            find_who("Leitung Lebenshilfe", &register),
            Found::One(leader.who)
        );
    }

    #[test]
    fn one_person_through_two_functions_is_one() {
        let twice = [
            person(1, "Leitung Tafel", "Leitung", "Tafel Weimar"),
            person(1, "Leitung Tafel", "Leitung", "Tafel Weimar"),
        ];

        assert_eq!(
            find_who("Leitung Tafel", &twice),
            Found::One(twice[0].who.clone())
        );
    }
}
