//! What the fonts can set: every text passes here before it reaches a template.
//!
//! PDF/UA-1 and PDF/A-2a refuse a glyph that is missing in the font, and typst then refuses
//! the whole document. An invitation must go out although somebody typed a smiley, so marks
//! without a letter are left out and foreign letters leave a visible empty box.

use serde_json::Value;
use typst::text::Font;

/// Stands for a letter that the fonts do not have.
const UNKNOWN: char = '▯';
/// Longer runs are given places where a line may break, or they would leave the page.
const LONG_RUN: usize = 28;
/// The longest run of letters that may be a German word.
const WORD: usize = 44;
/// Wide letters that fit into the narrowest column of text.
const NARROW: usize = 18;
const BREAK: char = '\u{200b}';

/// Text that the given fonts can set.
pub(crate) struct Ink<'a>(pub(crate) &'a [Font]);

impl Ink<'_> {
    /// Cleans every string of the data, however deep.
    pub(crate) fn clean(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.settable(text),
            Value::Array(values) => values.iter_mut().for_each(|value| self.clean(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.clean(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn settable(&self, text: &str) -> String {
        let known: String = text.chars().filter_map(|c| self.letter(c)).collect();
        breakable(&known)
    }

    fn letter(&self, c: char) -> Option<char> {
        match c {
            '\n' => Some(c),
            '\t' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => Some(' '),
            '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
            '\u{202f}' => Some('\u{a0}'),
            '\u{2010}' | '\u{2011}' => Some('-'),
            '●' | '▪' | '◦' | '‣' | '■' => Some('•'),
            '✓' | '✔' => Some('√'),
            '☑' | '☒' => Some('×'),
            _ if c.is_control() || is_unspoken(c) => None,
            _ if self.has(c) => Some(c),
            _ if is_picture(c) => None,
            _ => Some(UNKNOWN),
        }
    }

    fn has(&self, c: char) -> bool {
        self.0
            .iter()
            .all(|font| font.info().coverage.contains(u32::from(c)))
    }
}

/// Marks that steer direction, joining or variation and have no shape. With left-to-right
/// letters only they can do nothing but disguise a text.
fn is_unspoken(c: char) -> bool {
    matches!(c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' | '\u{61c}'
        | '\u{180e}' | '\u{34f}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive([' ', '\n']) {
        if part.chars().count() <= LONG_RUN {
            out.push_str(part);
        } else {
            break_up(part, &mut out);
        }
    }
    out
}

fn break_up(part: &str, out: &mut String) {
    // Hyphenation copes with long words, but not with what is no word of any language.
    let is_word = part
        .split(|c: char| !c.is_alphabetic())
        .all(|run| run.chars().count() <= WORD);
    let mut run = 0;
    for c in part.chars() {
        out.push(c);
        run = if c.is_alphanumeric() { run + 1 } else { 0 };
        let is_joint = matches!(c, '/' | '.' | '@' | '_' | '-' | '=' | '&' | '?');
        if is_joint || (!is_word && run >= NARROW) {
            out.push(BREAK);
            run = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::fonts;

    #[test]
    fn settable_text_keeps_letters_and_loses_what_has_no_shape() {
        let fonts = fonts();
        let ink = Ink(&fonts);

        for (typed, printed) in [
            (
                "Straße, Łódź, Ωμέγα, Київ – „so“ €",
                "Straße, Łódź, Ωμέγα, Київ – „so“ €",
            ),
            ("Danke 🎉\u{fe0f}!", "Danke !"),
            ("a\u{202e}b\u{200f}c\u{0}d\u{7}", "abcd"),
            ("日本", "▯▯"),
            ("\u{f8ff}", "▯"),
            ("a\tb\u{202f}c", "a b\u{a0}c"),
            ("#eval(\"1\") *b* $x$", "#eval(\"1\") *b* $x$"),
        ] {
            assert_eq!(ink.settable(typed), printed, "{typed:?}");
        }
    }

    #[test]
    fn settable_address_without_spaces_may_break() {
        let fonts = fonts();

        assert_eq!(
            Ink(&fonts).settable("vorname.nachname@sehr-lang.example"),
            "vorname.\u{200b}nachname@\u{200b}sehr-\u{200b}lang.\u{200b}example"
        );
    }
}
