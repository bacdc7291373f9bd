//! Pictures: known by their bytes, never by their name or by what the sender says.

mod bytes;
mod metadata;
#[cfg(test)]
pub(crate) mod tests;

use bytes::{be16, be32, le16, le24};
pub use metadata::without_metadata;

/// The largest picture in bytes.
pub const LARGEST: usize = 8_000_000;

/// A picture's kind and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its kind.
    pub kind: Kind,
    /// Its width in pixels, as it is shown.
    pub width: u32,
    /// Its height in pixels, as it is shown.
    pub height: u32,
}

/// The kinds of pictures that every browser shows and that carry no script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

impl Kind {
    /// The media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// Reads the media type.
    pub fn from_mime(mime: &str) -> Option<Self> {
        [Self::Jpeg, Self::Png, Self::Webp]
            .into_iter()
            .find(|kind| kind.mime() == mime)
    }
}

impl Picture {
    /// What these bytes are, where they are a picture of a known kind.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let (kind, (width, height)) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            (Kind::Png, png_size(bytes)?)
        } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            (Kind::Jpeg, jpeg_size(bytes)?)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12)? == b"WEBP" {
            (Kind::Webp, webp_size(bytes)?)
        } else {
            return None;
        };
        (width > 0 && height > 0).then_some(Self {
            kind,
            width,
            height,
        })
    }
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some((be32(bytes, 16)?, be32(bytes, 20)?))
}

/// The frame header (SOF, ITU-T T.81 B.2.2) names height and width; a camera held upright
/// says in its metadata that the two change places.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let frame = metadata::segments(bytes).find(|segment| {
        matches!(segment.marker, 0xc0..=0xcf) && !matches!(segment.marker, 0xc4 | 0xc8 | 0xcc)
    })?;
    let (height, width) = (be16(frame.body, 1)?, be16(frame.body, 3)?);
    if metadata::orientation(bytes) >= 5 {
        Some((height, width))
    } else {
        Some((width, height))
    }
}

/// The first chunk of a WebP file (RFC 9649): simple, lossless or extended.
fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => {
            (bytes.get(23..26)? == [0x9d, 0x01, 0x2a]).then_some(())?;
            Some((le16(bytes, 26)? & 0x3fff, le16(bytes, 28)? & 0x3fff))
        }
        b"VP8L" => {
            (*bytes.get(20)? == 0x2f).then_some(())?;
            let low = le16(bytes, 21)?;
            let high = le16(bytes, 23)?;
            let packed = low | (high << 16);
            Some(((packed & 0x3fff) + 1, ((packed >> 14) & 0x3fff) + 1))
        }
        b"VP8X" => Some((le24(bytes, 24)? + 1, le24(bytes, 27)? + 1)),
        _ => None,
    }
}
