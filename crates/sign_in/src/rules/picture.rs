//! The picture that an app reads: a QR code as one path, drawn here and asked of nobody.

use std::fmt::Write;

use base::Fault;
use fast_qr::qr::QRBuilder;

/// A QR code: how many squares a side has, and the dark ones as the path of an SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QrCode {
    /// Squares of a side.
    pub(crate) side: usize,
    /// The dark squares.
    pub(crate) path: String,
}

/// The code of a text.
pub(crate) fn qr_code(text: &str) -> Result<QrCode, Fault> {
    let code = QRBuilder::new(text)
        .build()
        .map_err(|_| Fault::new("draw a QR code"))?;
    let side = code.size;
    let mut path = String::new();
    for row in 0..side {
        let squares = code[row].iter().take(side).enumerate();
        for (column, _) in squares.filter(|(_, square)| square.value()) {
            let _infallible = write!(path, "M{column} {row}h1v1h-1z");
        }
    }
    Ok(QrCode { side, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners() {
        let code = qr_code("otpauth://totp/kreis:a?secret=GEZDGNBVGY3TQOJQ").unwrap();

        for (column, row) in [(0, 0), (code.side - 7, 0), (0, code.side - 7)] {
            assert!(
                code.path.contains(&format!("M{column} {row}h")),
                "{column} {row}"
            );
            assert!(!code.path.contains(&format!("M{} {}h", column + 1, row + 1)));
        }
        assert!(code.side >= 21 && code.side % 4 == 1);
    }
}
