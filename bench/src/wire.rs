//! A small HTTP/1.1 client: one connection, one request at a time, as cheap as can be, so that
//! the load generator never is what a figure measures.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Failed;

/// Pages are smaller; PDF files fit as well.
const ROOM: usize = 512 * 1024;

/// One kept-alive connection.
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer taken apart.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The three digits.
    pub status: u16,
    /// The header fields in order, names in lower case.
    pub fields: Vec<(String, String)>,
    /// The body, chunks joined, still compressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first field of this name.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Where an answer's head ends and how its body does.
#[derive(Clone, Copy)]
struct Head {
    status: u16,
    end: usize,
    length: Option<usize>,
}

impl Wire {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self, Failed> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(ROOM),
        })
    }

    /// Sends a request, reads the answer to its end and says its status only.
    pub async fn status(&mut self, request: &[u8]) -> Result<u16, Failed> {
        Ok(self.exchange(request).await?.status)
    }

    /// Sends a request and takes the answer apart.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer, Failed> {
        let head = self.exchange(request).await?;
        let (text, body) = self
            .buffer
            .split_at_checked(head.end)
            .ok_or("an answer without a head")?;
        let body = match head.length {
            Some(_) => body.to_vec(),
            None => chunks(body).ok_or("an answer without an end")?.concat(),
        };
        Ok(Answer {
            status: head.status,
            fields: lines(text)
                .filter_map(|line| {
                    let (name, value) = std::str::from_utf8(line).ok()?.split_once(": ")?;
                    Some((name.to_ascii_lowercase(), value.to_owned()))
                })
                .collect(),
            body,
        })
    }

    async fn exchange(&mut self, request: &[u8]) -> Result<Head, Failed> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let mut head = None;
        loop {
            if head.is_none() {
                head = read_head(&self.buffer);
            }
            if let Some(head) = head
                && is_whole(head, &self.buffer)
            {
                return Ok(head);
            }
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server hung up".into());
            }
        }
    }
}

/// The bytes of a GET as a browser would send it; `accept` names compressions.
pub fn get(path: &str, cookie: Option<&str>, accept: Option<&str>) -> Vec<u8> {
    let mut text = format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\n");
    for (name, value) in [("cookie", cookie), ("accept-encoding", accept)] {
        if let Some(value) = value {
            text.extend([name, ": ", value, "\r\n"]);
        }
    }
    text.push_str("\r\n");
    text.into_bytes()
}

/// The bytes of a GET by who has the answer with this tag already.
pub fn get_unless(path: &str, tag: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nif-none-match: {tag}\r\n\r\n").into_bytes()
}

/// The bytes of a form sent from our own page.
pub fn post(origin: &str, path: &str, cookie: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: {origin}\r\n\
         sec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}

fn read_head(bytes: &[u8]) -> Option<Head> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let (text, _) = bytes.split_at_checked(end)?;
    let status = std::str::from_utf8(text.get(9..12)?).ok()?.parse().ok()?;
    let length = lines(text).find_map(|line| {
        let (name, value) = line.split_at_checked("content-length:".len())?;
        name.eq_ignore_ascii_case(b"content-length:")
            .then(|| std::str::from_utf8(value).ok()?.trim().parse().ok())?
    });
    Some(Head {
        status,
        end,
        // Whoever has it already gets no body, and is not told of its length.
        length: if status == 304 { Some(0) } else { length },
    })
}

fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

fn is_whole(head: Head, bytes: &[u8]) -> bool {
    match head.length {
        Some(length) => bytes.len() >= head.end + length,
        None => bytes.get(head.end..).and_then(chunks).is_some(),
    }
}

/// The chunks of a body, once the last one is there.
fn chunks(mut rest: &[u8]) -> Option<Vec<&[u8]>> {
    let mut all = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let (size, after) = rest.split_at_checked(line)?;
        let size = usize::from_str_radix(std::str::from_utf8(size).ok()?, 16).ok()?;
        let (chunk, after) = after.get(2..)?.split_at_checked(size)?;
        rest = after.strip_prefix(b"\r\n")?;
        if size == 0 {
            return Some(all);
        }
        all.push(chunk);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_once_the_last_is_there() {
        let body = b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";

        assert_eq!(chunks(body).unwrap().concat(), b"abcde");
        assert!(chunks(&body[..body.len() - 1]).is_none());
    }

    #[test]
    fn head_says_status_and_length_in_any_case() {
        let head =
            read_head(b"HTTP/1.1 404 Not Found\r\nContent-Length: 7\r\n\r\nmissing").unwrap();

        assert_eq!((head.status, head.length), (404, Some(7)));
    }
}
