//! What `--help` says in German; in English it says what stands at the commands themselves.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

const TEMPLATE: &str =
    "{before-help}{about-with-newline}\nAufruf: {usage}\n\n{all-args}{after-help}";

/// Command or argument, by the way to it, and its words.
const GERMAN: &[(&str, &str)] = &[
    (
        "",
        "Kreis trägt das Büro eines Wohlfahrtsnetzwerks: Sitzungen, Einladungen, Protokolle, Öffentlichkeit.",
    ),
    ("lang", "Sprache dessen, was hier gesagt wird: de oder en"),
    ("help", "Diese Hilfe zeigen"),
    ("version", "Die Version zeigen"),
    (
        "demo",
        "Alles mit Beispieldaten zeigen, nach einer eigenen Uhr; nichts verlässt den Rechner",
    ),
    (
        "demo data",
        "Alles in diesem Ordner aufheben; ohne ihn wird nichts aufgehoben",
    ),
    (
        "demo listen",
        "Adresse und Port; ohne Angabe 127.0.0.1:8080 oder, wo der belegt ist, ein freier Port",
    ),
    ("demo on", "Der Tag, an dem die Demo beginnt"),
    (
        "serve",
        "Die Webseiten ausliefern und erledigen, was fällig ist",
    ),
    ("config", "Die Einstellungen ansehen"),
    (
        "config check",
        "Alles nennen, was an den Einstellungen nicht stimmt",
    ),
    ("config sample", "Eine Datei für den Anfang ausgeben"),
    ("mail", "Den E-Mail-Versand ansehen"),
    (
        "mail test",
        "Mailserver, Signatur und Absenderadresse ausprobieren",
    ),
    (
        "mail test to",
        "Ob der Server E-Mails für diese Adresse annimmt; ohne Angabe die des Absenders",
    ),
    ("mail test send", "Auch eine E-Mail dorthin senden"),
    (
        "sign-in",
        "Einen Link ausgeben, der einmal zur Anmeldung gilt",
    ),
    ("sign-in address", "Die E-Mail-Adresse des Kontos"),
    ("second-factor", "Sich um zweite Faktoren kümmern"),
    (
        "second-factor reset",
        "Einem Konto alle zweiten Faktoren nehmen und es überall abmelden",
    ),
    (
        "second-factor reset address",
        "Die E-Mail-Adresse des Kontos",
    ),
    (
        "regions",
        "Regionen einlesen: die amtliche Datei GV100AD oder eine Tabelle mit Schlüssel und Name",
    ),
    ("regions file", "Die Datei, die gelesen wird"),
    (
        "import",
        "Seiten und Texte nach Veranstaltungen, Organisationen und Beiträgen durchsehen",
    ),
    (
        "import files",
        "Die Dateien, die gelesen werden; aus einem Ordner seine Seiten und Texte",
    ),
    (
        "import dry_run",
        "Nur zeigen, was entworfen würde; keine Datenbank wird berührt",
    ),
    (
        "import json",
        "Der Ordner, in den zu jeder Datei eine JSON-Datei geschrieben wird",
    ),
    (
        "import network",
        "Das Netzwerk, dessen Geschäftsstelle die Entwürfe prüft, mit seiner Adresse",
    ),
    (
        "read-apart",
        "Eine Datei von der Eingabe lesen, in engen Grenzen; das Programm ruft dies selbst auf",
    ),
    (
        "migrate",
        "Die Datenbank auf den neuen Stand bringen; vorher wird gesichert",
    ),
    (
        "backup",
        "Alles in eine Datei schreiben, auch während das Programm läuft",
    ),
    ("backup file", "Die Datei, die geschrieben wird"),
    (
        "restore",
        "Eine solche Datei in eine leere Datenbank zurücklesen, SQLite oder PostgreSQL",
    ),
    ("restore file", "Die Datei, die gelesen wird"),
    (
        "restore replace",
        "Verwerfen, was da ist; vorher wird es gesichert",
    ),
    (
        "restore moved",
        "Das Original hat seit der Sicherung nichts gesendet: Die Post geht hinaus",
    ),
    (
        "check",
        "Ausprobieren, ob eine Sicherung alles zurückbrächte",
    ),
    (
        "check backup",
        "Die Datei; ohne Angabe die neueste oder eine frische",
    ),
    (
        "vault",
        "Sich um die Schlüssel kümmern, die außerhalb der Datenbank liegen",
    ),
    (
        "vault backup",
        "Die jetzt gültigen Schlüssel in eine Datei schreiben, an die Stelle der früheren Kopie",
    ),
    (
        "vault backup file",
        "Die Datei, die geschrieben wird; heben Sie nie ältere auf",
    ),
    (
        "vault restore",
        "Eine solche Kopie zurücklesen; vernichtete Schlüssel bleiben vernichtet",
    ),
    ("vault restore file", "Die Datei, die gelesen wird"),
    (
        "vault check",
        "Ausprobieren, ob sich jeder Schlüssel öffnen lässt",
    ),
    (
        "vault rotate",
        "Den Schlüssel des Betriebs gegen einen frischen tauschen",
    ),
];
/// Said alike at every command that reads the settings.
const SETTINGS: &str = "Die Datei mit den Einstellungen";
const HELP_COMMAND: &str = "Diese Hilfe oder die eines Befehls zeigen";

/// The language that the arguments name, before they are read.
pub(crate) fn chosen_lang(args: &[OsString]) -> Option<String> {
    let mut words = args.iter().filter_map(|arg| arg.to_str());
    let mut chosen = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            chosen = words.next();
        } else if let Some(lang) = word.strip_prefix("--lang=") {
            chosen = Some(lang);
        }
    }
    chosen.map(str::to_owned)
}

/// What is wrong with the arguments, in German; none where nothing is: help was asked for.
pub(crate) fn mistake(fault: &Error) -> Option<String> {
    let arg = part(fault, ContextKind::InvalidArg);
    let value = part(fault, ContextKind::InvalidValue);
    let what = match fault.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::InvalidSubcommand => {
            let word = part(fault, ContextKind::InvalidSubcommand);
            format!("Den Befehl „{word}“ gibt es nicht.")
        }
        ErrorKind::UnknownArgument => format!("Die Angabe „{arg}“ gibt es hier nicht."),
        ErrorKind::MissingRequiredArgument => format!("Es fehlt noch: {arg}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("Zur Angabe „{arg}“ fehlt der Wert.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("„{value}“ lässt sich für „{arg}“ nicht verwenden.")
        }
        ErrorKind::ArgumentConflict => format!("Die Angabe „{arg}“ steht mehr als einmal da."),
        _ => "Der Aufruf ist so nicht zu verstehen.".to_owned(),
    };
    Some(format!("{what}\nMit --help zeigt Kreis, was es gibt."))
}

/// What clap says of one part of a mistake; empty where it says nothing.
fn part(fault: &Error, kind: ContextKind) -> String {
    match fault.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    }
}

/// The same commands with German help.
pub(crate) fn german(mut command: Command) -> Command {
    command.build();
    told(command, "")
}

fn told(command: Command, way: &str) -> Command {
    let under = |name: &str| {
        let way = format!("{way} {name}");
        way.trim_start().to_owned()
    };
    let mut command = command
        .about(words(way))
        .help_template(TEMPLATE)
        .subcommand_help_heading("Befehle")
        .subcommand_value_name("BEFEHL")
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                "Angaben"
            } else {
                "Optionen"
            };
            let words = argument(&under(arg.get_id().as_str()));
            arg.help(words).help_heading(heading)
        });
    let names: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for name in names {
        command = command.mut_subcommand(&name, |inner| {
            if name == "help" {
                inner.about(HELP_COMMAND)
            } else {
                told(inner, &under(&name))
            }
        });
    }
    command
}

/// What stands everywhere is told once; the rest at its place.
fn argument(way: &str) -> &'static str {
    match way.rsplit(' ').next() {
        Some("config") if way != "config" => SETTINGS,
        Some(shared @ ("lang" | "help" | "version")) => words(shared),
        _ => words(way),
    }
}

fn words(way: &str) -> &'static str {
    let known = GERMAN.iter().find(|(known, _)| *known == way);
    known.map_or("", |(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn pages(command: &mut Command, all: &mut Vec<String>) {
        all.push(command.render_long_help().to_string());
        for inner in command.get_subcommands_mut() {
            if inner.get_name() != "help" {
                pages(inner, all);
            }
        }
    }

    #[test]
    fn every_command_and_argument_has_its_german_words() {
        fn check(command: &Command) {
            let name = command.get_name();
            assert!(
                command
                    .get_about()
                    .is_some_and(|it| !it.to_string().is_empty()),
                "{name}"
            );
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string);
                assert!(
                    help.is_some_and(|it| !it.is_empty()),
                    "{name} {}",
                    arg.get_id()
                );
            }
            command
                .get_subcommands()
                .filter(|it| it.get_name() != "help")
                .for_each(check);
        }
        check(&german(crate::command::Command::command()));
    }

    #[test]
    fn mistakes_are_told_in_german() {
        let said = |line: &str| {
            let mut command = german(crate::command::Command::command());
            let words = line.split_whitespace();
            mistake(&command.try_get_matches_from_mut(words).unwrap_err())
        };
        let cases = [
            ("kreis serv", "Den Befehl „serv“ gibt es nicht."),
            (
                "kreis serve --fast",
                "Die Angabe „--fast“ gibt es hier nicht.",
            ),
            ("kreis sign-in", "Es fehlt noch: <ADDRESS>"),
            ("kreis demo --on", "Zur Angabe „--on <ON>“ fehlt der Wert."),
            (
                "kreis demo --on morgen",
                "„morgen“ lässt sich für „--on <ON>“ nicht verwenden.",
            ),
            (
                "kreis --lang de --lang de migrate",
                "Die Angabe „--lang <LANG>“ steht mehr als einmal da.",
            ),
        ];
        for (line, words) in cases {
            let told = said(line).unwrap();
            assert!(told.starts_with(words), "{line}: {told}");
        }
        assert_eq!(said("kreis --help"), None);
        assert_eq!(said("kreis"), None);
    }

    #[test]
    fn german_help_says_nothing_in_english() {
        let mut all = Vec::new();
        pages(&mut german(crate::command::Command::command()), &mut all);
        let said = all.join("\n");

        assert!(said.contains("Aufruf: kreis"));
        assert!(said.contains("Befehle:"));
        for (_, words) in GERMAN {
            assert!(said.contains(words), "{words}");
        }
        for english in [
            "Usage:",
            "Options:",
            "Commands:",
            "Arguments:",
            "Print ",
            " the ",
        ] {
            assert!(!said.contains(english), "{english} in {said}");
        }
    }
}
