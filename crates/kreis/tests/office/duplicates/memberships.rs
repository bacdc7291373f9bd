//! What stands on memberships that become one is asked, and no organisation gets two votes.

use base::access::Actor;
use base::{Halt, OrganisationId};
use register::actions::{
    FunctionInput, MembershipInput, OrganisationInput, PersonInput, add_function, add_membership,
    add_organisation, add_person,
};
use register::fields::{self, Of, RecordKind};
use register::{MembershipKind, Term};
use trial::{Trial, form, story};
use uuid::Uuid;

/// A text field on memberships; its id.
async fn field(trial: &Trial) -> Uuid {
    let fields = form![
        ("record_kind", "membership"),
        ("value_kind", "text"),
        ("label", "Beitragsgruppe"),
        ("seen", "internal")
    ];
    let page = trial
        .office
        .post_on("/weimar/einstellungen/feld-anlegen", fields)
        .await;
    let edit = page.link("Bearbeiten: Beitragsgruppe");
    edit.rsplit('/').next().unwrap().parse().unwrap()
}

/// A member with what stands on its membership, and somebody who gives its vote.
async fn member(
    trial: &Trial,
    name: &'static str,
    (field, says): (Uuid, &'static str),
) -> OrganisationId {
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
            let who = Actor::default();
            let input = OrganisationInput {
                name: name.to_owned(),
                ..OrganisationInput::default()
            };
            let organisation = add_organisation(conn, moment, &who, network.id, &input)?;
            let input = MembershipInput {
                organisation,
                kind: MembershipKind::Member,
                term: Term::default(),
            };
            let membership = add_membership(conn, moment, &who, network.id, &input)?;
            let of = Of {
                kind: RecordKind::Membership,
                id: membership.into(),
            };
            let values = [(field.into(), says.to_owned())].into_iter().collect();
            fields::save(conn, moment, &who, (network.id, of), &values)?;
            let input = PersonInput {
                name: format!("Leitung {name}"),
                ..PersonInput::default()
            };
            let person = add_person(conn, moment, &who, network.id, &input)?;
            let input = FunctionInput {
                person,
                organisation,
                title: "Leitung".to_owned(),
                contact: true,
                voting: true,
                term: Term::default(),
            };
            add_function(conn, moment, &who, network.id, &input)?;
            Ok(organisation)
        })
        .await
        .unwrap()
}

/// All contents of fields on memberships, and how many give the vote at an organisation.
async fn held(trial: &Trial, at: OrganisationId) -> (Vec<String>, i64) {
    trial
        .read(move |conn| {
            let contents = conn.all(
                "SELECT content FROM custom_value WHERE membership_id IS NOT NULL ORDER BY content",
                &[],
                store::Row::take,
            )?;
            let votes = conn.count(
                "SELECT COUNT(*) FROM person_function WHERE organisation_id = $1 AND voting = TRUE",
                store::params![at],
            )?;
            Ok((contents, votes))
        })
        .await
}

story!(
    what_stands_on_memberships_is_asked_and_comes_back,
    |trial| async {
        let field = field(trial).await;
        let one = member(trial, "Haus Sieben", (field, "halb")).await;
        let two = member(trial, "Sieben-Haus", (field, "voll")).await;
        let pair = format!("/weimar/dubletten/organisationen/{one}/{two}");

        let page = trial.office.get(&pair).await;
        for words in ["Beitragsgruppe (Mitgliedschaft)", "halb", "voll"] {
            assert!(page.has(words), "{words}: {}", page.main_text());
        }
        let html = page.html();
        let name = html
            .split("name=\"own-")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .map(|rest| format!("own-{rest}"))
            .unwrap();
        let preview = |pick: &str| format!("{pair}/vorschau?stay=one&name=one&{name}={pick}");
        let seen = trial.office.get(&preview("other")).await;
        assert!(seen.has("entfällt: halb"), "{}", seen.main_text());
        assert!(seen.has("1 Stimmrecht"), "{}", seen.main_text());
        let seen = trial.office.get(&preview("both")).await;
        assert!(seen.has("halb; voll"), "{}", seen.main_text());

        let act = format!("{pair}/zusammenfuehrung");
        for (pick, becomes) in [("other", "voll"), ("one", "halb"), ("both", "halb; voll")] {
            let fields = form![("stay", "one"), ("name", "one"), (name.as_str(), pick)];
            let done = trial.office.post_on(&act, fields).await;
            assert!(done.has("zusammengeführt"), "{}", done.main_text());
            assert_eq!(held(trial, one).await, (vec![becomes.to_owned()], 1));
            let undo = done
                .actions()
                .into_iter()
                .find(|it| it.ends_with("/ruecknahme"));
            let undone = trial.office.post_on(&undo.unwrap(), form![]).await;
            assert!(undone.has("wieder da"), "{}", undone.main_text());
            let both = vec!["halb".to_owned(), "voll".to_owned()];
            assert_eq!(held(trial, two).await, (both, 1));
        }
    }
);
