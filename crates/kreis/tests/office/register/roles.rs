//! Roles: given, bound, ended, taken; the page that says who may do what; what a door says to
//! who lacks a right.

use base::PersonId;
use base::access::{Holder, Right, Role, deeds_of, roles_with};
use trial::{Seen, Trial, Visitor, form, story};

use crate::at_work::at_work;

const MAIL: &str = "stadtarchiv@weimar.example";

/// A new person of `weimar` without any role: the address of the record.
async fn newcomer(trial: &Trial) -> String {
    let fields = form![
        ("name", "Leitung Stadtarchiv"),
        ("address_form", "neutral"),
        ("mail", MAIL),
        ("lang", "de")
    ];
    let answer = trial.office.post("/weimar/person-anlegen", fields).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    let path = answer.location().split('?').next().unwrap();
    path.to_owned()
}

async fn give(trial: &Trial, role: &str, place: &str, until: &str) -> Seen {
    let fields = form![
        ("who", MAIL),
        ("role", role),
        ("place", place),
        ("from", ""),
        ("until", until)
    ];
    trial.office.post_on("/weimar/rolle-vergeben", fields).await
}

async fn given(trial: &Trial, role: &str, place: &str) -> Visitor {
    newcomer(trial).await;
    let page = give(trial, role, place, "").await;
    assert!(page.has("Die Rolle ist vergeben."), "{}", page.main_text());
    trial.signed_in_as(MAIL).await
}

/// The word of the first choice with these words.
async fn place(trial: &Trial, label: &str) -> String {
    let page = trial.office.get("/weimar/rolle-vergeben").await;
    page.option(label)
        .unwrap_or_else(|| panic!("no choice {label}"))
}

story!(
    a_role_begins_with_an_account_and_ends_with_its_term,
    |trial| async {
        let path = newcomer(trial).await;
        let page = give(trial, "editor", "", "2017-11-30").await;
        assert!(page.has("Leitung Stadtarchiv"), "{}", page.main_text());
        let editor = trial.signed_in_as(MAIL).await;
        let written = form![("title", "Das Archiv öffnet"), ("audience", "public")];
        let draft = editor.post("/weimar/meldung-schreiben", written).await;
        assert_eq!(draft.status, 303, "{}", draft.main_text());
        let post = draft.location().split('?').next().unwrap().to_owned();
        assert_eq!(editor.get(&post).await.status, 200);
        assert_eq!(trial.member.get(&post).await.status, 404);
        assert_eq!(editor.get("/weimar/einstellungen").await.status, 403);
        assert_eq!(editor.get("/weimar/intern").await.status, 200);
        let page = trial.office.get(&path).await;
        assert!(
            page.has("Rolle vergeben: Rolle „Redaktion“"),
            "{}",
            page.main_text()
        );

        trial.move_to_local("2017-11-30T23:00").await;
        assert_eq!(editor.get("/weimar/meldung-schreiben").await.status, 200);
        trial.move_to_local("2017-12-01T00:10").await;
        assert_eq!(editor.get("/weimar/meldung-schreiben").await.status, 404);
        let page = trial.office.get("/weimar/rollen").await;
        assert!(page.has("bis 30.11.2017"), "{}", page.main_text());
    }
);

story!(a_new_term_takes_the_place_of_the_old_one, |trial| async {
    newcomer(trial).await;
    give(trial, "auditor", "", "2017-11-30").await;
    let page = give(trial, "auditor", "", "2017-12-31").await;
    assert!(page.has("bis 31.12.2017"), "{}", page.main_text());
    assert!(!page.has("bis 30.11.2017"), "{}", page.main_text());
});

story!(an_editor_of_one_post_begins_no_other, |trial| async {
    let fields = form![("title", "Ein Beitrag zu zweit"), ("audience", "public")];
    let draft = trial.office.post("/weimar/meldung-schreiben", fields).await;
    let post = draft.location().split('?').next().unwrap().to_owned();
    let fields = form![("title", "Ein anderer Beitrag"), ("audience", "public")];
    let other = trial.office.post("/weimar/meldung-schreiben", fields).await;
    let other = other.location().split('?').next().unwrap().to_owned();
    let bound = place(trial, "Ein Beitrag zu zweit").await;
    let editor = given(trial, "editor", &bound).await;

    assert_eq!(editor.get(&post).await.status, 200);
    assert_eq!(editor.get(&format!("{post}/bearbeiten")).await.status, 200);
    assert_eq!(editor.get(&other).await.status, 404);
    assert_eq!(editor.get(&format!("{other}/bearbeiten")).await.status, 404);
    for page in [
        "/weimar/meldung-schreiben",
        "/weimar/seitentexte",
        "/weimar/personen",
    ] {
        assert_eq!(editor.get(page).await.status, 403, "{page}");
    }
    let list = editor.get("/weimar/meldungen").await;
    assert!(list.has("Ein Beitrag zu zweit") && !list.has("Ein anderer Beitrag"));
    assert!(!list.has("Meldung schreiben"), "{}", list.main_text());
});

story!(
    a_partner_of_a_group_reads_at_its_table_alone,
    |trial| async {
        let kreisgruppe = place(trial, "Kreisgruppe").await;
        let partner = given(trial, "partner", &kreisgruppe).await;
        let group: base::GroupId = kreisgruppe.strip_prefix("group:").unwrap().parse().unwrap();
        let (own, others) = gatherings_for_the_invited(trial, group).await;

        assert_eq!(partner.get(&own).await.status, 200);
        assert_eq!(partner.get(&others).await.status, 404);
        for page in [
            "/weimar/personen",
            "/weimar/organisationen",
            "/weimar/themen",
            "/weimar/intern",
        ] {
            assert_eq!(partner.get(page).await.status, 403, "{page}");
        }
    }
);

/// A gathering of the group and one of nobody's, both for the invited.
async fn gatherings_for_the_invited(trial: &Trial, group: base::GroupId) -> (String, String) {
    use base::access::Audience;
    use gatherings::{GatheringInput, LocalInput};
    use jiff::civil::{date, time};

    let plan = move |conn: &mut store::Conn<'_>, moment: &mut base::Moment| {
        let (network, who) = at_work(conn, "weimar")?;
        let mut paths = Vec::new();
        for (title, group) in [("Am Tisch", Some(group)), ("Anderswo", None)] {
            let day = date(2018, 1, 10);
            let when = LocalInput::on(day, time(9, 0, 0, 0), time(11, 0, 0, 0), "Europe/Berlin");
            let input = GatheringInput {
                group,
                audience: Audience::Invited,
                ..GatheringInput::new(title, when.resolved().unwrap())
            };
            let id = gatherings::plan_gathering(conn, moment, &who, network.id, &input)?;
            gatherings::announce(conn, moment, &who, id)?;
            let it = gatherings::gathering(conn, id)?.ok_or(base::Halt::Missing)?;
            paths.push(gatherings::links::gathering("weimar", &it.slug));
        }
        Ok((paths.remove(0), paths.remove(0)))
    };
    trial.write(plan).await.unwrap()
}

story!(
    an_auditor_reads_all_that_is_out_and_the_journal,
    |trial| async {
        let auditor = given(trial, "auditor", "").await;
        let kreisgruppe = place(trial, "Kreisgruppe").await;
        let group: base::GroupId = kreisgruppe.strip_prefix("group:").unwrap().parse().unwrap();
        let (own, others) = gatherings_for_the_invited(trial, group).await;
        for page in [
            own.as_str(),
            &others,
            "/weimar/personen",
            "/weimar/journal",
            "/weimar/rollen",
        ] {
            assert_eq!(auditor.get(page).await.status, 200, "{page}");
        }
        let journal = auditor.get("/weimar/journal").await;
        assert!(journal.has("Rolle vergeben"), "{}", journal.main_text());
        assert!(
            journal.has("Leitung Stadtarchiv"),
            "{}",
            journal.main_text()
        );
        assert!(!journal.html().contains(MAIL));
        let roles = auditor.get("/weimar/rollen").await;
        assert!(!roles.has("Rolle entziehen") && !roles.has("Rolle vergeben"));
        assert_eq!(
            auditor
                .post("/weimar/themen", form![("title", "Ein Thema")])
                .await
                .status,
            403
        );
        assert_eq!(trial.member.get("/weimar/journal").await.status, 403);
    }
);

story!(the_journal_is_told_in_words, |trial| async {
    let mut verbs = trial
        .read(|conn| {
            conn.all(
                "SELECT DISTINCT verb FROM journal ORDER BY verb",
                &[],
                store::Row::take::<String>,
            )
        })
        .await;
    verbs.retain(|verb| {
        let key = format!("journal-{verb}");
        !base::Lang::ALL
            .iter()
            .all(|lang| trial.app.phrases.knows(*lang, &key))
    });
    assert_eq!(verbs, Vec::<String>::new(), "verbs without words");
});

story!(the_office_takes_a_role_back, |trial| async {
    let path = newcomer(trial).await;
    let page = give(trial, "partner", "", "").await;
    let href = taking(&page, "Partner");
    let ask = trial.office.get(&href).await;
    assert!(
        ask.has("Rolle „Partner“ von „Leitung Stadtarchiv“ entziehen?"),
        "{}",
        ask.main_text()
    );
    let page = trial.office.post_on(&href, form![]).await;
    assert!(page.has("Die Rolle ist entzogen."), "{}", page.main_text());
    let page = trial.office.get(&path).await;
    assert!(
        page.has("Rolle entzogen") && page.has("Ohne vergebene Rolle"),
        "{}",
        page.main_text()
    );
    assert_eq!(trial.office.get(&href).await.status, 404);
});

/// Where a role is taken from the newcomer.
fn taking(page: &Seen, role: &str) -> String {
    page.link(&format!("Rolle entziehen: {role}, Leitung Stadtarchiv"))
}

story!(closing_a_record_takes_its_roles, |trial| async {
    let path = newcomer(trial).await;
    give(trial, "partner", "", "").await;
    let page = trial
        .office
        .post_on(&format!("{path}/abschluss"), form![])
        .await;
    assert!(page.has("Rolle entzogen"), "{}", page.main_text());
    let left = trial
        .read(|conn| {
            let here =
                "SELECT COUNT(*) FROM role_assignment r JOIN network n ON n.id = r.network_id
                        WHERE n.slug = 'weimar'";
            conn.count(here, &[])
        })
        .await;
    assert_eq!(left, 0);
});

story!(
    a_role_that_does_not_fit_is_refused_with_everything_typed,
    |trial| async {
        newcomer(trial).await;
        let group = place(trial, "Kreisgruppe").await;
        for (role, place, until, fault) in [
            (
                "editor",
                group.as_str(),
                "",
                "Diese Rolle kann dafür nicht gelten.",
            ),
            ("auditor", "", "2017-11-19", "Dieser Tag ist schon vorbei."),
            (
                "operator",
                "",
                "",
                "Bitte wählen Sie einen der angebotenen Werte.",
            ),
            ("", "", "", "Bitte füllen Sie dieses Feld aus."),
        ] {
            let page = give(trial, role, place, until).await;
            assert_eq!(page.status, 422, "{role}");
            assert!(page.has(fault), "{role}: {}", page.main_text());
            assert_eq!(page.field("who").as_deref(), Some(MAIL));
        }
        for (who, fault) in [
            ("Niemand", "So heißt niemand"),
            ("integration@landkreis-celle.example", "So heißt niemand"),
        ] {
            let fields = form![("who", who), ("role", "partner"), ("place", "")];
            let page = trial.office.post("/weimar/rolle-vergeben", fields).await;
            assert!(page.has(fault), "{}", page.main_text());
        }
    }
);

story!(
    nobody_gives_themselves_what_they_do_not_have,
    |trial| async {
        let office = kreis::demo::Role::Office.mail();
        for role in ["jury", "assistance_contact", "data_protection"] {
            let fields = form![("who", office), ("role", role), ("place", "")];
            let page = trial.office.post("/weimar/rolle-vergeben", fields).await;
            assert_eq!(page.status, 422, "{role}: {}", page.main_text());
            assert!(page.has("Sich selbst gibt niemand"), "{}", page.main_text());
        }
        newcomer(trial).await;
        let page = give(trial, "jury", "", "").await;
        assert!(page.has("Die Rolle ist vergeben."), "{}", page.main_text());
        for visitor in [&trial.leader, &trial.protection, &trial.member] {
            let fields = form![("who", MAIL), ("role", "partner"), ("place", "")];
            let answer = visitor.post("/weimar/rolle-vergeben", fields).await;
            assert_eq!(answer.status, 403);
        }
    }
);

story!(the_last_office_stays, |trial| async {
    let office = office_of(trial).await;
    let href = format!("/weimar/rollen/office.{office}/ende");
    assert_eq!(trial.office.get(&href).await.status, 200);
    let page = trial.office.post(&href, form![]).await;
    assert_eq!(page.status, 422, "{}", page.main_text());
    assert_eq!(trial.office.get("/weimar/einstellungen").await.status, 200);
    newcomer(trial).await;
    give(trial, "office", "", "").await;
    let page = trial.office.post(&href, form![]).await;
    assert_eq!(page.status, 303, "{}", page.main_text());
    assert_eq!(trial.office.get("/weimar/einstellungen").await.status, 404);
});

async fn office_of(trial: &Trial) -> PersonId {
    trial
        .read(|conn| {
            let weimar = register::network_by_slug(conn, "weimar")?;
            let mail = kreis::demo::Role::Office.mail();
            let people = register::people_by_mail(conn, mail)?;
            let own = people
                .into_iter()
                .find(|it| Some(it.network) == weimar.as_ref().map(|it| it.id));
            Ok(own.map(|it| it.id))
        })
        .await
        .expect("the office is somebody")
}

story!(who_may_what_says_what_the_doors_say, |trial| async {
    for visitor in [&trial.office, &trial.protection] {
        let page = visitor.get("/weimar/rollen").await;
        assert_eq!(page.status, 200);
        for role in Role::ALL {
            let name = trial.app.phrases.say(base::Lang::De, role.key());
            let section = section(&page, role);
            assert!(section.contains(name), "{role:?}");
            for reach in role.reaches() {
                for deed in deeds_of(Holder::Role(role, *reach)) {
                    let is_common = matches!(deed.right, Right::ReadPublic | Right::OwnAccount);
                    let words = trial.app.phrases.say(base::Lang::De, deed.key);
                    assert_eq!(section.contains(words), !is_common, "{role:?}: {words}");
                }
            }
        }
        let office = section(&page, Role::Office);
        assert!(
            office.contains("Geschäftsstelle der Kreisgruppe")
                || office.contains("href=\"/weimar/personen/")
        );
    }
    assert_eq!(trial.member.get("/weimar/rollen").await.status, 403);
    let english = trial.office.get("/en/weimar/rollen").await;
    assert!(english.has("Who may do what"), "{}", english.main_text());
});

/// The part of the page that is about a role.
fn section(page: &Seen, role: Role) -> String {
    let html = page.html();
    let begin = format!("aria-labelledby=\"{}\"", role.key());
    let rest = html.split_once(&begin).expect("a section for each role").1;
    rest.split("</section>")
        .next()
        .unwrap_or_default()
        .to_owned()
}

story!(
    who_lacks_a_right_learns_which_who_has_it_and_whom_to_ask,
    |trial| async {
        let page = trial.member.get("/weimar/einstellungen").await;
        assert_eq!(page.status, 403);
        for words in [
            "Recht „Geschäftsstelle führen“",
            "Dieses Recht haben diese Rollen: Geschäftsstelle.",
            "geschaeftsstelle@kreisgruppe-weimar.example",
        ] {
            assert!(page.has(words), "{words}: {}", page.main_text());
        }
        let page = trial.member.get("/weimar/meldung-schreiben").await;
        assert!(
            page.has("diese Rollen: Geschäftsstelle, Redaktion."),
            "{}",
            page.main_text()
        );
        // The office has one of the roles with this right, and it is not the one that opens this.
        let page = trial.office.get("/weimar/meine-organisation").await;
        assert!(
            page.has("diese Rollen: Ansprechperson der Mitgliedsorganisation."),
            "{}",
            page.main_text()
        );
        let page = trial.office.get("/betrieb").await;
        assert_eq!(page.status, 403);
        assert!(
            page.has("diese Rolle: Betrieb.") && page.has("@"),
            "{}",
            page.main_text()
        );
        assert!(
            !page.has("kreisgruppe-weimar.example"),
            "{}",
            page.main_text()
        );
        assert_eq!(roles_with(Right::Operate), [Role::Operator]);
    }
);

story!(what_is_held_names_a_role_as_people_do, |trial| async {
    let person = newcomer(trial).await;
    let page = give(trial, "editor", "", "").await;
    assert!(page.has("Die Rolle ist vergeben."), "{}", page.main_text());

    let held = trial.office.get(&format!("{person}/daten")).await;

    assert!(
        held.has("Vergebene Rolle Redaktion"),
        "{}",
        held.main_text()
    );
});
