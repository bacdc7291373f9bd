//! How people write of when and what: a habit, and what it says.

use crate::read;

pub(super) fn told(name: &str, text: &str) -> Vec<String> {
    let drafts = read(name, text.as_bytes()).expect("text is read");
    let all = drafts.gatherings.iter();
    all.map(|it| {
        let start = it.start.map(|it| it.strftime(" %H:%M").to_string());
        let venue = it.venue.as_ref().map(|it| format!(" @ {}", it.value));
        format!(
            "{:?}{} {}{}",
            it.day,
            start.unwrap_or_default(),
            it.title,
            venue.unwrap_or_default()
        )
    })
    .collect()
}

pub(super) fn compare(table: &[(&str, &[&str])]) {
    for (text, said) in table {
        assert_eq!(told("seite.md", text), *said, "{text}");
    }
}

#[test]
fn several_gatherings_of_one_day_are_told_apart() {
    compare(&[
        (
            "# Termine\n\n* 9. Mai 2027: 9.30 Uhr Gottesdienst, 14 Uhr Sommerfest im Pfarrgarten\n\
             * 16. Mai 2027: 9.30 Uhr Gottesdienst\n",
            &[
                "Whole(2027-05-09) 09:30 Gottesdienst",
                "Whole(2027-05-09) 14:00 Sommerfest @ Pfarrgarten",
                "Whole(2027-05-16) 09:30 Gottesdienst",
            ],
        ),
        (
            "Am 9. Mai 2027 finden um 10 Uhr der Kinderbasar und um 15 Uhr das Frühjahrskonzert statt.",
            &[
                "Whole(2027-05-09) 10:00 Kinderbasar",
                "Whole(2027-05-09) 15:00 Frühjahrskonzert",
            ],
        ),
        (
            "Das Treffen der Angehörigen ist am 9. Mai 2027 um 16 Uhr im Lesesaal. Am selben Tag \
             lädt um 18 Uhr dort die Jugend zum Spieleabend ein.",
            &[
                "Whole(2027-05-09) 16:00 Treffen der Angehörigen @ Lesesaal",
                "Whole(2027-05-09) 18:00 Spieleabend @ Lesesaal",
            ],
        ),
        (
            "Am 9. Mai 2027 gibt es ein Netzwerktreffen und einen Workshop in Gera.\n\n\
             Ab 17 Uhr geht es dann im Stadthaus mit dem Workshop weiter.",
            &[
                "Whole(2027-05-09) Netzwerktreffen",
                "Whole(2027-05-09) 17:00 Workshop @ Stadthaus",
            ],
        ),
        (
            "| Tag | Uhrzeit | Was |\n|---|---|---|\n| 9. Mai 2027 | | Arbeitseinsatz |\n\
             | 9. Mai 2027 | 13 Uhr | Grillfest |\n",
            &[
                "Whole(2027-05-09) Arbeitseinsatz",
                "Whole(2027-05-09) 13:00 Grillfest",
            ],
        ),
        (
            "| Tag | Uhrzeit | Was |\n|---|---|---|\n| 9. Mai 2027 | 10 Uhr | Chorprobe im Pfarrhaus |\n\
             | | 17 Uhr | Sommerfest in der Dorfkirche |\n| 16. Mai 2027 | 10 Uhr | Chorprobe im Pfarrhaus |\n\
             | 23. Mai 2027 | 10 Uhr | Chorprobe im Pfarrhaus |\n",
            &[
                "Whole(2027-05-09) 10:00 Chorprobe @ Pfarrhaus",
                "Whole(2027-05-09) 17:00 Sommerfest @ Dorfkirche",
                "Whole(2027-05-16) 10:00 Chorprobe @ Pfarrhaus",
                "Whole(2027-05-23) 10:00 Chorprobe @ Pfarrhaus",
            ],
        ),
    ]);
}

#[test]
fn the_steps_of_one_gathering_are_not_taken_for_several() {
    compare(&[(
        "# Sommerfest der Vereine\n\n* 9. Mai 2027: 10 Uhr Gottesdienst, 12 Uhr Mittagstisch, 14 Uhr \
         Kinderfest\n",
        &["Whole(2027-05-09) 10:00 Sommerfest der Vereine"],
    )]);
}

#[test]
fn days_reckoned_from_the_day_of_writing_are_kept_only_where_no_other_is_said() {
    let page = |body: &str| format!("---\ntitle: Rundbrief\ndate: 2027-05-03\n---\n{body}\n");
    for (body, said) in [
        (
            "In drei Wochen laden wir um 15 Uhr zum Sommerfest in das Bürgerhaus ein.",
            &["Whole(2027-05-24) 15:00 Sommerfest @ Bürgerhaus"][..],
        ),
        (
            "Heute in einer Woche findet um 19 Uhr der Infoabend statt.",
            &["Whole(2027-05-10) 19:00 Infoabend"],
        ),
        (
            "In drei Wochen findet das Sommerfest statt.\n\nDas Sommerfest ist am 26. Mai um 15 Uhr.",
            &["Whole(2027-05-26) 15:00 Sommerfest"],
        ),
        ("In zwei Wochen fand sich zum Treffen niemand.", &[]),
        ("In drei Wochen haben wir 200 Stimmen gesammelt.", &[]),
    ] {
        assert_eq!(told("brief.md", &page(body)), said, "{body}");
    }
}

#[test]
fn reports_and_minutes_say_their_day_in_their_own_ways() {
    compare(&[
        (
            "# Protokoll 12.01.27\n\nAnwesend: vier\n\n* 18.01. ist Vollversammlung im Audimax\n",
            &[
                "Whole(2027-01-12) Protokoll",
                "Whole(2027-01-18) Vollversammlung @ Audimax",
            ],
        ),
        (
            "# Rückblick 2027\n\n## Lichterzug\n\nAm 6. März kam es zu unserer ersten Ausfahrt.\n\n\
             ## Sternlauf\n\nUnd so ging es am 13. März nach Gera.\n",
            &[
                "Whole(2027-03-06) Lichterzug",
                "Whole(2027-03-13) Sternlauf",
            ],
        ),
        (
            "# Aktionen\n\n### Kuchenverkauf\n\nAm 30.11.27 hatte der Förderverein wieder zum \
             Kuchenverkauf auf das Rittergut Lindenhof geladen.\n",
            &["Whole(2027-11-30) Kuchenverkauf @ Rittergut Lindenhof"],
        ),
        (
            "# Kurz notiert\n\nNicht vergessen: MV am 3. Mai 2027, 19 Uhr, im Vereinsheim.\n",
            &["Whole(2027-05-03) 19:00 MV @ Vereinsheim"],
        ),
        (
            "## TOP 4. Satzung\n\nDer Vorstand beschließt, eine Mitgliederversammlung einzuberufen. Als \
             Termin wird der 21. Februar 2027 um 18:30 Uhr festgehalten.\n",
            &["Whole(2027-02-21) 18:30 Mitgliederversammlung"],
        ),
    ]);
}

#[test]
fn reports_tell_by_their_verbs_what_took_place() {
    for text in [
        "Am Samstag, den 5. Mai 2018, machten sich 20 Mitglieder auf den Weg nach Erfurt.",
        "Am 3. Mai 2018 übten die Kameraden den Ernstfall an der Grundschule.",
        "Am 4. Juli 2018 war es endlich soweit: Der Spielplatz gehört den Kindern.",
        "Am 12. Juni 2018 wurde der neue Spielplatz feierlich eingeweiht.",
        "Auf der Mitgliederversammlung am 23. März 2018 wurde ein Vorstand gewählt.",
        "Die Spielgruppe macht am 7.10.2018 einen Ausflug in den Zoo.",
        "Save the date: 24.09.2018 Herbstempfang des Netzwerks",
        "6.10.2018 – Kirchenkaffee",
    ] {
        let page = format!("# Neues aus dem Verein\n\n{text}\n");
        assert_eq!(told("neues.md", &page).len(), 1, "{text}");
    }
    for text in [
        "Einsatz am 7.10.2018: Ölspur auf der Hauptstraße, Alarm um 14:20 Uhr.",
        "Am 7.10.2018 wurde Ilse Krapp zur Leiterin ernannt.",
        "Der Bus fährt am 7.10.2018 eine Umleitung.",
        "Ab 7.10.2018 gilt der neue Fahrplan.",
    ] {
        let page = format!("# Neues aus dem Verein\n\n{text}\n");
        assert!(told("neues.md", &page).is_empty(), "{text}");
    }
}

#[test]
fn houses_are_told_from_titles() {
    for (text, title, venue) in [
        (
            "Gottesdienst am 6.10.2027 um 10 Uhr in St. Marien",
            "Gottesdienst",
            "St. Marien",
        ),
        (
            "Konzert am 6.10.2027 um 17 Uhr in der Kulturfabrik",
            "Konzert",
            "Kulturfabrik",
        ),
        (
            "Lesung am 6.10.2027 um 19 Uhr in der Buchhandlung Krapp",
            "Lesung",
            "Buchhandlung Krapp",
        ),
        (
            "Kundgebung am 6.10.2027 um 14 Uhr auf dem Anger",
            "Kundgebung",
            "Anger",
        ),
        (
            "Vollversammlung am 6.10.2027 um 13 Uhr in Hörsaal 1",
            "Vollversammlung",
            "Hörsaal 1",
        ),
        (
            "Grillen am 6.10.2027 ab 17 Uhr hinter dem Vereinsheim",
            "Grillen",
            "Vereinsheim",
        ),
        (
            "Kinderfest 6.10.2027 14:00 @ Stadtpark",
            "Kinderfest",
            "Stadtpark",
        ),
        (
            "Kinderfest\n\nWann: 6.10.2027, 14 Uhr\nWo: Festwiese am See",
            "Kinderfest",
            "Festwiese am See",
        ),
        (
            "Demo für Radwege – 6.10.2027, 14 Uhr, Marktplatz",
            "Demo für Radwege",
            "Marktplatz",
        ),
        (
            "Das Netzwerktreffen findet am 6.10.2027 um 18 Uhr in der Gaststätte „Zur Linde“ statt.",
            "Netzwerktreffen",
            "Gaststätte „Zur Linde“",
        ),
    ] {
        let page = format!("# Neues aus dem Verein\n\n{text}\n");
        let drafts = read("neues.md", page.as_bytes()).expect("text is read");
        let first = drafts.gatherings.first().expect("a gathering");
        let said = first.venue.as_ref().map(|it| it.value.as_str());
        assert_eq!((first.title.as_str(), said), (title, Some(venue)), "{text}");
    }
}

#[test]
fn what_only_begins_or_is_closed_is_no_gathering() {
    compare(&[
        (
            "Der Unterricht beginnt wieder am Dienstag, den 10.09.2027, um 7:45 Uhr.",
            &[],
        ),
        ("Ab Mittwoch, dem 15.09.2027, beginnt die Betreuung.", &[]),
        (
            "Am Mittwoch, 15.09.2027, soll die Bestellung hinausgehen.",
            &[],
        ),
        (
            "# Termine\n\n| Was | Wann |\n|---|---|\n| Herbstferien | 18.10.–30.10.2027, Proben finden \
             freitags statt |\n| Teamtag | 12.11.2027 | \n",
            &[],
        ),
    ]);
}

#[test]
fn titles_say_what_it_is_and_nothing_else() {
    for (text, title) in [
        (
            "# Aufgaben\n\n1. Sommer\n\n* Außerordentliche Mitgliederversammlung am 01.09.2027, 10:30 Uhr\n",
            "Außerordentliche Mitgliederversammlung",
        ),
        (
            "# Parteitag in Gera\n\n## Eckdaten\n\nDatum: 3. und 4. November 2027\nEinlass ab x Uhr\n",
            "Parteitag in Gera",
        ),
        (
            "Grillfest Freitag, 17. September 2027 (zweiter Freitag nach den Ferien). Beginn: 17 Uhr.",
            "Grillfest",
        ),
        (
            "# Kreissitzungen zu folgenden Terminen\n\n* 3. Mai 2027\n* 7. Juni 2027\n",
            "Kreissitzung",
        ),
        (
            "# Herbsttreffen [3]\n\nWir treffen uns am 3. Mai 2027 um 19 Uhr.\n",
            "Herbsttreffen",
        ),
        (
            "Wir laden am 3. Mai 2027 um 15 Uhr zu einem besonderen Herbstfest ein.",
            "Herbstfest",
        ),
    ] {
        let drafts = read("seite.md", text.as_bytes()).expect("text is read");
        let first = drafts.gatherings.first().map(|it| it.title.as_str());
        assert_eq!(first, Some(title), "{text}");
    }
}

#[test]
fn heads_and_calls_of_page_builders_are_no_words() {
    let restructured = "Werkstatt im Hof\n################\n:date: 2027-05-15 18:22\n:author: ik\n\n\
        Wir reparieren am 26. Mai 2027 von 11 bis 18 Uhr beim `Hof <https://hof.example>`__\\ treffen.\n";
    let drafts = read("hof.rst.txt", restructured.as_bytes()).expect("text is read");
    assert_eq!(
        drafts.published.map(|it| it.to_string()).as_deref(),
        Some("2027-05-15")
    );
    assert_eq!(drafts.title.as_deref(), Some("Werkstatt im Hof"));
    assert!(drafts.text.contains("beim Hoftreffen"), "{}", drafts.text);

    let pelican =
        "Title: Werkstatt\nDate: 2027-05-15 18:22\nCategory: Allgemein\n\nWir reparieren.\n";
    let drafts = read("hof.md", pelican.as_bytes()).expect("text is read");
    assert_eq!(
        drafts.published.map(|it| it.to_string()).as_deref(),
        Some("2027-05-15")
    );
    assert!(!drafts.text.contains("Category"), "{}", drafts.text);

    let called = "# Konzert\n\n{{< figure src=\"plakat.jpg\"\n alt=\"Konzert am 28. Mai 2027 um 20 Uhr in der \
        Stadthalle Gera\" >}}\n\n{{< gallery match=\"*\" >}}\n";
    assert_eq!(
        told("konzert.md", called),
        ["Whole(2027-05-28) 20:00 Konzert @ Stadthalle Gera"]
    );
}

#[test]
fn columns_of_a_flyer_in_plain_text_are_read_one_by_one() {
    let flyer = "\
        GEMEINSAM FEIERN               Wer wir sind\n\
        Nachbarschaftsfest im Viertel\n\
        \x20                              Netzwerkstelle\n\
        Samstag, 19. Juni 2027         Das Netzwerk Wiesengrund\n\
        14 bis 18 Uhr                  Postfach 12\n\
        Bürgerhaus Gera                07545 Gera\n\
        mit Musik und Kuchen           Telefon 0365 555 10\n";
    assert_eq!(
        told("fest.txt", flyer),
        [
            "Whole(2027-06-19) 14:00 GEMEINSAM FEIERN – Nachbarschaftsfest im Viertel @ Bürgerhaus Gera"
        ]
    );
    // Days at the left are those of a list.
    let list = "\
        3. Mai 2027         Lesung im Rathaus, 19 Uhr\n\
        4. Juni 2027        Sommerfest im Stadtpark, 15 Uhr\n\
        5. Juli 2027        Konzert in der Kirche, 20 Uhr\n\
        6. August 2027      Ausflug nach Gera, 9 Uhr\n";
    assert_eq!(told("liste.txt", list).len(), 4);
    assert!(
        read("liste.txt", list.as_bytes())
            .expect("text is read")
            .text
            .starts_with("3. Mai 2027 Lesung")
    );
}

#[test]
fn a_heading_keeps_the_house_in_its_name() {
    let page = "<main><h1>Unsere Termine 2027</h1><h2>Lesung im Garten</h2><dl><dt>Datum:</dt>\
        <dd>5. August 2027</dd><dt>Ort:</dt><dd>Bürgergarten, Apolda</dd></dl><h2>Fachtag Wohnen</h2><dl>\
        <dt>Datum:</dt><dd>9. September 2027</dd><dt>Ort:</dt><dd>Stadthaus, Apolda</dd></dl></main>";
    assert_eq!(
        told("termine.html", page),
        [
            "Whole(2027-08-05) Lesung im Garten @ Bürgergarten, Apolda",
            "Whole(2027-09-09) Fachtag Wohnen @ Stadthaus, Apolda",
        ]
    );
}

#[test]
fn a_line_for_all_days_says_their_place() {
    let page = "<main><h1>Chor am See</h1><p>Unsere nächsten Proben:</p><p>03.05.2027<br>17.05.2027</p>\
        <p>jeweils 18:30 Uhr in Raum 112</p></main>";
    let told = told("chor.html", page);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|it| it.ends_with("@ Raum 112")), "{told:?}");
}

#[test]
fn a_room_is_not_the_time_of_a_list() {
    let page = "<main><h1>Chor am See</h1><p>Der Schlüssel hängt im Zimmer ab 18:30 Uhr.</p>\
        <p>Unsere nächsten Proben:</p><ul><li>03.05.2027</li><li>17.05.2027</li></ul></main>";
    assert_eq!(
        told("chor.html", page),
        ["Whole(2027-05-03) Proben", "Whole(2027-05-17) Proben"]
    );
}

#[test]
fn days_off_and_minutes_that_are_agreed_are_no_gatherings() {
    compare(&[
        (
            "# Termine 2027\n\n* 13.05. Himmelfahrt (schulfrei)\n* 14.05. beweglicher Ferientag\n\
             * 26.05. Elternsprechtag, 16 Uhr\n",
            &["Whole(2027-05-26) 16:00 Elternsprechtag"],
        ),
        (
            "# Protokoll der Vorstandssitzung vom 3. Mai 2027\n\nTOP 1: Das Protokoll vom 5. April 2027 \
             wird genehmigt.\n",
            &["Whole(2027-05-03) Vorstandssitzung"],
        ),
    ]);
}
