//! The network's colour, made dark enough to be read as text.

use std::str::FromStr;

use serde::Serialize;

/// WCAG 2.2, success criterion 1.4.3: text against its background.
const READABLE: f64 = 4.5;

/// An accent colour that keeps its hue in lines and is legible as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Accent {
    line: String,
    ink: String,
}

/// The text is no colour of the form `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no colour of the form #rrggbb")]
pub struct NoAccent(String);

impl Accent {
    /// The colour as it is printed for text.
    pub fn ink(&self) -> &str {
        &self.ink
    }

    fn of(rgb: [u8; 3]) -> Self {
        let mut ink = rgb;
        while contrast_with_white(ink) < READABLE {
            ink = ink.map(|part| part.saturating_sub(part.div_ceil(20)));
        }
        Self {
            line: hex(rgb),
            ink: hex(ink),
        }
    }
}

impl Default for Accent {
    /// A quiet blue, for networks that have chosen none.
    fn default() -> Self {
        Self::of([0x1b, 0x4f, 0x7a])
    }
}

impl FromStr for Accent {
    type Err = NoAccent;

    fn from_str(text: &str) -> Result<Self, NoAccent> {
        let refuse = || NoAccent(text.to_owned());
        let digits = text.trim().strip_prefix('#').ok_or_else(refuse)?;
        if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
            return Err(refuse());
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| refuse())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self::of([red, green, blue]))
    }
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Relative luminance and contrast as WCAG defines them.
fn contrast_with_white(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = rgb.map(|part| {
        let share = f64::from(part) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accent_too_pale_for_text_is_darkened_for_text_only() {
        let yellow: Accent = "#FFD500".parse().unwrap();

        assert_eq!(yellow.line, "#ffd500");
        assert_ne!(yellow.ink, yellow.line);
        let digits = yellow.ink().trim_start_matches('#');
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).unwrap().to_be_bytes();
        assert!(contrast_with_white([red, green, blue]) >= READABLE);
    }

    #[test]
    fn accent_dark_enough_is_kept() {
        let blue: Accent = "#1b4f7a".parse().unwrap();

        assert_eq!(
            blue,
            Accent {
                line: "#1b4f7a".into(),
                ink: "#1b4f7a".into()
            }
        );
    }

    #[test]
    fn accent_that_is_no_colour_is_refused() {
        for text in [
            "", "blue", "#12345", "#1234567", "#12345g", "#+12345", "123456",
        ] {
            assert_eq!(text.parse::<Accent>(), Err(NoAccent(text.into())), "{text}");
        }
    }
}
