//! Small pictures for tests, built byte by byte.

/// A PNG header of this size, with a comment in it.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    chunk(&mut bytes, *b"IHDR", &header);
    chunk(&mut bytes, *b"tEXt", b"Author\0Somebody");
    chunk(&mut bytes, *b"IEND", b"");
    bytes
}

fn chunk(bytes: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    bytes.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
    bytes.extend(kind);
    bytes.extend(body);
    bytes.extend([0; 4]);
}

/// A JPEG's head of this size, held like this, with a place in its metadata.
pub(crate) fn jpeg(width: u16, height: u16, turned: u8) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([turned, 0, 0, 0]);
    exif.extend(b"GPS 50.98 11.32");
    segment(&mut bytes, 0xe1, &exif);
    segment(&mut bytes, 0xfe, b"a comment");
    segment(&mut bytes, 0xdb, &[0; 65]);
    let mut frame = vec![8];
    frame.extend(height.to_be_bytes());
    frame.extend(width.to_be_bytes());
    frame.extend([1, 1, 0x11, 0]);
    segment(&mut bytes, 0xc0, &frame);
    bytes.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
    bytes
}

fn segment(bytes: &mut Vec<u8>, marker: u8, body: &[u8]) {
    bytes.extend([0xff, marker]);
    bytes.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
    bytes.extend(body);
}

/// An extended WebP file of this size with a place in its metadata.
pub(crate) fn webp(width: u32, height: u32) -> Vec<u8> {
    let mut head = vec![0x0c, 0, 0, 0];
    head.extend(&(width - 1).to_le_bytes()[..3]);
    head.extend(&(height - 1).to_le_bytes()[..3]);
    let mut chunks = b"WEBP".to_vec();
    for (kind, body) in [
        (b"VP8X", head.as_slice()),
        (b"VP8 ", b"odd"),
        (b"EXIF", b"GPS 50.98 11.32"),
        (b"XMP ", b"<x/>"),
    ] {
        chunks.extend(kind);
        chunks.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
        chunks.extend(body);
        chunks.extend(vec![0; body.len() % 2]);
    }
    let mut bytes = b"RIFF".to_vec();
    bytes.extend(u32::try_from(chunks.len()).unwrap().to_le_bytes());
    bytes.extend(chunks);
    bytes
}
