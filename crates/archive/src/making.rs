//! Writing an archive: a table for each kind of record, the files, the page that explains them.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Seek, Write};

use askama::Template;
use base::{Fault, Lang, NetworkId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use shell::{App, Chapter, ToldAs};
use store::{BlobHash, Col, Conn, Row, Value, params};
use tables::Cell;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::progress::Progress;
use crate::records::Archive;

/// The folder of files in an archive.
const FILES: &str = "dateien";

/// What the page says of one table.
struct Told {
    file: String,
    label: String,
    about: String,
    rows: usize,
}

/// What the page says in one language.
struct Part {
    lang: Lang,
    title: String,
    lead: String,
    made: String,
    form: String,
    file: String,
    what: String,
    count: String,
    tables: Vec<Told>,
    not_heading: String,
    not: Vec<String>,
}

#[derive(Template)]
#[template(path = "archive/readme.html")]
struct ReadMe {
    title: String,
    parts: Vec<Part>,
}

struct Maker<'m> {
    app: &'m App,
    network: NetworkId,
    lang: Lang,
    zone: TimeZone,
    zip: ZipWriter<File>,
    /// The files that stand in the archive already.
    files: HashSet<String>,
    /// How many rows each table has.
    counts: Vec<usize>,
}

fn broken(cause: impl std::error::Error + Send + Sync + 'static) -> Fault {
    Fault::because("write an archive", cause)
}

/// Writes an archive into a file without a name, which goes when it is closed.
///
/// # Errors
/// When the database or the disk fails.
pub(crate) fn make(conn: &mut Conn<'_>, app: &App, it: &Archive) -> Result<File, Fault> {
    let network = register::network(conn, it.network)?
        .ok_or_else(|| Fault::new("find the network of an archive"))?;
    let file = tempfile::tempfile().map_err(broken)?;
    let mut maker = Maker {
        app,
        network: it.network,
        lang: it.lang,
        zone: TimeZone::get(&network.zone).unwrap_or(TimeZone::UTC),
        zip: ZipWriter::new(file),
        files: HashSet::new(),
        counts: Vec::new(),
    };
    let chapters: Vec<&Chapter> = app.rooms.iter().flat_map(|room| room.chapters).collect();
    for (done, chapter) in chapters.iter().enumerate() {
        if let Some(progress) = app.tool::<Progress>() {
            progress.note(it.id, done, chapters.len());
        }
        maker.table(conn, chapter)?;
    }
    maker.read_me(&network.name, &chapters)?;
    let mut file = maker.zip.finish().map_err(broken)?;
    file.rewind().map_err(broken)?;
    Ok(file)
}

impl Maker<'_> {
    fn say(&self, key: &str) -> String {
        self.app.phrases.say(self.lang, key).to_owned()
    }

    fn put(&mut self, name: String, bytes: &[u8], method: CompressionMethod) -> Result<(), Fault> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .large_file(true);
        self.zip.start_file(name, options).map_err(broken)?;
        self.zip.write_all(bytes).map_err(broken)
    }

    fn table(&mut self, conn: &mut Conn<'_>, chapter: &Chapter) -> Result<(), Fault> {
        let headings: Vec<String> = chapter
            .columns
            .iter()
            .map(|(word, _)| self.say(&format!("archive-col-{word}")))
            .collect();
        let read = conn.all(chapter.read, params![self.network], |row| {
            let values = chapter.columns.iter().map(|_| row.take::<Value>());
            values.collect::<Result<Vec<_>, _>>()
        })?;
        let name_at = chapter
            .columns
            .iter()
            .position(|(it, _)| *it == "file-name");
        let mut rows = Vec::with_capacity(read.len());
        for values in read {
            let name = match name_at.and_then(|at| values.get(at)) {
                Some(Value::Text(name)) => name.clone(),
                _ => String::new(),
            };
            let keyed = values.clone();
            let mut cells = Vec::with_capacity(values.len());
            for (value, (_, told)) in values.into_iter().zip(chapter.columns) {
                cells.push(match told {
                    ToldAs::Bytes(read, keys) => {
                        let keys = keys_of(chapter, &keyed, keys);
                        Cell::text(self.bytes(conn, (*read, &keys), &name)?)
                    }
                    told => self.cell(conn, (value, *told), &name)?,
                });
            }
            rows.push(cells);
        }
        self.counts.push(rows.len());
        let csv = tables::to_csv(&headings, &rows);
        self.put(
            format!("{}.csv", chapter.file),
            &csv,
            CompressionMethod::Deflated,
        )
    }

    fn cell(
        &mut self,
        conn: &mut Conn<'_>,
        (value, told): (Value, ToldAs),
        name: &str,
    ) -> Result<Cell, Fault> {
        if value == Value::Null {
            return Ok(Cell::Empty);
        }
        Ok(match told {
            ToldAs::Text => Cell::text(String::read(value)?),
            ToldAs::Number => Cell::text(i64::read(value)?.to_string()),
            ToldAs::Yes => Cell::text(self.say(if bool::read(value)? {
                "archive-yes"
            } else {
                "archive-no"
            })),
            ToldAs::When => {
                let at = Timestamp::read(value)?.to_zoned(self.zone.clone());
                Cell::text(at.strftime("%d.%m.%Y %H:%M:%S").to_string())
            }
            ToldAs::Id => Cell::text(uuid::Uuid::read(value)?.to_string()),
            ToldAs::File => {
                let hash = BlobHash::read(value)?;
                let bytes = conn.blob(hash)?;
                Cell::text(self.file((hash, &bytes), name)?)
            }
            // Read beside its row, by what the row says.
            ToldAs::Bytes(..) => Cell::Empty,
        })
    }

    /// Puts a file into the archive that lies in a table of its own; gives its name there.
    fn bytes(
        &mut self,
        conn: &mut Conn<'_>,
        (read, keys): (&'static str, &[Value]),
        name: &str,
    ) -> Result<String, Fault> {
        match conn.one(read, keys, Row::take::<Vec<u8>>)? {
            Some(bytes) => self.file((BlobHash::of(&bytes), &bytes), name),
            None => Ok(String::new()),
        }
    }

    /// Puts a file into the archive, once, and gives its name there.
    fn file(&mut self, (hash, bytes): (BlobHash, &[u8]), name: &str) -> Result<String, Fault> {
        let short: String = hash.to_string().chars().take(12).collect();
        let path = match name.rsplit_once('.') {
            Some((stem, ending)) if !base::slug(ending).is_empty() => {
                let stem = base::slug(stem);
                format!("{FILES}/{short}-{stem}.{}", base::slug(ending))
            }
            _ => format!("{FILES}/{short}.{}", ending_of(bytes)),
        };
        if self.files.insert(path.clone()) {
            // Documents and pictures are packed already.
            self.put(path.clone(), bytes, CompressionMethod::Stored)?;
        }
        Ok(path)
    }

    fn read_me(&mut self, network: &str, chapters: &[&Chapter]) -> Result<(), Fault> {
        let now = self.app.clock.now().to_zoned(self.zone.clone());
        let made = now.strftime("%d.%m.%Y %H:%M").to_string();
        let parts = Lang::ALL.into_iter().map(|lang| {
            let phrases = &self.app.phrases;
            let say = |key: &str| phrases.say(lang, key).to_owned();
            let told = |(chapter, rows): (&&Chapter, &usize)| {
                let key = format!("archive-{}", chapter.table.replace('_', "-"));
                Told {
                    file: format!("{}.csv", chapter.file),
                    label: say(&key),
                    about: say(&format!("{key}-about")),
                    rows: *rows,
                }
            };
            let not_told = self.app.rooms.iter().flat_map(|room| room.not_told);
            let mut not: Vec<String> = Vec::new();
            for why in not_told.map(|it| say(it.why)) {
                if !not.contains(&why) {
                    not.push(why);
                }
            }
            Part {
                lang,
                title: phrases.tell(lang, "archive-readme-title", &[("network", network.into())]),
                lead: say("archive-readme-lead"),
                made: phrases.tell(
                    lang,
                    "archive-readme-made",
                    &[("when", made.as_str().into())],
                ),
                form: say("archive-readme-form"),
                file: say("archive-readme-file"),
                what: say("archive-readme-what"),
                count: say("archive-readme-count"),
                tables: chapters.iter().zip(&self.counts).map(told).collect(),
                not_heading: say("archive-readme-not"),
                not,
            }
        });
        let page = ReadMe {
            title: network.to_owned(),
            parts: parts.collect(),
        };
        let html = page.render().map_err(broken)?;
        self.put(
            "LIESMICH.html".to_owned(),
            html.as_bytes(),
            CompressionMethod::Deflated,
        )
    }
}

/// The values of some columns of a row.
fn keys_of(chapter: &Chapter, row: &[Value], keys: &[&str]) -> Vec<Value> {
    let columns = chapter.columns.iter().map(|(word, _)| *word);
    let named: Vec<(&str, &Value)> = columns.zip(row).collect();
    let found = keys.iter().filter_map(|key| {
        let mut all = named.iter();
        all.find(|(word, _)| word == key)
            .map(|(_, value)| (*value).clone())
    });
    found.collect()
}

/// What kind of picture it is, by its first bytes.
fn ending_of(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xff, 0xd8, ..] => "jpg",
        [b'G', b'I', b'F', ..] => "gif",
        [b'R', b'I', b'F', b'F', ..] => "webp",
        [b'<', ..] => "svg",
        _ => "bin",
    }
}
