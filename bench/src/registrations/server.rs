//! The PostgreSQL server: one that the environment names, else one of our own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use postgres::{Client, NoTls};

use crate::Failed;

/// Where a server is named.
const VARIABLE: &str = "KREIS_BENCH_POSTGRES";
const SCRIPT: &str = include_str!("postgres.sh");
/// What `./test` starts a server with.
const FUNCTIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../checks/run/postgres.sh");

/// A server that databases can be made on.
pub struct Server {
    url: String,
    own: Option<Child>,
}

impl Server {
    /// The server of the environment, or one that is started; none where neither is.
    pub fn found() -> Result<Option<Self>, Failed> {
        if let Ok(url) = std::env::var(VARIABLE) {
            return Ok(Some(Self { url, own: None }));
        }
        let mut own = Command::new("bash")
            .args(["-c", SCRIPT, "postgres", FUNCTIONS])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let said = own.stdout.take().ok_or("a script without an output")?;
        for line in BufReader::new(said).lines() {
            if let Some(url) = line?.strip_prefix("ready ") {
                let url = url.to_owned();
                let own = Some(own);
                return Ok(Some(Self { url, own }));
            }
        }
        own.wait()?;
        Ok(None)
    }

    /// Makes an empty database; its address.
    pub fn database(&self, name: &str) -> Result<String, Failed> {
        let name = format!("bench_{name}_{}", std::process::id());
        let mut client = Client::connect(&self.url, NoTls)?;
        client.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?;
        client.batch_execute(&format!("CREATE DATABASE {name}"))?;
        let (server, options) = match self.url.split_once('?') {
            Some((server, options)) => (server, format!("?{options}")),
            None => (self.url.as_str(), String::new()),
        };
        let (server, _) = server.rsplit_once('/').ok_or("an address of a database")?;
        Ok(format!("{server}/{name}{options}"))
    }

    /// Takes a database away.
    pub fn drop_database(&self, url: &str) -> Result<(), Failed> {
        let name = url.split('?').next().and_then(|it| it.rsplit('/').next());
        let name = name.ok_or("an address of a database")?;
        let mut client = Client::connect(&self.url, NoTls)?;
        Ok(client.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(own) = &mut self.own {
            // The script stops the server once nobody speaks to it any more.
            drop(own.stdin.take());
            drop(own.wait());
        }
    }
}
