//! Reading from the wire with a limit on everything.

use std::io;

use tokio::io::{AsyncBufRead, AsyncBufReadExt};

/// One line as it came.
pub(super) enum Line {
    /// With its line break.
    Whole(Vec<u8>),
    /// Longer than allowed; read to its end and thrown away.
    TooLong,
    /// The other side hung up.
    End,
}

/// Reads up to and with the next `\n`, keeping at most `limit` bytes.
pub(super) async fn read_line(
    reader: &mut (impl AsyncBufRead + Unpin),
    limit: usize,
) -> io::Result<Line> {
    let mut line = Vec::new();
    let mut too_long = false;
    loop {
        let buffer = reader.fill_buf().await?;
        if buffer.is_empty() {
            return Ok(Line::End);
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (piece, _) = buffer.split_at(end.map_or(buffer.len(), |at| at + 1));
        let used = piece.len();
        if line.len() + used > limit {
            too_long = true;
        } else if !too_long {
            line.extend_from_slice(piece);
        }
        reader.consume(used);
        if end.is_some() {
            return Ok(if too_long {
                Line::TooLong
            } else {
                Line::Whole(line)
            });
        }
    }
}

/// What came after `DATA`.
pub(super) enum Content {
    /// The mail, dots undone.
    Whole(Vec<u8>),
    /// More than allowed; read to its end and thrown away.
    TooLarge,
    /// The other side hung up before the end.
    End,
}

/// Reads a mail up to the line with the single dot. Only CR LF counts as a line break here:
/// a server that takes a bare LF for one can be made to see two mails in one.
pub(super) async fn read_content(
    reader: &mut (impl AsyncBufRead + Unpin),
    limit: usize,
) -> io::Result<Content> {
    let mut mail = Vec::new();
    let mut too_large = false;
    let mut at_line_start = true;
    loop {
        let room = if too_large {
            0
        } else {
            limit.saturating_sub(mail.len())
        };
        // Three bytes more than fit, so that the end is seen even when nothing fits.
        match read_line(reader, room.saturating_add(3)).await? {
            Line::End => return Ok(Content::End),
            Line::TooLong => {
                too_large = true;
                // Its last bytes are gone. A mail too large is thrown away in any case, so
                // the line may count as ended.
                at_line_start = true;
            }
            Line::Whole(line) if at_line_start && line == b".\r\n" => {
                return Ok(if too_large {
                    Content::TooLarge
                } else {
                    Content::Whole(mail)
                });
            }
            Line::Whole(line) => {
                let undotted = line.strip_prefix(b".").filter(|_| at_line_start);
                mail.extend_from_slice(undotted.unwrap_or(&line));
                at_line_start = line.ends_with(b"\r\n");
                too_large |= mail.len() > limit;
            }
        }
        if too_large {
            mail.clear();
        }
    }
}
