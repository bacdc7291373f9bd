//! Calls of templates in Markdown: `{{< figure src="…" alt="…" >}}`, which may go over several lines.
//! Of a picture its address and its words stay; what the picture itself says about when, as those
//! of posters do, is read as words of the page. All other calls go.

use std::borrow::Cow;

use crate::grammar::when;

/// How far the end of a call is looked for, in bytes.
const REACH: usize = 4_000;

/// Replaces calls by Markdown.
pub(super) fn as_markdown(text: &str) -> Cow<'_, str> {
    if !text.contains("{{<") && !text.contains("{{%") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        let (before, call) = rest.split_at(at);
        out.push_str(before);
        if let Some((inside, behind)) = end_of(call) {
            out.push_str(&picture(inside));
            rest = behind;
        } else {
            out.push_str("{{");
            rest = call.get(2..).unwrap_or("");
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What stands in a call, and what behind it.
fn end_of(call: &str) -> Option<(&str, &str)> {
    let close = [("{{<", ">}}"), ("{{%", "%}}")]
        .into_iter()
        .find_map(|(open, close)| call.starts_with(open).then_some(close))?;
    let near = call.get(..call.floor_char_boundary(REACH))?;
    let end = near.find(close)?;
    Some((call.get(3..end)?, call.get(end + close.len()..)?))
}

/// A picture as Markdown, and the words that it shows where they say a day.
fn picture(call: &str) -> String {
    let Some(address) = value(call, "src") else {
        return String::new();
    };
    let words = value(call, "alt").or_else(|| value(call, "caption"));
    let words = words.unwrap_or("").replace(['[', ']', '\n'], " ");
    let shown = if when(&words).days.is_empty() {
        ""
    } else {
        words.as_str()
    };
    format!("\n\n![{words}]({address})\n\n{shown}\n\n")
}

/// `key="value"` in a call.
fn value<'c>(call: &'c str, key: &str) -> Option<&'c str> {
    let at = call.find(&format!("{key}=\""))?;
    let (value, _) = call.get(at + key.len() + 2..)?.split_once('"')?;
    Some(value)
}
