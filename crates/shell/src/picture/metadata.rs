//! What cameras and programs write into pictures besides the picture: place, time, device,
//! names. None of it belongs on a public page, so it is taken out before a picture is kept.

use super::bytes::{be16, be32, le16, le32};
use super::{Kind, Picture};

/// The picture without the words that it carries; how it is turned stays.
pub fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    match Picture::of(bytes).map(|picture| picture.kind) {
        Some(Kind::Jpeg) => plain_jpeg(bytes),
        Some(Kind::Png) => plain_png(bytes),
        Some(Kind::Webp) => plain_webp(bytes),
        None => bytes.to_vec(),
    }
}

/// One marker segment of a JPEG file before the scan.
pub(super) struct Segment<'b> {
    pub(super) marker: u8,
    pub(super) body: &'b [u8],
    end: usize,
}

/// The marker segments up to the first scan (ITU-T T.81 B.1.1).
pub(super) fn segments(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 2;
    std::iter::from_fn(move || {
        while bytes.get(at)? == &0xff && bytes.get(at + 1)? == &0xff {
            at += 1;
        }
        let marker = *bytes.get(at + 1).filter(|_| bytes.get(at) == Some(&0xff))?;
        if marker == 0xda || marker == 0xd9 {
            return None;
        }
        let length = usize::try_from(be16(bytes, at + 2)?).ok()?;
        let body = bytes.get(at + 4..at + 2 + length)?;
        at += 2 + length;
        Some(Segment {
            marker,
            body,
            end: at,
        })
    })
}

/// How a camera was held (Exif tag 0x0112): 1 is upright, from 5 on the sides change places.
pub(super) fn orientation(bytes: &[u8]) -> u32 {
    segments(bytes)
        .filter(|segment| segment.marker == 0xe1)
        .find_map(|segment| exif_orientation(segment.body.strip_prefix(b"Exif\0\0")?))
        .filter(|turned| (1..=8).contains(turned))
        .unwrap_or(1)
}

fn exif_orientation(tiff: &[u8]) -> Option<u32> {
    let little = tiff.starts_with(b"II");
    let short = |at| {
        if little {
            le16(tiff, at)
        } else {
            be16(tiff, at)
        }
    };
    let long = |at| {
        if little {
            le32(tiff, at)
        } else {
            be32(tiff, at)
        }
    };
    let directory = usize::try_from(long(4)?).ok()?;
    let entries = usize::try_from(short(directory)?).ok()?;
    (0..entries)
        .map(|entry| directory + 2 + entry * 12)
        .find(|at| short(*at) == Some(0x0112))
        .and_then(|at| short(at + 8))
}

/// Keeps what decoding needs: tables, frames, the colour profile (APP2) and Adobe's colour
/// transform (APP14).
fn plain_jpeg(bytes: &[u8]) -> Vec<u8> {
    let mut plain = vec![0xff, 0xd8];
    let turned = u8::try_from(orientation(bytes)).unwrap_or(1);
    if turned != 1 {
        plain.extend(turned_marker(turned));
    }
    let mut rest = 2;
    for segment in segments(bytes) {
        let keeps = match segment.marker {
            0xe2 => segment.body.starts_with(b"ICC_PROFILE\0"),
            0xee => true,
            0xe0..=0xef | 0xfe => false,
            _ => true,
        };
        if keeps {
            plain.extend(bytes.get(rest..segment.end).unwrap_or_default());
        }
        rest = segment.end;
    }
    plain.extend(bytes.get(rest..).unwrap_or_default());
    plain
}

/// An Exif segment that says how the picture is turned and nothing else.
fn turned_marker(turned: u8) -> Vec<u8> {
    let mut marker = vec![0xff, 0xe1, 0, 34];
    marker.extend(b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    marker.push(turned);
    marker.extend([0; 6]);
    marker
}

fn plain_png(bytes: &[u8]) -> Vec<u8> {
    let mut plain = bytes.get(..8).unwrap_or_default().to_vec();
    let mut at = 8;
    while let Some(length) = be32(bytes, at).and_then(|it| usize::try_from(it).ok()) {
        let Some(chunk) = at
            .checked_add(length)
            .and_then(|end| bytes.get(at..end.checked_add(12)?))
        else {
            break;
        };
        let kind = chunk.get(4..8).unwrap_or_default();
        if ![b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"]
            .iter()
            .any(|it| kind == *it)
        {
            plain.extend(chunk);
        }
        at += chunk.len();
    }
    plain
}

/// Takes out the chunks `EXIF` and `XMP ` and the flags that announce them (RFC 9649, 2.7).
fn plain_webp(bytes: &[u8]) -> Vec<u8> {
    let mut chunks = b"WEBP".to_vec();
    let mut at = 12;
    while let Some(length) = le32(bytes, at + 4).and_then(|it| usize::try_from(it).ok()) {
        let padded = length.saturating_add(length % 2).saturating_add(8);
        let end = at.saturating_add(padded).min(bytes.len());
        let chunk = bytes.get(at..end).unwrap_or_default();
        match chunk.get(..4) {
            Some(b"EXIF" | b"XMP ") => {}
            Some(b"VP8X") => {
                let flags = chunks.len() + 8;
                chunks.extend(chunk);
                if let Some(flags) = chunks.get_mut(flags) {
                    *flags &= !0x0c;
                }
            }
            _ => chunks.extend(chunk),
        }
        at = end;
    }
    let mut plain = b"RIFF".to_vec();
    plain.extend(u32::try_from(chunks.len()).unwrap_or(0).to_le_bytes());
    plain.extend(chunks);
    plain
}
