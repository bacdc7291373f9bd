//! Search by words and their beginnings, with the same hits on both databases.
//!
//! Each record's words stand in one table, below a place: a network, a kind of record and an
//! audience. A question looks at the beginning of an index in each place and no further than
//! anybody reads, so that it costs the same however much there is to find.

mod words;

use base::access::Audience;
use base::{Fault, Moment, NetworkId};
use jiff::civil::Date;
use uuid::Uuid;

use crate::conn::Conn;
use crate::value::{Bind, Value};
use crate::{Row, params, sql};

pub use words::terms;
use words::{remembered, titled};

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
const MOST_ASKED: usize = 6;
/// How many hits of one place are looked at.
const OF_A_PLACE: i64 = 60;
/// How many beginnings of words are looked at where one word is asked for: some records have
/// several words that begin so.
const LOOKED_AT: i64 = 4;
/// How many are looked at where all of several words must be there.
const LOOKED_THROUGH: i64 = 2000;
/// No word has a letter behind this one.
const LAST: char = '\u{10FFFF}';

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
        let place = self.search_place(entry)?;
        for words in remembered(entry.title, entry.text).chunks(WORDS_AT_ONCE) {
            let padded = words
                .iter()
                .map(String::as_str)
                .chain(std::iter::repeat(""));
            let values: Vec<Value> = [place.bind(), number.bind()]
                .into_iter()
                .chain(padded.take(WORDS_AT_ONCE).map(Bind::bind))
                .collect();
            self.exec(
                sql!(
                    "INSERT INTO search_word (place, word, number)
                     SELECT e.place, e.word, e.number FROM (
                         SELECT CAST($1 AS BIGINT) AS place, CAST($2 AS BIGINT) AS number,
                                CAST($3 AS TEXT) AS word
                         UNION ALL SELECT $1, $2, CAST($4 AS TEXT)
                         UNION ALL SELECT $1, $2, CAST($5 AS TEXT)
                         UNION ALL SELECT $1, $2, CAST($6 AS TEXT)
                         UNION ALL SELECT $1, $2, CAST($7 AS TEXT)
                         UNION ALL SELECT $1, $2, CAST($8 AS TEXT)
                         UNION ALL SELECT $1, $2, CAST($9 AS TEXT)
                         UNION ALL SELECT $1, $2, CAST($10 AS TEXT)) e
                     WHERE e.word <> ''"
                ),
                &values,
            )?;
        }
        Ok(())
    }

    /// Where a record's words stand: one place for each kind and audience of a network.
    fn search_place(&mut self, entry: &Indexed<'_>) -> Result<i64, Fault> {
        let known = self.one(
            sql!(
                "SELECT number FROM search_place
                 WHERE network_id = $1 AND kind = $2 AND audience = $3"
            ),
            params![entry.network, entry.kind, entry.audience.word()],
            Row::take::<i64>,
        )?;
        if let Some(place) = known {
            return Ok(place);
        }
        let last = self.count(
            sql!("SELECT COALESCE(MAX(number), 0) FROM search_place"),
            &[],
        )?;
        self.exec(
            sql!(
                "INSERT INTO search_place (number, network_id, kind, audience)
                 VALUES ($1, $2, $3, $4)"
            ),
            params![last + 1, entry.network, entry.kind, entry.audience.word()],
        )?;
        Ok(last + 1)
    }

    /// Lets a record be found no more.
    pub fn unindex(&mut self, kind: &str, subject: Uuid) -> Result<(), Fault> {
        let known = self.one(
            sql!("SELECT number FROM search_entry WHERE kind = $1 AND subject_id = $2"),
            params![kind, subject],
            Row::take::<i64>,
        )?;
        let Some(number) = known else { return Ok(()) };
        self.exec(
            sql!("DELETE FROM search_word WHERE number = $1"),
            params![number],
        )?;
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

    /// Records of a network that hold all words of `query`, the best first: those whose title
    /// says it, then the newest. Of each kind only so many as anybody reads.
    ///
    /// The caller leaves out what the person may not see.
    pub fn search(
        &mut self,
        network: NetworkId,
        query: &str,
        limit: i64,
    ) -> Result<Vec<Found>, Fault> {
        let terms = asked(query);
        let mut found = Vec::new();
        for (place, _) in self.search_places(network)? {
            found.extend(self.search_in(place, &terms, OF_A_PLACE)?);
        }
        found.sort_by_cached_key(|it| {
            let best = std::cmp::Reverse(titled(&it.title, &terms));
            (
                best,
                std::cmp::Reverse(it.day),
                it.title.to_lowercase(),
                it.subject,
            )
        });
        found.truncate(usize::try_from(limit).unwrap_or(0));
        Ok(found)
    }

    /// Records of one kind of a network that hold all words of `query`, those first that say
    /// most nearly what was asked.
    ///
    /// The caller leaves out what the person may not see.
    pub fn search_kind(
        &mut self,
        network: NetworkId,
        kind: &str,
        (query, limit): (&str, i64),
    ) -> Result<Vec<Found>, Fault> {
        let terms = asked(query);
        let mut found = Vec::new();
        for (place, _) in self
            .search_places(network)?
            .into_iter()
            .filter(|(_, of)| of == kind)
        {
            found.extend(self.search_in(place, &terms, limit)?);
        }
        Ok(found)
    }

    fn search_places(&mut self, network: NetworkId) -> Result<Vec<(i64, String)>, Fault> {
        self.all(
            sql!("SELECT number, kind FROM search_place WHERE network_id = $1 ORDER BY number"),
            params![network],
            |row| Ok((row.take()?, row.take()?)),
        )
    }

    fn search_in(&mut self, place: i64, terms: &[String], limit: i64) -> Result<Vec<Found>, Fault> {
        let mut terms: Vec<&str> = terms.iter().map(String::as_str).collect();
        if terms.len() > 1 {
            // The rarest word leads: the others are looked up for what it has found.
            let mut counted = Vec::new();
            for term in terms {
                let count = self.count(
                    sql!(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM search_word
                         WHERE place = $1 AND word >= $2 AND word < $3 LIMIT 1000) w"
                    ),
                    params![place, term, format!("{term}{LAST}")],
                )?;
                counted.push((count, term));
            }
            counted.sort_unstable();
            if counted.first().is_some_and(|(count, _)| *count == 0) {
                return Ok(Vec::new());
            }
            terms = counted.into_iter().map(|(_, term)| term).collect();
        }
        let Some((first, others)) = terms.split_first() else {
            return Ok(Vec::new());
        };
        let most = if others.is_empty() {
            limit.saturating_mul(LOOKED_AT)
        } else {
            LOOKED_THROUGH
        };
        let mut values = vec![
            place.bind(),
            (*first).bind(),
            format!("{first}{LAST}").bind(),
            most.bind(),
            limit.bind(),
        ];
        let padded = others.iter().copied().chain(std::iter::repeat(""));
        for term in padded.take(MOST_ASKED - 1) {
            values.push(term.bind());
            values.push(format!("{term}{LAST}").bind());
        }
        self.all(
            sql!(
                "SELECT e.kind, e.subject_id, e.audience, e.title, e.href, e.day
                 FROM (SELECT m.number, MIN(m.word) AS word FROM (
                    SELECT b.number, b.word FROM (
                        SELECT number, word FROM search_word
                        WHERE place = $1 AND word >= $2 AND word < $3
                        ORDER BY word, number LIMIT $4) b
                    WHERE (CAST($6 AS TEXT) = '' OR EXISTS (SELECT 1 FROM search_word w
                        WHERE w.number = b.number AND w.word >= $6 AND w.word < $7))
                    AND (CAST($8 AS TEXT) = '' OR EXISTS (SELECT 1 FROM search_word w
                        WHERE w.number = b.number AND w.word >= $8 AND w.word < $9))
                    AND (CAST($10 AS TEXT) = '' OR EXISTS (SELECT 1 FROM search_word w
                        WHERE w.number = b.number AND w.word >= $10 AND w.word < $11))
                    AND (CAST($12 AS TEXT) = '' OR EXISTS (SELECT 1 FROM search_word w
                        WHERE w.number = b.number AND w.word >= $12 AND w.word < $13))
                    AND (CAST($14 AS TEXT) = '' OR EXISTS (SELECT 1 FROM search_word w
                        WHERE w.number = b.number AND w.word >= $14 AND w.word < $15))
                    LIMIT $5 * 4) m
                    GROUP BY m.number ORDER BY MIN(m.word), m.number LIMIT $5) f
                 JOIN search_entry e ON e.number = f.number
                 ORDER BY f.word, f.number"
            ),
            &values,
            read_found,
        )
    }
}

/// How many words one statement remembers.
const WORDS_AT_ONCE: usize = 8;

/// The words of a question that tell most.
fn asked(query: &str) -> Vec<String> {
    let mut terms = terms(query);
    terms.sort_by_key(|term| std::cmp::Reverse(term.chars().count()));
    terms.dedup();
    let mut asked: Vec<String> = Vec::new();
    for term in terms {
        if asked.len() < MOST_ASKED && !asked.contains(&term) {
            asked.push(term);
        }
    }
    asked
}

fn read_found(row: &mut Row) -> Result<Found, Fault> {
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
