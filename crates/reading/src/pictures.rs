//! Pictures of a post that came along with its page: inside of it, in the same mail or document,
//! or beside it in the same archive. Their bytes are handed on as they are; nothing is drawn.

use std::cell::LazyCell;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use mail_parser::{Message, MessageParser, MimeHeaders};

use crate::drafts::Drafts;
use crate::readers::archive::{self, Room};
use crate::readers::{is_mail, is_zip};

/// The most pictures that are handed on of a page.
const MOST: usize = 6;
/// The largest picture, in bytes.
const LARGEST: usize = 8_000_000;
/// The most bytes of all pictures of a page together.
const MOST_TOGETHER: usize = 12_000_000;
/// How an address begins that is the picture itself (RFC 2397).
const DATA: &str = "data:";

/// What looks for a picture by the address that its page gives.
type Find<'f> = dyn FnMut(&str) -> Option<Vec<u8>> + 'f;

/// Puts the pictures that are there to those of the post that lack theirs.
pub(crate) fn attach(drafts: &mut Drafts, find: &mut Find<'_>) {
    let Some(post) = &mut drafts.post else { return };
    let there = post.pictures.iter().filter_map(|it| it.bytes.as_ref());
    let (mut count, mut size) =
        there.fold((0, 0), |(count, size), it| (count + 1, size + it.len()));
    for picture in &mut post.pictures {
        if count >= MOST {
            break;
        }
        if picture.bytes.is_some() {
            continue;
        }
        let found = find(&picture.address)
            .filter(|it| is_picture(it) && it.len() <= LARGEST)
            .filter(|it| size + it.len() <= MOST_TOGETHER);
        if let Some(bytes) = found {
            count += 1;
            size += bytes.len();
            picture.bytes = Some(bytes);
        }
    }
    for picture in &mut post.pictures {
        if picture.address.starts_with(DATA) {
            picture.address.clear();
        }
    }
}

/// JPEG, PNG and WebP, by how they begin.
fn is_picture(bytes: &[u8]) -> bool {
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(&[0xff, 0xd8, 0xff]) || is_webp
}

/// Looks for pictures that lie in the file of their page: in their address, in a mail or a page
/// saved as one (RFC 2557), in a document.
pub(crate) fn inside(file: &[u8]) -> impl FnMut(&str) -> Option<Vec<u8>> {
    let mail = LazyCell::new(move || {
        let mail = is_mail(file).then(|| MessageParser::default().parse(file));
        mail.flatten()
    });
    let mut room = Room::of(file);
    move |address| {
        if let Some(data) = address.strip_prefix(DATA) {
            let (_, coded) = data.split_once(";base64,")?;
            return BASE64_STANDARD.decode(coded.trim()).ok();
        }
        if is_zip(file) {
            return unpacked(file, &mut room, address);
        }
        enclosed(mail.as_ref()?, address)
    }
}

/// Looks for pictures that lie beside their page in an archive, as browsers save them, also where
/// the archive lies in another.
pub(crate) fn beside(file: &[u8], page: &str) -> impl FnMut(&str) -> Option<Vec<u8>> {
    let mut room = Room::of(file);
    let mut inner: Option<Option<Inner>> = None;
    move |address| {
        if address.contains(':') {
            return None;
        }
        let address = plain(address.split(['?', '#']).next().unwrap_or_default());
        match inner.get_or_insert_with(|| inner_of(file, &mut room, page)) {
            Some(inner) => unpacked(&inner.bytes, &mut room, &place(&inner.page, &address)?),
            None => unpacked(file, &mut room, &place(page, &address)?),
        }
    }
}

/// An archive in an archive, and a page of it.
struct Inner {
    bytes: Vec<u8>,
    page: String,
}

/// The archive in the archive that a page lies in, where its way leads through one.
fn inner_of(file: &[u8], room: &mut Room, page: &str) -> Option<Inner> {
    let small = page.to_ascii_lowercase();
    let mut ways = small.match_indices(".zip/");
    ways.find_map(|(at, ending)| {
        let (way, page) = page.split_at_checked(at + ending.len())?;
        let bytes = unpacked(file, room, way.strip_suffix('/')?)?;
        Some(Inner {
            bytes,
            page: page.to_owned(),
        })
    })
}

/// The part of a mail that calls itself so.
fn enclosed(mail: &Message<'_>, address: &str) -> Option<Vec<u8>> {
    let id = address.strip_prefix("cid:");
    let part = mail.parts.iter().find(|part| match id {
        Some(id) => part.content_id() == Some(id),
        None => part.content_location() == Some(address),
    });
    Some(part?.contents().to_vec())
}

/// The entry of an archive at this place.
fn unpacked(file: &[u8], room: &mut Room, place: &str) -> Option<Vec<u8>> {
    let mut archive = archive::open(file).ok()?;
    let at = archive.index_for_name(place)?;
    room.unpack(&mut archive, at).ok()
}

/// Where an address leads from a page; never out of the archive.
fn place(page: &str, address: &str) -> Option<String> {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let folder = if address.starts_with('/') { "" } else { folder };
    let mut way: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(address.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(way.pop()?),
            step => way.push(step),
        }
    }
    Some(way.join("/"))
}

/// An address without its percent signs (RFC 3986, 2.1); what is none stays.
fn plain(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|it| std::str::from_utf8(it).ok());
        if let Some(byte) = code.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            bytes.push(byte);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Bytes as text, for answers that are lines of text.
pub(crate) mod coded {
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde hands a field over as it is")]
    pub(crate) fn serialize<S: Serializer>(
        bytes: &Option<Vec<u8>>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let text = bytes.as_ref().map(|it| BASE64_STANDARD.encode(it));
        text.serialize(to)
    }

    pub(crate) fn deserialize<'d, D: Deserializer<'d>>(
        from: D,
    ) -> Result<Option<Vec<u8>>, D::Error> {
        let text: Option<String> = Option::deserialize(from)?;
        let bytes = text.map(|it| BASE64_STANDARD.decode(it));
        bytes.transpose().map_err(serde::de::Error::custom)
    }
}
