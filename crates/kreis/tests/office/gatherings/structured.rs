//! What a gathering's page says to search engines.

use trial::{Seen, Trial, form, story};

use super::{announced, at, but, facts, invited, planned};

/// The JSON-LD inside a page, where there is some.
fn structured(page: &Seen) -> Option<String> {
    let html = page.html();
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">")?;
    rest.split_once("</script>")
        .map(|(json, _)| json.to_owned())
}

async fn seen_by_all(trial: &Trial, path: &str) -> Option<String> {
    structured(&trial.nobody.get(path).await)
}

story!(
    a_public_gathering_says_its_facts_with_their_offset,
    |trial| async {
        let fields = but(facts("Sitzung", "2017-12-05"), "venue_street", "Markt 1");
        let path = announced(trial, fields).await;

        let json = seen_by_all(trial, &path).await.unwrap();

        for part in [
            "\"@type\":\"Event\"",
            "\"name\":\"Sitzung\"",
            "\"startDate\":\"2017-12-05T14:00:00+01:00\"",
            "\"endDate\":\"2017-12-05T16:30:00+01:00\"",
            "schema.org/EventScheduled\"",
            "schema.org/OfflineEventAttendanceMode\"",
            "\"addressLocality\":\"Weimar\"",
            "\"streetAddress\":\"Markt 1\"",
            &format!("{path}\""),
        ] {
            assert!(json.contains(part), "{part} in {json}");
        }
        let summer = announced(trial, facts("Sommerfest", "2018-06-05")).await;
        let json = seen_by_all(trial, &summer).await.unwrap();
        assert!(json.contains("2018-06-05T14:00:00+02:00"), "{json}");
    }
);

story!(
    what_is_not_for_everybody_says_nothing_to_search_engines,
    |trial| async {
        let members = but(facts("Intern", "2017-12-05"), "audience", "members");
        let path = announced(trial, members).await;
        let page = trial.office.get(&path).await;
        assert_eq!(page.status, 200);
        assert_eq!(structured(&page), None);

        let draft = planned(trial, facts("Entwurf", "2017-12-06")).await;
        assert_eq!(structured(&trial.office.get(&draft).await), None);
    }
);

story!(the_online_link_is_not_among_the_facts, |trial| async {
    let link = "https://treffen.example.org/geheim";
    let path = announced(
        trial,
        but(facts("Digital", "2017-12-05"), "online_url", link),
    )
    .await;

    let json = structured(&trial.office.get(&path).await).unwrap();

    assert!(!json.contains("geheim"), "{json}");
    assert!(json.contains("MixedEventAttendanceMode"), "{json}");
});

story!(
    a_moved_gathering_says_when_it_was_and_a_cancelled_one_that_it_is,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2017-12-05")).await;
        let id = at(trial, &path).await.id;
        invited(trial, id, None).await;
        let later = but(facts("Sitzung", "2017-12-12"), "inform", "tell");
        let moved = trial
            .office
            .post(&format!("{path}/bearbeiten"), later)
            .await;
        assert_eq!(moved.status, 303, "{}", moved.main_text());
        let location = moved.location();
        let path = location.split('?').next().unwrap().to_owned();

        let json = seen_by_all(trial, &path).await.unwrap();
        assert!(json.contains("schema.org/EventRescheduled\""), "{json}");
        let before = "\"previousStartDate\":\"2017-12-05T14:00:00+01:00\"";
        assert!(json.contains(before), "{json}");
        assert!(json.contains("\"startDate\":\"2017-12-12T14:00"), "{json}");

        let fields = form![("reason", "Krank"), ("inform", "tell")];
        trial.office.post(&format!("{path}/absage"), fields).await;
        let json = seen_by_all(trial, &path).await.unwrap();
        assert!(json.contains("schema.org/EventCancelled\""), "{json}");
    }
);

story!(a_title_that_would_end_the_block_stays_text, |trial| async {
    let title = "</script><script>alert(1)</script>";
    let path = announced(trial, facts(title, "2017-12-05")).await;

    let page = trial.nobody.get(&path).await;

    let json = structured(&page).unwrap();
    assert!(json.contains("\\u003c/script\\u003e"), "{json}");
    assert!(json.ends_with('}'), "{json}");
    assert!(!page.html().contains("<script>"));
});
