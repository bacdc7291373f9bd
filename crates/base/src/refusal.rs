//! "No" as a value: what the office refuses, and what broke.

use std::error::Error;
use std::fmt;

/// One fault of a person's input, tied to the field that carries it.
///
/// The words live in the phrase files under `key`; `args` fill their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blame {
    /// The form field's name; empty where the whole act is refused.
    pub field: String,
    /// Phrase key.
    pub key: &'static str,
    /// Arguments of the phrase.
    pub args: Vec<(&'static str, String)>,
}

impl Blame {
    /// A fault at a field.
    pub fn at(field: impl Into<String>, key: &'static str) -> Self {
        Self {
            field: field.into(),
            key,
            args: Vec::new(),
        }
    }

    /// The same fault with an argument for its phrase.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Why an act does not happen.
#[derive(Debug)]
pub enum Halt {
    /// The office says no; the person can act on it.
    Refused(Vec<Blame>),
    /// There is no such record, or none that this person may know of.
    Missing,
    /// The record has changed since the person read it.
    Stale,
    /// Something broke; the operator can act on it.
    Fault(Fault),
}

impl Halt {
    /// Refused for one fault at one field.
    pub fn at(field: &str, key: &'static str) -> Self {
        Self::Refused(vec![Blame::at(field, key)])
    }

    /// Refused as a whole.
    pub fn no(key: &'static str) -> Self {
        Self::at("", key)
    }
}

impl From<Fault> for Halt {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What the program cannot work without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The database cannot be reached. What was on its way to it may have arrived.
    Database,
    /// The disk is full. Nothing was written.
    Room,
}

/// Something broke that the person cannot mend.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A unique constraint, by the name of its index.
    #[error("already taken: {0}")]
    Taken(String),
    /// Something is missing that may come back; nobody made a mistake.
    #[error("{doing}")]
    Lacking {
        /// What is missing.
        lack: Lack,
        /// What was being done, without personal data.
        doing: String,
        /// Why it failed.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    /// Anything else, with what was being done; the cause stays out of this text.
    #[error("{doing}")]
    Broken {
        /// What was being done, without personal data.
        doing: String,
        /// Why it failed.
        #[source]
        cause: Option<Box<dyn Error + Send + Sync>>,
    },
}

impl Fault {
    /// A fault without a deeper cause.
    pub fn new(doing: impl Into<String>) -> Self {
        Self::Broken {
            doing: doing.into(),
            cause: None,
        }
    }

    /// A fault with its cause.
    pub fn because(
        doing: impl Into<String>,
        cause: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::Broken {
            doing: doing.into(),
            cause: Some(cause.into()),
        }
    }

    /// The same, where it failed for want of something.
    pub fn lacking(
        lack: Lack,
        doing: impl Into<String>,
        cause: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::Lacking {
            lack,
            doing: doing.into(),
            cause: cause.into(),
        }
    }

    /// The same fault for another whom it befell too; its causes become words.
    #[must_use]
    pub fn echo(&self) -> Self {
        match self {
            Self::Taken(name) => Self::Taken(name.clone()),
            Self::Lacking { lack, doing, .. } => Self::lacking(*lack, doing, self.causes()),
            Self::Broken { doing, cause: None } => Self::new(doing),
            Self::Broken { doing, .. } => Self::because(doing, self.causes()),
        }
    }

    /// What was missing, where something was.
    pub const fn lack(&self) -> Option<Lack> {
        match self {
            Self::Lacking { lack, .. } => Some(*lack),
            Self::Taken(_) | Self::Broken { .. } => None,
        }
    }

    /// The whole chain of causes in one line, for the log.
    pub fn whole_story(&self) -> String {
        match self.causes() {
            causes if causes.is_empty() => self.to_string(),
            causes => format!("{self}: {causes}"),
        }
    }

    fn causes(&self) -> String {
        std::iter::successors(self.source(), |&error| error.source())
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(": ")
    }
}
