//! Written text as paragraphs and lists; nothing else in it means anything.

/// A part of a written text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// Lines that belong together.
    Paragraph(Vec<String>),
    /// Lines that begin with a dash.
    List(Vec<String>),
}

/// Blank lines part paragraphs, lines that begin with `- ` are a list.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n") {
        for line in paragraph.lines().map(str::trim).filter(|it| !it.is_empty()) {
            let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("• "));
            match (blocks.last_mut(), item) {
                (Some(Block::List(items)), Some(item)) => items.push(item.to_owned()),
                (Some(Block::Paragraph(lines)), None) => lines.push(line.to_owned()),
                (_, Some(item)) => blocks.push(Block::List(vec![item.to_owned()])),
                (_, None) => blocks.push(Block::Paragraph(vec![line.to_owned()])),
            }
        }
        blocks.push(Block::Paragraph(Vec::new()));
    }
    blocks.retain(|block| *block != Block::Paragraph(Vec::new()));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_paragraphs_and_lists() {
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
