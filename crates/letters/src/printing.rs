//! From what was typed to paper.

use base::{Fault, Lang};
use jiff::Timestamp;
use print::{
    LabelSheet, LabelsPaper, Letterhead, LettersPaper, PrintFault, Recipient, SerialLetter,
};
use register::Network;
use shell::App;
use store::Conn;

use crate::rules::{Labels, Piece, filled};
use crate::typed::{Letter, What};

/// A paper that is ready for the press.
pub(crate) enum Paper {
    Letters(LettersPaper),
    Labels(LabelsPaper),
}

impl Paper {
    /// What is to be printed for these pieces.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn of(
        conn: &mut Conn<'_>,
        app: &App,
        (network, now): (&Network, Timestamp),
        (what, pieces): (&What, &[Piece]),
    ) -> Result<Self, Fault> {
        // Paper speaks the language of the network, whoever prints it.
        let letterhead = gatherings::papers::letterhead(conn, app, network, (Lang::De, now))?;
        Ok(match what {
            What::Letters(letter) => Self::Letters(letters(app, letterhead, letter, pieces)),
            What::Labels(sheet, skipped) => {
                Self::Labels(labels(app, letterhead, (*sheet, *skipped), pieces))
            }
        })
    }

    /// The PDF.
    ///
    /// # Errors
    /// What the press says.
    pub(crate) fn printed(&self, press: &print::Press) -> Result<Vec<u8>, PrintFault> {
        match self {
            Self::Letters(paper) => press.letters(paper),
            Self::Labels(paper) => press.labels(paper),
        }
    }
}

fn letters(app: &App, letterhead: Letterhead, letter: &Letter, pieces: &[Piece]) -> LettersPaper {
    let everybody = app.phrases.say(Lang::De, "register-salutation-nameless");
    let one = |it: &Piece| {
        let salutation = if it.salutation.is_empty() {
            everybody
        } else {
            it.salutation.as_str()
        };
        let is_greeted = letter.text.contains("{Anrede}");
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        SerialLetter {
            recipient: Recipient {
                name: some(&it.name),
                function: some(&it.function),
                organisation: some(&it.organisation),
                address: it.address.clone(),
            },
            place_and_date: letter.place_and_date.clone(),
            subject: filled(&letter.subject, it, salutation),
            salutation: if is_greeted {
                String::new()
            } else {
                salutation.to_owned()
            },
            body: filled(&letter.text, it, salutation).into(),
        }
    };
    LettersPaper {
        letterhead,
        title: letter.subject.clone(),
        letters: pieces.iter().map(one).collect(),
        signatory: (!letter.signatory.is_empty()).then(|| letter.signatory.clone()),
    }
}

fn labels(
    app: &App,
    letterhead: Letterhead,
    (sheet, skipped): (Labels, u16),
    pieces: &[Piece],
) -> LabelsPaper {
    LabelsPaper {
        letterhead,
        title: app.phrases.say(Lang::De, "letters-labels-title").to_owned(),
        sheet: LabelSheet {
            columns: sheet.columns,
            rows: sheet.rows,
            width: f64::from(sheet.width) / 10.0,
            height: f64::from(sheet.height) / 10.0,
            top: f64::from(sheet.top) / 10.0,
            left: f64::from(sheet.left) / 10.0,
            gap: f64::from(sheet.gap) / 10.0,
        },
        skipped,
        labels: pieces.iter().map(Piece::lines).collect(),
    }
}
