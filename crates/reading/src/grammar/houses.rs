//! Houses and halls by their words, and the ways to meet without one.

use std::ops::Range;
use std::sync::LazyLock;

use super::tokens::{Tokens, WordList, list};

/// How houses and halls are called, or end.
static HOUSES: WordList = LazyLock::new(|| {
    list(
        "haus hauses häuschen zentrum saal säle heim halle kirche rathaus schule bibliothek bücherei \
    museum café cafe cafè treff treffpunkt raum räume räumen räumlichkeiten büro platz park \
    garten hof stadion hütte laden theater kino hotel gasthof restaurant gaststätte gästehaus \
    akademie universität uni hochschule vhs stätte tagesstätte klinik klinikum krankenhaus kita \
    kapelle schloss turm scheune studio werk zentrale geschäftsstelle amt ministerium kammer \
    forum bahnhof markt messe arena club klub bar landratsamt bürgeramt jugendamt sozialamt \
    gesundheitsamt bauhof friedhof bauernhof schulhof pfarrhof festplatz sportplatz marktplatz \
    dorfplatz kneipe brauerei mühle foyer aula mensa freibad dom kloster synagoge moschee hospiz \
    atelier galerie archiv werkstatt pfarrei gemeinde zelt landtag bundestag stadthaus space \
    insel anlage gelände areal wiese pizzeria ristorante trattoria bistro taverne \
    gaststube weinstube weingut schänke schenke cafeteria kantine villa keller hafen strand kegelbahn \
    freilichtbühne dgh lokal ratskeller heimatstube stadthalle kirchsaal audimax \
    fabrik buchhandlung zimmer bühne pavillon anger tenne remise depot orangerie hallenbad strandbad \
    schwimmbad lounge sternwarte planetarium zoo rittergut hofgut landgut",
    )
});

/// Words behind "im" or "am" that are no places.
pub(crate) static NO_PLACES: WordList = LazyLock::new(|| {
    list(
        "jahr jahre monat rahmen anschluss internet bereich vorfeld namen sinne auftrag zuge laufe \
    mittelpunkt gespräch überblick ende anfang nachmittag vormittag abend morgen mittag \
    wochenende tag vordergrund herbst frühjahr sommer winter frühling frühsommer spätsommer \
    zeitraum alter durchschnitt anhang durchgang verlauf programm angebot netz team schnitt",
    )
});

/// Words that end like a house and are none.
static NO_HOUSES: WordList = LazyLock::new(|| {
    list(
        "netzwerk handwerk feuerwerk ehrenamt zeitraum arbeitsplatz arbeitsplätze sozialraum \
    arbeitsmarkt ausbildungsplatz studienplatz betreuungsplatz betreuungsplätze kitaplatz \
    sprachraum freiraum lebensraum wohnraum wohnungsmarkt bundestag zuhause stadtgemeinde \
    bauwerk stichwerk handlungsraum supermarkt spielraum vorhaben vermögen parkplatz nachbar",
    )
});

/// Ways to meet without a place.
pub(crate) static ONLINE: WordList = LazyLock::new(|| {
    list(
        "zoom webex teams online digital virtuell videokonferenz webinar jitsi livestream \
    bigbluebutton gotomeeting bbb telefonkonferenz skype alfaview",
    )
});

/// Whether a word names a house or hall.
pub(crate) fn is_house(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stem = ["es", "s", "e"]
        .iter()
        .find_map(|end| lower.strip_suffix(end));
    let ends = |word: &str| {
        HOUSES
            .iter()
            .any(|house| word == *house || house.chars().count() > 3 && word.ends_with(house))
    };
    let is_yard = lower.ends_with("hof") && lower.len() > 6 && !lower.ends_with("bischof");
    (is_yard || ends(&lower) || stem.is_some_and(ends))
        && !crate::finding::words::is_gathering_word(&lower)
        && !NO_PLACES.contains(&lower.as_str())
        && !NO_HOUSES
            .iter()
            .any(|it| lower.starts_with(it) || lower.ends_with(it))
        && !ONLINE.contains(&lower.as_str())
}

/// "per Zoom", "im Online-Format".
pub(crate) fn online(tokens: &Tokens<'_>) -> Option<Range<usize>> {
    let at = (0..tokens.len()).find(|at| {
        let word = tokens.lower(*at);
        ONLINE.iter().any(|it| {
            word == *it
                || matches!(*it, "digital" | "virtuell")
                    && word
                        .strip_prefix(it)
                        .is_some_and(|rest| matches!(rest, "e" | "en" | "er" | "es"))
        }) && !(word == "teams" && tokens.lower(at.saturating_sub(1)) == "in")
    })?;
    // "Online-Anmeldung" is no place.
    let mut until = at + 1;
    if !is_way_to_meet(tokens, at) {
        return None;
    }
    if tokens.is(until, '-') && tokens.is_joined(until + 1) {
        let joined = tokens.lower(until + 1);
        let is_meeting = joined == "format"
            || crate::finding::words::is_gathering_word(&joined)
            || is_house(&joined);
        if !is_meeting {
            return None;
        }
        until += 2;
    }
    let mut next = until;
    while matches!(
        tokens.lower(next).as_str(),
        "per" | "via" | "über" | "auf" | "bei" | "in"
    ) || tokens.is_one_of(next, &[',', '(', '|'])
    {
        next += 1;
    }
    if ONLINE.contains(&tokens.lower(next).as_str()) {
        until = next + 1;
    }
    // "online anmelden", "digital unterstützen": a verb behind it makes it no place.
    let behind = tokens.lower(until);
    let is_verb = behind.starts_with("anmeld")
        || behind.starts_with("buch")
        || matches!(
            behind.as_str(),
            "an" | "unter" | "abrufbar" | "verfügbar" | "registrieren"
        );
    if is_verb && until == at + 1 && tokens.lower(at) == "online" {
        return None;
    }
    Some(tokens.start(at)..tokens.end_before(until))
}

/// "digital" and "virtuell" say where only beside a gathering or a verb for it.
fn is_way_to_meet(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.lower(at);
    if !(word.starts_with("digital") || word.starts_with("virtuell")) {
        return true;
    }
    let behind = tokens.lower(at + 1);
    crate::finding::words::is_gathering_word(&behind)
        || matches!(behind.as_str(), "statt" | "per" | "via" | "über")
        || matches!(word.as_str(), "digital" | "virtuell")
            && (at + 1 >= tokens.len() || tokens.is_one_of(at + 1, &[',', ')', '|', ';']))
}
