//! What the readers of packed files share: XML, an event at a time. Nothing is built of it, so
//! that a document nested without end costs no more than a long one.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Fault;

/// What happens in a document, one thing after the other.
pub enum Step<'x> {
    /// An element begins.
    Open(&'x BytesStart<'x>),
    /// The element of this name, without its namespace, ends.
    Close(&'x str),
    /// Words inside of an element.
    Words(&'x str),
}

/// Goes through a document from its beginning to its end.
///
/// # Errors
/// [`Fault::Broken`] where it is no XML, or what `each` refuses.
pub fn walk(
    document: &str,
    mut each: impl FnMut(Step<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut reader = Reader::from_str(document);
    loop {
        match reader.read_event().map_err(|_| Fault::Broken)? {
            Event::Eof => return Ok(()),
            Event::Start(tag) => each(Step::Open(&tag))?,
            Event::Empty(tag) => {
                each(Step::Open(&tag))?;
                each(Step::Close(tag.local_name().as_ref()))?;
            }
            Event::End(tag) => each(Step::Close(tag.local_name().as_ref()))?,
            Event::Text(text) => each(Step::Words(&text.xml_content(XmlVersion::Implicit1_0)))?,
            Event::CData(text) => each(Step::Words(&text.xml_content(XmlVersion::Implicit1_0)))?,
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(letter)) => each(Step::Words(letter.encode_utf8(&mut [0; 4])))?,
                _ => each(Step::Words(entity(&name)))?,
            },
            _ => {}
        }
    }
}

/// An attribute by its name, without its namespace.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// The five letters that every XML document may name (XML 1.0, 4.6).
fn entity(name: &str) -> &'static str {
    match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}
