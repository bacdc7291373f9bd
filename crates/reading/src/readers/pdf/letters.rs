//! The letters of a page as they are drawn, put together to runs: letters on one line, one behind
//! the other.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use kurbo::{Affine, BezPath, Point};

/// A gap of this share of the size of a letter is a blank.
const BLANK: f64 = 0.16;
/// A gap of this many sizes parts what stands on a line.
const PARTED: f64 = 1.4;
/// How far letters of a line may stand above or below it, as a share of their size.
const RAISED: f64 = 0.45;

/// Letters on one line, one behind the other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) words: String,
    /// Where it begins and ends, from the left.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where its line lies, from the top.
    pub(super) line: f64,
    /// The size of its letters.
    pub(super) size: f64,
}

/// Takes the letters of a page.
pub(super) struct Letters {
    pub(super) runs: Vec<Run>,
    room: usize,
    /// Where the last letter was drawn: bold letters are sometimes drawn twice.
    last: Option<(Point, String)>,
}

impl Letters {
    pub(super) const fn new(room: usize) -> Self {
        Self {
            runs: Vec::new(),
            room,
            last: None,
        }
    }

    fn take(&mut self, words: &str, from: Point, to: Point, size: f64) {
        let is_wild = ![from.x, from.y, to.x, to.y, size]
            .iter()
            .all(|it| it.is_finite() && it.abs() < 1e6);
        if is_wild || size < 0.5 || self.room == 0 {
            return;
        }
        self.room -= 1;
        let again = |(at, before): &(Point, String)| {
            at.distance(from) < size * 0.12 && before == words && !words.trim().is_empty()
        };
        if self.last.as_ref().is_some_and(again) {
            return;
        }
        self.last = Some((from, words.to_owned()));
        if let Some(run) = self.runs.last_mut()
            && run.goes_on(from, size)
        {
            let gap = from.x - run.right;
            let is_apart = gap > BLANK * size.max(run.size);
            if is_apart && !run.words.ends_with(' ') && !words.starts_with(' ') {
                run.words.push(' ');
            }
            run.words.push_str(words);
            run.right = run.right.max(to.x);
            run.size = run.size.max(size);
            return;
        }
        if words.trim().is_empty() {
            return;
        }
        self.runs.push(Run {
            words: words.to_owned(),
            left: from.x,
            right: to.x.max(from.x),
            line: from.y,
            size,
        });
    }
}

impl Run {
    fn goes_on(&self, from: Point, size: f64) -> bool {
        let size = size.max(self.size);
        let gap = from.x - self.right;
        (from.y - self.line).abs() < RAISED * size && gap > -0.6 * size && gap < PARTED * size
    }
}

/// Ligatures as the letters that they join; what has no shape is left out.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\t' | '\n' | '\r' => out.push(' '),
            '\u{200b}' | '\u{feff}' | '\u{fffd}' => {}
            it if it.is_control() => {}
            it => out.push(it),
        }
    }
    out
}

impl<'a> Device<'a> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let Some(found) = glyph.as_unicode() else {
            return;
        };
        let words = match found {
            BfString::Char(letter) => plain(letter.encode_utf8(&mut [0; 4])),
            BfString::String(words) => plain(&words),
        };
        let place = transform * glyph_transform;
        // A thousand units are the size of a letter.
        let (from, up) = (place * Point::ORIGIN, place * Point::new(0.0, 1_000.0));
        let along = place * Point::new(1_000.0, 0.0);
        // Words that run upwards or stand on their heads are stamps and marks at the margin.
        let is_level = (along.y - from.y).abs() < 0.3 * (along.x - from.x);
        if words.is_empty() || !is_level {
            return;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        let to = place * Point::new(advance.unwrap_or(500.0), 0.0);
        self.take(&words, from, to, from.distance(up));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_runs_with_blanks_where_gaps_are() {
        let mut letters = Letters::new(100);
        for (word, x) in [("F", 0.0), ("\u{fb01}", 5.0), ("n", 13.0), ("z", 40.0)] {
            letters.take(
                &plain(word),
                Point::new(x, 10.0),
                Point::new(x + 5.0, 10.0),
                10.0,
            );
        }

        let words: Vec<&str> = letters.runs.iter().map(|it| it.words.as_str()).collect();
        assert_eq!(words, ["Ffi n", "z"]);
    }
}
