//! Markdown as people of an office write it, made into HTML that can do no harm.
//!
//! Raw HTML is shown as the letters it is made of; pictures become links, because no page
//! loads anything from elsewhere; links lead to the web, to a mail address, to a telephone
//! or within this site, and nowhere else.

use comrak::nodes::{AstNode, NodeLink, NodeValue};
use comrak::{Arena, Options, create_formatter, parse_document};

/// The text as HTML whose highest heading has level `top`; no level is skipped.
pub fn html(markdown: &str, top: u8) -> String {
    let arena = Arena::new();
    let options = options();
    let root = parse_document(&arena, markdown, &options);
    let mut open: Vec<u8> = Vec::new();
    for node in root.descendants() {
        let mut data = node.data_mut();
        match &mut data.value {
            NodeValue::Heading(heading) => {
                heading.level = nested_level(&mut open, heading.level, top);
            }
            NodeValue::Image(link) => {
                let link = NodeLink {
                    url: std::mem::take(&mut link.url),
                    title: String::new(),
                };
                data.value = NodeValue::Link(Box::new(link));
            }
            _ => {}
        }
    }
    let mut html = String::new();
    let _infallible = Prose::format_document(root, &options, &mut html);
    html
}

/// The words of the text alone, for lists and search.
pub fn words(markdown: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options());
    let mut words = String::new();
    for node in root.descendants() {
        collect(node, &mut words);
    }
    words.trim().to_owned()
}

fn collect<'a>(node: &'a AstNode<'a>, words: &mut String) {
    match &node.data().value {
        NodeValue::Text(text) => words.push_str(text),
        NodeValue::Code(code) => words.push_str(&code.literal),
        NodeValue::CodeBlock(code) => words.push_str(&code.literal),
        NodeValue::SoftBreak
        | NodeValue::LineBreak
        | NodeValue::Paragraph
        | NodeValue::Heading(_)
        | NodeValue::Item(_)
            if !words.is_empty() && !words.ends_with(' ') =>
        {
            words.push(' ');
        }
        _ => {}
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.render.escape = true;
    // A line that ends in the form ends on the page; nobody there knows of two spaces.
    options.render.hardbreaks = true;
    options
}

/// Headings that contain each other, from `top` downwards, whatever their writer counted.
fn nested_level(open: &mut Vec<u8>, written: u8, top: u8) -> u8 {
    while open.last().is_some_and(|above| *above >= written) {
        open.pop();
    }
    let depth = u8::try_from(open.len()).unwrap_or(6);
    open.push(written);
    top.saturating_add(depth).min(6)
}

create_formatter!(Prose, {
    NodeValue::Link(ref link) => |context, entering| {
        use std::fmt::Write;
        match (Target::of(&link.url), entering) {
            (Target::Nowhere, _) => {}
            (_, false) => context.write_str("</a>")?,
            (target, true) => {
                context.write_str("<a href=\"")?;
                context.escape_href(&link.url)?;
                context.write_str(match target {
                    Target::Web => "\" rel=\"external noopener\">",
                    _ => "\">",
                })?;
            }
        }
    },
});

/// Where a link leads.
#[derive(Clone, Copy)]
enum Target {
    Web,
    Here,
    Nowhere,
}

impl Target {
    fn of(url: &str) -> Self {
        let url = url.to_ascii_lowercase();
        let begins = |with: &[&str]| with.iter().any(|it| url.starts_with(it));
        if begins(&["https://", "http://"]) {
            Self::Web
        } else if begins(&["mailto:", "tel:", "#"])
            || (url.starts_with('/') && !begins(&["//", "/\\"]))
        {
            Self::Here
        } else {
            Self::Nowhere
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_nest_below_the_title_without_a_gap() {
        let text = "#### Erst\n\n###### Tiefer\n\n# Oben\n\n## Darunter\n";

        assert_eq!(
            html(text, 2),
            "<h2>Erst</h2>\n<h3>Tiefer</h3>\n<h2>Oben</h2>\n<h3>Darunter</h3>\n"
        );
    }

    #[test]
    fn headings_never_go_below_the_sixth_level() {
        assert_eq!(
            html("# a\n## b\n### c\n", 5),
            "<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>\n"
        );
    }

    #[test]
    fn raw_html_is_shown_as_letters() {
        for hostile in [
            "<script>alert(1)</script>",
            "Text <img src=x onerror=alert(1)> Text",
            "<iframe src='https://example.org'></iframe>",
            "<style>*{display:none}</style>",
            "<a href='javascript:alert(1)'>x</a>",
        ] {
            let shown = html(hostile, 2);
            for tag in ["<script", "<img", "<iframe", "<style", "<a "] {
                assert!(!shown.contains(tag), "{shown}");
            }
            assert!(shown.contains("&lt;"), "{shown}");
        }
    }

    #[test]
    fn links_that_run_something_lead_nowhere() {
        for hostile in [
            "[klick](javascript:alert(1))",
            "[klick](JaVaScRiPt:alert(1))",
            "[klick](java&#10;script:alert(1))",
            "[klick](&#106;avascript:alert(1))",
            "[klick](data:text/html,<b>x</b>)",
            "[klick](vbscript:x)",
            "[klick](//example.org)",
            "[klick](/\\example.org)",
            "[klick][1]\n\n[1]: javascript:alert(1)",
        ] {
            assert_eq!(html(hostile, 2), "<p>klick</p>\n", "{hostile}");
        }
    }

    #[test]
    fn links_to_the_web_say_that_they_leave() {
        assert_eq!(
            html("[Presse](https://example.org/a?b=1&c=\"2\")", 2),
            "<p><a href=\"https://example.org/a?b=1&amp;c=%222%22\" \
             rel=\"external noopener\">Presse</a></p>\n"
        );
        assert_eq!(
            html("[Termine](/weimar/termine)", 2),
            "<p><a href=\"/weimar/termine\">Termine</a></p>\n"
        );
    }

    #[test]
    fn a_picture_becomes_a_link_and_loads_nothing() {
        assert_eq!(
            html("![Foto](https://example.org/foto.jpg)", 2),
            "<p><a href=\"https://example.org/foto.jpg\" rel=\"external noopener\">Foto</a></p>\n"
        );
    }

    #[test]
    fn the_words_stand_without_their_marks() {
        assert_eq!(
            words("## Häuser\n\n- **eins**\n- [zwei](https://example.org)\n\nEnde `drei`\n"),
            "Häuser eins zwei Ende drei"
        );
    }

    #[test]
    fn deep_nesting_is_answered_in_good_time() {
        let deep = ">".repeat(10_000);
        assert!(html(&deep, 2).len() < 1_000_000);
        let brackets = "[".repeat(10_000);
        assert!(html(&brackets, 2).contains("[["));
    }
}
