//! What may be meant and mostly is not: said of settings without a fault.

use std::path::Path;

use base::Blame;

use super::Settings;

/// Names that nobody has (RFC 2606); the sample is full of them.
const NOBODYS: [&str; 5] = [
    "example.org",
    "example.com",
    "example.net",
    "example",
    "invalid",
];

impl Settings {
    /// Notes for the operator, each at its field.
    pub fn notes(&self) -> Vec<Blame> {
        let (server, mail) = (&self.server, &self.mail);
        let domain = mail::domain_of(&mail.from).unwrap_or_default();
        let is_open = server.behind_proxy && !server.listen.ip().is_loopback();
        let is_plain = mail.tls == mail::Tls::None && !mail.is_local();
        let found = [
            (
                is_nobodys(host_of(&server.base_url)),
                "server.base_url",
                "config-note-sample",
            ),
            (is_nobodys(&mail.host), "mail.host", "config-note-sample"),
            (is_nobodys(&domain), "mail.from", "config-note-sample"),
            (is_open, "server.listen", "config-note-open"),
            (is_plain, "mail.tls", "mail-check-plain-on-the-network"),
            (
                self.backup.folder.is_none(),
                "backup.folder",
                "config-note-no-backups",
            ),
        ];
        let found = found.into_iter().filter(|(is_so, _, _)| *is_so);
        let mut notes: Vec<Blame> = found.map(|(_, field, key)| Blame::at(field, key)).collect();
        let copy = self.vault.copy_file.as_deref().and_then(Path::parent);
        let folders = [
            ("backup.folder", self.backup.folder.as_deref()),
            ("vault.copy_file", copy),
        ];
        for (field, folder) in folders {
            notes.extend(folder.and_then(|it| self.missing(field, it)));
        }
        notes
    }

    /// A folder that is not there, and that the service cannot make among its own.
    fn missing(&self, field: &str, folder: &Path) -> Option<Blame> {
        let is_ours = self.data_folder().is_some_and(|it| folder.starts_with(it));
        let note = || Blame::at(field, "config-note-no-folder").with("path", folder.display());
        (!is_ours && !folder.is_dir()).then(note)
    }
}

fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split([':', '/']).next().unwrap_or_default()
}

fn is_nobodys(host: &str) -> bool {
    let is_below = |name: &str| host.strip_suffix(name).is_some_and(|it| it.ends_with('.'));
    NOBODYS.contains(&host) || NOBODYS.into_iter().any(is_below)
}
