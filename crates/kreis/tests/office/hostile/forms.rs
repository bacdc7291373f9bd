//! The forms of a page as a program reads them: where they go, and which fields they have.

use std::collections::BTreeMap;

/// A field with what a browser would send untouched, or something fitting where it is empty.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub kind: String,
    pub value: String,
    /// A browser would leave it out, as a box without a tick.
    pub absent: bool,
}

/// Fields by where their form is sent, of all forms that take POST.
pub type Forms = BTreeMap<String, Vec<Field>>;

/// Takes up the forms of a page.
pub fn collect(path: &str, html: &str, forms: &mut Forms) {
    for rest in html.split("<form ").skip(1) {
        let (tag, rest) = rest.split_once('>').unwrap_or_default();
        let inner = rest.split("</form>").next().unwrap_or_default();
        if attribute(tag, "method").as_deref() != Some("post") {
            continue;
        }
        let action = attribute(tag, "action").unwrap_or_else(|| path.to_owned());
        let fields = fields(inner);
        let known = forms.entry(action).or_default();
        // A route may have a large form and a button elsewhere.
        if fields.len() > known.len() {
            *known = fields;
        }
    }
}

fn fields(html: &str) -> Vec<Field> {
    let mut found = Vec::new();
    for rest in html.split('<').skip(1) {
        let (tag, inner) = rest.split_once('>').unwrap_or_default();
        let word = tag.split_whitespace().next().unwrap_or_default();
        let Some(name) = attribute(tag, "name") else {
            continue;
        };
        let (kind, value) = match word {
            "input" => (
                attribute(tag, "type").unwrap_or_else(|| "text".to_owned()),
                attribute(tag, "value").unwrap_or_default(),
            ),
            "textarea" => ("textarea".to_owned(), plain(inner.trim_start())),
            "select" => ("select".to_owned(), chosen(html, &name)),
            "button" => (
                "button".to_owned(),
                attribute(tag, "value").unwrap_or_default(),
            ),
            _ => continue,
        };
        let absent = matches!(kind.as_str(), "checkbox" | "radio") && !tag.contains(" checked")
            || matches!(kind.as_str(), "button" | "file");
        let value = if value.is_empty() {
            fitting(&name, &kind)
        } else {
            value
        };
        found.push(Field {
            name,
            kind,
            value,
            absent,
        });
    }
    found
}

/// The chosen option of a select, or the first that says something.
fn chosen(html: &str, name: &str) -> String {
    let head = format!("name=\"{name}\"");
    let select = html
        .split("<select ")
        .find(|it| it.split('>').next().unwrap_or_default().contains(&head))
        .and_then(|it| it.split("</select>").next())
        .unwrap_or_default();
    let options: Vec<_> = select
        .split("<option ")
        .skip(1)
        .map(|it| it.split('>').next().unwrap_or_default())
        .collect();
    let first = options
        .iter()
        .find(|it| it.contains(" selected"))
        .or_else(|| {
            options
                .iter()
                .find(|it| attribute(it, "value").is_some_and(|value| !value.is_empty()))
        });
    first
        .and_then(|it| attribute(it, "value"))
        .unwrap_or_default()
}

fn fitting(name: &str, kind: &str) -> String {
    let is_number = [
        "minutes",
        "days",
        "count",
        "yes",
        "no",
        "abstentions",
        "number",
    ];
    let is_address = ["web", "url", "links"].iter().any(|it| name.contains(it));
    match kind {
        "date" if name == "day" => "2017-11-20",
        "date" if name.starts_with("due") => "2018-02-01",
        "time" if name == "end" => "12:00",
        "time" => "10:00",
        "text" if name == "slug" => "probe",
        "text" | "textarea" if is_address => "https://example.org",
        "text" if name.contains("mail") => "probe@example.org",
        "text" if is_number.contains(&name) || name.ends_with("number") => "3",
        "text" | "textarea" => "Probe",
        _ => "",
    }
    .to_owned()
}

/// An attribute's value.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = format!(" {tag}");
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| plain(value))
}

/// Text without the escapes of HTML.
pub fn plain(text: &str) -> String {
    [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (code, letter)| {
        text.replace(code, letter)
    })
}
