//! What came back: a page or a file, with what a test asks of it.

use axum::http::HeaderMap;

/// An answer of the program.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Seen {
    /// The body as it came.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The words of the page, without tags, with single spaces.
    pub fn text(&self) -> String {
        words(&self.html())
    }

    /// The words of the page's own part, without frame and navigation.
    pub fn main_text(&self) -> String {
        let html = self.html();
        let main = html
            .split_once("<main")
            .and_then(|(_, rest)| rest.split_once("</main>"))
            .map_or(html.as_str(), |(main, _)| main);
        words(&format!("<main{main}"))
    }

    /// The words of a PDF without any space, which files keep as places and not as letters.
    ///
    /// # Panics
    /// When it is no PDF.
    pub fn pdf_words(&self) -> String {
        let pdf = lopdf::Document::load_mem(&self.body).expect("a PDF");
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        let text = pdf.extract_text(&pages).expect("the PDF has words");
        text.split_whitespace().collect()
    }

    /// Whether the words of the page contain these.
    pub fn has(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// A header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default()
    }

    /// Where a redirect leads; empty where it is none.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// All links: words and address.
    pub fn links(&self) -> Vec<(String, String)> {
        let html = self.html();
        html.split("<a ")
            .skip(1)
            .filter_map(|rest| {
                let (tag, inner) = rest.split_once('>')?;
                let (label, _) = inner.split_once("</a>")?;
                Some((words(label), attribute(tag, "href")?))
            })
            .collect()
    }

    /// The address of the first link whose words contain these.
    ///
    /// # Panics
    /// When there is none.
    pub fn link(&self, label: &str) -> String {
        let links = self.links();
        links
            .iter()
            .find(|(words, _)| words.contains(label))
            .map_or_else(
                || panic!("no link {label:?} among {links:#?}"),
                |(_, href)| href.clone(),
            )
    }

    /// The addresses that forms of the page are sent to.
    pub fn actions(&self) -> Vec<String> {
        let html = self.html();
        html.split("<form ")
            .skip(1)
            .filter_map(|rest| attribute(rest.split_once('>')?.0, "action"))
            .collect()
    }

    /// The value of an `input`; none where there is no such field.
    pub fn field(&self, name: &str) -> Option<String> {
        let html = self.html();
        html.split("<input ")
            .skip(1)
            .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag.to_owned()))
            .find(|tag| attribute(tag, "name").as_deref() == Some(name))
            .map(|tag| attribute(&tag, "value").unwrap_or_default())
    }

    /// The value of the option of a `select` or the label of a choice with these words.
    pub fn option(&self, label: &str) -> Option<String> {
        let html = self.html();
        html.split("<option ").skip(1).find_map(|rest| {
            let (tag, inner) = rest.split_once('>')?;
            let (shown, _) = inner.split_once("</option>")?;
            words(shown)
                .contains(label)
                .then(|| attribute(tag, "value"))
                .flatten()
        })
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\"")).or_else(|| {
        tag.strip_prefix(&format!("{name}=\""))
            .map(|rest| ("", rest))
    })?;
    let (value, _) = rest.split_once('"')?;
    Some(plain(value))
}

fn words(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    // Where a word may break it is one word still.
    for letter in html.replace("<wbr>", "").chars() {
        match letter {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                text.push(' ');
            }
            it if !in_tag => text.push(it),
            _ => {}
        }
    }
    // A mark that ends where words do leaves no gap before what follows them.
    plain(&text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" ,", ",")
        .replace(" :", ":")
}

fn plain(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&nbsp;", "\u{a0}"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (code, letter)| {
        text.replace(code, letter)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_people_read_it() {
        let page = Seen {
            status: 200,
            headers: HeaderMap::new(),
            body: br#"<main id="main"><a class="x" href="/a?b=1&amp;c=2">Nach <b>oben</b></a>
                <input name="n" value="&#60;1&#62;"><option value="7">Sieben</option></main>"#
                .to_vec(),
        };

        assert_eq!(page.text(), "Nach oben Sieben");
        assert_eq!(page.link("oben"), "/a?b=1&c=2");
        assert_eq!(page.field("n").as_deref(), Some("<1>"));
        assert_eq!(page.option("Sieben").as_deref(), Some("7"));
    }
}
