//! One vote for each organisation: what a list would do to who gives it.

use std::collections::HashMap;

use base::{FunctionId, PersonId};
use register::{Function, Term};

use super::making::{Plan, Which};
use super::{Line, Planned, Verdict};
use crate::rules::entry::{Entry, Flaw, PersonPart};
use crate::rules::known::{name_key, told_function};

/// By what rows of one person find each other.
#[derive(Clone, PartialEq, Eq)]
enum Voter {
    Known(PersonId),
    /// Name and mail address of somebody who is new.
    Named((String, String)),
    /// Somebody new without an address.
    Row(usize),
}

/// What a row does to the vote of its organisation.
pub(super) struct Ballot {
    /// Which of the planned rows it is.
    place: usize,
    number: usize,
    of: Which,
    voter: Voter,
    known: Option<FunctionId>,
    /// From when until when the function has the vote so far.
    was: Option<Term>,
    contact: bool,
    votes: bool,
    term: Term,
}

/// Somebody who gives a vote.
struct Vote {
    voter: Voter,
    function: Option<FunctionId>,
    term: Term,
    /// A name of the register, or the number of a row.
    what: String,
    flaw: &'static str,
}

/// Whether a row takes the vote from who has it, or lets it end earlier.
pub(crate) fn gives_up_vote(known: &Function, part: &PersonPart) -> bool {
    let ((_, votes), term) = told_function(known, part);
    known.voting && is_less(known.term, (votes, term))
}

fn is_less(was: Term, (votes, term): (bool, Term)) -> bool {
    let begins_within = was.from.is_none() || term.from >= was.from;
    let ends_within = match (was.until, term.until) {
        (None, _) => true,
        (Some(was), until) => until.is_some_and(|until| until <= was),
    };
    !votes || (was != term && begins_within && ends_within)
}

impl Ballot {
    fn gives_up(&self) -> bool {
        self.was
            .is_some_and(|was| is_less(was, (self.votes, self.term)))
    }

    /// Whether the register would ask if the vote is free.
    fn asks(&self) -> bool {
        self.votes && self.was != Some(self.term)
    }

    fn vote(&self) -> Vote {
        Vote {
            voter: self.voter.clone(),
            function: self.known,
            term: self.term,
            what: self.number.to_string(),
            flaw: "transfer-flaw-vote-row",
        }
    }
}

impl Plan<'_> {
    /// What a row does to a vote; nothing where it does not concern one, or cannot be written yet.
    pub(super) fn ballot(&self, number: usize, entry: &Entry, line: &Line) -> Option<Ballot> {
        if matches!(line.verdict, Verdict::Wrong | Verdict::Like) {
            return None;
        }
        let (at, part) = (entry.organisation.as_ref()?, entry.person.as_ref()?);
        let here = line.organisation.zip(line.person);
        let known = here.and_then(|(at, person)| self.known.function(person, at, part));
        let ((contact, votes), term) = match (known, here) {
            (Some(known), _) => told_function(known, part),
            (None, Some((at, person))) => {
                let term = self.known.term(person, at, part);
                (begun(part, line), term)
            }
            (None, None) => (begun(part, line), part.term),
        };
        let was = known.filter(|it| it.voting).map(|it| it.term);
        if !votes && was.is_none() {
            return None;
        }
        let of = match line.organisation {
            Some(id) => Which::Known(id),
            None => Which::Named(name_key(&at.name)),
        };
        let whose = match (line.person, part.key()) {
            (Some(id), _) => Voter::Known(id),
            (None, Some(key)) => Voter::Named(key),
            (None, None) => Voter::Row(number),
        };
        Some(Ballot {
            place: self.place,
            number,
            of,
            voter: whose,
            known: known.map(|it| it.id),
            was,
            contact,
            votes,
            term,
        })
    }

    /// Finds the rows that would give an organisation a second vote, once all of them are planned:
    /// whoever gives a vote up makes room for another, wherever their rows stand.
    pub fn settle_votes(&mut self, lines: &mut [Planned]) {
        let ballots = std::mem::take(&mut self.ballots);
        let mut votes: HashMap<&Which, Vec<Vote>> = HashMap::new();
        for ballot in &ballots {
            let of = votes
                .entry(&ballot.of)
                .or_insert_with(|| self.given(&ballot.of));
            if ballot.gives_up() {
                of.retain(|it| it.function != ballot.known);
                of.extend(ballot.votes.then(|| ballot.vote()));
            }
        }
        for ballot in ballots.iter().filter(|it| it.asks()) {
            let (Some(of), Some(line)) = (votes.get_mut(&ballot.of), lines.get_mut(ballot.place))
            else {
                continue;
            };
            let mut others = of.iter().filter(|it| it.voter != ballot.voter);
            let other = others.find(|it| it.term.overlaps(ballot.term));
            match other {
                Some(other) => refuse(line, other.flaw, &other.what),
                None if !ballot.contact => refuse(line, "transfer-flaw-vote-contact", ""),
                None => {
                    of.retain(|it| it.function.is_none() || it.function != ballot.known);
                    of.push(ballot.vote());
                }
            }
        }
    }

    /// The votes that the register knows.
    fn given(&self, of: &Which) -> Vec<Vote> {
        let Which::Known(id) = of else {
            return Vec::new();
        };
        let voters = self.known.voters(*id).iter();
        let vote = |it: &Function| Vote {
            voter: Voter::Known(it.person),
            function: Some(it.id),
            term: it.term,
            what: it.person_name.clone(),
            flaw: "transfer-flaw-vote-given",
        };
        voters.map(vote).collect()
    }
}

/// Whether somebody with a new function would speak and vote.
fn begun(part: &PersonPart, line: &Line) -> (bool, bool) {
    let contact = line.adds.iter().any(|it| it == "transfer-adds-contact");
    (contact, part.voting.unwrap_or(false))
}

fn refuse(line: &mut Planned, key: &str, what: &str) {
    line.line.flaws.push(Flaw::new(None, key, what));
    line.line.verdict = Verdict::Wrong;
    // Nothing of it is entered.
    line.line.adds.clear();
}
