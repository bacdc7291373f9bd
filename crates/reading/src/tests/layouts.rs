//! How pages are laid out: sheets of calendars, labels, flyers, and what such layouts say.

use super::habits::{compare, told};

#[test]
fn sheets_of_calendars_are_days() {
    let card = |boxes: &str, title: &str, line: &str| {
        format!("<div class=karte>{boxes}<h3>{title}</h3><p>{line}</p></div>")
    };
    let page = format!(
        "<main><h1>Was ansteht</h1>{}{}{}</main>",
        card(
            "<div>12</div><div>Sep</div><div>2027</div>",
            "Laubaktion",
            "Turnhalle · 09:00 Uhr"
        ),
        card(
            "<div>So</div><div>19.</div><div>Sep.</div>",
            "Spieleabend 2027",
            "Stadthaus · 18 Uhr"
        ),
        card(
            "<div>OKT</div><div>03</div>",
            "Drachenfest 2027",
            "ab 14:00 Uhr"
        ),
    );
    assert_eq!(
        told("karten.html", &page),
        [
            "Whole(2027-09-12) 09:00 Laubaktion @ Turnhalle",
            "Whole(2027-09-19) 18:00 Spieleabend 2027 @ Stadthaus",
            "Whole(2027-10-03) 14:00 Drachenfest 2027",
        ]
    );
    // A grid of days is none of a list of gatherings.
    let grid = "<main><h2>Termine</h2><div>29</div><div>30</div><div>Oktober</div><div>1</div><div>2</div>\
        <div>November</div><div>1</div></main>";
    assert_eq!(told("raster.html", grid), [""; 0]);
}

#[test]
fn a_line_of_its_own_says_when_and_where() {
    compare(&[
        (
            "# Suppe und Politik\n\n📅 7. Mai 2027  \n⏰ 17:30 Uhr  \n📍 Werkhof, Uferweg 3, 07545 Gera\n\n\
             Wir reden über das Viertel.\n",
            &["Whole(2027-05-07) 17:30 Suppe und Politik @ Werkhof, Uferweg 3"],
        ),
        (
            "# Suppe und Politik\n\n7. Mai 2027\n17:30 Uhr\nWerkhof, Uferweg 3, 07545 Gera\n",
            &["Whole(2027-05-07) 17:30 Suppe und Politik @ Werkhof, Uferweg 3"],
        ),
        (
            "# Fachtag „Nachbarn“\n\n7. Mai 2027 – Landratsamt\n",
            &["Whole(2027-05-07) Fachtag „Nachbarn“ @ Landratsamt"],
        ),
        // Below a day that is said with "Ort:", which nobody says of writing.
        (
            "# Was war\n\n### Runde der Vereine\n\nDatum: 16. März 2027\nOrt: Apolda\n\nWir haben viel gelernt.\n\n\
             ### Stand am Markt\n\nDatum: 15. Februar 2027\nOrt: Gera\n\n\
             Wir waren mit einem Infostand zur Landtagswahl am 28.02.2027 dabei.\n",
            &[
                "Whole(2027-02-15) Stand am Markt @ Markt",
                "Whole(2027-03-16) Runde der Vereine",
            ],
        ),
    ]);
}

#[test]
fn entries_of_lists_are_read_whole() {
    compare(&[
        (
            "# Termine 2027\n\n## Mai\n\n- Sa. 29.05    19:00   Frühlingskonzert in der Marienkirche\n\n\
             ## Juni\n\n- So. 06.06.   10:00   Jubelfest Marienkirche Gera\n",
            &[
                "Whole(2027-05-29) 19:00 Frühlingskonzert @ Marienkirche",
                "Whole(2027-06-06) 10:00 Jubelfest Marienkirche Gera",
            ],
        ),
        (
            "# Aktuelle Termine\n\n- 40 Jahre Imkerei - 7.-8. März 2027\n",
            &["Whole(2027-03-07) 40 Jahre Imkerei"],
        ),
        (
            "# Rathaus\n\nBürgersprechstunde: 3.6., 17.6. und 1.7.2027, 16–18 Uhr, Rathaus\n",
            &[
                "Whole(2027-06-03) 16:00 Bürgersprechstunde @ Rathaus",
                "Whole(2027-06-17) 16:00 Bürgersprechstunde @ Rathaus",
                "Whole(2027-07-01) 16:00 Bürgersprechstunde @ Rathaus",
            ],
        ),
        (
            "Aus alten Dingen wird Neues in unserem Nähcafé, das sich im Hof trifft.\n\nDie nächsten Termine:\n\n\
             * 3. Mai 2027\n* 7. Juni 2027\n",
            &[
                "Whole(2027-05-03) Nähcafé @ Hof",
                "Whole(2027-06-07) Nähcafé @ Hof",
            ],
        ),
    ]);
}

#[test]
fn days_belong_to_what_stands_beside_them() {
    compare(&[
        // In brackets, a day belongs to what stands before it.
        (
            "# Rückblick 2027\n\nIm Frühling waren wir beim Stadtlauf (8.5.), im Sommer beim Inklusionstag (12.6.) dabei.\n",
            &[
                "Whole(2027-05-08) Stadtlauf",
                "Whole(2027-06-12) Inklusionstag",
            ],
        ),
        (
            "# Verein\n\nDie Mitgliederversammlung wurde vom 12. Mai auf den 9. Juni 2027 verschoben.\n",
            &["Whole(2027-06-09) Mitgliederversammlung"],
        ),
        // A line with a day of its own says nothing of the next.
        (
            "# Gruppe\n\nKick-Off: 21.10.2027, 18:15 Uhr, Hörsaal 3\n\nWorkshop-Wochenende: 13.–14.11.2027\n",
            &[
                "Whole(2027-10-21) 18:15 Kick-Off @ Hörsaal 3",
                "Whole(2027-11-13) Workshop-Wochenende",
            ],
        ),
        // Most lines of the list are gatherings, and nothing speaks against the last.
        (
            "# Wir\n\n- 04.06.2027: Sommerfest\n- 19.06.2027: Versammlung (14 Uhr)\n- 20.07.2027: Besuch aus Apolda\n",
            &[
                "Whole(2027-06-04) Sommerfest",
                "Whole(2027-06-19) 14:00 Versammlung",
                "Whole(2027-07-20) Besuch aus Apolda",
            ],
        ),
    ]);
    let table = "<main><table><tr><th>Wann</th><th>Was</th></tr><tr><td>Sa, 05.06.27<br>19.30</td><td>Chor und Orgel</td></tr>\
        <tr><td>So, 13.06.27<br>17.00</td><td>Kammermusik am Bach</td></tr></table></main>";
    let told = told("plan.html", table);
    assert!(
        told.iter()
            .any(|it| it.starts_with("Whole(2027-06-05) 19:30")),
        "{told:?}"
    );
}

#[test]
fn days_of_reports_and_ways_back_are_no_gatherings() {
    compare(&[
        (
            "# Pressemitteilung\n\nGera, 8. März 2027 – Die Tafel eröffnet am 15. März eine neue Ausgabestelle. Zur Eröffnung \
             um 11 Uhr in der Parkstraße 7 wird auch der Rat erwartet.\n",
            &["Whole(2027-03-15) 11:00 Pressemitteilung @ Parkstraße 7"],
        ),
        (
            "# Vereinsausflug\n\nAm 12. Juni 2027 fahren wir in den Wald. Abfahrt: 7.30 Uhr, Busbahnhof. Rückkehr: \
             13.6. gegen 20 Uhr.\n",
            &["Whole(2027-06-12) 07:30 Vereinsausflug @ Busbahnhof"],
        ),
        // A day with an hour is no stamp of writing where days are what a heading leads to.
        (
            "# Übungsplan\n\n05.03.27 19:30 Fahrzeugkunde\n19.03.27 19:30 Löschangriff\n02.04.27 19:30 Knoten\n",
            &[
                "Whole(2027-03-05) 19:30 Fahrzeugkunde",
                "Whole(2027-03-19) 19:30 Löschangriff",
                "Whole(2027-04-02) 19:30 Knoten",
            ],
        ),
        (
            "# Termine\n\n14.03.2027 Frühlingsmarkt ● 10–17 Uhr ● Rathaus\n\n21.03.2027 Lauftreff ● 9 Uhr ● Sportplatz\n",
            &[
                "Whole(2027-03-14) 10:00 Frühlingsmarkt @ Rathaus",
                "Whole(2027-03-21) 09:00 Lauftreff @ Sportplatz",
            ],
        ),
    ]);
}

#[test]
fn what_takes_place_is_a_gathering() {
    compare(&[
        (
            "# Neujahrsplausch 2027\n\nAm 9.1.2027 fand bei der Musikabteilung der alljährliche Plausch statt.\n",
            &["Whole(2027-01-09) Neujahrsplausch 2027"],
        ),
        (
            "# Stelle frei\n\nDie Bewerbungsgespräche finden voraussichtlich am 12. Mai 2027 statt.\n",
            &[],
        ),
    ]);
}

#[test]
fn titles_are_told_from_what_stands_around_them() {
    let badge = "<main><h2>Kurstermine</h2><ul><li><h3>Radtouren planen</h3><span>Karten &amp; Wege</span>\
        <p>Datum: 15. November 2027</p><p>Uhrzeit: 10:00 Uhr</p><p>Ort: Haus B</p></li></ul></main>";
    assert_eq!(
        told("kurse.html", badge),
        ["Whole(2027-11-15) 10:00 Radtouren planen @ Haus B"]
    );
    compare(&[
        (
            "# Verein\n\nEin Info- und Austauschabend findet am 21. Mai 2027 von 19.00 bis 20.00 im Bürgerhaus statt.\n",
            &["Whole(2027-05-21) 19:00 Info- und Austauschabend @ Bürgerhaus"],
        ),
        (
            "# Neues\n\nDie Ideen zur Aktion am Bach nehmen wir mit zur Stadtteil-Versammlung am 18. Mai 2027 um 18 Uhr.\n",
            &["Whole(2027-05-18) 18:00 Stadtteil-Versammlung"],
        ),
        (
            "# Neues\n\nIm Rahmen von „Offene Höfe“ zeigen wir am 18. Mai 2027 um 18 Uhr die Ausstellung „Licht und Hof“.\n",
            &["Whole(2027-05-18) 18:00 Ausstellung „Licht und Hof“"],
        ),
        (
            "\"Gut wohnen im Alter\"\n\nReferentin: Eva Klee\n\nDienstag, 15. Juni 2027\n\n18.00 Uhr\n\nGemeindehaus\n",
            &["Whole(2027-06-15) 18:00 \"Gut wohnen im Alter\" @ Gemeindehaus"],
        ),
        (
            "# Sprachkurs im Sommer\n\n2.8.-13.8.2027, Mo–Fr 9–12 Uhr, Volkshochschule\n",
            &["Whole(2027-08-02) 09:00 Sprachkurs im Sommer @ Volkshochschule"],
        ),
        (
            "# Tag der Türen\n\nAm 5. Juni 2027 von 11 bis 17 Uhr feiern wir in der Werkstraße 9 in Gera.\n",
            &["Whole(2027-06-05) 11:00 Tag der Türen @ Werkstraße 9"],
        ),
    ]);
}

#[test]
fn prose_above_bare_days_says_what_and_where() {
    compare(&[
        // How people meet is no name of what they meet for.
        (
            "# Trauercafé im Netz\n\nDie Runde trifft sich dienstags als Zoom-Treffen von 18 bis 20 Uhr.\n\n\
             Hier die nächsten Termine:\n\n- 4. Mai 2027 06:00 PM\n- 1. Juni 2027 06:00 PM\n\nFragen beantwortet das Büro.\n",
            &[
                "Whole(2027-05-04) 18:00 Trauercafé im Netz @ Zoom-Treffen",
                "Whole(2027-06-01) 18:00 Trauercafé im Netz @ Zoom-Treffen",
            ],
        ),
        // The line nearest to its days says the hour.
        (
            "# Plan\n\nBeiratssitzungen 2027\n\n4.3. | 8.4. | 6.5.2027\njeweils 19:00 Uhr im Pfarrheim\n\nVortragsabende 2027\n\n\
             10.4. | 12.6.2027\nTreffpunkt jeweils 8:30 Uhr am Vereinsheim\n",
            &[
                "Whole(2027-03-04) 19:00 Beiratssitzung @ Pfarrheim",
                "Whole(2027-04-08) 19:00 Beiratssitzung @ Pfarrheim",
                "Whole(2027-04-10) 08:30 Vortragsabend @ Vereinsheim",
                "Whole(2027-05-06) 19:00 Beiratssitzung @ Pfarrheim",
                "Whole(2027-06-12) 08:30 Vortragsabend @ Vereinsheim",
            ],
        ),
        // A house that opens its line stands before what is in it.
        (
            "# Plan für 2027\n\n- 20. April 10:00 im Vereinshaus Skatabend\n- 1. Mai 11:00 im Vereinshaus Frühschoppen\n",
            &[
                "Whole(2027-04-20) 10:00 Skatabend @ Vereinshaus",
                "Whole(2027-05-01) 11:00 Frühschoppen @ Vereinshaus",
            ],
        ),
    ]);
}

#[test]
fn heads_of_pages_say_day_and_hour_apart() {
    compare(&[(
        "---\ntitle: Mietberatung\ndateofevent: '2027-10-10'\nstarttime: '16:00'\nendtime: '18:00'\nlocation: Rathaus\n---\n\n\
         Wir gehen mit Ihnen Ihren Vertrag durch.\n",
        &["Whole(2027-10-10) 16:00 Mietberatung @ Rathaus"],
    )]);
    let page = "---\nlayout: default\ntitle: Termine der Radfreunde\n---\n<main><p><strong>7.6.2027</strong> Radfest, Stadthaus</p></main>";
    assert_eq!(
        told("rad.html", page),
        ["Whole(2027-06-07) Radfest @ Stadthaus"]
    );
}

#[test]
fn rows_of_one_day_that_name_two_things_are_two() {
    let table = "<main><table><tr><th>Datum</th><th>Uhrzeit</th><th>Ereignis</th></tr><tr><td>7.11.27</td><td>7:00</td>\
        <td>Kirmes-Weckruf am Bach</td></tr><tr><td>7.11.27</td><td>offen</td><td>Festzug zur Kirmes</td></tr></table></main>";
    let told = told("kirmes.html", table);
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn items_of_one_day_are_told_apart() {
    compare(&[(
        "# Termine\n\n- 28.6.2027 Waldfest im Forsthaus\n- 28.6.2027 11:30 Uhr Lesung in der Bücherei\n- 4.7.2027 Osterlauf am Mühlteich\n",
        &[
            "Whole(2027-06-28) Waldfest @ Forsthaus",
            "Whole(2027-06-28) 11:30 Lesung @ Bücherei",
            "Whole(2027-07-04) Osterlauf @ Mühlteich",
        ],
    )]);
}

#[test]
fn churches_by_their_short_forms_keep_their_names() {
    let card = "<main><h1>Termine 2027</h1><h3>Konzert des Chors</h3><p>20.2.2027</p><p><span>📍 Hl. Geist Weimar</span> <span>🕐 19:00 Uhr</span></p></main>";
    assert_eq!(
        told("konzert.html", card),
        ["Whole(2027-02-20) 19:00 Konzert des Chors @ Hl. Geist Weimar"]
    );
}

#[test]
fn a_way_there_is_no_title() {
    compare(&[(
        "# Ferienlager am Bach\n\nAbfahrt Montag, den 2.8.2027 um 10:00 Uhr\nRückkehr Freitag, den 6.8.2027 um 14:00 Uhr\n",
        &["Whole(2027-08-02) 10:00 Ferienlager am Bach"],
    )]);
}

#[test]
fn what_a_link_behind_an_address_is_called_is_no_town() {
    let page = "# Vortrag\n\nVortrag am 3.5.2027 um 19 Uhr, Goethestraße 67b, [Flyer](/f.pdf)\n";
    let drafts = crate::read("vortrag.md", page.as_bytes()).expect("text is read");
    let towns: Vec<_> = drafts.gatherings.iter().map(|it| &it.city).collect();
    assert!(matches!(towns.as_slice(), [None]), "{towns:?}");
}
