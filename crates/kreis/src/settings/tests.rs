//! Settings from files and the environment.

use super::fields::FIELDS;
use super::*;

const GOOD: &str = "
[server]
base_url = 'https://kreis.example.org'
[database]
path = 'kreis.db'
[mail]
host = '127.0.0.1'
tls = 'none'
from = 'kreis@example.org'
";

fn with(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn faults(text: &str, env: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    Settings::read(text, &with(env))
        .unwrap_err()
        .into_iter()
        .map(|blame| (blame.field, blame.key))
        .collect()
}

#[test]
fn the_smallest_file_is_enough() {
    let settings = Settings::read(GOOD, &BTreeMap::new()).unwrap();

    assert_eq!(settings.server.listen, usual_listen());
    assert_eq!(settings.database, Address::Sqlite("kreis.db".into()));
    assert_eq!(settings.limits.upload_mb, 25);
}

#[test]
fn the_environment_stands_above_the_file() {
    let env = with(&[
        ("DATABASE_URL", "postgres://kreis@localhost/kreis"),
        ("KREIS_UPLOAD_MB", "7"),
        ("KREIS_BEHIND_PROXY", "true"),
    ]);
    let settings = Settings::read(GOOD, &env).unwrap();

    assert!(matches!(settings.database, Address::Postgres(_)));
    assert_eq!(settings.limits.upload_mb, 7);
    assert!(settings.server.behind_proxy);
}

#[test]
fn every_fault_is_named_at_once() {
    let text = "
        colour = 'green'
        [server]
        base_url = 'http://kreis.example.org'
        listen = 80
        [database]
        [mail]
        host = '127.0.0.1'
        tls = 'none'
        passwort = 'geheim'
        [mail.dkim]
        domain = 'example.org'
        [limits]
        upload_mb = 0
    ";
    let mut found = faults(text, &[("KREIS_MAIL_PORT", "viele")]);
    found.sort();

    let expected = [
        ("KREIS_MAIL_PORT", "config-not-a-number"),
        ("colour", "config-unknown"),
        ("database", "config-no-database"),
        ("limits.upload_mb", "config-number"),
        ("mail.dkim.key_file", "config-missing"),
        ("mail.dkim.selector", "config-missing"),
        ("mail.from", "config-missing"),
        ("mail.passwort", "config-unknown"),
        ("server.base_url", "config-base-url-plain"),
        ("server.listen", "config-not-text"),
    ];
    assert_eq!(found, expected.map(|(field, key)| (field.to_owned(), key)));
}

#[test]
fn a_fault_in_a_section_hides_no_other() {
    let text = "
        [server]
        base_url = 'kreis.example.org/'
        listen = 'localhost'
        log = 'xml'
        behind_proxy = 'ja'
        [database]
        url = 'postgres://kreis:geheim@db:port/kreis'
        [mail]
        host = 'mail server'
        port = 70000
        tls = 'ssl'
        trust_file = '/nowhere/authority.pem'
        user = 'kreis'
        from = 'kreis@'
        envelope_sender = 'example.org'
        max_connections = 0
        [mail.dkim]
        domain = 'example.org'
        selector = ''
        key_file = '/nowhere/dkim.pem'
        [limits]
        upload_mb = 501
    ";
    let expected = [
        ("server.listen", "config-listen"),
        ("server.base_url", "config-base-url"),
        ("server.behind_proxy", "config-not-a-switch"),
        ("server.log", "config-choice"),
        ("database.url", "config-wrong"),
        ("mail.host", "config-host"),
        ("mail.port", "config-number"),
        ("mail.tls", "config-choice"),
        ("mail.trust_file", "config-unreadable"),
        ("mail.from", "config-mail"),
        ("mail.envelope_sender", "config-mail"),
        ("mail.max_connections", "config-number"),
        ("mail.dkim.selector", "config-host"),
        ("mail.dkim.key_file", "config-unreadable"),
        ("limits.upload_mb", "config-number"),
        ("mail.password_file", "config-no-password"),
    ];

    let found = faults(text, &[]);
    assert_eq!(found, expected.map(|(field, key)| (field.to_owned(), key)));
    let said = format!("{:?}", Settings::read(text, &BTreeMap::new()));
    assert!(!said.contains("geheim"), "{said}");
}

#[test]
fn what_the_environment_replaces_does_not_count() {
    let text = GOOD.replace("[mail]", "[mail]\ntrust_file = '/nowhere/authority.pem'");
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("authority.pem");
    std::fs::write(&empty, "").unwrap();

    let file = ("mail.trust_file".to_owned(), "config-unreadable");
    assert_eq!(faults(&text, &[]), [file]);
    let variable = "KREIS_MAIL_TRUST_FILE";
    let replaced = faults(&text, &[(variable, empty.to_str().unwrap())]);
    assert_eq!(replaced, [(variable.to_owned(), "config-no-certificate")]);
}

#[test]
fn a_password_never_crosses_the_network_in_the_clear() {
    let folder = tempfile::tempdir().unwrap();
    let password = folder.path().join("password");
    std::fs::write(&password, "geheim\n").unwrap();
    let user = [
        ("KREIS_MAIL_USER", "kreis"),
        ("KREIS_MAIL_PASSWORD_FILE", password.to_str().unwrap()),
    ];
    assert!(Settings::read(GOOD, &with(&user)).is_ok());

    let away = [&user[..], &[("KREIS_MAIL_HOST", "mail.example.org")]].concat();
    let clear = ("mail.tls".to_owned(), "config-login-in-the-clear");
    assert_eq!(faults(GOOD, &away), [clear]);
    std::fs::write(&password, "\n").unwrap();
    let empty = ("KREIS_MAIL_PASSWORD_FILE".to_owned(), "config-wrong");
    assert_eq!(faults(GOOD, &user), [empty]);
}

#[test]
fn plain_http_is_for_this_machine_alone() {
    for (url, fine) in [
        ("http://localhost:8080", true),
        ("http://127.0.0.1", true),
        ("http://[::1]:8080", true),
        ("http://kreis.example.org", false),
        ("https://kreis.example.org/", false),
        ("kreis.example.org", false),
    ] {
        let env = with(&[("KREIS_BASE_URL", url)]);
        assert_eq!(Settings::read(GOOD, &env).is_ok(), fine, "{url}");
    }
}

#[test]
fn a_file_that_is_no_toml_is_refused_in_a_sentence() {
    let found = Settings::read("\n[server", &BTreeMap::new()).unwrap_err();

    assert_eq!(found[0].key, "config-not-toml");
    assert!(found[0].args.contains(&("line", "2".to_owned())));
}

#[test]
fn a_word_that_stands_twice_is_named() {
    let found = Settings::read(&GOOD.replace("tls =", "host ="), &BTreeMap::new()).unwrap_err();

    assert_eq!(found[0].key, "config-not-toml");
    let reason = found[0].args.iter().find(|it| it.0 == "reason");
    assert_eq!(reason.unwrap().1, "duplicate key: host");
}

#[test]
fn a_file_that_may_not_be_read_is_no_missing_one() {
    let key = |kind: std::io::ErrorKind| no_file(Path::new(USUAL_FILE), &kind.into()).key;

    assert_eq!(key(std::io::ErrorKind::PermissionDenied), "config-denied");
    assert_eq!(key(std::io::ErrorKind::NotFound), "config-no-file");
}

#[test]
fn signs_in_the_password_of_a_database_are_written_as_codes() {
    for (who, fine) in [
        ("kreis:geheim", true),
        ("kreis:a%40b%2Fc%25d", true),
        ("kreis:a@b", false),
        ("kreis:a/b", false),
        ("kreis:100%", false),
        ("kreis:50%zu", false),
    ] {
        let text = GOOD.replace(
            "path = 'kreis.db'",
            &format!("url = 'postgres://{who}@db/kreis'"),
        );
        let read = Settings::read(&text, &BTreeMap::new());
        let keys = |blames: Vec<Blame>| blames.into_iter().map(|it| it.key).collect::<Vec<_>>();
        let expected = if fine {
            Ok(())
        } else {
            Err(vec!["config-database-url-signs"])
        };
        assert_eq!(read.map(drop).map_err(keys), expected, "{who}");
    }
}

#[test]
fn what_may_be_meant_and_mostly_is_not_is_noted() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path().display();
    let noted = |text: &str| {
        let settings = Settings::read(text, &BTreeMap::new()).unwrap();
        let notes = settings.notes().into_iter();
        notes.map(|it| (it.field, it.key)).collect::<Vec<_>>()
    };
    let sample = SAMPLE.replace("/var/lib/kreis", &here.to_string());
    let names = ["server.base_url", "mail.host", "mail.from"];
    let of_sample = names.map(|it| (it.to_owned(), "config-note-sample"));
    assert_eq!(noted(&sample), of_sample);

    let mended = sample.replace("example.org", "kreis-weimar.de");
    assert!(noted(&mended).is_empty());
    let open = mended
        .replace("127.0.0.1:8080", "0.0.0.0:8080")
        .replace("tls = \"starttls\"", "tls = \"none\"")
        .replace(
            &format!("folder = \"{here}/backups\""),
            "folder = \"/nowhere/b\"",
        )
        .replace("# copy_file = \"/srv", "copy_file = \"/nowhere");
    let expected = [
        ("server.listen", "config-note-open"),
        ("mail.tls", "mail-check-plain-on-the-network"),
        ("backup.folder", "config-note-no-folder"),
        ("vault.copy_file", "config-note-no-folder"),
    ];
    assert_eq!(
        noted(&open),
        expected.map(|(field, key)| (field.to_owned(), key))
    );
    let (field, key) = ("backup.folder".to_owned(), "config-note-no-backups");
    assert!(noted(GOOD).contains(&(field, key)));
}

#[test]
fn the_sample_shows_every_field_with_its_variable() {
    for field in FIELDS {
        let line = SAMPLE
            .lines()
            .map(|line| line.trim_start_matches("# "))
            .find(|line| line.starts_with(&format!("{} =", field.name)));
        assert!(line.is_some(), "{} is missing", field.name);
        assert!(
            SAMPLE.lines().any(|line| line.ends_with(field.variable)),
            "{} is missing",
            field.variable
        );
    }
}

#[test]
fn who_must_give_a_second_factor_is_named_by_roles() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("sign-in.key");
    std::fs::write(&key, "dHJpYWwtdHJpYWwtdHJpYWwtdHJpYWwtdHJpYWwhIT0=\n").unwrap();
    let text = format!("{GOOD}[sign_in]\nsecond_factor = ['operator', 'office']");
    let with_key = format!("{text}\nkey_file = '{}'", key.display());

    let settings = Settings::read(&with_key, &BTreeMap::new()).unwrap();
    assert!(settings.locks().is_ok());
    // Commands beside the service work without the key; the service does not.
    let settings = Settings::read(&text, &BTreeMap::new()).unwrap();
    let Err(Halt::Refused(blames)) = settings.locks() else {
        panic!("there is no key")
    };
    assert_eq!(
        blames,
        [Blame::at("sign_in.key_file", "config-no-sign-in-key")]
    );
    let env = with(&[("KREIS_SECOND_FACTOR", "office, group_leader")]);
    let settings = Settings::read(&with_key, &env).unwrap();
    assert_eq!(settings.sign_in.second_factor, ["office", "group_leader"]);
}

#[test]
fn roles_and_keys_that_are_none_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("sign-in.key");
    std::fs::write(&key, "geheim\n").unwrap();
    let bad = |roles: &str| format!("{GOOD}[sign_in]\nsecond_factor = {roles}");

    let role = [("sign_in.second_factor".to_owned(), "config-choice")];
    assert_eq!(faults(&bad("['everybody']"), &[]), role);
    let list = [("sign_in.second_factor".to_owned(), "config-not-a-list")];
    assert_eq!(faults(&bad("'operator'"), &[]), list);
    let file = [("KREIS_SIGN_IN_KEY_FILE".to_owned(), "config-not-a-key")];
    let path = key.to_str().unwrap();
    assert_eq!(faults(GOOD, &[("KREIS_SIGN_IN_KEY_FILE", path)]), file);
}

#[test]
fn the_keys_have_a_place_beside_the_data_and_never_all_in_one() {
    let set = |rest: &str| {
        let text = format!("{GOOD}[backup]\nfolder = '/b'\n[vault]\n{rest}")
            .replace("path = 'kreis.db'", "path = '/tmp/kreis.db'");
        Settings::read(&text, &BTreeMap::new())
            .unwrap()
            .vault_places()
    };
    let places = set("").unwrap().unwrap();
    assert_eq!(places.folder, Path::new("/tmp/vault"));
    assert_eq!(places.key_file, Path::new("/tmp/vault.key"));
    let why = |rest: &str| match set(rest) {
        Err(Halt::Refused(blames)) => blames[0].clone(),
        other => panic!("{other:?}"),
    };
    for (rest, field, key) in [
        (
            "folder = '/v'\nkey_file = '/v/key'",
            "vault.key_file",
            "config-vault-key-inside",
        ),
        (
            "folder = '/v'\ncopy_file = '/v/copy'",
            "vault.copy_file",
            "config-vault-copy-inside",
        ),
        ("folder = '/b/v'", "vault.folder", "config-vault-in-backups"),
        (
            "copy_file = '/b/copy'",
            "vault.copy_file",
            "config-vault-in-backups",
        ),
    ] {
        assert_eq!(why(rest), Blame::at(field, key), "{rest}");
    }
}

#[test]
fn on_a_server_without_folders_there_is_no_place_for_keys_unless_named() {
    let env = with(&[("DATABASE_URL", "postgres://kreis@localhost/kreis")]);
    let settings = Settings::read(GOOD, &env).unwrap();
    assert_eq!(settings.vault_places().unwrap(), None);
    let text = format!("{GOOD}[vault]\nfolder = '/v'");
    let settings = Settings::read(&text, &env).unwrap();
    let Err(Halt::Refused(blames)) = settings.vault_places() else {
        panic!("there is no place for the key")
    };
    assert_eq!(blames, [Blame::at("vault.key_file", "config-missing")]);
}

#[test]
fn providers_are_as_many_as_there_are_words() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    std::fs::write(&secret, "geheim\n").unwrap();
    let text = format!(
        "{GOOD}[sign_in.provider.verband]
        name = 'Verbandskonto'
        issuer = 'https://login.example.org/realms/verband'
        client_id = 'kreis'
        client_secret_file = '{}'
        roles = [{{ group = 'g', network = 'weimar', role = 'office' }}]
        [sign_in.provider.stadt]
        name = 'Stadt'
        issuer = 'http://127.0.0.1:9000'
        client_id = 'kreis'",
        secret.display()
    );
    let settings = Settings::read(&text, &BTreeMap::new()).unwrap();

    assert_eq!(settings.providers.len(), 2);
    assert!(settings.locks().is_ok());
    std::fs::remove_file(&secret).unwrap();
    assert!(settings.locks().is_err());
}

#[test]
fn what_is_wrong_with_providers_is_named_at_once() {
    let text = format!(
        "{GOOD}[sign_in.provider.Verband]
        name = 'Verbandskonto'
        issuer = 'http://login.example.org'
        client_id = 'kreis'
        roles = [{{ group = 'g', network = 'weimar', role = 'operator' }}]
        [sign_in.provider.stadt]
        name = 'Stadt'
        colour = 'blau'"
    );
    let mut found = faults(&text, &[]);
    found.sort();

    let expected = [
        ("sign_in.provider.Verband", "config-provider-word"),
        ("sign_in.provider.Verband.issuer", "config-issuer"),
        ("sign_in.provider.Verband.roles", "config-choice"),
        ("sign_in.provider.stadt", "config-wrong"),
    ];
    assert_eq!(found, expected.map(|(field, key)| (field.to_owned(), key)));
}
