//! Colours of sRGB and how well text reads on them.

use base::Lang;

/// The accent colour of a network that has not chosen one: KERN's own action colour.
pub(crate) const DEFAULT_ACCENT: &str = "#17476d";

/// What WCAG 2.2 asks of text and its ground (1.4.3, level AA).
pub(crate) const READABLE: f64 = 4.5;

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour {
    channels: [u8; 3],
}

/// Near-black and white, the two colours that text on an accent can have.
const DARK: Colour = Colour {
    channels: [0x17, 0x17, 0x17],
};
const WHITE: Colour = Colour {
    channels: [0xff, 0xff, 0xff],
};

impl Colour {
    /// Reads `#rrggbb`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self {
            channels: [red, green, blue],
        })
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.channels.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio (WCAG 2.2), from 1 to 21.
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The text colour that reads best on this one, and its contrast.
    pub(crate) fn text_on_it(self) -> (&'static str, f64) {
        let (white, dark) = (self.contrast(WHITE), self.contrast(DARK));
        if white >= dark {
            ("#ffffff", white)
        } else {
            ("#171717", dark)
        }
    }
}

/// A contrast ratio as it is written: one decimal, cut and never rounded up.
pub(crate) fn ratio_words(ratio: f64, lang: Lang) -> String {
    let digits = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    match lang {
        Lang::De => digits.replace('.', ","),
        Lang::En => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Colour {
        Colour::read(text).unwrap()
    }

    #[test]
    fn contrast_is_what_wcag_says() {
        let black_on_white = read("#000000").contrast(read("#ffffff"));
        assert!((black_on_white - 21.0).abs() < 0.001, "{black_on_white}");
        let grey_on_white = read("#767676").contrast(read("#ffffff"));
        assert!((grey_on_white - 4.54).abs() < 0.01, "{grey_on_white}");
    }

    #[test]
    fn text_is_white_on_dark_colours_and_dark_on_light_ones() {
        assert_eq!(read("#17476d").text_on_it().0, "#ffffff");
        assert_eq!(read("#ffcc00").text_on_it().0, "#171717");
    }

    #[test]
    fn the_default_reads_well() {
        assert!(read(DEFAULT_ACCENT).text_on_it().1 >= READABLE);
    }

    #[test]
    fn only_full_colours_are_read() {
        for text in [
            "", "#fff", "17476d", "#17476g", "#17476dd", "red; }", "#ä476d",
        ] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }

    #[test]
    fn ratios_are_never_rounded_up() {
        assert_eq!(ratio_words(4.499, Lang::De), "4,4");
        assert_eq!(ratio_words(4.5, Lang::En), "4.5");
    }
}
