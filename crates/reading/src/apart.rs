//! Files are read in a process of their own, which holds itself to limits: whatever a file does to
//! its reader, it ends there, and who asked gets a clear answer.
//!
//! The parent is [`Apart`]; what the child does is [`child`]. A file that holds several documents
//! is read a few at a time; where one of them brings the child down, that one is told as a fault,
//! and the next child goes on behind it.

mod serving;

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::drafts::Drafts;
use crate::{Fault, MOST_BYTES};
pub use serving::child;

/// The command of the program that reads a file apart.
pub const COMMAND: &str = "read-apart";
/// How long a document may take.
const LONGEST: Duration = Duration::from_secs(10);
/// The most that a child may answer, in bytes.
const MOST_ANSWER: u64 = 64 * 1024 * 1024;
/// How many documents of a file may bring a child down before the rest is left unread.
const MOST_LOST: usize = 5;
/// The signal that ends who has used up its time (POSIX: `SIGXCPU`).
const OUT_OF_TIME: i32 = 24;
/// The signal by which a program ends itself: no memory, or no end of its own calls.
const ABORTED: i32 = 6;

/// One document of a file, and what was found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is called, in an archive with the way to it.
    pub name: String,
    /// What was found, or why it cannot be read.
    pub read: Result<Drafts, Fault>,
}

/// What a child says first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Contents {
    /// The documents of the file.
    pub(crate) names: Vec<String>,
    /// Whether they lie in an archive, or are the file itself.
    pub(crate) is_archive: bool,
}

/// Reads files in processes of their own.
#[derive(Clone, Debug)]
pub struct Apart {
    program: PathBuf,
    longest: Duration,
}

/// What one child said, and how it ended.
struct Turn {
    contents: Option<Result<Contents, Fault>>,
    documents: Vec<Document>,
    fault: Option<Fault>,
}

impl Apart {
    /// With the program at this path, which is run with [`COMMAND`].
    pub fn new(program: PathBuf) -> Self {
        Self {
            program,
            longest: LONGEST,
        }
    }

    /// The same, with so much time for each document instead of ten seconds.
    #[must_use]
    pub fn within(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }

    /// Reads a file; one entry for each document in it: a plain file is one, an archive or a saved
    /// site has several, each with the name that it has inside. Blocks until all is read.
    ///
    /// # Errors
    /// Why the file as a whole cannot be read.
    pub fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Document>, Fault> {
        if bytes.len() > MOST_BYTES {
            return Err(Fault::TooLarge);
        }
        let mut documents: Vec<Document> = Vec::new();
        let mut lost = 0;
        loop {
            let turn = self.turn(name, bytes, documents.len())?;
            let contents = match turn.contents {
                Some(contents) => contents?,
                None => return Err(turn.fault.unwrap_or(Fault::Broken)),
            };
            let came = turn.documents.len();
            documents.extend(turn.documents);
            let missing = contents.names.get(documents.len()..).unwrap_or_default();
            if came == 0
                && let Some(culprit) = missing.first()
            {
                lost += 1;
                documents.push(unread(culprit, turn.fault.unwrap_or(Fault::Broken)));
            }
            let missing = contents.names.get(documents.len()..).unwrap_or_default();
            if lost > MOST_LOST {
                documents.extend(missing.iter().map(|it| unread(it, Fault::TooLong)));
            } else if !missing.is_empty() {
                continue;
            }
            return whole(documents, contents.is_archive);
        }
    }

    /// One child: what it says of the documents from this one on.
    fn turn(&self, name: &str, bytes: &[u8], first: usize) -> Result<Turn, Fault> {
        let mut child = self.start()?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let (lines, said) = sync_channel(1);
        let turn = thread::scope(|scope| {
            scope.spawn(move || {
                // Who ends early does not read to the end.
                let _ = stdin.map(|it| send(it, name, bytes, first));
            });
            scope.spawn(move || stdout.map(|it| forward(it, &lines)));
            let (contents, documents, is_late) = listen(&said, self.longest);
            // Whoever still has something to say to nobody ends by it.
            drop(said);
            let _ = child.kill();
            let fault = match child.wait() {
                _ if is_late => Some(Fault::TooLong),
                Ok(status) => fault_of(status),
                Err(_) => Some(Fault::Broken),
            };
            Turn {
                contents,
                documents,
                fault,
            }
        });
        Ok(turn)
    }

    fn start(&self) -> Result<Child, Fault> {
        Command::new(&self.program)
            .arg(COMMAND)
            .env_clear()
            // Address space is limited: the allocator shall not take a gigabyte at once.
            .env("MIMALLOC_ARENA_RESERVE", "32768")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| Fault::NotStarted)
    }
}

fn unread(name: &str, fault: Fault) -> Document {
    Document {
        name: name.to_owned(),
        read: Err(fault),
    }
}

/// A plain file that cannot be read is a fault of its own.
pub(crate) fn whole(
    mut documents: Vec<Document>,
    is_archive: bool,
) -> Result<Vec<Document>, Fault> {
    match documents.as_mut_slice() {
        [
            Document {
                read: Err(fault), ..
            },
        ] if !is_archive => Err(*fault),
        _ => Ok(documents),
    }
}

/// The frame: from which document on, the length of the name, the name, the bytes.
fn send(mut to: impl Write, name: &str, bytes: &[u8], first: usize) -> std::io::Result<()> {
    let length = |it: usize| u64::try_from(it).unwrap_or(0).to_be_bytes();
    to.write_all(&length(first))?;
    to.write_all(&length(name.len()))?;
    to.write_all(name.as_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// Hands lines on as they come, until the child has said all or too much.
fn forward(from: impl Read, lines: &SyncSender<Vec<u8>>) {
    let mut from = BufReader::new(from.take(MOST_ANSWER));
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).is_ok_and(|it| it > 0) {
        if lines.send(std::mem::take(&mut line)).is_err() {
            return;
        }
    }
}

/// Hears a child to its end; says at last whether a document took too long.
fn listen(
    said: &Receiver<Vec<u8>>,
    longest: Duration,
) -> (Option<Result<Contents, Fault>>, Vec<Document>, bool) {
    let (mut contents, mut documents) = (None, Vec::new());
    loop {
        let line = match said.recv_timeout(longest) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => return (contents, documents, true),
            Err(RecvTimeoutError::Disconnected) => return (contents, documents, false),
        };
        if contents.is_none() {
            contents = serde_json::from_slice(&line).ok();
            if contents.is_none() {
                return (None, documents, false);
            }
        } else {
            match serde_json::from_slice(&line) {
                Ok(document) => documents.push(document),
                // Half a line: it has come to its end in the midst of it.
                Err(_) => return (contents, documents, false),
            }
        }
    }
}

/// What the end of a child says of the document that it was at.
fn fault_of(status: ExitStatus) -> Option<Fault> {
    match status.signal() {
        None if status.success() => None,
        Some(OUT_OF_TIME) => Some(Fault::TooLong),
        Some(ABORTED) => Some(Fault::TooMuch),
        _ => Some(Fault::Broken),
    }
}
