//! The shape of the files in `demo`.

mod desks;

use std::collections::BTreeMap;

use base::{Fault, access::Audience};
use jiff::civil::{Date, Time, time};
use serde::Deserialize;

pub(super) use desks::{Coming, Desk, Feedback, Said};

/// One network with everything that happens in it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub since: Date,
    pub parent: Option<String>,
    pub network: Network,
    pub office: Office,
    #[serde(default)]
    pub groups: Vec<Group>,
    #[serde(default)]
    pub mailing_lists: Vec<MailingList>,
    #[serde(default)]
    pub handovers: Vec<Handover>,
    #[serde(default)]
    pub organisations: Vec<Organisation>,
    /// Fields of work to choose from.
    #[serde(default)]
    pub works: Vec<String>,
    #[serde(default)]
    pub fields: Vec<Field>,
    #[serde(default)]
    pub changes: Vec<Change>,
    #[serde(default)]
    pub series: Vec<Series>,
    #[serde(default)]
    pub gatherings: Vec<Gathering>,
    #[serde(default)]
    pub posts: Vec<Post>,
    #[serde(default)]
    pub plans: Vec<Plan>,
    #[serde(default)]
    pub topics: Vec<Topic>,
    #[serde(default)]
    pub polls: Vec<Poll>,
    #[serde(default)]
    pub desks: Vec<Desk>,
    /// Whom participants tell what they need.
    pub assistance: Option<Office>,
}

impl Story {
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        toml::from_str(text).map_err(|cause| Fault::because("read the sample data", cause))
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Network {
    pub slug: String,
    pub name: String,
    pub association: String,
    pub land: String,
    pub accent: String,
    pub about: String,
    pub office_name: String,
    pub office_address: String,
    pub office_phone: String,
    pub office_mail: String,
    pub imprint: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Office {
    pub name: String,
    pub mail: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub name: String,
    pub about: String,
    /// The group that it is part of, which is told before.
    pub part_of: Option<String>,
    pub members: Members,
    pub leaders: Vec<String>,
}

/// A filter over the contacts of members.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MailingList {
    pub name: String,
    pub about: String,
    pub functions: Vec<String>,
    pub town: String,
}

/// A function that goes to somebody new.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Handover {
    pub from: String,
    pub to: String,
    pub mail: String,
    /// The day on which the office enters it.
    pub day: Date,
    pub last_day: Date,
}

/// Short names of organisations, or the word `all` for all members.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Members {
    Named(Vec<String>),
    All(Everyone),
}

/// The word `all`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Everyone {
    All,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organisation {
    pub name: String,
    pub short: String,
    #[serde(default)]
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub domain: Option<String>,
    pub contact: String,
    #[serde(default)]
    pub host: bool,
    #[serde(default = "member")]
    pub kind: String,
    /// The legal form, where the name does not end with it.
    pub legal: Option<String>,
    /// Fields of work.
    #[serde(default)]
    pub works: Vec<String>,
    /// Official keys of the regions that it serves.
    #[serde(default)]
    pub regions: Vec<String>,
    /// The short name of the organisation that it is part of.
    pub part_of: Option<String>,
    /// What stands in the network's own fields, by their labels.
    #[serde(default)]
    pub own: BTreeMap<String, String>,
}

/// A field of the network's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    pub of: String,
    pub kind: String,
    pub label: String,
    pub label_en: String,
    #[serde(default)]
    pub help: String,
    #[serde(default)]
    pub choices: Vec<String>,
    #[serde(default)]
    pub internal: bool,
}

/// What a contact changes at the own organisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    pub day: Date,
    /// The organisation's short name.
    pub at: String,
    pub phone: String,
    pub instagram: String,
}

impl Organisation {
    pub(super) fn domain(&self) -> String {
        self.domain
            .clone()
            .unwrap_or_else(|| format!("{}.example", base::slug(&self.short)))
    }

    /// Its legal form, as most names end with it.
    pub(super) fn legal_form(&self) -> String {
        match &self.legal {
            Some(legal) => legal.clone(),
            None if self.name.ends_with("e.V.") => "ev".to_owned(),
            None if self.name.ends_with("gGmbH") => "ggmbh".to_owned(),
            None => String::new(),
        }
    }

    /// The person who speaks for it, by function alone.
    pub(super) fn contact_name(&self) -> String {
        format!("{} {}", self.contact, self.short)
    }

    pub(super) fn contact_mail(&self) -> String {
        format!("{}@{}", base::slug(&self.contact), self.domain())
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub name: String,
    pub about: String,
    pub kind: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gathering {
    pub title: String,
    #[serde(default)]
    pub focus: String,
    #[serde(default)]
    pub about: String,
    pub day: Date,
    #[serde(default = "afternoon")]
    pub start: Time,
    #[serde(default = "later")]
    pub end: Time,
    pub announced: Date,
    #[serde(default = "public")]
    pub audience: String,
    pub group: Option<String>,
    pub series: Option<String>,
    pub series_number: Option<i64>,
    pub host: String,
    pub venue: String,
    #[serde(default)]
    pub access: String,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub guests: Vec<Speaker>,
    #[serde(default)]
    pub co_organisers: Vec<String>,
    pub agenda: Vec<Item>,
    pub round: Option<Round>,
    pub minutes: Option<Minutes>,
    /// How many guests came, about, who are not named.
    pub further_guests: Option<i64>,
}

impl Gathering {
    pub(super) fn audience(&self) -> Audience {
        Audience::from_word(&self.audience).unwrap_or(Audience::Office)
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Speaker {
    pub function: String,
    pub body: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub title: String,
    pub minutes: i64,
    #[serde(default)]
    pub speakers: Vec<Speaker>,
}

/// The plan of a year; the group's gatherings of that year belong to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub year: i16,
    pub group: String,
    pub day: Date,
    #[serde(default)]
    pub published: bool,
    /// What the gatherings are that are no meetings, by their days.
    #[serde(default)]
    pub party: Vec<Date>,
    #[serde(default)]
    pub accounts: Vec<Date>,
    #[serde(default)]
    pub rows: Vec<PlanRow>,
}

/// A row that is a draft still.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanRow {
    pub day: Date,
    #[serde(default = "afternoon")]
    pub start: Time,
    #[serde(default = "later")]
    pub end: Time,
    pub kind: String,
    pub title: String,
    #[serde(default)]
    pub focus: String,
    pub host: Option<String>,
}

/// A topic that waits for a date.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub title: String,
    pub text: String,
    pub day: Date,
    pub from: Option<String>,
    /// The day of the gathering that it is proposed for.
    pub wished: Option<Date>,
    /// What the office answered, where it declined.
    pub declined: Option<String>,
}

/// A poll about the day of a gathering.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Poll {
    /// The day on which people are asked.
    pub day: Date,
    /// The day of the gathering as it stands.
    pub of: Date,
    pub until: Date,
    pub note: String,
    pub group: String,
    /// Who is asked besides the group.
    pub besides: Vec<String>,
    pub dates: Vec<PollDate>,
    pub answers: Vec<PollAnswer>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PollDate {
    pub day: Date,
    pub start: Time,
    pub end: Time,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PollAnswer {
    pub from: String,
    /// One for each day, in order.
    pub fits: Vec<String>,
    #[serde(default)]
    pub remark: String,
}

/// Who was invited to a gathering and what they answered.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Round {
    pub on: Date,
    /// Whether mails go out; else the guest list is all that is kept.
    #[serde(default)]
    pub mail: bool,
    /// Who is invited, where that is not the group whose gathering it is.
    pub group: Option<String>,
    #[serde(default)]
    pub excused: Vec<String>,
    #[serde(default)]
    pub silent: Vec<String>,
}

/// What was said at a gathering, and how the text came to be approved.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Minutes {
    pub circulated: Date,
    pub until: Date,
    pub distributed: Date,
    /// One for each agenda item, in order.
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    #[serde(default)]
    pub public: String,
    #[serde(default)]
    pub internal: String,
    pub decision: Option<Decision>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision {
    pub wording: String,
    pub yes: i64,
    pub no: i64,
    pub abstained: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Post {
    pub title: String,
    pub day: Date,
    pub lead: String,
    pub body: String,
    #[serde(default)]
    pub source_mark: String,
    #[serde(default)]
    pub links: String,
    /// The day of the gathering that it reports of.
    pub of: Option<Date>,
    #[serde(default)]
    pub tags: Vec<String>,
    pub picture: Option<Picture>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Picture {
    pub alt: String,
    pub caption: String,
}

fn member() -> String {
    "member".to_owned()
}

fn public() -> String {
    "public".to_owned()
}

const fn afternoon() -> Time {
    time(14, 0, 0, 0)
}

const fn later() -> Time {
    time(16, 0, 0, 0)
}
