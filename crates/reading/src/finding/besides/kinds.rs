//! What kind of gathering something seems to be, by its words.

use crate::drafts::GatheringKind;

const KINDS: [(GatheringKind, &[&str]); 8] = [
    (
        GatheringKind::Workshop,
        &[
            "workshop",
            "seminar",
            "schulung",
            "fortbildung",
            "kurs",
            "lehrgang",
            "hackday",
            "barcamp",
            "werkstatt",
            "webinar",
        ],
    ),
    (
        GatheringKind::Conference,
        &[
            "konferenz",
            "tagung",
            "fachtag",
            "kongress",
            "symposium",
            "forum",
        ],
    ),
    (
        GatheringKind::Lecture,
        &["vortrag", "lesung", "multivision", "referat"],
    ),
    (
        GatheringKind::Worship,
        &["gottesdienst", "andacht", "messe"],
    ),
    (
        GatheringKind::Info,
        &["info", "vorstellung", "pressekonferenz", "sprechstunde"],
    ),
    (
        GatheringKind::Festival,
        &["festival", "woche", "messe", "gewerbeschau"],
    ),
    (
        GatheringKind::Social,
        &[
            "fest",
            "feier",
            "frühstück",
            "café",
            "cafe",
            "stammtisch",
            "markt",
            "ausflug",
            "wanderung",
            "fahrt",
            "basar",
            "grillen",
            "brunch",
        ],
    ),
    (
        GatheringKind::Meeting,
        &[
            "sitzung",
            "treffen",
            "versammlung",
            "runde",
            "kreis",
            "plenum",
            "besprechung",
        ],
    ),
];

/// What kind of gathering a title speaks of.
pub(crate) fn kind_of(title: &str, sentence: &str) -> GatheringKind {
    for text in [title.to_lowercase(), sentence.to_lowercase()] {
        let hit = KINDS
            .iter()
            .find(|(_, words)| words.iter().any(|it| text.contains(it)));
        if let Some((kind, _)) = hit {
            return *kind;
        }
    }
    GatheringKind::Other
}
