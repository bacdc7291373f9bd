//! The disk is full while the program serves.

use std::fs::File;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use trial::{DbKind, Installation, form, tokio};

use super::{OF_THE_OFFICE, PROGRAM, People, in_runtime, signed_in};

/// A small disk.
struct Disk(tempfile::TempDir);

impl Disk {
    /// None, said loudly, where nobody may mount one; CI as root must.
    fn mounted(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", size, "tmpfs"])
            .arg(folder.path())
            .output();
        match done {
            Ok(output) if output.status.success() => Some(Self(folder)),
            refused => {
                let is_ci = !std::env::var("CI").unwrap_or_default().is_empty();
                let is_root = std::fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0);
                assert!(
                    !(is_ci && is_root),
                    "CI must fill a disk, and may not mount one: {refused:?}"
                );
                eprintln!("SKIPPED: nobody may mount a small disk here: {refused:?}");
                None
            }
        }
    }

    /// Takes what room is left.
    fn fill(&self) {
        let mut filler = File::create(self.filler()).unwrap();
        for size in [65536, 4096, 1] {
            while filler.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn filler(&self) -> std::path::PathBuf {
        self.0.path().join("filler")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // The program that works on it may be ending still.
        drop(Command::new("umount").arg("-l").arg(self.0.path()).output());
    }
}

async fn served_on(folder: &Path, disk: &Disk) {
    let office = Installation::furnished_in(PROGRAM, folder).await;
    let (_process, browser) = office.serve();
    let browser = signed_in(&office, &browser).await;
    let mut people = People::default();
    assert_eq!(people.enter(&browser).await.status, 303);
    disk.fill();

    // What the database has reserved may last for a while.
    let mut refused = people.enter(&browser).await;
    while refused.status == 303 {
        refused = people.enter(&browser).await;
    }
    let last = people.acknowledged();
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(
        refused
            .has("Auf dem Server ist kein Speicherplatz mehr frei. Es wurde nichts gespeichert."),
        "{}",
        refused.text()
    );
    assert_eq!(refused.header("retry-after"), "30");
    for _ in 0..20 {
        assert_eq!(people.enter(&browser).await.status, 503);
    }
    // A mail that could not be noted must not go out.
    let wish = form![("mail", kreis::demo::contents::OFFICE), ("weiter", "")];
    assert_eq!(browser.post("/anmelden", wish.clone()).await.status, 503);
    // Whoever only reads notices nothing.
    for path in [OF_THE_OFFICE, "/weimar/termine", "/readyz"] {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }

    std::fs::remove_file(disk.filler()).unwrap();
    for _ in 0..20 {
        assert_eq!(people.enter(&browser).await.status, 303);
    }
    assert_eq!(browser.post("/anmelden", wish).await.status, 303);
    assert_eq!(people.are_there(&office.store()).await, 0);
    assert_eq!(people.acknowledged(), last + 20);
    assert_eq!(mails_with_links(&office).await, 1);
    let (success, said) = office.start(&["check"]).end();
    assert!(success, "{said}");
}

/// How many mails with a link for signing in went out once one has.
async fn mails_with_links(office: &Installation) -> usize {
    let is_link = |mail: &trial::ReadMail| {
        let text = mail.text.as_deref().unwrap_or_default();
        text.contains("/anmelden/link/")
    };
    for _ in 0..3000 {
        let mails = office.mails().await;
        let count = mails.iter().filter(|mail| is_link(mail)).count();
        if count > 0 {
            return count;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    0
}

#[test]
fn a_full_disk_refuses_and_loses_nothing_and_then_it_goes_on() {
    if let Some(disk) = Disk::mounted("size=8m") {
        in_runtime(served_on(disk.0.path(), &disk));
    }
}

/// A server whose log has no room stops altogether, which is the story of a lost server. Here
/// only the tables have none, as on a machine where they grow on a disk of their own.
async fn served_from_a_full_tablespace(folder: &Path, disk: &Disk) {
    let office = Installation::furnished_in_tablespace(PROGRAM, folder).await;
    let (_process, browser) = office.serve();
    let browser = signed_in(&office, &browser).await;
    let mut people = People::default();
    assert_eq!(people.enter(&browser).await.status, 303);
    disk.fill();

    // Pages of tables that have room still take what fits into them.
    let mut refused = people.enter(&browser).await;
    while refused.status == 303 {
        refused = people.enter(&browser).await;
    }
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(
        refused
            .has("Auf dem Server ist kein Speicherplatz mehr frei. Es wurde nichts gespeichert."),
        "{}",
        refused.text()
    );
    assert_eq!(refused.header("retry-after"), "30");
    for _ in 0..40 {
        let status = people.enter(&browser).await.status;
        assert!([303, 503].contains(&status), "{status}");
    }
    for path in [OF_THE_OFFICE, "/weimar/termine", "/readyz"] {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }

    std::fs::remove_file(disk.filler()).unwrap();
    for _ in 0..20 {
        assert_eq!(people.enter(&browser).await.status, 303);
    }
    let wish = form![("mail", kreis::demo::contents::OFFICE), ("weiter", "")];
    assert_eq!(browser.post("/anmelden", wish).await.status, 303);
    assert_eq!(mails_with_links(&office).await, 1);
    assert_eq!(people.are_there(&office.store()).await, 0);
    let (success, said) = office.start(&["check"]).end();
    assert!(success, "{said}");
}

#[test]
fn a_server_without_room_for_tables_refuses_and_loses_nothing_and_then_it_goes_on() {
    if !DbKind::Postgres.is_here() {
        return;
    }
    if let Some(disk) = Disk::mounted("size=96m,mode=0755") {
        in_runtime(served_from_a_full_tablespace(disk.0.path(), &disk));
    }
}
