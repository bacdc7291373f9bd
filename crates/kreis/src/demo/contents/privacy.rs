//! Data protection in the sample network: who watches, two versions of the notice, a rule, and a
//! member's request.

use base::access::Actor;
use base::{Halt, Lang, Moment, NetworkId};
use jiff::civil::{Date, date};
use privacy::Kind;
use register::Term;
use register::actions::{FunctionInput, PersonInput};
use store::Conn;

/// The network that it happens in.
pub(super) const WHERE: &str = "weimar";

/// What happens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Somebody begins to watch, and the first notice is out.
    Begin,
    /// The second notice is out.
    Renew,
    /// A member asks, and a rule finds something.
    Ask,
}

/// When.
pub(super) const STEPS: [(Date, Step); 3] = [
    (date(2016, 2, 1), Step::Begin),
    (date(2017, 10, 16), Step::Renew),
    (date(2017, 11, 17), Step::Ask),
];

const FIRST: &str = "\
Wir speichern Namen, Funktion und dienstliche Adresse der Ansprechpersonen unserer \
Mitgliedsorganisationen, damit wir einladen und Protokolle verschicken können.

Fragen beantwortet die Geschäftsstelle.";

const SECOND: &str = "\
Wir speichern Namen, Funktion und dienstliche Adresse der Ansprechpersonen unserer \
Mitgliedsorganisationen, damit wir einladen und Protokolle verschicken können. Dazu kommen:

- Einladungen und Antworten, die wir nach Ablauf ihrer Frist löschen,
- Teilnahme und Aufgaben, die in genehmigten Protokollen bleiben.

Auf Teilnahmelisten für alle steht nur, wer einverstanden ist.

Fragen beantwortet unsere Stelle für Datenschutz: datenschutz@kreisgruppe-weimar.example.";

/// Lets it happen.
pub(super) fn perform(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    step: Step,
) -> Result<(), Halt> {
    match step {
        Step::Begin => {
            let input = PersonInput {
                name: "Datenschutz Kreisgruppe".to_owned(),
                mail: super::PROTECTION.to_owned(),
                lang: Lang::De,
                ..PersonInput::default()
            };
            let person = register::actions::add_person(conn, moment, who, network, &input)?;
            register::actions::create_account(conn, moment, who, network, person)?;
            let about = (network, person);
            register::actions::set_protection(conn, moment, who, about, true)?;
            former(conn, moment, (who, network))?;
            publish(conn, moment, (who, network), FIRST)
        }
        Step::Renew => {
            publish(conn, moment, (who, network), SECOND)?;
            agree(conn, moment, network)
        }
        Step::Ask => {
            let account = register::account_by_mail(conn, super::MEMBER)?.ok_or(Halt::Missing)?;
            for person in register::people_behind(conn, account.id)? {
                let whom = register::whom(conn, person)?.ok_or(Halt::Missing)?;
                let member = Actor {
                    account: Some(account.id),
                    person: Some(person),
                    name: whom.name.clone(),
                    ..Actor::default()
                };
                let words = "Meine Telefonnummer fehlt im Verzeichnis: 03643 555-0126.".to_owned();
                privacy::ask(conn, moment, &member, &whom, (Kind::Correction, words))?;
            }
            let terms = [
                ("register-former", Some(12)),
                ("invitations-past", Some(24)),
            ];
            let retained = register::room().retained;
            privacy::set_terms(conn, moment, (who, network), retained, &terms)
        }
    }
}

/// Every other one of those who may be invited agrees to stand on lists of participants; the
/// member whose account is shown has not said anything yet.
fn agree(conn: &mut Conn<'_>, moment: &mut Moment, network: NetworkId) -> Result<(), Halt> {
    let mut people = register::people_of(conn, network)?;
    people.retain(|it| it.person.mail != super::MEMBER);
    for it in people.iter().step_by(2) {
        let who = Actor {
            person: Some(it.person.id),
            name: it.person.name.clone(),
            ..Actor::default()
        };
        let about = (it.person.id, shell::PARTICIPANT_LIST);
        privacy::accept(conn, moment, &who, about, true)?;
    }
    Ok(())
}

/// Somebody who has left long ago, for the rule to find.
fn former(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
) -> Result<(), Halt> {
    let organisations = register::organisations_of(conn, network)?;
    let at = organisations
        .into_iter()
        .find(|it| it.short_name == "Wegzeichen")
        .ok_or(Halt::Missing)?;
    let input = PersonInput {
        name: "Ehemaliger Vorsitz".to_owned(),
        lang: Lang::De,
        ..PersonInput::default()
    };
    let person = register::actions::add_person(conn, moment, who, network, &input)?;
    let function = FunctionInput {
        person,
        organisation: at.id,
        title: "Leitung".to_owned(),
        contact: false,
        voting: false,
        term: Term {
            from: Some(date(2015, 3, 1)),
            until: Some(date(2016, 1, 31)),
        },
    };
    register::actions::add_function(conn, moment, who, network, &function).map(drop)
}

fn publish(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    by: (&Actor, NetworkId),
    text: &str,
) -> Result<(), Halt> {
    privacy::publish_notice(conn, moment, by, text.to_owned()).map(drop)
}
