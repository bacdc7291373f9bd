//! The relaxed forms of headers and body that a DKIM signature covers (RFC 6376, 3.4).

/// Head and body of a mail, without the empty line between them.
pub(crate) fn split(raw: &[u8]) -> (&[u8], &[u8]) {
    let end = raw.windows(4).position(|four| four == b"\r\n\r\n");
    match end.and_then(|at| Some((raw.get(..at + 2)?, raw.get(at + 4..)?))) {
        Some(parts) => parts,
        None => (raw, &[]),
    }
}

/// Each header with its folded lines, in order.
pub(crate) fn fields(head: &[u8]) -> Vec<Vec<u8>> {
    let mut fields: Vec<Vec<u8>> = Vec::new();
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        match fields.last_mut() {
            Some(field) if line.starts_with(b" ") || line.starts_with(b"\t") => {
                field.extend_from_slice(line);
            }
            _ => fields.push(line.to_vec()),
        }
    }
    fields
}

/// Whether the header has this name, in whatever case.
pub(crate) fn is_named(field: &[u8], name: &str) -> bool {
    field
        .split(|byte| *byte == b':')
        .next()
        .is_some_and(|found| found.trim_ascii().eq_ignore_ascii_case(name.as_bytes()))
}

/// The named headers in relaxed form. Of several with one name the lowest comes first; a
/// name with no header left adds nothing (RFC 6376, section 5.4.2).
pub(crate) fn chosen(fields: &[Vec<u8>], names: &[&str]) -> Vec<u8> {
    let mut left: Vec<&Vec<u8>> = fields.iter().collect();
    let mut out = Vec::new();
    for name in names {
        if let Some(at) = left.iter().rposition(|field| is_named(field, name)) {
            out.extend(relaxed_field(left.remove(at)));
            out.extend_from_slice(b"\r\n");
        }
    }
    out
}

/// Relaxed form without the line end: name in lower case, line breaks gone, runs of space
/// one, none at the ends.
pub(crate) fn relaxed_field(field: &[u8]) -> Vec<u8> {
    let colon = field
        .iter()
        .position(|byte| *byte == b':')
        .unwrap_or(field.len());
    let (name, value) = field.split_at(colon);
    let mut out = name.trim_ascii().to_ascii_lowercase();
    out.push(b':');
    let words = value
        .get(1..)
        .unwrap_or_default()
        .split(|b| b" \t\r\n".contains(b));
    for (index, word) in words.filter(|word| !word.is_empty()).enumerate() {
        if index > 0 {
            out.push(b' ');
        }
        out.extend_from_slice(word);
    }
    out
}

/// Relaxed form: runs of space one, none at a line's end, no empty lines at the end.
pub(crate) fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    let mut empty_lines = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.iter().all(|byte| is_space(*byte)) {
            empty_lines += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut empty_lines) {
            out.extend_from_slice(b"\r\n");
        }
        relaxed_line(line, &mut out);
        out.extend_from_slice(b"\r\n");
    }
    out
}

fn relaxed_line(line: &[u8], out: &mut Vec<u8>) {
    // Nearly all of a mail is base64, which has no spaces.
    if !line.contains(&b' ') && !line.contains(&b'\t') {
        out.extend_from_slice(line);
        return;
    }
    let mut space = false;
    for byte in line {
        if is_space(*byte) {
            space = true;
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(b' ');
        }
        out.push(*byte);
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relaxed_forms_follow_the_example_of_the_rfc() {
        let fields = fields(b"A: X\r\nB : Y\t\r\n\tZ  \r\n");

        assert_eq!(relaxed_field(&fields[0]), b"a:X");
        assert_eq!(relaxed_field(&fields[1]), b"b:Y Z");
        assert_eq!(relaxed_body(b" C \r\nD \t E\r\n\r\n\r\n"), b" C\r\nD E\r\n");
    }

    #[test]
    fn empty_body_stays_empty_and_missing_line_end_is_added() {
        assert_eq!(relaxed_body(b""), b"");
        assert_eq!(relaxed_body(b"\r\n \r\n"), b"");
        assert_eq!(relaxed_body(b"a\r\n\r\nb"), b"a\r\n\r\nb\r\n");
    }

    #[test]
    fn lines_without_spaces_stay_between_empty_ones() {
        let body = b"\r\nJVBERi0xLjc=\r\n \t\r\n  a\tb\r\n\r\nJVBE";

        assert_eq!(
            relaxed_body(body),
            b"\r\nJVBERi0xLjc=\r\n\r\n a b\r\n\r\nJVBE\r\n"
        );
    }

    #[test]
    fn of_two_headers_the_lower_is_signed_first() {
        let fields = fields(b"From: one\r\nTo: x\r\nFrom: two\r\n");

        assert_eq!(
            chosen(&fields, &["from", "from", "from"]),
            b"from:two\r\nfrom:one\r\n"
        );
    }
}
