//! Content lines of iCalendar as others write them: unfolded, parted, without their escapes.

/// One content line: name, parameters, value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name, in capitals.
    pub name: String,
    /// Its parameters, their names in capitals.
    pub parameters: Vec<(String, String)>,
    /// Its value, with its escapes.
    pub value: String,
}

impl Line {
    /// Reads a line. Colons and semicolons in quotation marks part nothing (RFC 5545, 3.1).
    pub fn of(text: &str) -> Option<Self> {
        let (mut parts, mut part, mut is_quoted) = (Vec::new(), String::new(), false);
        let mut letters = text.chars();
        let is_whole = loop {
            match letters.next() {
                Some('"') => is_quoted = !is_quoted,
                Some(':') if !is_quoted => break true,
                Some(';') if !is_quoted => parts.push(std::mem::take(&mut part)),
                Some(letter) => part.push(letter),
                None => break false,
            }
        };
        parts.push(part);
        let mut parts = parts.into_iter();
        let name = parts.next()?.trim().to_ascii_uppercase();
        let parameters = parts.filter_map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.trim().to_owned()))
        });
        is_whole.then(|| Self {
            name,
            parameters: parameters.collect(),
            value: letters.collect(),
        })
    }

    /// A parameter as it is written.
    pub fn written(&self, name: &str) -> Option<&str> {
        let mut all = self.parameters.iter();
        all.find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    /// A parameter in capitals, as words of the standard are compared.
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.written(name).map(str::to_ascii_uppercase)
    }
}

/// The lines with their folds taken out, so many lines of the text at most.
pub fn unfolded(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for raw in text.lines().take(most) {
        let raw = raw.trim_end_matches('\r');
        match (raw.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ => lines.push(raw.trim_start_matches('\u{feff}').to_owned()),
        }
    }
    lines
}

/// A text without its escapes (RFC 5545, 3.3.11).
pub fn plain(value: &str) -> String {
    let (mut text, mut letters) = (String::new(), value.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            letter if letter.is_control() && letter != '\t' => {}
            letter => text.push(letter),
        }
    }
    text.trim().to_owned()
}
