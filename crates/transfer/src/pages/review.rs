//! What would become of every row.

use askama::Template;
use calendar::dates;
use register::fields::{CustomField, ValueKind, labelled};
use shell::{Fields, Form, Marked, Page, Pages, Visit};

use super::columns::field_label;
use super::result::note;
use super::{below, href};
use crate::links;
use crate::records::{Offer, Reviewed, Transfer};
use crate::rules::{Choice, Field, Flaw, Line, Pick, Verdict};

/// A tab of the review: a verdict with its count.
pub(crate) struct Tab {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) count: i64,
    pub(crate) current: bool,
}

/// A record that a row may mean.
pub(crate) struct OfferLine {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) more: String,
    pub(crate) reasons: String,
    pub(crate) href: Option<String>,
    pub(crate) chosen: bool,
}

/// What the office is asked about a row.
pub(crate) struct Question {
    pub(crate) name: String,
    pub(crate) legend: String,
    pub(crate) offers: Vec<OfferLine>,
}

/// A row of the review.
pub(crate) struct RowLine {
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) record_href: Option<String>,
    pub(crate) state: &'static str,
    pub(crate) verdict: String,
    pub(crate) mark: Option<String>,
    pub(crate) why: Option<String>,
    pub(crate) adds: Vec<String>,
    pub(crate) differences: Vec<Marked>,
    pub(crate) flaws: Vec<Marked>,
    pub(crate) notes: Vec<Marked>,
    pub(crate) questions: Vec<Question>,
    /// Value, label, chosen.
    pub(crate) choices: Vec<(&'static str, String, bool)>,
}

/// The review of a list.
#[derive(Template)]
#[template(path = "transfer/review.html")]
pub(crate) struct ReviewPage {
    pub(crate) page: Page,
    pub(crate) note: Option<String>,
    pub(crate) lead: String,
    pub(crate) asked: Option<String>,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) lines: Vec<RowLine>,
    pub(crate) pages: Pages,
    pub(crate) shown: Option<&'static str>,
    pub(crate) action: String,
    pub(crate) write_action: String,
    pub(crate) write_fields: Fields,
    pub(crate) write_label: String,
    pub(crate) wrong: i64,
    pub(crate) like: i64,
    pub(crate) columns_href: String,
    pub(crate) discard_href: String,
}

/// What the review is made of.
pub(crate) struct Review {
    pub(crate) counts: Vec<(Verdict, i64)>,
    pub(crate) taken: i64,
    pub(crate) asked: i64,
    pub(crate) shown: Option<Verdict>,
    pub(crate) rows: Vec<Reviewed>,
    pub(crate) offers: Vec<Offer>,
    /// The network's own fields.
    pub(crate) own: Vec<CustomField>,
    pub(crate) pages: Pages,
}

/// The review of a list, with the form of writing as it was sent.
pub(crate) fn review_page(visit: &Visit, it: &Transfer, review: Review, typed: Form) -> ReviewPage {
    let count = |verdict: Verdict| {
        let found = review.counts.iter().find(|(of, _)| *of == verdict);
        found.map_or(0, |(_, count)| *count)
    };
    let name = [("name", shell::record(&it.file_name))];
    let words = Words {
        visit,
        it,
        review: &review,
    };
    let asked = [("count", review.asked.into())];
    ReviewPage {
        page: below(visit, Page::told(visit, "transfer-review-title", &name)).here(),
        note: note(visit, it),
        lead: visit.tell(
            "transfer-review-lead",
            &[
                ("rows", it.row_count.into()),
                ("new", count(Verdict::New).into()),
                ("match", count(Verdict::Match).into()),
                ("same", count(Verdict::Same).into()),
                ("wrong", count(Verdict::Wrong).into()),
            ],
        ),
        asked: (review.asked > 0).then(|| visit.tell("transfer-asked", &asked)),
        tabs: tabs(visit, it, &review),
        lines: review.rows.iter().map(|row| words.line(row)).collect(),
        shown: review.shown.map(Verdict::word),
        action: href(visit, links::CHOICES, it),
        write_action: href(visit, links::WRITING, it),
        write_fields: Fields::new(visit, typed),
        write_label: visit.tell("transfer-write", &[("count", review.taken.into())]),
        wrong: count(Verdict::Wrong),
        like: count(Verdict::Like),
        columns_href: href(visit, links::COLUMNS, it),
        discard_href: href(visit, links::DISCARDING, it),
        pages: review.pages,
    }
}

fn tabs(visit: &Visit, it: &Transfer, review: &Review) -> Vec<Tab> {
    let home = href(visit, links::TRANSFER, it);
    let all = Tab {
        label: visit.say("transfer-verdict-all").to_owned(),
        href: home.clone(),
        count: it.row_count,
        current: review.shown.is_none(),
    };
    let verdicts = review.counts.iter().map(|(verdict, count)| Tab {
        label: visit
            .say(&format!("transfer-verdict-{}", verdict.word()))
            .to_owned(),
        href: format!("{home}?art={}", verdict.word()),
        count: *count,
        current: review.shown == Some(*verdict),
    });
    std::iter::once(all)
        .chain(verdicts)
        .filter(|tab| tab.count > 0 || tab.current)
        .collect()
}

/// What all rows of a page need for their words.
struct Words<'r> {
    visit: &'r Visit,
    it: &'r Transfer,
    review: &'r Review,
}

impl Words<'_> {
    fn line(&self, row: &Reviewed) -> RowLine {
        let (visit, line) = (self.visit, &row.line);
        let say = |key: &str| visit.say(key).to_owned();
        RowLine {
            number: row.number,
            name: line.name.clone(),
            record_href: self.record_href(line),
            state: match line.verdict {
                Verdict::New => "announced",
                Verdict::Like => "draft",
                Verdict::Match => "circulated",
                Verdict::Same => "held",
                Verdict::Wrong => "cancelled",
            },
            verdict: say(&format!("transfer-row-{}", line.verdict.word())),
            mark: (!row.mark.is_empty()).then(|| say(&row.mark)),
            why: line.why.as_deref().map(say),
            adds: line.adds.iter().map(|key| say(key)).collect(),
            differences: self.differences(line),
            flaws: line.flaws.iter().map(|flaw| self.told(flaw)).collect(),
            notes: line.notes.iter().map(|flaw| self.told(flaw)).collect(),
            questions: self.questions(row),
            choices: self.choices(row),
        }
    }

    fn record_href(&self, line: &Line) -> Option<String> {
        let slug = self.visit.network.as_ref()?.slug.as_str();
        let path = match (line.person, line.organisation) {
            (Some(id), _) => register::links::below(register::links::PERSON, slug, id),
            (None, Some(id)) => register::links::below(register::links::ORGANISATION, slug, id),
            (None, None) => return None,
        };
        Some(self.visit.href(&path))
    }

    fn differences(&self, line: &Line) -> Vec<Marked> {
        line.differences
            .iter()
            .map(|it| {
                let places = [
                    ("field", self.field(&it.field)),
                    ("from", self.in_words(&it.field, &it.from)),
                    ("to", self.in_words(&it.field, &it.to)),
                ];
                let key = if it.from.is_empty() {
                    "transfer-sets"
                } else {
                    "transfer-changes"
                };
                Marked::around(self.visit, key, &places)
            })
            .collect()
    }

    /// What a field is called; the network's own as the network calls it.
    fn field(&self, word: &str) -> Marked {
        let visit = self.visit;
        let own = match Field::from_word(word) {
            Some(Field::Custom(_, id)) => self.review.own.iter().find(|it| it.id == id),
            _ => None,
        };
        match own {
            Some(own) => {
                let key = format!("transfer-own-{}", own.record_kind.word());
                Marked::around(visit, &key, &[("label", labelled(visit, own))])
            }
            None => Marked::own(&field_label(visit, word, &self.review.own)),
        }
    }

    /// A value as people read it.
    fn in_words(&self, field: &str, value: &str) -> Marked {
        let visit = self.visit;
        let record = |text: &str| Marked::record(visit.content_lang(), text);
        let say = |key: String| Marked::own(visit.say(&key));
        let yes_or_no = || match value {
            "yes" => say("transfer-yes".to_owned()),
            "no" => say("transfer-no".to_owned()),
            other => record(other),
        };
        let day = || match value.parse() {
            Ok(day) => Marked::own(&dates::day_short(day, visit.lang)),
            Err(_) => record(value),
        };
        match Field::from_word(field) {
            _ if value.is_empty() => Marked::default(),
            Some(Field::LegalForm) => match value.split_once('\t') {
                Some((_, words)) => record(words),
                None => say(format!("register-legal-{value}")),
            },
            Some(Field::Channels) => Marked::own(&crate::export::channels_told(visit, value)),
            Some(Field::CanHost | Field::Contact | Field::Voting) => yes_or_no(),
            Some(Field::AddressForm) => say(format!("register-address-{value}")),
            Some(Field::Language) => say(format!("register-lang-{value}")),
            Some(Field::FunctionSince | Field::FunctionUntil) => day(),
            Some(Field::Custom(_, id)) => {
                let own = self.review.own.iter().find(|it| it.id == id);
                match own.map(|it| it.value_kind) {
                    Some(ValueKind::YesNo) => yes_or_no(),
                    Some(ValueKind::Date) => day(),
                    _ => record(value),
                }
            }
            _ => record(value),
        }
    }

    /// What is wrong, with the column that it is about.
    fn told(&self, flaw: &Flaw) -> Marked {
        let visit = self.visit;
        // The number of a row has no language.
        let what = match flaw.what.parse::<i64>() {
            Ok(_) => flaw.what.as_str().into(),
            Err(_) => shell::record(&flaw.what),
        };
        let what = visit.tell_marked(&flaw.key, &[("what", what)]);
        let column = flaw.column.and_then(|place| self.it.columns.get(place));
        match column {
            Some(column) => {
                let column = Marked::record(visit.content_lang(), column);
                let places = [("column", column), ("flaw", what)];
                Marked::around(visit, "transfer-flaw-at", &places)
            }
            None => what,
        }
    }

    fn questions(&self, row: &Reviewed) -> Vec<Question> {
        if row.line.verdict == Verdict::Wrong {
            return Vec::new();
        }
        let is_asked = row.line.verdict == Verdict::Like;
        let picks = row.picks;
        let mut questions = Vec::new();
        if is_asked || picks.organisation != Pick::Open {
            questions.extend(self.question(row, "o"));
        }
        if is_asked || picks.person != Pick::Open {
            questions.extend(self.question(row, "p"));
        }
        questions
    }

    /// Which organisation (`o`) or person (`p`) a row means; nothing where none is like it.
    fn question(&self, row: &Reviewed, of: &str) -> Option<Question> {
        let (visit, line) = (self.visit, &row.line);
        let mut offers = Vec::new();
        for offer in self
            .review
            .offers
            .iter()
            .filter(|it| it.number == row.number)
        {
            let (id, address, is_meant) = match (of, offer.organisation, offer.person) {
                ("o", Some(id), _) => (
                    id.to_string(),
                    register::links::ORGANISATION,
                    line.organisation == Some(id),
                ),
                ("p", _, Some(id)) => {
                    let is_meant = line.person == Some(id);
                    (id.to_string(), register::links::PERSON, is_meant)
                }
                _ => continue,
            };
            offers.push(self.offer(offer, (id, address, is_meant)));
        }
        if offers.is_empty() {
            return None;
        }
        let (is_new, key) = match of {
            "o" => (
                row.picks.organisation == Pick::New,
                "transfer-which-organisation",
            ),
            _ => (row.picks.person == Pick::New, "transfer-which-person"),
        };
        offers.push(OfferLine {
            value: "new".to_owned(),
            label: visit.say("transfer-which-new").to_owned(),
            more: String::new(),
            reasons: String::new(),
            href: None,
            chosen: is_new,
        });
        Some(Question {
            name: format!("{of}{}", row.number),
            legend: visit.tell(key, &[("row", row.number.into())]),
            offers,
        })
    }

    fn offer(&self, it: &Offer, (id, address, chosen): (String, &'static str, bool)) -> OfferLine {
        let visit = self.visit;
        let say = |it: &register::Reason| visit.say(&it.key()).to_owned();
        let reasons: Vec<String> = it.reasons.iter().map(say).collect();
        let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
        OfferLine {
            href: Some(visit.href(&register::links::below(address, slug, &id))),
            value: id,
            label: it.name.clone(),
            more: it.more.clone(),
            reasons: reasons.join(" · "),
            chosen,
        }
    }

    fn choices(&self, row: &Reviewed) -> Vec<(&'static str, String, bool)> {
        let verdict = row.line.verdict;
        let offered: &[&'static str] = match verdict {
            Verdict::Match if row.line.person.is_some() && row.picks.person == Pick::Open => {
                &["take", "leave", "anew"]
            }
            Verdict::New | Verdict::Like | Verdict::Match => &["take", "leave"],
            Verdict::Same | Verdict::Wrong => &[],
        };
        offered
            .iter()
            .map(|word| {
                let key = format!("transfer-choice-{}-{word}", verdict.word());
                let is_chosen = Choice::from_word(word) == Some(row.choice);
                (*word, self.visit.say(&key).to_owned(), is_chosen)
            })
            .collect()
    }
}
