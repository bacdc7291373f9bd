//! The list of gatherings: short years whole, long ones month by month.

use base::access::Actor;
use gatherings::{GatheringInput, LocalInput};
use jiff::civil::{date, time};
use trial::{Trial, form, story};

use super::{announced, but, facts, weimar};

/// A gathering on each of the first days of the months, announced or a draft.
async fn planned_daily(trial: &Trial, (year, months): (i16, &[i8]), days: i8, is_announced: bool) {
    let network = weimar(trial).await;
    let months = months.to_vec();
    let who = Actor {
        offices: vec![network],
        ..Actor::default()
    };
    trial
        .write(move |conn, moment| {
            for (month, day) in months
                .iter()
                .flat_map(|month| (1..=days).map(move |day| (*month, day)))
            {
                let day = date(year, month, day);
                let when =
                    LocalInput::on(day, time(9, 0, 0, 0), time(10, 0, 0, 0), "Europe/Berlin");
                let title = format!("Sitzung am {day}");
                let input = GatheringInput::new(&title, when.resolved().unwrap());
                let id = gatherings::plan_gathering(conn, moment, &who, network, &input)?;
                if is_announced {
                    gatherings::announce(conn, moment, &who, id)?;
                }
            }
            Ok(())
        })
        .await
        .unwrap();
}

story!(a_year_of_few_gatherings_is_one_page, |trial| async {
    planned_daily(trial, (2012, &[2, 3]), 25, true).await;

    let page = trial.nobody.get("/weimar/termine?jahr=2012").await;

    assert!(page.has("Sitzung am 2012-02-01"));
    assert!(page.has("Sitzung am 2012-03-25"));
    assert!(!page.html().contains("monat="));
});

story!(
    a_year_of_many_gatherings_is_read_month_by_month,
    |trial| async {
        planned_daily(trial, (2012, &[2, 3, 12]), 17, true).await;

        let year = trial.nobody.get("/weimar/termine?jahr=2012").await;
        assert!(year.has("Februar 17"), "{}", year.main_text());
        assert!(
            year.has("Sitzung am 2012-12-17"),
            "opens at what is nearest"
        );
        assert!(!year.has("Sitzung am 2012-03-01"));

        let march = trial.nobody.get("/weimar/termine?jahr=2012&monat=3").await;
        assert!(march.html().contains("<title>Termine im März 2012"));
        assert!(march.has("Sitzung am 2012-03-01"));
        assert!(march.has("Sitzung am 2012-03-17"));
        assert!(!march.has("Sitzung am 2012-02-17"));
        assert_eq!(
            march.link("Februar 2012"),
            "/weimar/termine?jahr=2012&monat=2"
        );
        assert_eq!(
            march.link("Dezember 2012"),
            "/weimar/termine?jahr=2012&monat=12"
        );

        let empty = trial.nobody.get("/weimar/termine?jahr=2012&monat=5").await;
        assert_eq!(empty.status, 200);
        assert!(empty.has("Noch keine Termine"));
        let odd = trial.nobody.get("/weimar/termine?jahr=2012&monat=13").await;
        assert!(odd.has("Sitzung am 2012-12-17"));
    }
);

story!(
    the_present_of_many_gatherings_opens_at_this_month,
    |trial| async {
        planned_daily(trial, (2017, &[11, 12]), 26, true).await;

        let page = trial.nobody.get("/weimar/termine").await;

        assert!(page.has("Sitzung am 2017-11-26"));
        assert!(!page.has("Sitzung am 2017-12-01"));
        assert_eq!(page.html().matches("kreis-gathering--next").count(), 1);
        let later = trial.nobody.get("/weimar/termine?jahr=2017&monat=12").await;
        assert!(later.has("Sitzung am 2017-12-01"));
        assert!(!later.html().contains("kreis-gathering--next"));
    }
);

story!(months_count_what_one_may_read_alone, |trial| async {
    planned_daily(trial, (2012, &[2, 3]), 26, true).await;
    planned_daily(trial, (2012, &[3, 4]), 2, false).await;

    let march = "/weimar/termine?jahr=2012&monat=3";

    assert!(trial.office.get(march).await.has("März 28"));
    assert!(trial.office.get(march).await.has("April 2"));
    for visitor in [
        &trial.nobody,
        &trial.member,
        &trial.operator,
        &trial.stranger,
    ] {
        let page = visitor.get(march).await;
        assert!(page.has("März 26"), "{}", page.main_text());
        assert!(!page.has("April"));
    }
});

story!(neighbouring_months_lie_in_other_years_too, |trial| async {
    planned_daily(trial, (2012, &[11]), 2, true).await;
    planned_daily(trial, (2013, &[3, 5]), 26, true).await;
    planned_daily(trial, (2014, &[2]), 1, true).await;

    let march = trial.nobody.get("/weimar/termine?jahr=2013&monat=3").await;
    let may = trial.nobody.get("/weimar/termine?jahr=2013&monat=5").await;

    assert_eq!(
        march.link("November 2012"),
        "/weimar/termine?jahr=2012&monat=11"
    );
    assert_eq!(
        may.link("Februar 2014"),
        "/weimar/termine?jahr=2014&monat=2"
    );
});

/// What the public calendar says of a gathering: its lines from BEGIN to END.
async fn in_calendar(trial: &Trial, feed: &str, title: &str) -> Option<String> {
    let text = trial.nobody.get(feed).await.html().replace("\r\n ", "");
    let events = text.split("BEGIN:VEVENT").skip(1);
    let mut found = events.filter(|it| it.contains(&format!("SUMMARY:{title}\r\n")));
    let event = found.next().map(str::to_owned);
    assert_eq!(found.next(), None, "{title} stands there twice");
    event
}

/// The office changes a gathering; its address from then on.
async fn edited(trial: &Trial, path: &str, fields: Vec<(String, String)>) -> String {
    let answer = trial
        .office
        .post(&format!("{path}/bearbeiten"), fields)
        .await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    let (path, _) = answer.location().split_once('?').unwrap();
    path.to_owned()
}

story!(
    the_public_calendar_follows_every_change_of_one_moment,
    |trial| async {
        const FEED: &str = "/weimar/termine.ics";
        let mut path = announced(trial, facts("Erste Sitzung", "2018-02-01")).await;
        announced(trial, facts("Andere Sitzung", "2018-02-02")).await;
        let other = in_calendar(trial, FEED, "Andere Sitzung").await.unwrap();
        for title in ["Zweite Sitzung", "Dritte Sitzung"] {
            let fields = but(facts(title, "2018-02-01"), "tags", "Arbeit, Schule");
            path = edited(trial, &path, fields).await;
            let event = in_calendar(trial, FEED, title).await.unwrap();
            assert!(event.contains("CATEGORIES:Arbeit,Schule"), "{event}");
            assert!(event.contains(&format!("{path}\r\n")), "{event}");
        }
        assert_eq!(in_calendar(trial, FEED, "Erste Sitzung").await, None);
        let english = in_calendar(trial, "/en/weimar/termine.ics", "Dritte Sitzung").await;
        assert!(english.unwrap().contains("/en/weimar/termine/"));

        trial.office.post(&format!("{path}/absage"), form![]).await;
        let event = in_calendar(trial, FEED, "Dritte Sitzung").await.unwrap();
        assert!(event.contains("STATUS:CANCELLED"), "{event}");
        let fields = but(facts("Dritte Sitzung", "2018-02-01"), "audience", "members");
        edited(trial, &path, fields).await;
        assert_eq!(in_calendar(trial, FEED, "Dritte Sitzung").await, None);
        let unchanged = in_calendar(trial, FEED, "Andere Sitzung").await;
        assert_eq!(unchanged, Some(other));
    }
);
