//! The processes that are measured: this binary again, in one of its roles.
//!
//! A role says what it has to say in lines on its standard output and hears in lines on its
//! standard input; it ends when that is closed, so nothing outlives the measurement.

use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdout, Command, Stdio};

use crate::Failed;

/// Linux counts a process's time in hundredths of a second (`getconf CLK_TCK`) everywhere.
const TICKS_A_SECOND: f64 = 100.0;

/// A process in a role.
pub struct Child {
    process: std::process::Child,
    said: BufReader<ChildStdout>,
}

impl Child {
    /// Starts a role with its arguments and, where told, so many worker threads.
    pub fn start(role: &str, args: &[&str], workers: Option<usize>) -> Result<Self, Failed> {
        Self::start_with(role, args, workers, &[])
    }

    /// The same with something in its environment.
    pub fn start_with(
        role: &str,
        args: &[&str],
        workers: Option<usize>,
        env: &[(&str, String)],
    ) -> Result<Self, Failed> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg("role")
            .arg(role)
            .args(args)
            // Settings of this shell are not those that are measured.
            .env_clear()
            .envs(env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // The log is written as in operation, and thrown away.
            .stderr(Stdio::null());
        if let Some(workers) = workers {
            command.env("TOKIO_WORKER_THREADS", workers.to_string());
        }
        let mut process = command.spawn()?;
        let said = process.stdout.take().ok_or("a child without an output")?;
        Ok(Self {
            process,
            said: BufReader::new(said),
        })
    }

    /// Waits for a line that begins with this word and gives the rest of it.
    pub fn hear(&mut self, word: &str) -> Result<String, Failed> {
        let mut line = String::new();
        loop {
            line.clear();
            if self.said.read_line(&mut line)? == 0 {
                let ended = self.process.wait()?;
                return Err(format!("a child ended before it said {word:?}: {ended}").into());
            }
            if let Some(rest) = line.trim_end().strip_prefix(word) {
                return Ok(rest.trim().to_owned());
            }
        }
    }

    /// Says a line to the child.
    pub fn say(&mut self, line: &str) -> Result<(), Failed> {
        let input = self
            .process
            .stdin
            .as_mut()
            .ok_or("a child without an input")?;
        writeln!(input, "{line}")?;
        Ok(input.flush()?)
    }

    /// Waits until a child that ends by itself has ended well.
    pub fn join(mut self) -> Result<(), Failed> {
        // Waiting closes the input, which ends a child before its time.
        let input = self.process.stdin.take();
        let ended = self.process.wait()?;
        drop(input);
        if ended.success() {
            Ok(())
        } else {
            Err(format!("a child ended with {ended}").into())
        }
    }

    /// The seconds of CPU that it used so far, own and the system's on its behalf.
    pub fn cpu(&self) -> Result<f64, Failed> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        cpu_ticks(&stat)
            .map(|ticks| ticks / TICKS_A_SECOND)
            .ok_or_else(|| "an unreadable /proc/PID/stat".into())
    }

    /// Its resident memory in MiB: now, and at most so far.
    pub fn memory(&self) -> Result<(f64, f64), Failed> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
            Some(kib / 1024.0)
        };
        field("VmRSS:")
            .zip(field("VmHWM:"))
            .ok_or_else(|| "an unreadable /proc/PID/status".into())
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Fields 14 and 15; the name in field 2 may contain anything, so counting begins behind it.
fn cpu_ticks(stat: &str) -> Option<f64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cpu_is_read_behind_a_hostile_name() {
        let stat = "7 (a) b 1 2) S 1 7 7 0 -1 4194304 100 0 0 0 150 25 0 0 20 0 1 0 5 6 7";

        assert_eq!(cpu_ticks(stat), Some(175.0));
    }
}
