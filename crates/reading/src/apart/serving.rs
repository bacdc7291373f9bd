//! The child: it limits itself before it has seen a byte of the file, reads, answers, and ends.

use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::thread;

use rustix::process::{Resource, Rlimit, setrlimit};
use serde::Serialize;

use super::Contents;
use crate::{Fault, MOST_BYTES, contents, documents_from};

/// Seconds of work that a child may use up.
const MOST_SECONDS: u64 = 10;
/// Bytes of memory that a child may take.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// The longest name of a file.
const LONGEST_NAME: u64 = 4_096;
/// How many documents a child reads, before the next one goes on with a fresh limit.
const AT_ONCE: usize = 16;
/// Documents that are nested deep are read by functions that call themselves as deep.
const STACK: usize = 64 * 1024 * 1024;

/// What `kreis read-apart` does: limits itself, reads a frame from its input, and writes what it
/// found to its output.
pub fn child() -> ExitCode {
    if limit().is_err() {
        return ExitCode::FAILURE;
    }
    let work = thread::Builder::new().stack_size(STACK).spawn(|| {
        let frame = Frame::read(io::stdin().lock())?;
        frame.answer(io::stdout().lock())
    });
    match work.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn limit() -> rustix::io::Result<()> {
    for (resource, most) in [
        (Resource::As, MOST_MEMORY),
        (Resource::Cpu, MOST_SECONDS),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
    ] {
        let most = Some(most);
        setrlimit(
            resource,
            Rlimit {
                current: most,
                maximum: most,
            },
        )?;
    }
    Ok(())
}

/// What the parent asks.
struct Frame {
    first: usize,
    name: String,
    bytes: Vec<u8>,
}

impl Frame {
    fn read(mut from: impl Read) -> io::Result<Self> {
        let mut number = || {
            let mut bytes = [0; 8];
            from.read_exact(&mut bytes)?;
            Ok::<_, io::Error>(u64::from_be_bytes(bytes))
        };
        let (first, length) = (number()?, number()?);
        let mut name = Vec::new();
        from.by_ref()
            .take(length.min(LONGEST_NAME))
            .read_to_end(&mut name)?;
        let mut bytes = Vec::new();
        let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
        from.take(most).read_to_end(&mut bytes)?;
        Ok(Self {
            first: usize::try_from(first).unwrap_or(usize::MAX),
            name: String::from_utf8_lossy(&name).into_owned(),
            bytes,
        })
    }

    /// A line of what is in the file, then a line for each document.
    fn answer(&self, mut to: impl Write) -> io::Result<()> {
        let contents: Result<Contents, Fault> = contents(&self.name, &self.bytes);
        say(&mut to, &contents)?;
        if contents.is_ok() {
            let wanted = self.first..self.first.saturating_add(AT_ONCE);
            for document in documents_from(&self.name, &self.bytes, wanted) {
                say(&mut to, &document)?;
            }
        }
        Ok(())
    }
}

fn say(to: &mut impl Write, what: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(what)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}
