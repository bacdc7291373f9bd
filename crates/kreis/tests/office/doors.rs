//! Every door of the house, tried by somebody of each role.

use base::access::Role as Given;
use shell::Method;
use trial::{Seen, Trial, Visitor, form, story};

use crate::access_table::{Door, ROLES, Row, table};
use crate::at_work::at_work;
use crate::samples::{Samples, filled, furnish};

pub fn door_of(seen: &Seen) -> Option<Door> {
    match seen.status {
        303 if seen.location().contains("/anmelden?") || seen.location().ends_with("/anmelden") => {
            Some(Door::SignIn)
        }
        403 => Some(Door::Forbidden),
        404 => Some(Door::Hidden),
        500.. => None,
        _ => Some(Door::Open),
    }
}

async fn visitor(trial: &Trial, role: &str) -> Visitor {
    use kreis::demo::{Role, contents};
    let address = match role {
        "nobody" => return trial.nobody.clone(),
        "stranger" => contents::STRANGER,
        "member" => Role::Member.mail(),
        "leader" => Role::Leader.mail(),
        "office" => Role::Office.mail(),
        "protection" => Role::Protection.mail(),
        "operator" => Role::Operator.mail(),
        given => &address_of(given),
    };
    trial.signed_in_as(address).await
}

fn address_of(role: &str) -> String {
    format!("{role}@rollen.example")
}

/// The roles that an office gives for a term, by the words of the table.
const GIVEN: [(&str, Given); 5] = [
    ("editor", Given::Editor),
    ("assistance", Given::AssistanceContact),
    ("jury", Given::Jury),
    ("auditor", Given::Auditor),
    ("partner", Given::Partner),
];

/// Somebody of each of these roles, in all of `weimar` and nothing else.
async fn cast(trial: &Trial) {
    let give = |conn: &mut store::Conn<'_>, moment: &mut base::Moment| {
        let (network, who) = at_work(conn, "weimar")?;
        for (word, role) in GIVEN {
            let person = register::actions::PersonInput {
                name: format!("Probe {word}"),
                mail: address_of(word),
                ..register::actions::PersonInput::default()
            };
            let person = register::actions::add_person(conn, moment, &who, network.id, &person)?;
            let giving = register::roles::Giving {
                role,
                place: register::roles::Place::Network,
                term: register::Term::default(),
            };
            let about = (network.id, person);
            register::roles::give_role_to(conn, moment, &who, about, &giving)?;
        }
        Ok(())
    };
    trial.write(give).await.unwrap();
}

/// Says enough that a record is looked for before a form is refused.
pub fn something() -> Vec<(String, String)> {
    form![
        ("state", "done"),
        ("until", "2017-12-20"),
        ("due", "2018-01-01"),
        ("meaning", "text"),
        ("reply", "yes"),
        ("public", "Probe"),
    ]
}

pub async fn knock(
    trial: &Trial,
    role: &str,
    (row, samples): (&Row, &Samples),
    typed: Vec<(String, String)>,
) -> Seen {
    let path = filled(row.sample, samples);
    // Some doors end the session; every knock has one of its own.
    let visitor = visitor(trial, role).await;
    match row.method {
        Method::Get => visitor.get(&path).await,
        Method::Post => visitor.post(&path, typed).await,
    }
}

/// Reading first, then changing, last what takes away what others are asked about.
pub fn in_order() -> Vec<Row> {
    let mut rows = table();
    let takes_away = [
        "entfernung",
        "loeschung",
        "verwerfen",
        "absage",
        "gast",
        "abschluss",
        "ende",
    ];
    rows.sort_by_key(|row| {
        let late = takes_away.iter().any(|word| row.address.contains(word));
        (row.method == Method::Post, late)
    });
    rows
}

async fn walk(trial: &Trial, column: usize) {
    let samples = furnish(trial, "weimar").await;
    cast(trial).await;
    knock_everywhere(trial, ROLES[column], &samples, (column, in_order())).await;
}

/// A paper of a sample network that does not say so.
fn hides_its_samples(row: &Row, seen: &Seen) -> bool {
    row.sample.contains(".pdf")
        && seen.header("content-type") == "application/pdf"
        && !seen.pdf_words().contains("Beispieldaten")
}

/// Every door answers as the table's column says, and every paper behind one says what it is.
async fn knock_everywhere(
    trial: &Trial,
    role: &str,
    samples: &Samples,
    (column, rows): (usize, Vec<Row>),
) {
    let mut wrong = Vec::new();
    for row in rows {
        let seen = knock(trial, role, (&row, samples), form![]).await;
        if door_of(&seen) != Some(row.doors[column]) {
            wrong.push(format!(
                "{:?} {} as {role}: {} {} in place of {:?}",
                row.method,
                filled(row.sample, samples),
                seen.status,
                seen.location(),
                row.doors[column]
            ));
        }
        if hides_its_samples(&row, &seen) {
            wrong.push(format!("{} hides its samples", filled(row.sample, samples)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

story!(every_door_keeps_its_word_to_nobody, |trial| async {
    walk(trial, 0).await;
});
story!(every_door_keeps_its_word_to_another_office, |trial| async {
    walk(trial, 1).await;
});
story!(every_door_keeps_its_word_to_a_member, |trial| async {
    walk(trial, 2).await;
});
story!(every_door_keeps_its_word_to_a_leader, |trial| async {
    walk(trial, 3).await;
});
story!(every_door_keeps_its_word_to_the_office, |trial| async {
    walk(trial, 4).await;
});
story!(every_door_keeps_its_word_to_the_operator, |trial| async {
    walk(trial, 5).await;
});
story!(
    every_door_keeps_its_word_to_data_protection,
    |trial| async {
        walk(trial, 6).await;
    }
);

story!(every_door_keeps_its_word_to_an_editor, |trial| async {
    walk(trial, 7).await;
});
story!(
    every_door_keeps_its_word_to_who_helps_with_assistance,
    |trial| async {
        walk(trial, 8).await;
    }
);
story!(every_door_keeps_its_word_to_a_jury, |trial| async {
    walk(trial, 9).await;
});
story!(every_door_keeps_its_word_to_an_auditor, |trial| async {
    walk(trial, 10).await;
});
story!(every_door_keeps_its_word_to_a_partner, |trial| async {
    walk(trial, 11).await;
});

/// Whoever audits reads: what changes a network is shut, whatever the table says elsewhere.
#[test]
fn no_door_that_changes_a_network_is_open_to_an_auditor() {
    // One's own answer and registration, and which columns one's own lists show.
    let own = [
        "/einladung/antwort",
        "/termine/{slug}/anmeldung",
        "/reihen/{series}/anmeldung",
        "/ausgabe",
        "/listen/ausgabe/{list}",
    ];
    let rows = table().into_iter();
    let open = rows
        .filter(|row| row.method == Method::Post && row.address.starts_with("/{network}"))
        .filter(|row| row.doors[10] == Door::Open)
        .filter(|row| !own.iter().any(|end| row.address.ends_with(end)))
        .map(|row| row.address);
    assert_eq!(open.collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Whatever somebody may do in one network, another network's own addresses know them as nobody's.
async fn walk_elsewhere(trial: &Trial, role: &str) {
    let samples = furnish(trial, "celle").await;
    cast(trial).await;
    let mut rows = in_order();
    rows.retain(|row| row.address.starts_with("/{network}"));
    knock_everywhere(trial, role, &samples, (1, rows)).await;
}

story!(
    every_door_of_a_network_is_shut_to_anothers_member,
    |trial| async {
        walk_elsewhere(trial, "member").await;
    }
);
story!(
    every_door_of_a_network_is_shut_to_anothers_leader,
    |trial| async {
        walk_elsewhere(trial, "leader").await;
    }
);

story!(
    every_door_of_a_network_is_shut_to_anothers_data_protection,
    |trial| async {
        walk_elsewhere(trial, "protection").await;
    }
);
story!(
    every_door_of_a_network_is_shut_to_anothers_editor,
    |trial| async {
        walk_elsewhere(trial, "editor").await;
    }
);
story!(
    every_door_of_a_network_is_shut_to_anothers_auditor,
    |trial| async {
        walk_elsewhere(trial, "auditor").await;
    }
);
