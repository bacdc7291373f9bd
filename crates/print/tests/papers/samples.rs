//! Sample papers: what is known publicly about one meeting, functions instead of names.

use base::Lang;
use print::{
    Accent, AgendaPaper, AgendaRow, Answer, AttendancePaper, AttendanceRow, Facts, InvitationPaper,
    Letterhead, Office, ParticipantsPaper, Party, Place, Prose, Recipient, Standing,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "most fields of a paper may be missing"
)]
pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub fn pick(lang: Lang, de: &str, en: &str) -> String {
    if lang == Lang::De {
        de.to_owned()
    } else {
        en.to_owned()
    }
}

pub fn role(function: &str, body: &str) -> Party {
    Party {
        name: None,
        function: some(function),
        body: some(body),
    }
}

pub fn letterhead(lang: Lang) -> Letterhead {
    Letterhead {
        lang,
        network: "Kreisgruppe Weimar/Weimarer Land".into(),
        parent: some("im Paritätischen Wohlfahrtsverband, Landesverband Thüringen"),
        office: Office {
            name: pick(
                lang,
                "Geschäftsstelle der Kreisgruppe",
                "Office of the Kreisgruppe",
            ),
            address: vec!["Musterstraße 1".into(), "99423 Weimar".into()],
            phone: some("03643 000000"),
            mail: some("kreisgruppe@example.org"),
            website: some("https://kreisgruppe.example.org"),
        },
        logo: None,
        accent: Accent::default(),
        sample_data: true,
        printed_at: "2017-11-06T09:30:00Z".parse().unwrap(),
    }
}

pub fn facts(lang: Lang) -> Facts {
    Facts {
        title: pick(
            lang,
            "Sitzung der Kreisgruppe",
            "Meeting of the Kreisgruppe",
        ),
        day: pick(
            lang,
            "Donnerstag, 7. Dezember 2017",
            "Thursday, 7 December 2017",
        ),
        time: pick(lang, "14:00 bis 16:30 Uhr", "14:00 to 16:30"),
        place: Some(Place {
            name: "Lebenshilfe-Werk Weimar/Apolda e.V.".into(),
            address: vec!["Über der Nonnenwiese 5".into(), "Weimar-Tröbsdorf".into()],
            accessibility: Some(pick(
                lang,
                "stufenloser Eingang, barrierefreies WC im Erdgeschoss",
                "step-free entrance, accessible toilet on the ground floor",
            )),
        }),
        host: some("Lebenshilfe-Werk Weimar/Apolda e.V."),
        focus: some("Fachkräfte dringend gesucht"),
        guests: vec![role("Geschäftsführung", "Jobcenter Weimar")],
    }
}

fn item(number: &str, time: &str, title: &str, speaker: Option<Party>, minutes: u32) -> AgendaRow {
    AgendaRow {
        number: number.into(),
        time: time.into(),
        title: title.into(),
        note: None,
        speakers: speaker.into_iter().collect(),
        minutes: Some(minutes),
    }
}

pub fn agenda_rows(lang: Lang) -> Vec<AgendaRow> {
    let chair = role("Leitung", "Kreisgruppe");
    vec![
        item(
            "1",
            "14:00",
            &pick(lang, "Begrüßung und Protokoll", "Welcome and minutes"),
            Some(chair),
            10,
        ),
        item(
            "2",
            "14:10",
            &pick(
                lang,
                "Fachkräfte dringend gesucht: Lage und Förderwege",
                "Skilled staff wanted: the situation and funding",
            ),
            Some(role("Geschäftsführung", "Jobcenter Weimar")),
            45,
        ),
        item(
            "3",
            "14:55",
            &pick(lang, "Erfahrungen der Mitglieder", "Members’ experience"),
            None,
            40,
        ),
        item(
            "4",
            "15:35",
            &pick(
                lang,
                "Neues aus dem Landesverband",
                "News from the association",
            ),
            Some(role("Regionalleitung", "Landesverband Thüringen")),
            25,
        ),
        item(
            "5",
            "16:00",
            &pick(
                lang,
                "Termine und Verschiedenes",
                "Dates and other business",
            ),
            None,
            30,
        ),
    ]
}

pub fn long_agenda() -> Vec<AgendaRow> {
    let mut rows: Vec<_> = agenda_rows(Lang::De).into_iter().cycle().take(24).collect();
    for (index, row) in rows.iter_mut().enumerate() {
        row.number = (index + 1).to_string();
        row.note = some("Mit Aussprache; Unterlagen gehen vorher zu.");
    }
    rows[2].speakers = vec![
        Party {
            name: some("N. N."),
            function: some("Fachbereichsleitung"),
            body: some("Diakonie Landgut Holzdorf gGmbH"),
        },
        role(
            "Beauftragte für Chancengleichheit am Arbeitsmarkt",
            "Jobcenter Weimarer Land",
        ),
    ];
    rows
}

pub fn long_text() -> String {
    let part = "In den Einrichtungen der Eingliederungshilfe, der Pflege und der Kindertagesbetreuung \
        fehlen Mitarbeitende. Die Kreisgruppe möchte deshalb mit dem Jobcenter beraten, welche \
        Förderwege es gibt, wie Quereinsteigende begleitet werden und was Träger gemeinsam tun können.";
    let list = "- Qualifizierungschancen und Umschulungsmöglichkeiten\n- Anerkennung ausländischer \
        Berufsabschlüsse\n- gemeinsame Öffentlichkeitsarbeit";
    [part, list, part, part, list, part].join("\n\n")
}

pub fn invitation(lang: Lang) -> InvitationPaper {
    InvitationPaper {
        letterhead: letterhead(lang),
        recipient: Recipient {
            name: None,
            function: some("Geschäftsführung"),
            organisation: some("Kindervereinigung Weimar e.V."),
            address: vec!["Beispielweg 12".into(), "99425 Weimar".into()],
        },
        place_and_date: pick(lang, "Weimar, 6. November 2017", "Weimar, 6 November 2017"),
        subject: pick(
            lang,
            "Einladung zur Sitzung der Kreisgruppe am 7. Dezember 2017",
            "Invitation to the meeting of the Kreisgruppe on 7 December 2017",
        ),
        salutation: pick(lang, "Sehr geehrte Damen und Herren,", "Dear colleagues,"),
        body: pick(
            lang,
            "herzlich laden wir Sie zu unserer letzten Sitzung in diesem Jahr ein. Viele Mitglieder \
             suchen dringend Fachkräfte. Mit dem Jobcenter Weimar wollen wir besprechen, welche \
             Förderung es gibt und was wir gemeinsam tun können.",
            "we warmly invite you to our last meeting of the year. Many members urgently need skilled \
             staff. Together with the Jobcenter Weimar we want to discuss which funding there is and \
             what we can do together.",
        )
        .into(),
        note: Prose::default(),
        facts: facts(lang),
        agenda: agenda_rows(lang),
        answer: Answer { by_mail: true, until: Some(pick(lang, "30. November 2017", "30 November 2017")) },
        signatory: Some(role(&pick(lang, "Leitung der Kreisgruppe", "Chair of the Kreisgruppe"), "")),
    }
}

pub fn bare_invitation(lang: Lang) -> InvitationPaper {
    let mut paper = invitation(lang);
    paper.letterhead.parent = None;
    paper.letterhead.office = Office {
        name: "Geschäftsstelle".into(),
        ..Office::default()
    };
    paper.letterhead.sample_data = false;
    paper.recipient = Recipient::default();
    paper.facts = Facts {
        title: "Sitzung".into(),
        day: "7. 12. 2017".into(),
        ..Facts::default()
    };
    paper.agenda = Vec::new();
    paper.answer = Answer::default();
    paper.signatory = None;
    paper
}

pub fn agenda(lang: Lang) -> AgendaPaper {
    AgendaPaper {
        letterhead: letterhead(lang),
        facts: facts(lang),
        as_of: Some(pick(
            lang,
            "Stand: 6. November 2017",
            "As of 6 November 2017",
        )),
        agenda: agenda_rows(lang),
        note: pick(
            lang,
            "Unterlagen zu den Punkten 2 und 4 liegen in der Sitzung aus.",
            "Papers for items 2 and 4 will be available at the meeting.",
        )
        .into(),
    }
}

fn members() -> [(&'static str, &'static str); 8] {
    [
        ("Lebenshilfe-Werk Weimar/Apolda e.V.", "Geschäftsführung"),
        ("Lebenshilfe-Werk Weimar/Apolda e.V.", "Personalleitung"),
        ("Kindervereinigung Weimar e.V.", "Geschäftsführung"),
        (
            "Deutsches Rotes Kreuz, Kreisverband Apolda e.V.",
            "Leitung Soziale Dienste",
        ),
        ("Volkssolidarität Kreisverband Weimarer Land", "Vorstand"),
        ("Jobcenter Weimar", "Geschäftsführung"),
        ("Frauenzentrum Weimar e.V.", "Koordination"),
        ("Paritätischer Thüringen", "Regionalleitung"),
    ]
}

fn row(index: usize, standing: Standing) -> AttendanceRow {
    let (body, function) = members()[index % 8];
    AttendanceRow {
        party: role(function, body),
        votes: index == 0,
        standing,
    }
}

pub fn attendance(lang: Lang, count: usize) -> AttendancePaper {
    AttendancePaper {
        letterhead: letterhead(lang),
        facts: facts(lang),
        rows: (0..count).map(|index| row(index, Standing::Open)).collect(),
        further_guests: None,
        spare_rows: 4,
    }
}

pub fn participants(lang: Lang, count: usize) -> ParticipantsPaper {
    ParticipantsPaper {
        letterhead: letterhead(lang),
        facts: facts(lang),
        part_of: None,
        rows: (0..count)
            .map(|index| row(index, Standing::Present).party)
            .collect(),
        others: 7,
    }
}

pub fn attended(count: usize) -> Vec<AttendanceRow> {
    (0..count)
        .map(|index| {
            let standing = match index % 6 {
                0..=2 => Standing::Present,
                3 => Standing::Represented {
                    by: some("Leitung Ambulante Dienste"),
                },
                4 => Standing::Excused,
                _ => Standing::Absent,
            };
            row(index, standing)
        })
        .collect()
}

pub fn partly_attended(count: usize) -> Vec<AttendanceRow> {
    let mut rows = attended(count);
    for row in rows
        .iter_mut()
        .filter(|row| row.standing == Standing::Present)
    {
        row.standing = Standing::Open;
    }
    rows
}
