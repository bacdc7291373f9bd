//! Names of folders as IMAP writes them: a UTF-7 of its own (RFC 3501, 5.1.3).

use base64::Engine;
use base64::alphabet::IMAP_MUTF7;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};

const LETTERS: GeneralPurpose = GeneralPurpose::new(&IMAP_MUTF7, NO_PAD);

/// A folder's name in wire form.
pub(super) fn encoded(name: &str) -> String {
    let mut wire = String::new();
    let mut beyond: Vec<u16> = Vec::new();
    for letter in name.chars() {
        if (' '..='~').contains(&letter) {
            flush(&mut wire, &mut beyond);
            wire.push(letter);
            if letter == '&' {
                wire.push('-');
            }
        } else {
            beyond.extend_from_slice(letter.encode_utf16(&mut [0; 2]));
        }
    }
    flush(&mut wire, &mut beyond);
    wire
}

fn flush(wire: &mut String, beyond: &mut Vec<u16>) {
    if beyond.is_empty() {
        return;
    }
    let bytes: Vec<u8> = beyond.drain(..).flat_map(u16::to_be_bytes).collect();
    wire.push('&');
    wire.push_str(&LETTERS.encode(bytes));
    wire.push('-');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_travel_as_the_protocol_wants_them() {
        for (name, wire) in [
            ("INBOX", "INBOX"),
            ("Gelöscht", "Gel&APY-scht"),
            ("Termine & Antworten", "Termine &- Antworten"),
            ("Prüfung/Übersicht", "Pr&APw-fung/&ANw-bersicht"),
        ] {
            assert_eq!(encoded(name), wire);
        }
    }
}
