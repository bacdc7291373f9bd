//! One IMAP connection: a tagged command out, everything up to its answer in, within limits
//! of time and size (RFC 3501).

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use imap_proto::{Outcome, Response, Status};
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::outcome::{Answer, Cause, Hindrance, Stage};

/// A stream with or without TLS.
pub(super) trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// IMAP answers with words; mail servers' codes stand in for them in [`Answer`].
const NO: u16 = 500;

/// What is read beyond the largest literal before the server is taken for a babbler.
const CHATTER: usize = 1024 * 1024;

/// A connection.
pub(super) struct Wire {
    stream: Option<Box<dyn Stream>>,
    buffer: Vec<u8>,
    number: u32,
    timeout: Duration,
    most: usize,
}

/// How a command is written: words as they are, texts quoted or as literals.
pub(super) enum Word<'w> {
    /// As it stands.
    Plain(&'w str),
    /// A text of anybody's.
    Text(&'w str),
}

impl Wire {
    /// Connects and hears the greeting, under TLS from the first byte where `tls` is given.
    pub(super) async fn open(
        (host, port): (&str, u16),
        tls: Option<&Arc<rustls::ClientConfig>>,
        (timeout, largest): (Duration, usize),
    ) -> Result<Self, Hindrance> {
        let stream = limited(timeout, Stage::Connect, async {
            TcpStream::connect((host, port))
                .await
                .map_err(|error| broken(&error))
        })
        .await?;
        let mut wire = Self {
            stream: Some(Box::new(stream)),
            buffer: Vec::new(),
            number: 0,
            timeout,
            most: largest.saturating_add(CHATTER),
        };
        if let Some(config) = tls {
            wire.wrap(host, config).await?;
        }
        wire.greeting().await?;
        Ok(wire)
    }

    /// Goes on under TLS.
    pub(super) async fn wrap(
        &mut self,
        host: &str,
        config: &Arc<rustls::ClientConfig>,
    ) -> Result<(), Hindrance> {
        let plain = self.stream.take().ok_or_else(|| gone(Stage::Tls))?;
        // What came in the clear behind the server's yes was said by nobody (RFC 3501, 6.2.1).
        self.buffer.clear();
        let wrapped = limited(self.timeout, Stage::Tls, async {
            let name = ServerName::try_from(host.to_owned())
                .map_err(|error| Cause::Tls(error.to_string()))?;
            TlsConnector::from(Arc::clone(config))
                .connect(name, plain)
                .await
                .map_err(|error| Cause::Tls(error.to_string()))
        })
        .await?;
        self.stream = Some(Box::new(wrapped));
        Ok(())
    }

    async fn greeting(&mut self) -> Result<(), Hindrance> {
        let timeout = self.timeout;
        limited(timeout, Stage::Connect, async {
            let mut welcome = None;
            while welcome.is_none() {
                self.next(|response| {
                    if let Response::Data { status, outcome } = response {
                        welcome = Some(match status {
                            Status::Ok | Status::PreAuth => Ok(()),
                            _ => Err(Cause::Answer(said(&outcome))),
                        });
                    }
                })
                .await?;
            }
            welcome.unwrap_or(Ok(()))
        })
        .await
    }

    /// Sends a command and hands every untagged answer to `hear`.
    pub(super) async fn ask(
        &mut self,
        stage: Stage,
        words: &[Word<'_>],
        mut hear: impl FnMut(Response<'_>),
    ) -> Result<(), Hindrance> {
        let timeout = self.timeout;
        self.number += 1;
        let tag = format!("k{}", self.number);
        limited(timeout, stage, self.send(&tag, words)).await?;
        let mut end = None;
        while end.is_none() {
            let step = self.next(|response| match response {
                Response::Done {
                    tag: of,
                    status,
                    outcome,
                } if of.0 == tag => {
                    end = Some(match status {
                        Status::Ok => Ok(()),
                        _ => Err(Cause::Answer(said(&outcome))),
                    });
                }
                other => hear(other),
            });
            limited(timeout, stage, step).await?;
        }
        end.unwrap_or(Ok(()))
            .map_err(|cause| Hindrance { stage, cause })
    }

    async fn send(&mut self, tag: &str, words: &[Word<'_>]) -> Result<(), Cause> {
        let mut line = tag.as_bytes().to_vec();
        for word in words {
            line.push(b' ');
            match word {
                Word::Plain(text) => line.extend_from_slice(text.as_bytes()),
                Word::Text(text) if is_quotable(text) => {
                    let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
                    line.extend_from_slice(format!("\"{quoted}\"").as_bytes());
                }
                Word::Text(text) => {
                    line.extend_from_slice(format!("{{{}}}\r\n", text.len()).as_bytes());
                    self.write(&line).await?;
                    self.go_on().await?;
                    line = text.as_bytes().to_vec();
                }
            }
        }
        line.extend_from_slice(b"\r\n");
        self.write(&line).await
    }

    /// Waits until the server wants the literal that was announced.
    async fn go_on(&mut self) -> Result<(), Cause> {
        let mut heard = None;
        while heard.is_none() {
            self.next(|response| match response {
                Response::Continue(_) => heard = Some(Ok(())),
                Response::Done { outcome, .. } => {
                    heard = Some(Err(Cause::Answer(said(&outcome))));
                }
                _ => {}
            })
            .await?;
        }
        heard.unwrap_or(Ok(()))
    }

    async fn write(&mut self, bytes: &[u8]) -> Result<(), Cause> {
        let stream = self.stream.as_mut().ok_or_else(hung_up)?;
        stream
            .write_all(bytes)
            .await
            .map_err(|error| broken(&error))?;
        stream.flush().await.map_err(|error| broken(&error))
    }

    /// Hears one answer. A line that no rule of the protocol knows is passed over.
    async fn next(&mut self, hear: impl FnOnce(Response<'_>)) -> Result<(), Cause> {
        loop {
            let used = match Response::parse(&self.buffer) {
                Ok((rest, response)) => {
                    let used = self.buffer.len() - rest.len();
                    hear(response);
                    self.buffer.drain(..used);
                    return Ok(());
                }
                Err(error) if error.is_incomplete() => 0,
                Err(_) => line_end(&self.buffer),
            };
            if used > 0 {
                self.buffer.drain(..used);
            } else {
                self.read_more().await?;
            }
        }
    }

    async fn read_more(&mut self) -> Result<(), Cause> {
        if self.buffer.len() > self.most {
            let text = "the server says more than it was asked for".to_owned();
            return Err(Cause::Broken(text));
        }
        let stream = self.stream.as_mut().ok_or_else(hung_up)?;
        self.buffer.reserve(64 * 1024);
        match stream.read_buf(&mut self.buffer).await {
            Ok(0) => Err(hung_up()),
            Ok(_) => Ok(()),
            Err(error) => Err(broken(&error)),
        }
    }
}

/// Where the first line ends; nothing while it has not ended.
fn line_end(buffer: &[u8]) -> usize {
    let at = buffer.iter().position(|byte| *byte == b'\n');
    at.map_or(0, |at| at + 1)
}

fn is_quotable(text: &str) -> bool {
    text.len() < 500 && text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

fn said(outcome: &Outcome<'_>) -> Answer {
    Answer {
        code: NO,
        text: outcome
            .information
            .as_deref()
            .unwrap_or_default()
            .to_owned(),
    }
}

async fn limited<T>(
    timeout: Duration,
    stage: Stage,
    step: impl Future<Output = Result<T, Cause>>,
) -> Result<T, Hindrance> {
    match tokio::time::timeout(timeout, step).await {
        Ok(done) => done.map_err(|cause| Hindrance { stage, cause }),
        Err(_) => Err(Hindrance {
            stage,
            cause: Cause::Timeout,
        }),
    }
}

fn broken(error: &io::Error) -> Cause {
    Cause::Broken(error.to_string())
}

fn hung_up() -> Cause {
    Cause::Broken("the server hung up".to_owned())
}

fn gone(stage: Stage) -> Hindrance {
    Hindrance {
        stage,
        cause: hung_up(),
    }
}
