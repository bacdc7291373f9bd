//! Where people register in the files of the demo, and what they say afterwards.

use jiff::civil::Date;
use serde::Deserialize;

/// Where one registers for one of a choice series, or for one gathering.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Desk {
    /// The series by its name, where it is for one.
    pub series: Option<String>,
    /// The day of the gathering, where it is for that.
    pub gathering: Option<Date>,
    /// Whether assistance needs are asked for.
    #[serde(default)]
    pub asks_needs: bool,
    /// So many days before those who come are reminded.
    #[serde(default)]
    pub reminds: i64,
    /// Who is let in on the day, by the short names of their organisations.
    #[serde(default)]
    pub came: Vec<String>,
    /// What participants are asked afterwards, and what they say.
    pub feedback: Option<Feedback>,
    /// The day on which it is opened.
    pub day: Date,
    pub who: String,
    pub passing: String,
    pub offer_hours: i64,
    pub companions: i64,
    pub intro: String,
    pub intro_en: String,
    pub thanks: String,
    pub thanks_en: String,
    pub places: Vec<DeskPlaces>,
    pub questions: Vec<DeskQuestion>,
    pub registrations: Vec<Coming>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskPlaces {
    pub day: Date,
    pub places: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskQuestion {
    pub kind: String,
    pub label: String,
    pub label_en: String,
    pub choices: String,
}

/// Somebody who registers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Coming {
    /// The day on which it happens.
    pub on: Date,
    /// The day of the gathering.
    pub at: Date,
    /// The organisation's short name.
    pub from: String,
    #[serde(default)]
    pub companions: Vec<String>,
    #[serde(default)]
    pub answer: String,
    /// What is needed in order to take part, in the words of the form, and in a text.
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub needs_text: String,
}

/// What participants of one gathering are asked afterwards.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Feedback {
    /// The day of the gathering.
    pub of: Date,
    /// The day on which a mail asks for it; none where none does.
    pub mailed: Option<Date>,
    #[serde(default)]
    pub subject: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub answers: Vec<Said>,
}

/// One answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    pub on: Date,
    /// The organisation's short name.
    pub from: String,
    /// One for each question, in order; empty where nothing was said.
    pub values: Vec<String>,
}
