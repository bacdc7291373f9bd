//! What is asked and when, what an answer may be, and from how many answers on anybody sees
//! results. Pure.

use std::collections::BTreeMap;

use base::{Fault, GatheringId, Lang, NetworkId};
use jiff::{SignedDuration, Timestamp};
use registration::Texts;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Fewer answers than these are shown to nobody.
pub const LEAST: i64 = 5;

/// The values of a scale.
pub const SCALE: [&str; 5] = ["1", "2", "3", "4", "5"];

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// A number from one to five.
    Scale,
    /// One of a few.
    Choice,
    /// Words of one's own.
    Text,
}

impl QuestionKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Scale, Self::Choice, Self::Text];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Choice => "choice",
            Self::Text => "text",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scale => "feedback-kind-scale",
            Self::Choice => "feedback-kind-choice",
            Self::Text => "feedback-kind-text",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: Uuid,
    /// What it asks for.
    pub kind: QuestionKind,
    /// The question.
    pub label: Texts,
    /// What there is to choose from.
    pub choices: Vec<Texts>,
}

impl Question {
    /// The name of its field.
    pub fn name(&self) -> String {
        format!("f_{}", self.id.simple())
    }

    /// The values that are counted, in their order; none for words of one's own.
    pub fn values(&self) -> Vec<String> {
        match self.kind {
            QuestionKind::Scale => SCALE.map(str::to_owned).to_vec(),
            QuestionKind::Choice => self.choices.iter().map(|it| it.de.clone()).collect(),
            QuestionKind::Text => Vec::new(),
        }
    }
}

/// Whether answers are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormState {
    /// The office prepares it.
    Draft,
    /// Answers are taken after the gathering.
    Open,
    /// The office has ended it.
    Closed,
}

impl FormState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Closed];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What participants of a gathering are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackForm {
    /// Its id.
    pub id: Uuid,
    /// Its network.
    pub network: NetworkId,
    /// The gathering.
    pub gathering: GatheringId,
    /// Whether answers are taken.
    pub state: FormState,
    /// For so many days after the gathering.
    pub open_days: i64,
    /// What stands above the questions.
    pub intro: Texts,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The office prepares it.
    Draft,
    /// The gathering is not over.
    Early,
    /// Answers are taken.
    Running,
    /// No more answers are taken.
    Over,
}

impl Stage {
    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "feedback-stage-draft",
            Self::Early => "feedback-stage-early",
            Self::Running => "feedback-stage-running",
            Self::Over => "feedback-stage-over",
        }
    }

    /// How a page shows it beside the words.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Early | Self::Running => "announced",
            Self::Over => "held",
        }
    }
}

impl FeedbackForm {
    /// The most days after a gathering: no link to one's own registration lives longer.
    pub const MOST_DAYS: i64 = 60;

    /// Until when answers are taken, for a gathering that ends then.
    pub fn closes_at(&self, ends_at: Timestamp) -> Timestamp {
        let days = SignedDuration::from_hours(24 * self.open_days.clamp(1, Self::MOST_DAYS));
        ends_at.checked_add(days).unwrap_or(ends_at)
    }

    /// How far it has come.
    pub fn stage(&self, ends_at: Timestamp, now: Timestamp) -> Stage {
        match self.state {
            FormState::Draft => Stage::Draft,
            FormState::Open if now < ends_at => Stage::Early,
            FormState::Open if now < self.closes_at(ends_at) => Stage::Running,
            FormState::Open | FormState::Closed => Stage::Over,
        }
    }
}

/// How many have answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// All of them.
    pub all: i64,
    /// So many are in what is shown while answers are taken.
    pub shown: i64,
}

/// What anybody may see of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visible {
    /// Nothing: too few have answered.
    Nothing,
    /// What was answered up to the last step of five.
    Step,
    /// Everything.
    All,
}

impl Answers {
    /// Whether what is shown takes a step: never by fewer than five people.
    pub const fn steps(self) -> bool {
        self.all - self.shown >= LEAST
    }

    /// What may be seen.
    pub fn visible(self, stage: Stage) -> Visible {
        if self.all < LEAST {
            return Visible::Nothing;
        }
        match stage {
            Stage::Over => Visible::All,
            _ if self.shown >= LEAST => Visible::Step,
            _ => Visible::Nothing,
        }
    }
}

/// What was answered to one question, without who or when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// How often each value was given.
    Counts(BTreeMap<String, i64>),
    /// Words, in alphabetical order.
    Words(Vec<String>),
}

impl Content {
    /// Nothing yet.
    pub const fn none(kind: QuestionKind) -> Self {
        match kind {
            QuestionKind::Scale | QuestionKind::Choice => Self::Counts(BTreeMap::new()),
            QuestionKind::Text => Self::Words(Vec::new()),
        }
    }

    /// Adds an answer; words go where their letters put them and not behind those before.
    pub fn add(&mut self, value: &str) {
        match self {
            Self::Counts(counts) => *counts.entry(value.to_owned()).or_default() += 1,
            Self::Words(words) => {
                let place = words.partition_point(|it| it.as_str() < value);
                words.insert(place, value.to_owned());
            }
        }
    }

    /// How often a value was given.
    pub fn count(&self, value: &str) -> i64 {
        match self {
            Self::Counts(counts) => counts.get(value).copied().unwrap_or(0),
            Self::Words(_) => 0,
        }
    }

    /// How many have answered this question.
    pub fn answers(&self) -> i64 {
        match self {
            Self::Counts(counts) => counts.values().sum(),
            Self::Words(words) => i64::try_from(words.len()).unwrap_or(i64::MAX),
        }
    }

    /// The mean of a scale; none where nobody has answered.
    pub fn tenths(&self) -> Option<i64> {
        let Self::Counts(counts) = self else {
            return None;
        };
        let all = self.answers();
        let values = counts.iter().filter_map(|(value, count)| {
            let value: i64 = value.parse().ok()?;
            Some(value * count)
        });
        let sum: i64 = values.sum();
        (all > 0).then(|| (sum * 10 + all / 2) / all)
    }

    /// As the database keeps it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn to_json(&self) -> Result<String, Fault> {
        let written = match self {
            Self::Counts(counts) => serde_json::to_string(counts),
            Self::Words(words) => serde_json::to_string(words),
        };
        written.map_err(|cause| Fault::because("write what was answered", cause))
    }

    /// Reads it.
    ///
    /// # Errors
    /// When it is of another kind.
    pub fn of_json(kind: QuestionKind, json: &str) -> Result<Self, Fault> {
        let read = match kind {
            _ if json.is_empty() => return Ok(Self::none(kind)),
            QuestionKind::Scale | QuestionKind::Choice => {
                serde_json::from_str(json).map(Self::Counts)
            }
            QuestionKind::Text => serde_json::from_str(json).map(Self::Words),
        };
        read.map_err(|cause| Fault::because("read what was answered", cause))
    }
}

/// What tells that a place has answered, and leads from no answer to it.
pub fn mark(form: Uuid, place: Uuid) -> String {
    let mut hasher = Sha256::new();
    hasher.update(form.as_bytes());
    hasher.update(place.as_bytes());
    let hash = hasher.finalize();
    let half = hash.first_chunk::<16>().copied().unwrap_or_default();
    Uuid::from_bytes(half).simple().to_string()
}

/// Whether a mark is among those that are spent, a line each.
pub fn is_spent(marks: &str, mark: &str) -> bool {
    marks.lines().any(|it| it == mark)
}

/// The same marks with one more, in order.
pub fn spent_with(marks: &str, mark: &str) -> String {
    let mut all: Vec<&str> = marks.lines().chain([mark]).collect();
    all.sort_unstable();
    all.join("\n")
}

/// The built-in questions: what each asks for, its phrase, and the phrase of its choices.
pub const PROPOSED: [(QuestionKind, &str, Option<&str>); 7] = [
    (QuestionKind::Scale, "feedback-ask-whole", None),
    (QuestionKind::Scale, "feedback-ask-useful", None),
    (QuestionKind::Scale, "feedback-ask-organised", None),
    (QuestionKind::Scale, "feedback-ask-access", None),
    (
        QuestionKind::Choice,
        "feedback-ask-again",
        Some("feedback-ask-again-choices"),
    ),
    (QuestionKind::Text, "feedback-ask-good", None),
    (QuestionKind::Text, "feedback-ask-better", None),
];

/// How a value reads.
pub fn value_label(question: &Question, value: &str, lang: Lang) -> String {
    let mut choices = question.choices.iter();
    let choice = choices.find(|it| it.de == value);
    choice.map_or_else(|| value.to_owned(), |it| it.in_lang(lang).0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(state: FormState) -> FeedbackForm {
        FeedbackForm {
            id: Uuid::nil(),
            network: Uuid::nil().into(),
            gathering: Uuid::nil().into(),
            state,
            open_days: 14,
            intro: Texts::default(),
        }
    }

    #[test]
    fn answers_are_taken_after_the_gathering_for_so_many_days() {
        let ends: Timestamp = "2017-06-21T16:00:00Z".parse().unwrap();
        let open = form(FormState::Open);
        for (now, stage) in [
            ("2017-06-21T15:59:59Z", Stage::Early),
            ("2017-06-21T16:00:00Z", Stage::Running),
            ("2017-07-05T15:59:59Z", Stage::Running),
            ("2017-07-05T16:00:00Z", Stage::Over),
        ] {
            assert_eq!(open.stage(ends, now.parse().unwrap()), stage, "{now}");
        }
        assert_eq!(form(FormState::Draft).stage(ends, ends), Stage::Draft);
        assert_eq!(form(FormState::Closed).stage(ends, ends), Stage::Over);
    }

    #[test]
    fn nobody_sees_fewer_than_five_answers_nor_what_one_more_adds() {
        for (all, shown, stage, visible) in [
            (4, 0, Stage::Running, Visible::Nothing),
            (4, 0, Stage::Over, Visible::Nothing),
            (5, 5, Stage::Running, Visible::Step),
            (9, 5, Stage::Running, Visible::Step),
            (9, 5, Stage::Over, Visible::All),
        ] {
            let answers = Answers { all, shown };
            assert_eq!(answers.visible(stage), visible, "{all} {shown}");
        }
        assert!(!Answers { all: 9, shown: 5 }.steps());
        assert!(Answers { all: 10, shown: 5 }.steps());
    }

    #[test]
    fn words_and_marks_keep_no_order_but_the_alphabet() {
        let mut words = Content::none(QuestionKind::Text);
        for word in ["gut", "alles", "nichts"] {
            words.add(word);
        }
        assert_eq!(words.to_json().unwrap(), r#"["alles","gut","nichts"]"#);
        let (first, second) = (
            mark(Uuid::nil(), Uuid::from_u128(1)),
            mark(Uuid::nil(), Uuid::from_u128(2)),
        );
        let one = spent_with(&spent_with("", &first), &second);
        let other = spent_with(&spent_with("", &second), &first);
        assert_eq!(one.trim(), other.trim());
        assert!(is_spent(&one, &first) && !is_spent(&first, &second));
    }

    #[test]
    fn the_mean_of_a_scale_is_rounded_to_tenths() {
        let mut scale = Content::none(QuestionKind::Scale);
        assert_eq!(scale.tenths(), None);
        for value in ["5", "4", "4"] {
            scale.add(value);
        }
        assert_eq!(scale.tenths(), Some(43));
        let json = scale.to_json().unwrap();
        assert_eq!(Content::of_json(QuestionKind::Scale, &json).unwrap(), scale);
    }
}
