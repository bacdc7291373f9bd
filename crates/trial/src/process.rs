//! The program as a process of its own: started, spoken to, killed.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};

use store::Address;

/// A running program; it is killed when it is dropped.
pub struct Process {
    child: Child,
    said: Receiver<String>,
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Process {
    /// Starts the program at this path on a database, with a mail server on this port of the
    /// loopback. It listens where it finds a free port.
    ///
    /// # Panics
    /// When there is no such program.
    pub fn start(program: &str, database: &Address, mail_port: u16, arguments: &[&str]) -> Self {
        let (variable, place) = match database {
            Address::Sqlite(path) => ("KREIS_DATABASE_PATH", path.display().to_string()),
            Address::Postgres(url) => ("DATABASE_URL", url.clone()),
        };
        Self::spawn(
            program,
            arguments,
            &[
                (variable, place),
                ("KREIS_CONFIG", nothing().display().to_string()),
                ("KREIS_LISTEN", "127.0.0.1:0".to_owned()),
                ("KREIS_BASE_URL", crate::SERVED_URL.to_owned()),
                ("KREIS_MAIL_HOST", "127.0.0.1".to_owned()),
                ("KREIS_MAIL_PORT", mail_port.to_string()),
                ("KREIS_MAIL_TLS", "none".to_owned()),
                ("KREIS_MAIL_FROM", "kreis@example.org".to_owned()),
            ],
        )
    }

    /// Starts the demo of the program at this path, which finds its temporary folder in this one.
    ///
    /// # Panics
    /// When there is no such program.
    pub fn demo(program: &str, temporary: &Path, arguments: &[&str]) -> Self {
        let listening = ["demo", "--listen", "127.0.0.1:0"];
        let place = temporary.display().to_string();
        Self::spawn(
            program,
            &[&listening, arguments].concat(),
            &[("TMPDIR", place)],
        )
    }

    fn spawn(program: &str, arguments: &[&str], variables: &[(&str, String)]) -> Self {
        let mut child = Command::new(program)
            .args(["--lang", "de"])
            .args(arguments)
            .env_clear()
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (lines, said) = channel();
        if let Some(output) = child.stdout.take() {
            forward(output, lines.clone());
        }
        if let Some(log) = child.stderr.take() {
            forward(log, lines);
        }
        Self { child, said }
    }

    /// Reads what it says until it is ready; where it listens then, none where it ended before.
    pub fn becomes_ready(&mut self) -> Option<SocketAddr> {
        self.said.iter().find_map(|line| {
            let served = || {
                line.split_once("ready listen=")?
                    .1
                    .split_whitespace()
                    .next()
            };
            let shown = || line.trim().strip_prefix("http://")?.strip_suffix("/demo");
            served().or_else(shown)?.parse().ok()
        })
    }

    /// Ends it as a power cut does (SIGKILL).
    pub fn kill(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }

    /// Asks it to end (SIGTERM); whether it ended well, and what it says until then.
    ///
    /// # Panics
    /// When the system loses sight of it.
    pub fn stop(self) -> (bool, String) {
        let ask = format!("kill -TERM {}", self.child.id());
        let asked = Command::new("sh").args(["-c", &ask]).status();
        assert!(asked.is_ok_and(|it| it.success()), "the program is there");
        self.end()
    }

    /// Whether it did what it was asked, and what it says from now until it ends.
    ///
    /// # Panics
    /// When the system loses sight of it.
    pub fn end(mut self) -> (bool, String) {
        let said: Vec<String> = self.said.iter().collect();
        let ended = self.child.wait().expect("the program ends");
        (ended.success(), said.join("\n"))
    }
}

/// Somebody must read what the program says, or it waits for that for ever.
fn forward(from: impl Read + Send + 'static, lines: Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            drop(lines.send(line));
        }
    });
}

/// A settings file without settings, so that no file of the machine is read.
fn nothing() -> std::path::PathBuf {
    let file = std::env::temp_dir().join(format!("kreis-nothing-{}.toml", std::process::id()));
    if !Path::exists(&file) {
        std::fs::write(&file, "").expect("an empty settings file");
    }
    file
}
