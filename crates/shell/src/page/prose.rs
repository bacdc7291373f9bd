//! Written text as paragraphs and lists; nothing else in it means anything.

/// A part of a written text.
#[derive(Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines that belong together.
    Paragraph(Vec<String>),
    /// Lines that begin with a dash.
    List(Vec<String>),
}

/// Blank lines part paragraphs, lines that begin with `- ` are a list.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut is_open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            is_open = false;
            continue;
        }
        let item = line
            .strip_prefix("- ")
            .or_else(|| line.strip_prefix("• "))
            .map(str::trim);
        match (blocks.last_mut().filter(|_| is_open), item) {
            (Some(Block::List(items)), Some(item)) => items.push(item.to_owned()),
            (Some(Block::Paragraph(lines)), None) => lines.push(line.to_owned()),
            (_, Some(item)) => blocks.push(Block::List(vec![item.to_owned()])),
            (_, None) => blocks.push(Block::Paragraph(vec![line.to_owned()])),
        }
        is_open = true;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_with_a_list_is_paragraphs_and_a_list() {
        assert_eq!(
            blocks("a\nb\n- c\n- d\n\ne\n\n\n"),
            [
                Block::Paragraph(vec!["a".to_owned(), "b".to_owned()]),
                Block::List(vec!["c".to_owned(), "d".to_owned()]),
                Block::Paragraph(vec!["e".to_owned()]),
            ]
        );
    }
}
