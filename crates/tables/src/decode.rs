//! The letters of a text file.

use encoding_rs::{ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{Encoding, Fault};

/// The text of these bytes, and how it was written there.
pub(crate) fn decode(bytes: &[u8], wish: Option<Encoding>) -> Result<(String, Encoding), Fault> {
    let encoding = wish.unwrap_or_else(|| guess(bytes));
    let table = match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Windows1252 => WINDOWS_1252,
        Encoding::Latin9 => ISO_8859_15,
        Encoding::Macintosh => MACINTOSH,
    };
    let (text, _) = table.decode_with_bom_removal(bytes);
    if is_binary(&text) {
        return Err(Fault::NoTable);
    }
    Ok((text.into_owned(), encoding))
}

fn guess(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xff, 0xfe, ..] => return Encoding::Utf16Le,
        [0xfe, 0xff, ..] => return Encoding::Utf16Be,
        [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8,
        _ => {}
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Encoding::Utf8;
    }
    // The euro is the only reason to tell the two apart.
    let has = |range: std::ops::RangeInclusive<u8>| bytes.iter().any(|byte| range.contains(byte));
    let western = if has(0xa4..=0xa4) && !has(0x80..=0x9f) {
        Encoding::Latin9
    } else {
        Encoding::Windows1252
    };
    let (mac, _) = MACINTOSH.decode_without_bom_handling(bytes);
    let (win, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    if fits(&mac) > fits(&win) {
        Encoding::Macintosh
    } else {
        western
    }
}

/// UTF-16 without its mark: every second byte of plain letters is nought.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..bytes.len().min(4_000)).unwrap_or_default();
    let noughts = |odd: usize| {
        let half = start.iter().skip(odd).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (noughts(0), noughts(1));
    let many = start.len() / 5;
    if odd > many && even * 10 < odd {
        Some(Encoding::Utf16Le)
    } else if even > many && odd * 10 < even {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// How much a text looks like one of western Europe, by its letters beyond ASCII.
fn fits(text: &str) -> i64 {
    text.chars()
        .filter(|letter| !letter.is_ascii())
        .map(|letter| match letter {
            'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | 'ß' => 4,
            'é' | 'è' | 'á' | 'à' | 'ç' | 'ñ' | 'ô' | '–' | '„' | '“' | '’' | '€' | '§' => {
                1
            }
            it if it.is_alphabetic() => 0,
            _ => -2,
        })
        .sum()
}

/// Whether a text holds what nobody types.
fn is_binary(text: &str) -> bool {
    let odd = |letter: &char| {
        letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')
    };
    let (mut strange, mut all) = (0_usize, 0_usize);
    for letter in text.chars() {
        all += 1;
        if letter == '\0' {
            return true;
        }
        if odd(&letter) || letter == '\u{fffd}' {
            strange += 1;
        }
    }
    strange * 20 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Name;Ort\r\nTräger für Bäume;Jüchsen\r\nGroßes Haus;Österfeld\r\n";

    #[test]
    fn every_encoding_is_found_out() {
        for (table, encoding) in [
            (WINDOWS_1252, Encoding::Windows1252),
            (MACINTOSH, Encoding::Macintosh),
            (UTF_8, Encoding::Utf8),
        ] {
            let (bytes, _, lost) = table.encode(TEXT);
            assert!(!lost);
            assert_eq!(decode(&bytes, None), Ok((TEXT.to_owned(), encoding)));
        }
        let euro = format!("{TEXT}Beitrag;12 €\r\n");
        let (bytes, ..) = ISO_8859_15.encode(&euro);
        assert_eq!(decode(&bytes, None), Ok((euro, Encoding::Latin9)));
    }

    #[test]
    fn wide_letters_are_known_with_and_without_their_mark() {
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (mark, bytes, encoding) in [
            (&[0xff_u8, 0xfe][..], &little, Encoding::Utf16Le),
            (&[][..], &little, Encoding::Utf16Le),
            (&[0xfe, 0xff][..], &big, Encoding::Utf16Be),
            (&[][..], &big, Encoding::Utf16Be),
        ] {
            let bytes = [mark, bytes.as_slice()].concat();
            assert_eq!(decode(&bytes, None), Ok((TEXT.to_owned(), encoding)));
        }
    }

    #[test]
    fn what_is_no_text_is_no_table() {
        let noise: Vec<u8> = (0..=255).cycle().take(5_000).collect();
        assert_eq!(decode(&noise, None), Err(Fault::NoTable));
    }
}
