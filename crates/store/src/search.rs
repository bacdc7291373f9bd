//! Full-text search over stemmed German words, with the same hits on both databases.

use base::access::Audience;
use base::{Fault, Moment, NetworkId};
use jiff::civil::Date;
use uuid::Uuid;

use crate::conn::Conn;
use crate::{dialect, params, sql};

/// What a record lets be found of itself.
#[derive(Clone, Debug)]
pub struct Indexed<'i> {
    /// The network that it belongs to.
    pub network: NetworkId,
    /// What kind of record; the phrase key is `found-` and this word.
    pub kind: &'static str,
    /// Which record.
    pub subject: Uuid,
    /// Who may find it.
    pub audience: Audience,
    /// The headline of the hit.
    pub title: &'i str,
    /// Where it leads, without the language prefix.
    pub href: &'i str,
    /// The day that it belongs to.
    pub day: Option<Date>,
    /// All its words.
    pub text: &'i str,
}

/// A hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What kind of record.
    pub kind: String,
    /// Which record.
    pub subject: Uuid,
    /// Who may find it.
    pub audience: Audience,
    /// The headline.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// The day that it belongs to.
    pub day: Option<Date>,
}

/// More words of one question find nothing better.
const MOST_ASKED: usize = 12;
/// Longer words are no words, and PostgreSQL refuses very long ones.
const LONGEST: usize = 80;

/// The stems of a text's words, as they are remembered and as they are asked for: letters and
/// digits alone, in lower case, without marks above them.
pub fn terms(text: &str) -> Vec<String> {
    let stemmer = frostem::Stemmer::new(frostem::Algorithm::German);
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let word: String = word.chars().take(LONGEST).collect();
            stemmer.stem(&word).into_owned()
        })
        .filter(|term| !term.is_empty())
        .collect()
}

/// Small letters without marks. Umlauts and ß stay: the stemmer knows them in both spellings.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        let umlaut = match letter {
            'a' => Some('ä'),
            'o' => Some('ö'),
            'u' => Some('ü'),
            _ => None,
        };
        match (letter, umlaut) {
            // Some systems write the two dots as a letter of their own.
            (_, Some(umlaut)) if letters.next_if_eq(&'\u{308}').is_some() => folded.push(umlaut),
            ('ä' | 'ö' | 'ü' | 'ß', _) => folded.push(letter),
            // Other marks over the letter before, and soft hyphens, part no words.
            ('\u{300}'..='\u{36f}' | '\u{ad}', _) => {}
            _ => match base::written_out(letter) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(letter),
            },
        }
    }
    folded
}

impl Conn<'_> {
    /// Lets a record be found, in place of what was known of it before.
    pub fn index(&mut self, moment: &mut Moment, entry: &Indexed<'_>) -> Result<(), Fault> {
        self.unindex(entry.kind, entry.subject)?;
        let number = moment.number();
        self.exec(
            sql!(
                "INSERT INTO search_entry
                 (number, network_id, kind, subject_id, audience, title, href, day)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            params![
                number,
                entry.network,
                entry.kind,
                entry.subject,
                entry.audience.word(),
                entry.title,
                entry.href,
                entry.day
            ],
        )?;
        let (_, remember) = dialect::terms_statements(self.dialect());
        let terms = terms(&format!("{} {}", entry.title, entry.text));
        let words = dialect::search_text(self.dialect(), &terms);
        self.exec(remember, params![number, words])?;
        Ok(())
    }

    /// Lets a record be found no more.
    pub fn unindex(&mut self, kind: &str, subject: Uuid) -> Result<(), Fault> {
        let known = self.one(
            sql!("SELECT number FROM search_entry WHERE kind = $1 AND subject_id = $2"),
            params![kind, subject],
            crate::Row::take::<i64>,
        )?;
        let Some(number) = known else { return Ok(()) };
        let (forget, _) = dialect::terms_statements(self.dialect());
        self.exec(forget, params![number])?;
        self.exec(
            sql!("DELETE FROM search_entry WHERE number = $1"),
            params![number],
        )?;
        Ok(())
    }

    /// What a record lets be known of itself: how one room names a record of another.
    pub fn indexed(&mut self, kind: &str, subject: Uuid) -> Result<Option<Found>, Fault> {
        self.one(
            sql!(
                "SELECT kind, subject_id, audience, title, href, day FROM search_entry
                 WHERE kind = $1 AND subject_id = $2"
            ),
            params![kind, subject],
            read_found,
        )
    }

    /// The same, where the record belongs to this network.
    pub fn indexed_in(
        &mut self,
        network: NetworkId,
        kind: &str,
        subject: Uuid,
    ) -> Result<Option<Found>, Fault> {
        self.one(
            sql!(
                "SELECT kind, subject_id, audience, title, href, day FROM search_entry
                 WHERE kind = $1 AND subject_id = $2 AND network_id = $3"
            ),
            params![kind, subject, network],
            read_found,
        )
    }

    /// The records of one kind of a network, those without a day and the newest first.
    pub fn newest_in(
        &mut self,
        network: NetworkId,
        kind: &str,
        limit: i64,
    ) -> Result<Vec<Found>, Fault> {
        self.all(
            sql!(
                "SELECT kind, subject_id, audience, title, href, day FROM search_entry
                 WHERE network_id = $1 AND kind = $2
                 ORDER BY CASE WHEN day IS NULL THEN 0 ELSE 1 END, day DESC, number LIMIT $3"
            ),
            params![network, kind, limit],
            read_found,
        )
    }

    /// Records of a network that hold all words of `query`, the best first.
    ///
    /// The caller leaves out what the person may not see.
    pub fn search(
        &mut self,
        network: NetworkId,
        query: &str,
        limit: i64,
    ) -> Result<Vec<Found>, Fault> {
        let mut terms = terms(query);
        terms.truncate(MOST_ASKED);
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let text = dialect::search_query(self.dialect(), &terms);
        self.all(
            dialect::search_statement(self.dialect()),
            params![text, network, limit],
            read_found,
        )
    }
}

fn read_found(row: &mut crate::Row) -> Result<Found, Fault> {
    Ok(Found {
        kind: row.take()?,
        subject: row.take()?,
        audience: Audience::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read an audience"))?,
        title: row.take()?,
        href: row.take()?,
        day: row.take()?,
    })
}
