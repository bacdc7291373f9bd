//! The log: what happened, without persons, on standard error.
//!
//! Lines are gathered and written together, as a call of the system for each costs about as
//! much as answering a kept page. A line waits for a tenth of a second at most; warnings and
//! errors take all lines before them along at once, and so do the end of the program and a panic.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base::Fault;
use tracing::{Level, Metadata};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::settings::LogFormat;

/// So many bytes are written without waiting any longer.
const ENOUGH: usize = 8 * 1024;
/// So long a line waits for others.
const LONGEST: Duration = Duration::from_millis(100);

/// The log at work; when it is dropped, everything has been written, and what is still said
/// afterwards is written at once.
#[must_use = "lines wait until the log is dropped"]
pub struct Log(Gathered<io::Stderr>);

impl Drop for Log {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// Starts the log once. `KREIS_LOG` says how much, as in `info` or `shell=debug`.
///
/// # Errors
/// When the thread that writes cannot be started.
pub fn start(format: LogFormat, usual: &str) -> Result<Log, Fault> {
    let filter = EnvFilter::try_from_env("KREIS_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let gathered = Gathered::begin(io::stderr())
        .map_err(|cause| Fault::because("start the thread of the log", cause))?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(io::stderr().is_terminal())
        .with_writer(gathered.clone());
    let started = match format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
    // A second start in one process keeps the first log.
    drop(started);
    write_before_panics(gathered.clone());
    Ok(Log(gathered))
}

/// What was said before a panic stands above it, and is not lost with the program.
fn write_before_panics(gathered: Gathered<io::Stderr>) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // The lock is taken where the panic comes from the log itself.
        if let Ok(mut lines) = gathered.0.lines.try_lock() {
            lines.write_out();
        }
        usual(panic);
    }));
}

/// Lines on their way to `W`, shared by all who write.
struct Gathered<W>(Arc<Shared<W>>);

struct Shared<W> {
    lines: Mutex<Lines<W>>,
    is_called_for: Condvar,
}

struct Lines<W> {
    waiting: Vec<u8>,
    out: W,
    has_ended: bool,
}

impl<W> Clone for Gathered<W> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<W: Write> Lines<W> {
    fn write_out(&mut self) {
        // There is no better place to say that the log cannot be written.
        drop(self.out.write_all(&self.waiting));
        self.waiting.clear();
    }
}

impl<W: Write + Send + 'static> Gathered<W> {
    /// Begins to gather, with a thread that sees to it that no line waits for long.
    fn begin(out: W) -> io::Result<Self> {
        let gathered = Self(Arc::new(Shared {
            lines: Mutex::new(Lines {
                waiting: Vec::with_capacity(2 * ENOUGH),
                out,
                has_ended: false,
            }),
            is_called_for: Condvar::new(),
        }));
        let own = gathered.clone();
        std::thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || own.write_in_time())?;
        Ok(gathered)
    }

    fn lines(&self) -> MutexGuard<'_, Lines<W>> {
        self.0.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_in_time(&self) {
        let mut lines = self.lines();
        while !lines.has_ended {
            if lines.waiting.is_empty() {
                let called = self.0.is_called_for.wait(lines);
                lines = called.unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            drop(lines);
            std::thread::sleep(LONGEST);
            lines = self.lines();
            lines.write_out();
        }
    }

    fn add(&self, line: &[u8], is_urgent: bool) {
        let mut lines = self.lines();
        let is_first = lines.waiting.is_empty();
        lines.waiting.extend_from_slice(line);
        if is_urgent || lines.has_ended || lines.waiting.len() >= ENOUGH {
            lines.write_out();
        } else if is_first {
            self.0.is_called_for.notify_one();
        }
    }

    /// Writes what waits; from now on nothing does.
    fn end(&self) {
        let mut lines = self.lines();
        lines.has_ended = true;
        lines.write_out();
        self.0.is_called_for.notify_one();
    }
}

/// Takes one line.
struct Line<'g, W> {
    gathered: &'g Gathered<W>,
    is_urgent: bool,
}

impl<W: Write + Send + 'static> Write for Line<'_, W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.gathered.add(line, self.is_urgent);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.gathered.lines().write_out();
        Ok(())
    }
}

impl<'g, W: Write + Send + 'static> MakeWriter<'g> for Gathered<W> {
    type Writer = Line<'g, W>;

    fn make_writer(&'g self) -> Line<'g, W> {
        Line {
            gathered: self,
            is_urgent: true,
        }
    }

    fn make_writer_for(&'g self, said: &Metadata<'_>) -> Line<'g, W> {
        Line {
            gathered: self,
            is_urgent: *said.level() <= Level::WARN,
        }
    }
}

#[cfg(test)]
mod tests;
