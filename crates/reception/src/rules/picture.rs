//! The picture of a code: a QR code as one path, drawn here and asked of nobody.

use std::fmt::Write;

use base::Fault;
use fast_qr::ECL;
use fast_qr::qr::QRBuilder;

/// Light squares around a code, which readers need (ISO/IEC 18004, 5.3.8).
const QUIET: usize = 4;

/// A QR code: how many squares a side has, and the dark ones as the path of an SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QrCode {
    side: usize,
    /// The dark squares.
    pub(crate) path: String,
}

impl QrCode {
    /// What the picture shows of its plane: the code and the light around it.
    pub(crate) fn viewed(&self) -> String {
        let whole = self.whole();
        format!("-{QUIET} -{QUIET} {whole} {whole}")
    }

    /// Squares of a side with the light around.
    pub(crate) const fn whole(&self) -> usize {
        self.side + 2 * QUIET
    }
}

/// The code of a text, readable with a scratch across it.
pub(crate) fn qr_code(text: &str) -> Result<QrCode, Fault> {
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_| Fault::new("draw a QR code"))?;
    let side = code.size;
    let mut path = String::new();
    for row in 0..side {
        let dark: Vec<bool> = code[row].iter().take(side).map(|it| it.value()).collect();
        let mut column = 0;
        // Squares beside each other are one stroke, so that the picture stays small.
        for run in dark.chunk_by(|one, next| one == next) {
            let length = run.len();
            if run.first() == Some(&true) {
                let _infallible = write!(path, "M{column} {row}h{length}v1h-{length}z");
            }
            column += length;
        }
    }
    Ok(QrCode { side, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_stays_small() {
        let code = qr_code("01J9ZK3V7QH5E2N8T4R6W0YXAB").unwrap();

        // The upper edge of a corner is a stroke of seven squares.
        for (column, row) in [(0, 0), (code.side - 7, 0), (0, code.side - 7)] {
            assert!(code.path.contains(&format!("M{column} {row}h7v1h-7z")));
        }
        assert_eq!(code.side, 25, "letters of one kind need few squares");
        assert_eq!(code.viewed(), "-4 -4 33 33");
    }
}
