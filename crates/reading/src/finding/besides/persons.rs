//! Names of persons in a text, and the words for what they do.

use std::sync::LazyLock;

use crate::grammar::tokens::{Tokens, WordList, list};
use crate::grammar::{names, places, towns};

/// Words for what people do in an office or at a gathering, and ends of such words.
static FUNCTIONS: WordList = LazyLock::new(|| {
    list(
        "leiter leiterin leitung geschäftsführer geschäftsführerin geschäftsführung referent \
    referentin sprecher sprecherin pressesprecher pressesprecherin vorsitzender vorsitzende \
    vorsitzenden vorsitz stellvertreter stellvertreterin stellvertretung vorstand präsident \
    präsidentin bürgermeister bürgermeisterin beauftragte beauftragter beauftragten koordinator \
    koordinatorin koordination professor professorin pfarrer pfarrerin pastor pastorin dekan \
    dekanin superintendent superintendentin bischof bischöfin propst diakon diakonin berater \
    beraterin ansprechpartner ansprechpartnerin mitarbeiter mitarbeiterin sachbearbeiter \
    sachbearbeiterin direktor direktorin landrat landrätin kreisrat kreisrätin stadtrat stadträtin \
    dezernent dezernentin staatssekretär staatssekretärin ministerin minister senator senatorin \
    abgeordnete abgeordneter moderation moderator moderatorin fachmann fachfrau sekretariat \
    sekretär sekretärin supervisor supervisorin mediator mediatorin trainer trainerin ausbilder \
    ausbilderin dozent dozentin autor autorin schriftsteller schriftstellerin künstler künstlerin \
    regisseur regisseurin journalist journalistin redakteur redakteurin psychologe psychologin \
    soziologe soziologin pädagoge pädagogin historiker historikerin jurist juristin rechtsanwalt \
    rechtsanwältin architekt architektin planer planerin arzt ärztin hebamme pfleger pflegerin \
    therapeut therapeutin schirmherr schirmherrin schatzmeister schatzmeisterin kassenwart \
    kassenwartin schriftführer schriftführerin kommissar kommissarin polizeihauptmeister meisterin \
    wehrführer wehrführerin kantor kantorin chorleiter entwickler entwicklerin vorstandsmitglied \
    geschäftsstellenleiter ratsmitglied ortsvorsteher ortsvorsteherin schulleiter",
    )
});

/// Ends of words for what women do; words for men have none of their own.
const ENDS: &[&str] = &[
    "erin", "orin", "entin", "istin", "ologin", "eurin", "ärin", "ätin",
];

/// First names that end alike.
const NO_FUNCTIONS: &[&str] = &["severin", "katherin", "catherin", "catrin", "quirin"];

pub(super) fn is_function(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stem = lower.strip_suffix('s').unwrap_or(&lower);
    let is_listed = FUNCTIONS
        .iter()
        .any(|it| lower.ends_with(it) || stem.ends_with(it));
    is_listed
        || lower.chars().count() >= 7
            && ENDS.iter().any(|it| lower.ends_with(it))
            && !NO_FUNCTIONS.contains(&lower.as_str())
}

pub(super) fn is_big(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .word(at)
        .and_then(|it| it.chars().next())
        .is_some_and(char::is_uppercase)
}

/// Ends of surnames that are ends of houses, too.
const SURNAME_ENDS: &[&str] = &["heim", "hof", "garten", "insel", "markt", "werk"];

/// Whether a token may be part of a person's name. What stands behind a rank or a first name may
/// look like a house or a town.
fn is_name_part(tokens: &Tokens<'_>, at: usize, is_ranked: bool, is_first: bool) -> bool {
    let Some(word) = tokens.word(at) else {
        return false;
    };
    let lower = word.to_lowercase();
    let may_be_surname = (is_ranked || !is_first)
        && SURNAME_ENDS
            .iter()
            .any(|it| lower.ends_with(it) && lower.len() > it.len() + 1);
    is_big(tokens, at)
        && word.chars().count() >= 2
        && word.chars().skip(1).all(char::is_lowercase)
        && !is_function(word)
        && names::month(word).is_none_or(|(_, is_short)| is_short)
        && names::weekday(word).is_none()
        && (may_be_surname || !places::is_house(word))
        && !crate::finding::words::is_gathering_word(&lower)
        && (is_ranked || !towns::is_known(word))
        && !is_plain_noun(&lower)
}

/// Endings and words that no name has.
fn is_plain_noun(lower: &str) -> bool {
    static WORDS: WordList = LazyLock::new(|| {
        list(
            "telefon tel fax mobil mail e-mail kontakt der die das den dem des ein eine einen einer für \
        von vom mit bei beim und oder im in am an ab auf aus herr herrn frau uhr ort termin anmeldung \
        anmeldungen wir sie ihr er es alle nach stadt fachbereich bitte weitere dr prof gast thema \
        sozialdienst straße str bildung über zum zur unter netz verbund sankt st bad alte alten alter \
        altes neue neuen neuer neues erste ersten erster zweite zweiten dritte offene offener großer \
        großen großes große kleine kleiner kleines kreis region landkreis verein info infos kosten \
        eintritt einlass beginn ende programm foto bild quelle text euro prozent teil forum thema themen \
        familie frage fragen zeit zeiten datum tagesordnung top internet web jahr jahre kinder frauen \
        männer eltern hilfe hilfen arbeit soziales jugend senioren liebe lieber sehr hallo viele grüße \
        freundlichen herzliche herzlichen mit auch als wer wie was wo wann warum unsere unser unserer \
        jeder jede jeden beide alle seit bis vor nur noch so dann danach heute morgen hinweis antrag \
        pause kaffee mittag gruß rat recht geld schule natur kultur musik sport europa deutschland \
        deutsche deutscher deutschen evangelische katholische paritätische e eg ag kg",
        )
    });
    let is_young = lower.chars().count() <= 5 || lower == "hartung";
    WORDS.contains(&lower)
        || !is_young && lower.ends_with("ung")
        || [
            "ungen", "heit", "keit", "schaft", "tion", "straße", "platz", "dienst", "bereich",
            "stelle", "beirat", "verein", "verband", "netzwerk", "verbund", "zentrum", "gruppe",
            "büro", "amt", "abend", "ität", "ismus", "arbeit",
        ]
        .iter()
        .any(|it| lower.ends_with(it))
}

/// A person's name in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    /// Where it begins, ranks included.
    pub(super) from: usize,
    /// Where it ends.
    pub(super) until: usize,
    /// Whether a rank or a form of address leads it.
    pub(super) is_ranked: bool,
}

/// A person's name at a token: two or three parts, or one behind a rank. Ranks belong to the name,
/// forms of address do not.
pub(super) fn person(tokens: &Tokens<'_>, at: usize) -> Option<Person> {
    let (mut from, mut next, mut is_ranked) = (at, at, false);
    loop {
        let word = tokens.letters(next);
        let is_address = matches!(word, "Herr" | "Herrn" | "Frau");
        let is_rank = matches!(
            word,
            "Dr" | "Prof" | "Professor" | "Professorin" | "Dipl" | "Pfr" | "RA" | "RAin" | "Mag"
        ) || is_ranked
            && matches!(
                word,
                "med" | "phil" | "jur" | "rer" | "nat" | "Ing" | "Päd" | "Psych" | "theol"
            );
        if !(is_address || is_rank) {
            break;
        }
        is_ranked = true;
        next += 1 + usize::from(tokens.is(next + 1, '.'));
        next += usize::from(tokens.is(next, '-'));
        if is_address {
            from = next;
        }
    }
    if !is_name_part(tokens, next, is_ranked, true) {
        return None;
    }
    next += 1;
    let mut parts = 1;
    while parts < 4 && !tokens.begins_line(next) {
        let may_be = |at: usize| is_name_part(tokens, at, is_ranked, false);
        if tokens.is(next, '-') && tokens.is_joined(next) && may_be(next + 1) {
            next += 2;
        } else if matches!(tokens.letters(next), "von" | "van" | "de" | "zu") && may_be(next + 1) {
            next += 2;
            parts += 1;
        } else if may_be(next) && !(tokens.is_joined(next)) {
            next += 1;
            parts += 1;
        } else {
            break;
        }
    }
    ((2..=3).contains(&parts) || is_ranked && parts == 1).then_some(Person {
        from,
        until: next,
        is_ranked,
    })
}

/// Whether a word with a capital stands right before, so that a name would begin inside of another.
pub(super) fn continues(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| !tokens.begins_line(at)) else {
        return false;
    };
    // What opens a sentence has a capital anyway.
    let opens = before == 0 || tokens.word(before - 1).is_none();
    let word = tokens.word(before).unwrap_or("");
    is_big(tokens, before)
        && !is_function(word)
        && !(opens
            && matches!(
                word,
                "Mit" | "Von" | "Es" | "Und" | "Auch" | "Frau" | "Herr" | "Herrn"
            ))
}
