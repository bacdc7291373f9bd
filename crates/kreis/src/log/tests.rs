//! Nothing that was said is lost, and nothing waits for long.

use std::sync::mpsc::{Receiver, Sender, channel};

use super::*;

/// Hands on what is written, write by write.
struct Wire(Sender<String>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        if !text.is_empty() {
            self.0.send(text).map_err(io::Error::other)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn gathered() -> (Gathered<Wire>, Receiver<String>) {
    let (wire, written) = channel();
    (Gathered::begin(Wire(wire)).unwrap(), written)
}

/// Longer than a line ever waits, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn lines_wait_for_others_and_then_go_together() {
    let (log, written) = gathered();

    let lines = "one\ntwo\nthree\n".repeat(5);
    for line in lines.split_inclusive('\n') {
        log.add(line.as_bytes(), false);
    }

    let mut seen = String::new();
    while seen.len() < lines.len() {
        seen += &written.recv_timeout(PATIENCE).unwrap();
    }
    assert_eq!(seen, lines);
    // The thread waits again, and is there for what comes next.
    log.add(b"later\n", false);
    assert_eq!(written.recv_timeout(PATIENCE).unwrap(), "later\n");
}

#[test]
fn a_warning_goes_at_once_behind_the_lines_before_it() {
    let (log, written) = gathered();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log)
        .without_time()
        .with_ansi(false)
        .with_target(false)
        .finish();

    tracing::subscriber::with_default(subscriber, || {
        tracing::info!("it begins");
        tracing::warn!("it ends");
        let all: String = written.try_iter().collect();
        assert_eq!(all, " INFO it begins\n WARN it ends\n");
    });
}

#[test]
fn much_goes_without_waiting() {
    let (log, written) = gathered();
    let line = "x".repeat(ENOUGH - 1) + "\n";

    log.add(line.as_bytes(), false);

    assert_eq!(written.try_recv(), Ok(line));
}

#[test]
fn the_end_writes_everything_and_what_is_said_afterwards_too() {
    let (log, written) = gathered();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..1000).for_each(|_| log.add(b"a line\n", false)));
        }
    });

    log.end();

    let all: String = written.try_iter().collect();
    assert_eq!(all, "a line\n".repeat(4000));
    log.add(b"goodbye\n", false);
    assert_eq!(written.try_recv(), Ok("goodbye\n".to_owned()));
}
