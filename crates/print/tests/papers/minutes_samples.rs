//! Sample minutes of one meeting.

use base::Lang;
use print::{
    Decision, FurtherGuests, MinutesItem, MinutesPaper, MinutesState, Outcome, Task, Votes,
};

use crate::samples::{attended, facts, letterhead, pick, role, some};

pub fn states() -> [(&'static str, MinutesState); 4] {
    [
        ("draft", MinutesState::Draft),
        (
            "circulated",
            MinutesState::Circulated {
                until: some("22. Dezember 2017"),
            },
        ),
        ("circulated-open", MinutesState::Circulated { until: None }),
        (
            "approved",
            MinutesState::Approved {
                on: "15. Februar 2018".into(),
            },
        ),
    ]
}

pub fn minutes(lang: Lang) -> MinutesPaper {
    MinutesPaper {
        letterhead: letterhead(lang),
        facts: facts(lang),
        state: MinutesState::Draft,
        revision: "2".into(),
        chair: Some(role(&pick(lang, "Leitung", "Chair"), "Kreisgruppe")),
        minute_taker: Some(role(
            &pick(lang, "Geschäftsstelle", "Office"),
            "Kreisgruppe",
        )),
        attendance: attended(8),
        further_guests: Some(FurtherGuests {
            count: 90,
            is_about: true,
        }),
        items: minutes_items(lang),
        with_signatures: true,
    }
}

fn minutes_items(lang: Lang) -> Vec<MinutesItem> {
    vec![welcome(lang), focus(lang), dates(lang)]
}

fn welcome(lang: Lang) -> MinutesItem {
    MinutesItem {
            number: "1".into(),
            title: pick(lang, "Begrüßung und Protokoll", "Welcome and minutes"),
            text: pick(
                lang,
                "Die Leitung begrüßt die Anwesenden und dankt dem Lebenshilfe-Werk für die Gastfreundschaft.",
                "The chair welcomes everyone and thanks the Lebenshilfe-Werk for its hospitality.",
            )
            .into(),
            decisions: vec![Decision {
                number: "2017/11".into(),
                text: pick(
                    lang,
                    "Das Protokoll der Sitzung vom 21. September 2017 wird genehmigt.",
                    "The minutes of the meeting of 21 September 2017 are approved.",
                )
                .into(),
                outcome: Some(Outcome::Unanimous),
                votes: None,
            }],
            ..MinutesItem::default()
        }
}

fn focus(lang: Lang) -> MinutesItem {
    MinutesItem {
            number: "2".into(),
            title: pick(lang, "Fachkräfte dringend gesucht", "Skilled staff wanted"),
            text: pick(
                lang,
                "Die Geschäftsführung des Jobcenters Weimar stellt die Lage auf dem Arbeitsmarkt vor.\n\n\
                 - Förderung beruflicher Weiterbildung\n- Eingliederungszuschüsse für Arbeitgebende\n\
                 - Begleitung nach der Einstellung\n\nIn der Aussprache berichten mehrere Träger, dass \
                 Stellen in der Pflege länger als sechs Monate offen bleiben.",
                "The management of the Jobcenter Weimar presents the situation on the labour market.\n\n\
                 - Funding for further training\n- Wage subsidies for employers\n- Support after hiring",
            )
            .into(),
            internal: Some(
                pick(
                    lang,
                    "Zwei Träger nennen vertraulich die Zahl ihrer offenen Stellen.",
                    "Two members name the number of their vacancies in confidence.",
                )
                .into(),
            ),
            decisions: vec![Decision {
                number: "2017/12".into(),
                text: pick(
                    lang,
                    "Die Kreisgruppe richtet mit dem Jobcenter eine Arbeitsgruppe „Fachkräfte“ ein. Sie \
                     legt bis zum Frühjahr einen Vorschlag für einen gemeinsamen Berufetag vor.",
                    "The Kreisgruppe sets up a working group on skilled staff with the Jobcenter. It will \
                     propose a joint careers day by spring.",
                )
                .into(),
                outcome: Some(Outcome::Adopted),
                votes: Some(Votes { yes: 14, no: 0, abstentions: 2 }),
            }],
            tasks: vec![
                Task {
                    what: pick(lang, "Ersten Termin der Arbeitsgruppe abstimmen", "Arrange the first date of the working group").into(),
                    who: role(&pick(lang, "Geschäftsstelle", "Office"), "Kreisgruppe"),
                    until: Some(pick(lang, "15. Januar 2018", "15 January 2018")),
                },
                Task {
                    what: pick(lang, "Übersicht der Förderwege zusenden", "Send the overview of funding").into(),
                    who: role("Geschäftsführung", "Jobcenter Weimar"),
                    until: Some(pick(lang, "20. Dezember 2017", "20 December 2017")),
                },
            ],
        }
}

fn dates(lang: Lang) -> MinutesItem {
    MinutesItem {
            number: "3".into(),
            title: pick(lang, "Termine und Verschiedenes", "Dates and other business"),
            text: pick(
                lang,
                "Die nächste Sitzung ist am 15. Februar 2018. Gastgeberin ist das Frauenzentrum Weimar.",
                "The next meeting is on 15 February 2018, hosted by the Frauenzentrum Weimar.",
            )
            .into(),
            ..MinutesItem::default()
        }
}
