//! Where what was written ends and the older mail below it begins.

/// What stands in front of an older mail, in the words of common mail programs.
const SEPARATORS: [&str; 6] = [
    "-----ursprüngliche nachricht-----",
    "-----original message-----",
    "-----original-nachricht-----",
    "---------- forwarded message",
    "-------- ursprüngliche nachricht --------",
    "-------- original message --------",
];

/// The text in its two parts. Answers that stand between quoted lines stay with them.
pub(super) fn parted(text: &str) -> (String, String) {
    let lines: Vec<&str> = text.lines().collect();
    let start = (0..lines.len()).find(|at| begins(lines.get(*at..).unwrap_or_default()));
    let Some(start) = start else {
        return (tidy(&lines), String::new());
    };
    let (own, older) = lines.split_at(start);
    (tidy(own), tidy(older))
}

/// Whether an older mail begins with the first of these lines and nothing of one's own follows.
fn begins(lines: &[&str]) -> bool {
    let Some(first) = lines.first().map(|it| it.trim()) else {
        return false;
    };
    let lower = first.to_lowercase();
    if SEPARATORS.iter().any(|it| lower.starts_with(it)) || is_outlook_head(lines) {
        return true;
    }
    let rest = lines.get(1..).unwrap_or_default();
    if is_attribution(&lower) || is_broken_attribution(&lower, rest) {
        let below = rest
            .iter()
            .skip_while(|it| !it.trim_start().starts_with('>'));
        let mut below = below.peekable();
        return below.peek().is_none() || all_quoted(below.copied());
    }
    first.starts_with('>') && all_quoted(rest.iter().copied())
}

fn all_quoted<'l>(mut lines: impl Iterator<Item = &'l str>) -> bool {
    lines.all(|it| it.trim().is_empty() || it.trim_start().starts_with('>'))
}

/// "Am … schrieb …:" and "On … wrote:".
fn is_attribution(lower: &str) -> bool {
    let opens = lower.starts_with("am ") || lower.starts_with("on ");
    let says = lower.contains(" schrieb") || lower.contains(" wrote");
    lower.ends_with(':')
        && ((opens && says) || lower.ends_with(" wrote:") || lower.ends_with(" schrieb:"))
}

/// The same, broken over two lines by the width of a window.
fn is_broken_attribution(lower: &str, rest: &[&str]) -> bool {
    let next = rest.first().map(|it| it.trim().to_lowercase());
    is_attribution(&format!("{lower} {}", next.unwrap_or_default()))
}

/// "Von: …", "Gesendet: …" in neighbouring lines, as Outlook sets them, with or without a line
/// above.
fn is_outlook_head(lines: &[&str]) -> bool {
    let mut heads = lines
        .iter()
        .map(|it| it.trim().trim_matches('*').to_lowercase());
    let mut first = heads.next().unwrap_or_default();
    if first.len() >= 10 && first.chars().all(|it| it == '_') {
        first = heads.find(|it| !it.is_empty()).unwrap_or_default();
    }
    let second = heads.next().unwrap_or_default();
    let is = |line: &str, words: [&str; 2]| words.iter().any(|word| line.starts_with(word));
    is(&first, ["von:", "from:"])
        && (is(&second, ["gesendet:", "sent:"]) || is(&second, ["datum:", "date:"]))
}

fn tidy(lines: &[&str]) -> String {
    let text: Vec<&str> = lines.iter().map(|it| it.trim_end()).collect();
    text.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_programs_way_of_quoting_is_known() {
        for older in [
            "Am 20.11.2017 um 09:12 schrieb Geschäftsstelle:\n> Guten Tag,\n>\n> wir laden ein.",
            "Am Mo., 20. Nov. 2017 um 09:12 Uhr schrieb Geschäftsstelle <\nbuero@beispiel.example>:\n\n> Guten Tag",
            "On 20 Nov 2017, at 09:12, Geschäftsstelle <buero@beispiel.example> wrote:\n\n> Guten Tag",
            "-----Ursprüngliche Nachricht-----\nVon: Geschäftsstelle\nBetreff: Einladung\n\nGuten Tag",
            "________________________________\nVon: Geschäftsstelle\nGesendet: Montag\nAn: Leitung\n\nGuten Tag",
            "Von: Geschäftsstelle\nGesendet: Montag, 20. November\n\nGuten Tag",
            "> Guten Tag\n> wir laden ein",
        ] {
            let (own, quoted) = parted(&format!("Ich komme gern.\n\nGrüße\n\n{older}\n"));

            assert_eq!(own, "Ich komme gern.\n\nGrüße", "{older}");
            assert_eq!(quoted, older, "{older}");
        }
    }

    #[test]
    fn answers_between_quoted_lines_stay_where_they_are() {
        let text = "Am Montag schrieb Geschäftsstelle:\n> Kommen Sie?\nJa.\n> Mit wem?\nAllein.";

        assert_eq!(parted(text), (text.to_owned(), String::new()));
        assert_eq!(
            parted("Am Montag kann ich nicht."),
            ("Am Montag kann ich nicht.".to_owned(), String::new())
        );
    }
}
