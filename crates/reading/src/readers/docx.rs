//! Documents of Word since 2007 (ECMA-376): paragraphs with the levels of their headings, lists,
//! tables, links.

use std::collections::HashMap;

use tables::markup::{Step, attribute, walk};

use super::Fault;
use super::archive::{self, Archive, Room};
use super::dates::fault;
use super::paper::{Paper, part, worded};
use crate::page::{Figure, Kind, Page, tidy};

/// The most styles, links and the like.
const MOST: usize = 20_000;
/// The most pictures.
const MOST_FIGURES: usize = 500;

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Heading(u8),
    Item,
    Caption,
}

/// Reads a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, Fault> {
    let mut archive = archive::open(bytes)?;
    let mut room = Room::of(bytes);
    room.refuse(&mut archive)?;
    let words = part(&mut archive, &mut room, "word/document.xml")?.ok_or(Fault::Broken)?;
    let styles = part(&mut archive, &mut room, "word/styles.xml")?;
    let links = part(&mut archive, &mut room, "word/_rels/document.xml.rels")?;
    let mut document = Document {
        paper: Paper::default(),
        styles: styles.map(|it| looks(&it)).transpose()?.unwrap_or_default(),
        links: links
            .map(|it| targets(&it))
            .transpose()?
            .unwrap_or_default(),
        described: None,
        is_caption: false,
        in_words: false,
        in_run: 0,
        is_head: false,
    };
    walk(&words, |step| {
        document.take(&step);
        Ok(())
    })
    .map_err(fault)?;
    let about = about(&mut archive, &mut room)?;
    document.paper.page.published = about.day;
    worded(document.paper.finish(about.title))
}

/// What a document says of itself.
#[derive(Default)]
pub(crate) struct About {
    pub(crate) title: Option<String>,
    pub(crate) day: Option<jiff::civil::Date>,
}

fn about(archive: &mut Archive<'_>, room: &mut Room) -> Result<About, Fault> {
    let Some(text) = part(archive, room, "docProps/core.xml")? else {
        return Ok(About::default());
    };
    said(&text)
}

/// Title and the day of the last change, by the names of the Dublin Core, which both kinds of
/// documents use.
pub(crate) fn said(text: &str) -> Result<About, Fault> {
    let (mut about, mut inside) = (About::default(), String::new());
    walk(text, |step| {
        match step {
            Step::Open(tag) => tag.local_name().as_ref().clone_into(&mut inside),
            Step::Close(_) => inside.clear(),
            Step::Words(words) => match inside.as_str() {
                "title" => about.title = Some(tidy(words)),
                "modified" | "date" => about.day = words.get(..10).and_then(|it| it.parse().ok()),
                _ => {}
            },
        }
        Ok(())
    })
    .map_err(fault)?;
    Ok(about)
}

struct Document {
    paper: Paper,
    styles: HashMap<String, Look>,
    links: HashMap<String, String>,
    /// What the picture shows that comes next.
    described: Option<String>,
    /// Whether the paragraph that is open tells of the picture above it.
    is_caption: bool,
    /// Words count only inside of texts.
    in_words: bool,
    in_run: usize,
    /// Whether the row that is open names the columns.
    is_head: bool,
}

impl Document {
    fn take(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(tag) => {
                let name = tag.local_name();
                match name.as_ref() {
                    "pStyle" => self.style(attribute(tag, "val")),
                    "outlineLvl" => {
                        let level = attribute(tag, "val").and_then(|it| it.parse::<u8>().ok());
                        if let Some(level) = level.filter(|it| *it < 6) {
                            self.paper.is(Kind::Heading(level + 1));
                        }
                    }
                    "hyperlink" => {
                        let link = attribute(tag, "id").and_then(|it| self.links.get(&it));
                        let link = link.cloned().unwrap_or_default();
                        self.paper.begin_link(&link);
                    }
                    "docPr" => self.described = attribute(tag, "descr"),
                    "blip" => self.picture(attribute(tag, "embed")),
                    name => self.open(name),
                }
            }
            Step::Close(name) => self.close(name),
            Step::Words(words) if self.in_words => self.paper.write(words),
            Step::Words(_) => {}
        }
    }

    fn style(&mut self, name: Option<String>) {
        match name.and_then(|it| self.styles.get(&it)) {
            Some(Look::Heading(level)) => self.paper.is(Kind::Heading(*level)),
            Some(Look::Item) => self.paper.is(Kind::Item),
            Some(Look::Caption) => self.is_caption = true,
            None => {}
        }
    }

    fn picture(&mut self, id: Option<String>) {
        let target = id.and_then(|it| self.links.get(&it));
        if let Some(target) = target
            && self.paper.skipped == 0
            && self.paper.page.figures.len() < MOST_FIGURES
        {
            self.paper.page.figures.push(Figure {
                address: format!("word/{target}"),
                alternative: self.described.take(),
                caption: None,
            });
        }
    }

    /// Words below a picture, which stay among those of the page.
    fn caption(&mut self) {
        let words = tidy(self.paper.words());
        if std::mem::take(&mut self.is_caption)
            && let Some(figure) = self.paper.page.figures.last_mut()
        {
            figure.caption.get_or_insert(words);
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "p" => self.paper.begin(None),
            "numPr" if !self.paper.is_heading() => self.paper.is(Kind::Item),
            "r" => self.in_run += 1,
            "t" => self.in_words = true,
            "tab" | "ptab" if self.in_run > 0 => self.paper.write(" "),
            "br" | "cr" if self.in_run > 0 => self.paper.write("\n"),
            "noBreakHyphen" => self.paper.write("-"),
            // The same again for programs that know less, and what was taken out.
            "Fallback" | "moveFrom" => self.paper.skipped += 1,
            "tbl" => self.paper.begin_table(),
            "tr" => {
                self.is_head = false;
                self.paper.begin_row();
            }
            "tblHeader" => self.is_head = true,
            "tc" => self.paper.begin_cell(self.is_head),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => {
                self.caption();
                self.paper.end();
            }
            "r" => self.in_run = self.in_run.saturating_sub(1),
            "t" => self.in_words = false,
            "hyperlink" => self.paper.end_link(),
            "Fallback" | "moveFrom" => {
                self.paper.skipped = self.paper.skipped.saturating_sub(1);
            }
            "tr" => self.paper.end_row(),
            "tbl" => self.paper.end_table(),
            _ => {}
        }
    }
}

/// Which styles are headings and lists: by their names, which are English in every Word, and by
/// the level that they say.
fn looks(text: &str) -> Result<HashMap<String, Look>, Fault> {
    let (mut looks, mut id) = (HashMap::new(), None);
    walk(text, |step| {
        if let Step::Open(tag) = step
            && looks.len() < MOST
        {
            match tag.local_name().as_ref() {
                "style" => id = attribute(tag, "styleId"),
                "name" => {
                    let look = attribute(tag, "val").and_then(|it| of_name(&it.to_lowercase()));
                    looks.extend(id.clone().zip(look));
                }
                "outlineLvl" => {
                    let level = attribute(tag, "val").and_then(|it| it.parse::<u8>().ok());
                    let look = level.filter(|it| *it < 6).map(|it| Look::Heading(it + 1));
                    looks.extend(id.clone().zip(look));
                }
                _ => {}
            }
        }
        Ok(())
    })
    .map_err(fault)?;
    Ok(looks)
}

/// What a style makes of a paragraph, by its name in small letters.
pub(super) fn of_name(name: &str) -> Option<Look> {
    let level = |it: &str| {
        it.trim()
            .parse::<u8>()
            .ok()
            .filter(|it| (1..=6).contains(it))
    };
    let heading = name
        .strip_prefix("heading ")
        .or(name.strip_prefix("überschrift "));
    match name {
        "title" | "titel" => Some(Look::Heading(1)),
        "subtitle" | "untertitel" => Some(Look::Heading(2)),
        "caption" | "beschriftung" => Some(Look::Caption),
        _ if name.starts_with("list ") => Some(Look::Item),
        _ => heading.and_then(level).map(Look::Heading),
    }
}

fn targets(text: &str) -> Result<HashMap<String, String>, Fault> {
    let mut targets = HashMap::new();
    walk(text, |step| {
        if let Step::Open(tag) = step
            && targets.len() < MOST
        {
            targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
        }
        Ok(())
    })
    .map_err(fault)?;
    Ok(targets)
}
