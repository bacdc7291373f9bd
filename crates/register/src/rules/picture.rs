//! Pictures, told from their bytes.

use shell::picture::{Kind, Picture};

/// The largest logo in bytes.
pub(crate) const LARGEST_LOGO: usize = 512 * 1024;

/// The most pixels that a logo has from side to side; a small file may hold very many, and
/// each document would unpack them all.
pub(crate) const WIDEST_LOGO: u32 = 4000;

/// Whether a picture is not too large to be unpacked; drawings have no pixels.
pub(crate) fn is_of_moderate_size(bytes: &[u8]) -> bool {
    Picture::of(bytes).is_none_or(|it| it.width <= WIDEST_LOGO && it.height <= WIDEST_LOGO)
}

/// The media type of a picture that browsers show, told from its bytes.
///
/// An SVG that holds scripts, handlers or references to elsewhere is no picture for us.
pub(crate) fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    match Picture::of(bytes).map(|it| it.kind) {
        Some(Kind::Webp) => return None,
        Some(kind) => return Some(kind.mime()),
        None => {}
    }
    let text = std::str::from_utf8(bytes)
        .ok()?
        .trim_start_matches('\u{feff}');
    let lower = text.to_lowercase();
    let begins = lower.trim_start();
    let is_svg =
        (begins.starts_with("<?xml") || begins.starts_with("<svg") || begins.starts_with("<!--"))
            && begins.contains("<svg");
    let is_active = [
        "<script",
        "<!doctype",
        "<!entity",
        "<foreignobject",
        "javascript:",
        "<iframe",
    ]
    .iter()
    .any(|word| lower.contains(word))
        || has_handler(&lower)
        || refers_elsewhere(&lower);
    (is_svg && !is_active).then_some("image/svg+xml")
}

/// Whether a link or an image leads out of the file; names of namespaces do not.
fn refers_elsewhere(lower: &str) -> bool {
    ["href", "src", "url("].iter().any(|mark| {
        lower.split(mark).skip(1).any(|rest| {
            let rest =
                rest.trim_start_matches(|it: char| it.is_whitespace() || "='\"".contains(it));
            rest.starts_with("http") || rest.starts_with("//")
        })
    })
}

/// Whether an attribute such as `onload=` stands in the text.
fn has_handler(lower: &str) -> bool {
    let breaks = |it: char| it.is_whitespace() || "\"'/".contains(it);
    lower.match_indices("on").any(|(at, mark)| {
        let before = lower.get(..at).and_then(|it| it.chars().next_back());
        let behind = lower.get(at + mark.len()..).unwrap_or_default();
        let value = behind.trim_start_matches(|it: char| it.is_ascii_lowercase());
        before.is_some_and(breaks)
            && value.len() < behind.len()
            && value.trim_start().starts_with('=')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(side: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(side.to_be_bytes());
        bytes.extend(side.to_be_bytes());
        bytes
    }

    #[test]
    fn a_small_file_with_very_many_pixels_is_too_large() {
        assert!(is_of_moderate_size(&png(WIDEST_LOGO)));
        assert!(!is_of_moderate_size(&png(WIDEST_LOGO + 1)));
        assert!(is_of_moderate_size(b"<svg></svg>"));
    }

    #[test]
    fn pictures_are_told_by_their_bytes() {
        assert_eq!(picture_type(&png(640)), Some("image/png"));
        let jpeg = b"\xff\xd8\xff\xc0\0\x0b\x08\x01\x00\x02\x00\x01\x01\x11\0\xff\xda";
        assert_eq!(picture_type(jpeg), Some("image/jpeg"));
        assert_eq!(picture_type(b"\x89PNG\r\n\x1a\nrest"), None);
        let svg = br#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>"#;
        assert_eq!(picture_type(svg), Some("image/svg+xml"));
    }

    #[test]
    fn pictures_that_act_are_none() {
        for text in [
            "<svg><script>alert(1)</script></svg>",
            "<svg ONLOAD = 'x'></svg>",
            "<svg onload='x'></svg>",
            "<svg><image href='https://elsewhere.example/x.png'/></svg>",
            "<svg><a href='javascript:x'/></svg>",
            "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
            "<html><svg></svg></html>",
            "GIF89a",
            "",
        ] {
            assert_eq!(picture_type(text.as_bytes()), None, "{text}");
        }
    }
}
