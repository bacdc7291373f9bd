//! Accessible PDF documents by typst.
//!
//! A [`Press`] is built once and turns typed papers into PDF files that are PDF/UA-1 and
//! PDF/A-2a at the same time. It is sealed: templates, fonts and phrases lie in the binary,
//! and a document sees its own data and nothing else, neither files nor network nor the hour.
//! All dates arrive as finished text, because the caller knows zone and language.

mod accent;
mod ink;
mod papers;
mod press;
mod prose;
mod recent;
mod world;

pub use accent::{Accent, NoAccent};
pub use papers::agenda::AgendaPaper;
pub use papers::attendance::{AttendancePaper, AttendanceRow, FurtherGuests, Standing};
pub use papers::badges::{Badge, BadgesPaper};
pub use papers::certificates::{Certificate, CertificatesPaper};
pub use papers::invitation::{Answer, InvitationPaper, Recipient};
pub use papers::labels::{LabelSheet, LabelsPaper};
pub use papers::letters::{LettersPaper, SerialLetter};
pub use papers::minutes::{
    Decision, MinutesItem, MinutesPaper, MinutesState, Outcome, Task, Votes,
};
pub use papers::participants::ParticipantsPaper;
pub use papers::plan::{PlanPaper, PlanRow};
pub use papers::programme::{ProgrammePaper, ProgrammePart, ProgrammeStretch, Said};
pub use papers::{AgendaRow, Facts, Letterhead, Office, Party, Picture, Place};
pub use press::{Press, PrintFault};
pub use prose::Prose;
