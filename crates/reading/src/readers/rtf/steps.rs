//! The steps of a rich text: groups, control words with their numbers, bytes of words.

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'t> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A control word with its number: `\par`, `\u8211`.
    Word(&'t str, Option<i32>),
    /// A control sign: `\~`, `\*`.
    Sign(u8),
    /// A byte of a word, in the encoding of the document.
    Byte(u8),
}

/// The longest control word, in letters; the standard knows none longer than 32.
const LONGEST: usize = 40;

/// Walks through a rich text.
pub(super) struct Steps<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Steps<'t> {
    pub(super) const fn of(bytes: &'t [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// What a backslash leads to.
    fn control(&mut self) -> Option<Step<'t>> {
        let first = self.byte()?;
        if first.is_ascii_alphabetic() {
            return self.word();
        }
        self.at += 1;
        if first != b'\'' {
            return Some(match first {
                b'\n' | b'\r' => Step::Word("par", None),
                _ => Step::Sign(first),
            });
        }
        let digits = self.bytes.get(self.at..self.at + 2);
        let code = digits
            .and_then(|it| std::str::from_utf8(it).ok())
            .and_then(|it| u8::from_str_radix(it, 16).ok());
        self.at += if code.is_some() { 2 } else { 0 };
        Some(code.map_or(Step::Sign(b'\''), Step::Byte))
    }

    fn word(&mut self) -> Option<Step<'t>> {
        let rest = self.bytes.get(self.at..)?;
        let letters = rest.iter().take(LONGEST);
        let length = letters.take_while(|it| it.is_ascii_alphabetic()).count();
        let word = std::str::from_utf8(rest.get(..length)?).ok()?;
        let behind = rest.get(length..)?;
        let sign = usize::from(behind.first() == Some(&b'-'));
        let digits = behind.get(sign..)?.iter().take(10);
        let digits = digits.take_while(|it| it.is_ascii_digit()).count();
        let number = behind
            .get(..sign + digits)
            .and_then(|it| std::str::from_utf8(it).ok())
            .and_then(|it| it.parse().ok());
        let used = if digits > 0 { sign + digits } else { 0 };
        self.at += length + used;
        // A blank only ends the word.
        self.at += usize::from(self.byte() == Some(b' '));
        if word == "bin" {
            // Bytes of a picture, which may look like anything.
            let skipped = number.and_then(|it: i32| usize::try_from(it).ok());
            self.at = self.at.saturating_add(skipped.unwrap_or(0));
        }
        Some(Step::Word(word, number))
    }
}

impl<'t> Iterator for Steps<'t> {
    type Item = Step<'t>;

    fn next(&mut self) -> Option<Step<'t>> {
        loop {
            let byte = self.byte()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Step::Open),
                b'}' => Some(Step::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                _ => Some(Step::Byte(byte)),
            };
        }
    }
}
