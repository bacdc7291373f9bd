//! Words that speak for a gathering, or against one.

use std::sync::LazyLock;

use crate::grammar::names;
use crate::grammar::tokens::{Tokens, WordList, list};

/// Ends of words that name gatherings, and words by themselves.
static NAMES: WordList = LazyLock::new(|| {
    list(
        "sitzung treffen tagung konferenz workshop seminar stammtisch versammlung fest frühstück \
    vortrag vorträge lesung konzert gottesdienst feier führung rundfahrt rundgang ausflug \
    wanderung spaziergang veranstaltung ausstellung kongress symposium webinar schulung \
    fortbildung lehrgang basar flohmarkt weihnachtsmarkt bauernmarkt trödelmarkt turnier \
    multivisionsshow bildershow andacht exkursion podium diskussion auftakt einweihung \
    verleihung empfang hackday hackdays hackathon barcamp zeltlager ferienlager pfingstlager sommerlager herbstlager winterlager festival \
    gewerbeschau tauschbörse kleiderbörse infostand informationsstand brunch picknick \
    demonstration kundgebung mahnwache pressegespräch klausur vernissage finissage party disco \
    matinee gala anhörung umzug kirmes kirchweih osterfeuer sommerfest modenschau theaterabend \
    meetup meeting netzwerktreffen werkstatt hauptversammlung mitgliederversammlung kolloquium \
    fachgespräch forum radtour stadttour kochkurs sprachkurs erste-hilfe-kurs kurs lauf \
    filmvorführung uraufführung aufführung theaterstück vorführung probe sprechstunde plenum \
    jahrestag rallye marathon tombola grillen messe arbeitseinsatz subbotnik putzaktion aktion \
    verbrennung einführung pressekonferenz beisammensein kaffeetrinken kaffeeklatsch kaffeetafel \
    kaffeerunde frühschoppen dämmerschoppen blutspende blutspendetermin buchvorstellung \
    konfirmation firmung erstkommunion wallfahrt prozession kreuzweg friedensgebet taizégebet \
    vesper abendlob nachtwache hochamt messfeier eucharistiefeier vorabendmesse parteitag \
    menschenkette streik protestaktion quiz olympiade meisterschaft wettkampf regatta training \
    slam revue bankett verkostung weinprobe besichtigung begehung premiere eröffnung \
    kranzniederlegung verabschiedung martinszug festzug fackelzug faschingszug karnevalszug \
    rosenmontagszug kerwe kerb sommerhock mittagstisch übernachtung putzete herbstputz \
    frühjahrsputz nikolausfeier jubiläum konvent weihnachtsbasteln osterbasteln \
    bootsfahrt schifffahrt radwanderung cup kirchenkaffee übung lauftreff radtreff stricktreff spieltreff spieletreff neujahrstreff",
    )
});

/// Ends that name a gathering only as part of a longer word.
static TAILS: WordList = LazyLock::new(|| {
    list(
        "abend runde woche nachmittag vormittag café cafe cafè markt tanz ball camp freizeit \
    börse gespräch dialog werkstatt fahrt singen essen nacht stunde besuch kochen gymnastik \
    verkauf",
    )
});

/// Days that are gatherings.
static FEAST_DAYS: WordList = LazyLock::new(|| {
    list(
        "fachtag thementag aktionstag familientag ehrenamtstag weltladentag projekttag studientag \
    infotag informationstag verbandstag kirchentag praxistag ehemaligentag gesundheitstag \
    umwelttag seniorentag kindertag bildungstag netzwerktag",
    )
});

/// Words that end like one of the above and are none.
static OTHERS: WordList = LazyLock::new(|| {
    list(
        "einführung ausführung durchführung forschung wettbewerb feierabend erfahrung manifest \
    geschäftsführung führung gefest abschluss verlauf ablauf kreislauf bachlauf flusslauf lebenslauf zulauf anlauf \
    vorlauf betriebsführung haushaltsführung buchführung unterbrechung freizeit mittagessen \
    abendessen kommission transaktion interaktion reaktion redaktion fraktion produktion \
    supermarkt weihnacht mitternacht fastnacht viertelstunde schulstunde überstunde \
    unterrichtsstunde arbeitsstunde dreiviertelstunde arztbesuch schulbesuch \
    kitabesuch hausbesuch kindergartenbesuch kartenverkauf vorverkauf kartenvorverkauf \
    ausverkauf hausverkauf ticketverkauf ausübung bewerbungsgespräch vorstellungsgespräch religionsausübung berufsausübung",
    )
});

/// Days that are no gatherings, and words that only end like a day.
static COMMON_DAYS: WordList = LazyLock::new(|| {
    list(
        "mittag alltag werktag feiertag brückentag geburtstag todestag namenstag ruhetag arbeitstag \
    urlaubstag schultag ferientag wahltag stichtag bundestag landtag kreistag reichstag städtetag \
    gemeindetag landkreistag vortag folgetag wochentag schließtag samstag sonntag montag dienstag \
    donnerstag freitag vertrag antrag beitrag ertrag auftrag eintrag nachtrag betrag übertrag \
    hochzeitstag gründungstag jahrestag sprechtag öffnungstag kalendertag lebenstag \
    welttag gedenktag spieltag anreisetag abreisetag",
    )
});

/// Takes an ending of case or number off.
fn stems(word: &str) -> impl Iterator<Item = &str> {
    let cut = ["", "s", "es", "e", "en", "n", "er", "ern"];
    cut.into_iter()
        .filter_map(move |end| word.strip_suffix(end))
}

/// Whether a word in small letters names a gathering.
pub(crate) fn is_gathering_word(lower: &str) -> bool {
    is_named_so(lower) || names::unbent(lower).is_some_and(|it| is_named_so(&it))
}

fn is_named_so(lower: &str) -> bool {
    if lower.chars().count() < 4 || names::weekday(lower).is_some() {
        return false;
    }
    stems(lower).any(|stem| {
        let is_named = NAMES
            .iter()
            .any(|it| stem.ends_with(it) && is_whole(stem, it))
            || FEAST_DAYS.iter().any(|it| stem.ends_with(it));
        let is_tail = TAILS
            .iter()
            .any(|it| stem.len() > it.len() + 2 && stem.ends_with(it));
        let is_day = stem.len() > 5
            && stem.ends_with("tag")
            && !stem.ends_with("trag")
            && !COMMON_DAYS.iter().any(|it| stem.ends_with(it));
        // "Pandemie" and its like must not be found in it.
        let is_demo = stem == "demo";
        (is_named || is_tail || is_day || is_demo)
            && !OTHERS.contains(&stem)
            && !is_market_of_work(stem)
    })
}

/// Whether the word at a place names a gathering, also as the end of one with hyphens:
/// "Eltern-Kind-Freizeit".
pub(crate) fn names_gathering_at(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.lower(at);
    let is_end = at >= 2
        && tokens.is(at - 1, '-')
        && tokens.is_joined(at)
        && tokens.is_joined(at - 1)
        && tokens.word(at - 2).is_some();
    is_gathering_word(&word)
        || is_short_name(tokens, at)
        || is_end && is_gathering_word(&format!("{}{word}", tokens.lower(at - 2)))
}

/// "JHV", "MV am 3. Mai": assemblies by their first letters, the shorter only where words around it
/// say that it is one.
fn is_short_name(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.letters(at) {
        "JHV" => true,
        "MV" => {
            let before = at.checked_sub(1).map_or("", |it| tokens.letters(it));
            let is_led = matches!(before, "zur" | "Zur" | "die" | "Die" | "der" | "nächste");
            is_led || matches!(tokens.letters(at + 1), "am" | "vom")
        }
        _ => false,
    }
}

/// "fest" must not be found in "manifest", "kurs" not in "exkurs".
fn is_whole(stem: &str, name: &str) -> bool {
    let before = stem.strip_suffix(name).unwrap_or("");
    before.is_empty() || before.chars().count() >= 3
}

/// "Arbeitsmarkt" and its like are no markets.
fn is_market_of_work(stem: &str) -> bool {
    [
        "arbeitsmarkt",
        "wohnungsmarkt",
        "ausbildungsmarkt",
        "heiratsmarkt",
        "baumarkt",
    ]
    .iter()
    .any(|it| stem.ends_with(it))
}

/// Words that say nothing more than that there is a gathering.
pub(crate) fn is_plain_name(lower: &str) -> bool {
    stems(lower).any(|it| matches!(it, "termin" | "veranstaltung" | "treff" | "programmpunkt"))
}

/// Whether one of these words stands in a line, by itself and in any case.
pub(crate) fn has_word(line: &str, words: &[&str]) -> bool {
    let mut parts = line.split(|it: char| !it.is_alphabetic());
    parts.any(|part| words.iter().any(|it| part.eq_ignore_ascii_case(it)))
}

/// Words for acts by which gatherings are told.
pub(crate) fn is_gathering_act(lower: &str) -> bool {
    static ACTS: WordList = LazyLock::new(|| {
        list(
            "statt stattfinden stattfindet stattfand stattfanden stattgefunden einladen eingeladen \
        lädt laden lud luden einlädt trifft treffen traf trafen getroffen beginnt startet begann \
        startete veranstaltet veranstalten veranstaltete vorgestellt durchgeführt begrüßte \
        referiert referierte feiert feiern feierte feierten teilnehmen willkommen tagt tagte \
        tagten gastiert zusammenkommen zusammen führen besucht besuchten besuchen öffnet unternehmen unternimmt \
        unternahm unternahmen geladen veranstalteten eröffnet eröffnete gastierte gastierten probt proben \
        eingeweiht wandern wanderten radeln radelten",
        )
    });
    ACTS.contains(&lower)
}

/// Words for what is over once it is told, or never was a gathering.
pub(crate) fn is_other_act(lower: &str) -> bool {
    static ACTS: WordList = LazyLock::new(|| {
        list(
            "gegründet gründete gründeten geboren verstorben gestorben verstarb berufen gewählt \
        wählten ernannt unterzeichnet beschlossen beschloss erlassen erließ verabschiedet \
        geändert aktualisiert abgerufen inkrafttreten endet endete ausgelaufen eingetragen \
        gekündigt umgesetzt eingereicht einzureichen einreichen übernommen geschlossen \
        ausgeschrieben wählen eingestellt bewerben gültig gilt gelten besetzt",
        )
    });
    ACTS.contains(&lower)
}

/// Words for papers that carry a day, and other days that are no gatherings.
pub(crate) fn is_other_thing(lower: &str) -> bool {
    static THINGS: WordList = LazyLock::new(|| {
        list(
            "stand fassung beschluss gesetz urteil schreiben bescheid erlass verordnung satzung \
        rechnung ausgabe drucksache redaktionsschluss anmeldeschluss einsendeschluss \
        bewerbungsschluss meldeschluss frist bewerbungsfrist anmeldefrist antragsfrist \
        abgabefrist stelle stellen vollzeit teilzeit arbeitsbeginn müllabfuhr sperrmüll restmüll biotonne geburtstag geburtsdatum \
        zeitraum öffnungszeiten ferien sommerferien urlaub betriebsferien kommunalwahl \
        landtagswahl bundestagswahl europawahl wahlen wahltag bewerbung bewerbungen \
        alarm alarmierung alarmiert alarmzeit \
        kindergartenjahr schuljahr förderzeitraum laufzeit zuletzt umstellung zeitumstellung",
        )
    });
    THINGS.contains(&lower) || is_closure(lower)
}

/// Votes of a whole people, whose day is no gathering's: "Kreistagswahl", and not "Neuwahlen".
pub(crate) fn is_public_vote(lower: &str) -> bool {
    let stem = ["wahl", "wahlen"]
        .iter()
        .find_map(|it| lower.strip_suffix(it));
    stem.is_some_and(|it| {
        [
            "tags",
            "rats",
            "meister",
            "kommunal",
            "europa",
            "parlaments",
            "stich",
            "präsidenten",
            "bürgerschafts",
            "hauses",
            "haus",
        ]
        .iter()
        .any(|end| it.ends_with(end))
    })
}

/// Words for days on which a house is closed: holidays, bridging days, works.
pub(crate) fn is_closure(lower: &str) -> bool {
    let is_short = matches!(lower, "ferien" | "feiertag" | "feiertage" | "schließung");
    is_short
        || [
            "ferien",
            "schließzeit",
            "schließzeiten",
            "schließtag",
            "schließtage",
            "schließungszeit",
            "brückentag",
            "brückentage",
            "feiertag",
            "feiertage",
            "betriebsurlaub",
            "betriebsausflug",
            "teamtag",
            "ruhetag",
            "ferientag",
            "ferientage",
            "schulfrei",
            "unterrichtsfrei",
            "unterrichtsbeginn",
            "unterrichtsende",
            "schulbeginn",
            "schulschluss",
        ]
        .iter()
        .any(|it| lower.ends_with(it))
}

/// Words that say that a day is only thought of.
pub(crate) fn is_proposal(lower: &str) -> bool {
    matches!(
        lower,
        "vorschlag"
            | "vorschläge"
            | "vorgeschlagen"
            | "voraussichtlich"
            | "vermutlich"
            | "ausweichtermin"
            | "alternativ"
            | "abgesagt"
            | "entfällt"
            | "entfallen"
            | "ursprünglich"
    )
}

/// Words above lists of days that are gatherings.
pub(crate) fn leads_days(lower: &str) -> bool {
    static LEADS: WordList = LazyLock::new(|| {
        list(
            "termine termin terminplan terminübersicht terminplanung veranstaltungen \
        veranstaltungskalender kalender programm sitzungstermine jahresprogramm treffen \
        sitzungen tagungen veranstaltungsprogramm gottesdienste kurse workshops",
        )
    });
    LEADS.contains(&lower)
        || [
            "termine",
            "kalender",
            "jahresplan",
            "übungsplan",
            "probenplan",
            "terminliste",
            "treffen",
            "sitzungen",
            "tagungen",
            "runden",
            "abende",
            "seminare",
            "proben",
            "gottesdienste",
            "konzerte",
            "stammtische",
            "wanderungen",
            "führungen",
            "übungen",
        ]
        .iter()
        .any(|it| lower.ends_with(it))
}

/// Headings that say only what kind of thing stands below.
const GENERIC: &[&str] = &[
    "termine",
    "termin",
    "veranstaltungen",
    "veranstaltung",
    "veranstaltungskalender",
    "aktuelles",
    "news",
    "neuigkeiten",
    "nachrichten",
    "kalender",
    "kontakt",
    "impressum",
    "archiv",
    "agenda",
    "startseite",
    "home",
    "einladung",
    "ankündigung",
    "ankündigungen",
    "übersicht",
    "programm",
    "vorschau",
    "rückblick",
    "presse",
    "pressemitteilung",
    "pressemeldungen",
    "blog",
    "info",
    "infos",
    "informationen",
    "details",
    "wann",
    "wo",
    "zur übersicht",
    "mehr informationen",
    "ort",
    "datum",
    "zeit",
    "anmeldung",
    "tagesordnung",
    "ablauf",
    "bekanntmachungen",
    "protokoll",
    "niederschrift",
    "mitteilungen",
    "kurznachrichten",
    "newsletter",
    "und sonst",
    "was läuft",
    "sitzungskalender",
    "terminkalender",
    "jahresprogramm",
    "noch plätze frei",
    "freie plätze",
    "willkommen",
    "herzlich willkommen",
    "allgemeines",
    "eckdaten",
    "daten",
    "rahmendaten",
    "auf einen blick",
    "zeit und ort",
    "ort und zeit",
    "wann und wo",
    "wann & wo",
    "zeitplan",
    "hinweise",
    "organisatorisches",
    "ausschreibung",
    "save the date",
    "termin vormerken",
    "terminhinweis",
    "terminhinweise",
    "bitte vormerken",
    "events",
];

/// Headings that say nothing about what stands below.
pub(crate) fn is_generic_heading(words: &str) -> bool {
    let lower = words.trim_matches([':', ' ', '►', '»', '!']).to_lowercase();
    let bare = lower
        .trim_start_matches("die ")
        .trim_start_matches("unsere ")
        .trim_start_matches("aktuelle ")
        .trim_start_matches("weitere ")
        .trim_start_matches("nächste ")
        .trim_start_matches("nächsten ")
        .trim_start_matches("kommende ")
        .trim_start_matches("interessante ")
        .trim_start_matches("veranstaltung: ");
    // "#treffen26": a mark for other pages, and no name.
    let is_tag = lower.starts_with('#') && !lower.contains(' ');
    // "Wann treffen wir uns?": what a page asks it answers below.
    let is_question =
        words.trim_end().ends_with('?') && ["wann ", "wo "].iter().any(|it| lower.starts_with(it));
    is_tag
        || is_question
        || GENERIC.contains(&bare)
        || bare.starts_with("termine ")
        || bare.starts_with("veranstaltungen ")
        || bare.starts_with("termine im ")
        || bare.starts_with("die nächsten ")
        || words.trim_end().ends_with(':')
            && bare
                .split_whitespace()
                .any(|it| leads_days(it.trim_end_matches(':')))
}

/// Words before what says when, where or for how much.
pub(crate) fn is_question_word(lower: &str) -> bool {
    matches!(
        lower,
        "wo" | "wann"
            | "wer"
            | "was"
            | "ort"
            | "zeit"
            | "datum"
            | "uhrzeit"
            | "treffpunkt"
            | "einlass"
            | "beginn"
            | "ende"
            | "kosten"
            | "eintritt"
            | "termin"
            | "abfahrt"
            | "anreise"
    )
}

/// Labels of what is said about a gathering besides its name, when and where.
pub(crate) fn is_fact_label(lower: &str) -> bool {
    static LABELS: WordList = LazyLock::new(|| {
        list(
            "anwesend anwesende entschuldigt alter leitung referent referentin referenten \
        referierende kosten preis gebühr teilnahmegebühr teilnahmebeitrag eintritt kontakt anmeldung \
        anmeldeschluss moderation veranstalter veranstalterin zielgruppe dauer protokoll \
        protokollführung protokollant sitzungsleitung teilnehmer teilnehmende plätze dozent dozentin \
        kursleitung ansprechpartner ansprechpartnerin telefon hinweis verpflegung mitzubringen",
        )
    });
    LABELS.contains(&lower)
}

/// Headings above the steps of a day.
pub(crate) fn names_programme(words: &str) -> bool {
    let tokens = Tokens::of(words);
    (0..tokens.len()).any(|at| {
        matches!(
            tokens.lower(at).as_str(),
            "zeitplan"
                | "ablauf"
                | "tagesablauf"
                | "ablaufplan"
                | "programmablauf"
                | "tagesprogramm"
        )
    })
}
