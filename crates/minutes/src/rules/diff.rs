//! What changed between two texts, word by word, for people to read.

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stayed.
    Kept,
    /// It came.
    Added,
    /// It went.
    Removed,
}

/// A piece of text and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub change: Change,
    /// The text.
    pub text: String,
}

impl Piece {
    /// Whether it came.
    pub fn is_added(&self) -> bool {
        self.change == Change::Added
    }

    /// Whether it went.
    pub fn is_removed(&self) -> bool {
        self.change == Change::Removed
    }
}

/// Above this many comparisons the whole middle counts as replaced: the table would cost
/// more than a reader gains.
const MOST_COMPARISONS: usize = 4_000_000;

/// The pieces that lead from one text to the other. Left and right joined without what was
/// added or removed give back the texts.
pub fn changes(before: &str, after: &str) -> Vec<Piece> {
    between(&words(before), &words(after))
}

/// Both texts in one, line by line: what they share once, what differs one behind the other.
pub fn union(one: &str, other: &str) -> String {
    let (one, other) = (format!("{one}\n"), format!("{other}\n"));
    let old: Vec<&str> = one.split_inclusive('\n').collect();
    let new: Vec<&str> = other.split_inclusive('\n').collect();
    let all: String = between(&old, &new)
        .into_iter()
        .map(|piece| piece.text)
        .collect();
    all.trim().to_owned()
}

fn between(old: &[&str], new: &[&str]) -> Vec<Piece> {
    let ahead = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let behind = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(old.len().min(new.len()) - ahead)
        .take_while(|(a, b)| a == b)
        .count();
    let middle_of = |all: &[&str]| -> Vec<String> {
        all.iter()
            .skip(ahead)
            .take(all.len() - ahead - behind)
            .map(ToString::to_string)
            .collect()
    };
    let mut pieces = Pieces::default();
    old.iter()
        .take(ahead)
        .for_each(|word| pieces.push(Change::Kept, word));
    middle(&middle_of(old), &middle_of(new), &mut pieces);
    old.iter()
        .skip(old.len() - behind)
        .for_each(|word| pieces.push(Change::Kept, word));
    pieces.0
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, change: Change, text: &str) {
        match self.0.last_mut() {
            Some(last) if last.change == change => last.text.push_str(text),
            _ => self.0.push(Piece {
                change,
                text: text.to_owned(),
            }),
        }
    }
}

/// Words with the white space behind them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let tail = rest.get(word..).unwrap_or_default();
        let space = tail
            .find(|letter: char| !letter.is_whitespace())
            .unwrap_or(tail.len());
        let (head, next) = rest.split_at(word + space);
        words.push(head);
        rest = next;
    }
    words
}

/// The longest common run of words, by the table that every textbook has.
fn middle(old: &[String], new: &[String], pieces: &mut Pieces) {
    let width = new.len() + 1;
    if old.len().saturating_mul(new.len()) > MOST_COMPARISONS {
        for word in old {
            pieces.push(Change::Removed, word);
        }
        for word in new {
            pieces.push(Change::Added, word);
        }
        return;
    }
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    let get = |lengths: &[u32], row: usize, column: usize| {
        lengths.get(row * width + column).copied().unwrap_or(0)
    };
    for (row, left) in old.iter().enumerate().rev() {
        for (column, right) in new.iter().enumerate().rev() {
            let length = if left == right {
                get(&lengths, row + 1, column + 1) + 1
            } else {
                get(&lengths, row + 1, column).max(get(&lengths, row, column + 1))
            };
            if let Some(cell) = lengths.get_mut(row * width + column) {
                *cell = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        match (old.get(row), new.get(column)) {
            (Some(left), Some(right)) if left == right => {
                pieces.push(Change::Kept, left);
                (row, column) = (row + 1, column + 1);
            }
            (Some(left), right)
                if right.is_none()
                    || get(&lengths, row + 1, column) >= get(&lengths, row, column + 1) =>
            {
                pieces.push(Change::Removed, left);
                row += 1;
            }
            (_, Some(right)) => {
                pieces.push(Change::Added, right);
                column += 1;
            }
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn side(pieces: &[Piece], without: Change) -> String {
        pieces
            .iter()
            .filter(|piece| piece.change != without)
            .map(|piece| piece.text.as_str())
            .collect()
    }

    #[test]
    fn a_changed_word_is_named() {
        let pieces = changes("Das Treffen ist am 7. März.", "Das Treffen ist am 8. März.");

        assert_eq!(
            pieces
                .iter()
                .map(|piece| (piece.change, piece.text.as_str()))
                .collect::<Vec<_>>(),
            [
                (Change::Kept, "Das Treffen ist am "),
                (Change::Removed, "7. "),
                (Change::Added, "8. "),
                (Change::Kept, "März."),
            ]
        );
    }

    #[test]
    fn two_texts_in_one_lose_nothing_and_repeat_nothing() {
        assert_eq!(union("a\nb\nc", "a\nd\nc\ne"), "a\nb\nd\nc\ne");
        assert_eq!(union("a", ""), "a");
        assert_eq!(union("", "b"), "b");
    }

    #[test]
    fn a_huge_replacement_is_told_at_once() {
        let before = "alt ".repeat(5_000);
        let after = "neu ".repeat(5_000);

        assert_eq!(changes(&before, &after).len(), 2);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(before in "[ab \n]{0,60}", after in "[ab \n]{0,60}") {
            let pieces = changes(&before, &after);

            prop_assert_eq!(side(&pieces, Change::Added), before);
            prop_assert_eq!(side(&pieces, Change::Removed), after);
        }
    }
}
