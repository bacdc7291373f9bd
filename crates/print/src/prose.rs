//! Plain text of several paragraphs and lists, as people type it into a form.

use serde::{Serialize, Serializer};

/// Plain text: blank lines part paragraphs, lines that begin with `- ` are a list.
///
/// Nothing else in it means anything; it is never read as markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(String);

#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", content = "lines", rename_all = "lowercase")]
enum Block<'a> {
    Paragraph(Vec<&'a str>),
    List(Vec<String>),
}

impl Prose {
    /// Whether there is nothing to print.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let mut is_open = false;
        for line in self.0.lines() {
            let text = line.trim();
            if text.is_empty() {
                is_open = false;
                continue;
            }
            let item = text
                .strip_prefix("- ")
                .or_else(|| text.strip_prefix("• "))
                .map(str::trim);
            let is_indented = line.starts_with([' ', '\t']);
            match (blocks.last_mut().filter(|_| is_open), item) {
                (Some(Block::List(items)), Some(item)) => items.push(item.to_owned()),
                (Some(Block::List(items)), None) if is_indented => continue_last(items, text),
                (Some(Block::Paragraph(lines)), None) => lines.push(text),
                (_, Some(item)) => blocks.push(Block::List(vec![item.to_owned()])),
                (_, None) => blocks.push(Block::Paragraph(vec![text])),
            }
            is_open = true;
        }
        blocks
    }
}

fn continue_last(items: &mut [String], text: &str) {
    if let Some(last) = items.last_mut() {
        last.push(' ');
        last.push_str(text);
    }
}

impl<T: Into<String>> From<T> for Prose {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.blocks().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_typed_text_are_paragraphs_and_lists() {
        let prose = Prose::from("One\r\nline two\r\n\r\n\r\n- first\n  goes on\n- second\nAfter");

        assert_eq!(
            prose.blocks(),
            [
                Block::Paragraph(vec!["One", "line two"]),
                Block::List(vec!["first goes on".into(), "second".into()]),
                Block::Paragraph(vec!["After"]),
            ]
        );
    }

    #[test]
    fn blocks_of_blank_text_are_none() {
        assert!(Prose::from(" \n\t\n").is_blank());
        assert_eq!(Prose::from(" \n\t\n").blocks(), []);
    }

    #[test]
    fn list_after_a_blank_line_is_a_list_of_its_own() {
        assert_eq!(
            Prose::from("- a\n\n- b").blocks(),
            [Block::List(vec!["a".into()]), Block::List(vec!["b".into()])]
        );
    }
}
