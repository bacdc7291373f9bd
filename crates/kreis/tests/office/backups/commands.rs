//! The commands as processes: what an operator types, reads and finds afterwards.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use trial::story;

use super::*;

/// A command with the settings of an installation on this database.
pub(super) fn kreis(address: &Address, arguments: &[&str]) -> Command {
    let settings = std::env::temp_dir().join(format!("kreis-none-{}.toml", std::process::id()));
    std::fs::write(&settings, "").unwrap();
    let (variable, place) = match address {
        Address::Sqlite(path) => ("KREIS_DATABASE_PATH", path.display().to_string()),
        Address::Postgres(url) => ("DATABASE_URL", url.clone()),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_kreis"));
    command
        .args(["--lang", "de"])
        .args(arguments)
        .env_clear()
        .env(variable, place)
        .env("KREIS_CONFIG", settings)
        .env("KREIS_BASE_URL", "http://localhost")
        .env("KREIS_MAIL_HOST", "127.0.0.1")
        .env("KREIS_MAIL_TLS", "none")
        .env("KREIS_MAIL_FROM", "kreis@example.org")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Whether it did what it was asked, and all that it said.
pub(super) fn run(mut command: Command) -> (bool, String) {
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

pub(super) fn does(address: &Address, arguments: &[&str]) -> String {
    let (success, said) = run(kreis(address, arguments));
    assert!(success, "{arguments:?}: {said}");
    said
}

fn refuses(address: &Address, arguments: &[&str], sentence: &str) {
    let (success, said) = run(kreis(address, arguments));
    assert!(!success && said.contains(sentence), "{arguments:?}: {said}");
}

pub(super) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The program at work; what it logs is read until `word` comes.
fn serving(mut command: Command, word: &str) -> Serving {
    let mut child = Serving(command.stdout(Stdio::null()).spawn().unwrap());
    let log = child.0.stderr.as_mut().unwrap();
    let found = BufReader::with_capacity(1, log)
        .lines()
        .any(|line| line.unwrap().contains(word));
    assert!(found, "the log never said {word}");
    child
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn get(port: u16, head: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let request = format!("{head}\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

story!(
    an_operator_backs_up_and_restores_by_commands,
    |trial| async {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kreis.gz");
        // The program is at work on the database meanwhile.
        let said = does(trial.address(), &["backup", text(&file)]);
        assert!(said.contains("Gesichert: "), "{said}");
        refuses(trial.address(), &["backup", text(&file)], "gibt es schon");

        for kind in kinds() {
            let database = Database::empty(kind);
            refuses(
                database.address(),
                &["backup", text(&folder.path().join("none.gz"))],
                "noch nichts",
            );
            let said = does(database.address(), &["restore", text(&file)]);
            assert!(
                said.contains("Wiederhergestellt: ") && said.contains("im Postausgang"),
                "{said}"
            );
            refuses(database.address(), &["restore", text(&file)], "schon Daten");

            let said = does(
                database.address(),
                &["restore", text(&file), "--replace", "--moved"],
            );
            let saved: PathBuf = said
                .lines()
                .find_map(|line| line.strip_prefix("Was bisher da war, ist gesichert in "))
                .unwrap()
                .trim_end_matches('.')
                .into();
            Checked::open(&saved).unwrap();
            let copy = lines_of(database.address()).await;
            assert_eq!(copy[1..], unpacked(&file)[1..]);

            let said = does(database.address(), &["check", "--backup", text(&saved)]);
            assert!(
                said.contains("Aus dieser Sicherung lässt sich alles wiederherstellen."),
                "{said}"
            );
            assert!(does(database.address(), &["check"]).contains("geprüft wird eine frische"));
        }
    }
);

story!(an_operator_reads_in_regions, |trial| async {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gemeinden.csv");
    std::fs::write(&file, "16071001;Apolda, Stadt\nSchluss\n").unwrap();
    let address = trial.address();
    refuses(address, &["regions", text(&file)], "Zeile 2 ist weder");
    std::fs::write(&file, "Schlüssel;Name\n16071001;Apolda, Stadt\n").unwrap();
    let said = does(address, &["regions", text(&file)]);
    assert!(
        said.contains("Eingelesen: eine Region, davon 1 neu"),
        "{said}"
    );
    let missing = folder.path().join("gibt-es-nicht.csv");
    refuses(
        address,
        &["regions", text(&missing)],
        "lässt sich nicht lesen",
    );
    let page = trial.member.get("/weimar/regionen?suche=apolda").await;
    assert!(page.has("Apolda (Weimarer Land)"), "{}", page.main_text());
});

story!(
    a_spoilt_file_is_refused_before_anything_is_written,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        let bytes = std::fs::read(&file).unwrap();
        let spoilt = folder.path().join("spoilt.gz");
        let mut flipped = bytes.clone();
        flipped[bytes.len() / 2] ^= 0x10;
        for bad in [
            &flipped[..],
            &bytes[..bytes.len() / 2],
            &bytes[..bytes.len() - 1],
            &[],
        ] {
            std::fs::write(&spoilt, bad).unwrap();
            let place = folder.path().join("kreis.db");
            let target = Address::Sqlite(place.clone());

            refuses(
                &target,
                &["restore", text(&spoilt)],
                "Die Prüfsumme stimmt nicht",
            );
            refuses(
                &target,
                &["check", "--backup", text(&spoilt)],
                "Die Prüfsumme stimmt nicht",
            );

            assert!(!place.exists());
            assert!(!folder.path().join("kreis.db.lock").exists());
        }
    }
);

/// A shell that lets no file of its children grow beyond so many blocks of 1024 bytes.
fn cramped(command: &Command, blocks: u32) -> Command {
    let mut shell = Command::new("/bin/bash");
    shell
        .arg("-c")
        .arg(format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""
        ))
        .arg(command.get_program())
        .args(command.get_args())
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            shell.env(name, value);
        }
    }
    shell
}

story!(where_the_disk_is_full_nothing_half_stays, |trial| async {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kreis.gz");
    let (success, said) = run(cramped(
        &kreis(trial.address(), &["backup", text(&file)]),
        8,
    ));
    assert!(!success && said.contains("write the backup"), "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);

    does(trial.address(), &["backup", text(&file)]);
    let place = folder.path().join("kreis.db");
    let target = Address::Sqlite(place.clone());
    let (success, said) = run(cramped(&kreis(&target, &["restore", text(&file)]), 200));
    assert!(!success, "{said}");
    assert!(!has_tables(&target).await);
    does(&target, &["restore", text(&file)]);
});

story!(
    the_program_takes_its_backup_of_the_day_and_tells_how_it_is,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        let database = restored(&file, DbKind::Sqlite, Letters::GoOn)
            .await
            .unwrap();
        let (port, backups) = (free_port(), folder.path().join("daily"));
        let token = folder.path().join("token");
        std::fs::write(&token, "ein langes Wort\n").unwrap();
        let mut command = kreis(database.address(), &["serve"]);
        command
            .env("KREIS_LISTEN", format!("127.0.0.1:{port}"))
            .env("KREIS_METRICS_TOKEN_FILE", &token)
            .env("KREIS_BACKUP_FOLDER", &backups);
        let _serving = serving(command, "took the backup of the day");

        let taken: Vec<PathBuf> = std::fs::read_dir(&backups)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        assert_eq!(taken.len(), 1);
        Checked::open(&taken[0]).unwrap();
        get(port, "GET /weimar HTTP/1.1");
        let near = get(port, "GET /metrics HTTP/1.1");
        for line in [
            "kreis_build_info{version=\"0.1.0\",database=\"sqlite\"} 1",
            "kreis_letters{state=\"failed\"} 0",
            "kreis_jobs{state=\"dead\"} 0",
            "kreis_backup_failed 0",
            "kreis_backup_age_seconds ",
            "kreis_database_bytes ",
            "kreis_http_request_duration_seconds_count{method=\"GET\",route=\"/{network}\",status=\"2xx\"} 1",
        ] {
            assert!(near.contains(line), "{line}\n{near}");
        }
        let proxied = "GET /metrics HTTP/1.1\r\nX-Forwarded-For: 198.51.100.7";
        assert!(get(port, proxied).starts_with("HTTP/1.1 404"));
        let known = format!("{proxied}\r\nAuthorization: Bearer ein langes Wort");
        assert!(get(port, &known).starts_with("HTTP/1.1 200"));
        let wrong = format!("{proxied}\r\nAuthorization: Bearer ein anderes");
        assert!(get(port, &wrong).starts_with("HTTP/1.1 404"));
    }
);

#[test]
fn the_backup_of_the_day_waits_for_the_first_network() {
    let (folder, database) = (
        tempfile::tempdir().unwrap(),
        Database::empty(DbKind::Sqlite),
    );
    let backups = folder.path().join("daily");
    let mut command = kreis(database.address(), &["serve"]);
    command
        .env("KREIS_LISTEN", "127.0.0.1:0")
        .env("KREIS_BACKUP_FOLDER", &backups);

    // It says of backups first that they wait, and not that one was taken.
    let _serving = serving(command, "backup");
    assert!(!backups.exists());
}

#[test]
fn settings_are_checked_with_notes() {
    let database = Database::empty(DbKind::Sqlite);
    let said = does(database.address(), &["config", "check"]);
    let note = "Hinweis  mail.from: Das ist die Angabe aus dem Muster.";
    assert!(
        said.contains(note) && said.contains("lassen sich verwenden"),
        "{said}"
    );
}

story!(
    a_backup_of_the_day_that_fails_is_told_in_the_log,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        let database = restored(&file, DbKind::Sqlite, Letters::GoOn)
            .await
            .unwrap();
        let mut command = kreis(database.address(), &["serve"]);
        command.env("KREIS_LISTEN", "127.0.0.1:0").env(
            "KREIS_BACKUP_FOLDER",
            folder.path().join("backup.gz/not-a-folder"),
        );

        drop(serving(command, "the backup of the day could not be taken"));
    }
);
