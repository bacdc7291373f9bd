//! Forms as browsers send them: `application/x-www-form-urlencoded` and `multipart/form-data`.

use axum::RequestExt;
use axum::body::to_bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};

use super::{Form, Upload};
use crate::answer::{Denied, Problem};

/// The most bytes of all typed text together.
const MOST_TEXT: usize = 2 * 1024 * 1024;
/// The most fields: a long attendance list has some for every person.
const MOST_FIELDS: usize = 5_000;

/// A value of a query.
pub fn query_value(query: &str, name: &str) -> Option<String> {
    pairs(query.as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

/// A text as a query's value.
pub fn encoded(text: &str) -> String {
    use std::fmt::Write;
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut out, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                    out.push(char::from(byte));
                }
                _ => {
                    let _infallible = write!(out, "%{byte:02X}");
                }
            }
            out
        })
}

/// The pairs of `application/x-www-form-urlencoded` (WHATWG URL).
fn pairs(bytes: &[u8]) -> impl Iterator<Item = (String, String)> {
    bytes
        .split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let mut half = || halves.next().map(decoded).unwrap_or_default();
            (half(), half())
        })
}

fn decoded(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let digit = |byte: Option<u8>| {
                    byte.and_then(|it| char::from(it).to_digit(16))
                        .and_then(|it| u8::try_from(it).ok())
                };
                if let (Some(high), Some(low)) = (digit(ahead.next()), digit(ahead.next())) {
                    out.push(high * 16 + low);
                    rest = ahead;
                } else {
                    out.push(byte);
                }
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .map(|kind| kind.as_bytes().to_ascii_lowercase());
        match kind.as_deref() {
            Some(kind) if kind.starts_with(b"multipart/form-data") => {
                let parts = Multipart::from_request(request, state)
                    .await
                    .map_err(|_| Problem(Denied::Unreadable))?;
                multipart(parts).await
            }
            None => urlencoded(request).await,
            Some(kind) if kind.starts_with(b"application/x-www-form-urlencoded") => {
                urlencoded(request).await
            }
            Some(_) => Err(Problem(Denied::Unreadable)),
        }
    }
}

async fn urlencoded(request: Request) -> Result<Form, Problem> {
    let bytes = to_bytes(request.into_limited_body(), MOST_TEXT)
        .await
        .map_err(|_| Problem(Denied::TooLarge))?;
    let mut form = Form::default();
    for (number, (field, value)) in pairs(&bytes).enumerate() {
        if number >= MOST_FIELDS {
            return Err(Problem(Denied::TooLarge));
        }
        form.put(&field, value);
    }
    Ok(form)
}

async fn multipart(mut parts: Multipart) -> Result<Form, Problem> {
    let mut form = Form::default();
    let (mut fields, mut room) = (0, MOST_TEXT);
    while let Some(part) = parts.next_field().await.map_err(|error| refused(&error))? {
        fields += 1;
        if fields > MOST_FIELDS {
            return Err(Problem(Denied::TooLarge));
        }
        let field = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(ToOwned::to_owned);
        let content_type = part.content_type().unwrap_or_default().to_owned();
        if let Some(file_name) = file_name {
            let bytes = part
                .bytes()
                .await
                .map_err(|error| refused(&error))?
                .to_vec();
            form.uploads.push(Upload {
                field,
                file_name,
                content_type,
                bytes,
            });
        } else {
            let bytes = text(part, room).await?;
            room -= bytes.len();
            form.put(&field, String::from_utf8_lossy(&bytes));
        }
    }
    Ok(form)
}

/// Typed text is no upload and has a limit of its own.
async fn text(mut part: Field<'_>, room: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|error| refused(&error))? {
        if bytes.len() + chunk.len() > room {
            return Err(Problem(Denied::TooLarge));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn refused(error: &MultipartError) -> Problem {
    Problem(if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Denied::TooLarge
    } else {
        Denied::Unreadable
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_form_comes_back_as_typed() {
        let body = "name=M%C3%BCller+%26+S%C3%B6hne&leer=&kaputt=%zz&%=%4&&=&nur%FF";

        assert_eq!(
            pairs(body.as_bytes()).collect::<Vec<_>>(),
            [
                ("name", "Müller & Söhne"),
                ("leer", ""),
                ("kaputt", "%zz"),
                ("%", "%4"),
                ("", ""),
                ("nur\u{fffd}", ""),
            ]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn what_is_encoded_is_decoded_again() {
        let text = "/weimar/termine?ä=1&b=c#d +%\n";
        let query = format!("x=1&weiter={}&weiter=2", encoded(text));

        assert_eq!(query_value(&query, "weiter").as_deref(), Some(text));
        assert_eq!(query_value(&query, "nichts"), None);
    }
}
