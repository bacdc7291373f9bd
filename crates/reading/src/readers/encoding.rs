//! The letters of a file: what it says of itself is heard, what it does not say is found out.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// How far a page may say its encoding.
const WITHIN: usize = 4096;

/// The text of a file.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let encoding = said(bytes).unwrap_or_else(|| guessed(bytes));
    encoding.decode(bytes).0.into_owned()
}

/// `charset=…` or `encoding="…"` near the beginning. UTF-8 that cannot be read as such is none.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes
        .iter()
        .take(WITHIN)
        .map(|it| char::from(*it).to_ascii_lowercase())
        .collect();
    let label = ["charset=", "encoding="].into_iter().find_map(|key| {
        let (_, rest) = head.split_once(key)?;
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        rest.split(['"', '\'', '>', ';', ' ', '/', '?']).next()
    })?;
    Encoding::for_label(label.as_bytes()).filter(|it| *it != UTF_8)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"de"), Utf8Detection::Deny)
}
