//! The press: papers in, PDF out.

use jiff::tz::TimeZone;
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::text::Font;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::ink::Ink;
use crate::papers::Letterhead;
use crate::recent::Recent;
use crate::world::{Desk, Matter, Stock};
use crate::{
    AgendaPaper, AttendancePaper, BadgesPaper, CertificatesPaper, InvitationPaper, LabelsPaper,
    LettersPaper, MinutesPaper, ParticipantsPaper, PlanPaper, ProgrammePaper,
};

const FACES: [&[u8]; 3] = [
    include_bytes!("../fonts/FiraSans-Regular.ttf"),
    include_bytes!("../fonts/FiraSans-SemiBold.ttf"),
    include_bytes!("../fonts/FiraSans-Italic.ttf"),
];

/// For how many documents a layout step is remembered that none of them needed. More than
/// one, because several threads print at the same time.
const REMEMBERED: usize = 3;

/// Why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintFault {
    /// The press cannot be built: something embedded is broken.
    #[error("the press cannot be built: {0}")]
    Setup(&'static str),
    /// The paper cannot be handed to the template.
    #[error("the paper cannot be written as JSON")]
    Paper(#[from] serde_json::Error),
    /// The template or the export refused; in the field it is nearly always the logo.
    #[error("the document cannot be set: {}", .0.join("; "))]
    Setting(Vec<String>),
}

/// Prints accessible documents: build one and share it between threads.
///
/// A document costs milliseconds of computing, the first one many, so call it where blocking is
/// allowed.
pub struct Press {
    stock: Stock,
    standards: PdfStandards,
    recent: Recent,
}

impl Press {
    /// Builds the press from what lies in the binary.
    ///
    /// # Errors
    /// When an embedded font or template is broken, which the tests rule out.
    pub fn new() -> Result<Self, PrintFault> {
        // A page is set in milliseconds: handing its parts to other threads costs a tenth more
        // than it saves, and papers are printed side by side anyway. Where the threads are made
        // already, their number stays.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .build_global();
        let fonts = fonts();
        if fonts.len() != FACES.len() {
            return Err(PrintFault::Setup("a font is broken"));
        }
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|_| PrintFault::Setup("the standards contradict each other"))?;
        Ok(Self {
            stock: Stock::new(fonts)?,
            standards,
            recent: Recent::default(),
        })
    }

    /// An invitation as a letter.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn invitation(&self, paper: &InvitationPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/invitation.typ", &paper.letterhead, paper)
    }

    /// The agenda alone.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn agenda(&self, paper: &AgendaPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/agenda.typ", &paper.letterhead, paper)
    }

    /// The attendance list, to be signed or filled in.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn attendance(&self, paper: &AttendancePaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/attendance.typ", &paper.letterhead, paper)
    }

    /// Who takes part, by name where people agreed.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn participants(&self, paper: &ParticipantsPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/participants.typ", &paper.letterhead, paper)
    }

    /// The minutes in whatever state they are.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn minutes(&self, paper: &MinutesPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/minutes.typ", &paper.letterhead, paper)
    }

    /// The plan of a year.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn plan(&self, paper: &PlanPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/plan.typ", &paper.letterhead, paper)
    }

    /// The programme of a gathering.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn programme(&self, paper: &ProgrammePaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/programme.typ", &paper.letterhead, paper)
    }

    /// Letters with one text, each to its own recipient.
    ///
    /// # Errors
    /// [`PrintFault::Setting`] when the logo is no picture.
    pub fn letters(&self, paper: &LettersPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/letters.typ", &paper.letterhead, paper)
    }

    /// Address labels.
    ///
    /// # Errors
    /// As [`Self::letters`].
    pub fn labels(&self, paper: &LabelsPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/labels.typ", &paper.letterhead, paper)
    }

    /// Name badges.
    ///
    /// # Errors
    /// As [`Self::letters`].
    pub fn badges(&self, paper: &BadgesPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/badges.typ", &paper.letterhead, paper)
    }

    /// Certificates of attendance.
    ///
    /// # Errors
    /// As [`Self::letters`].
    pub fn certificates(&self, paper: &CertificatesPaper) -> Result<Vec<u8>, PrintFault> {
        self.print("/certificates.typ", &paper.letterhead, paper)
    }

    fn print(
        &self,
        template: &str,
        letterhead: &Letterhead,
        paper: &impl Serialize,
    ) -> Result<Vec<u8>, PrintFault> {
        let mut data = serde_json::to_value(paper)?;
        Ink(self.stock.fonts()).clean(&mut data);
        let shared = data.get_mut("letterhead").map(serde_json::Value::take);
        let matter = Matter {
            data: serde_json::to_vec(&data)?,
            letterhead: serde_json::to_vec(&shared)?,
            logo: letterhead.logo.as_ref().map(|logo| logo.bytes.as_slice()),
        };
        let made_of = made_of(template, letterhead.printed_at, &matter);
        if let Some(pdf) = self.recent.find(&made_of) {
            return Ok(pdf);
        }
        let desk = Desk::new(&self.stock, template, matter)?;
        let pdf = self.set(&desk, letterhead.printed_at);
        // typst remembers every layout step for the next run. Letters that are alike but for
        // the recipient are set in a third of the time by it; what the last few documents did
        // not use again goes, so that a server that prints for months does not grow.
        comemo::evict(REMEMBERED);
        if let Ok(pdf) = &pdf {
            self.recent.keep(made_of, pdf);
        }
        pdf
    }

    fn set(&self, desk: &Desk<'_>, at: jiff::Timestamp) -> Result<Vec<u8>, PrintFault> {
        let document = typst::compile::<PagedDocument>(desk)
            .output
            .map_err(|faults| PrintFault::Setting(messages(&faults)))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("Kreis".to_owned())),
            standards: self.standards.clone(),
            timestamp: stamp(at),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|faults| PrintFault::Setting(messages(&faults)))
    }
}

/// Everything that a document is made of, part by part with its length.
fn made_of(template: &str, at: jiff::Timestamp, matter: &Matter<'_>) -> Vec<u8> {
    let parts = [
        template.as_bytes(),
        &at.as_second().to_be_bytes(),
        matter.logo.unwrap_or_default(),
        &matter.letterhead,
        &matter.data,
    ];
    let mut all = Vec::new();
    for part in parts {
        all.extend_from_slice(&part.len().to_be_bytes());
        all.extend_from_slice(part);
    }
    all
}

fn stamp(at: jiff::Timestamp) -> Option<Timestamp> {
    let utc = at.to_zoned(TimeZone::UTC);
    let part = |number: i8| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        part(utc.month())?,
        part(utc.day())?,
        part(utc.hour())?,
        part(utc.minute())?,
        part(utc.second())?,
    )
    .map(Timestamp::new_utc)
}

pub(crate) fn fonts() -> Vec<Font> {
    FACES
        .iter()
        .filter_map(|face| Font::new(Bytes::new(*face), 0))
        .collect()
}

fn messages(faults: &[SourceDiagnostic]) -> Vec<String> {
    faults
        .iter()
        .map(|fault| fault.message.to_string())
        .collect()
}
