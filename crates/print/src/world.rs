//! The sealed world that a template sees: its own sources, its data, one picture.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::press::PrintFault;

const SOURCES: [(&str, &str); 15] = [
    ("/patterns.typ", include_str!("../templates/patterns.typ")),
    ("/words.typ", include_str!("../templates/words.typ")),
    ("/sheet.typ", include_str!("../templates/sheet.typ")),
    (
        "/invitation.typ",
        include_str!("../templates/invitation.typ"),
    ),
    ("/letter.typ", include_str!("../templates/letter.typ")),
    ("/letters.typ", include_str!("../templates/letters.typ")),
    ("/labels.typ", include_str!("../templates/labels.typ")),
    ("/badges.typ", include_str!("../templates/badges.typ")),
    (
        "/certificates.typ",
        include_str!("../templates/certificates.typ"),
    ),
    ("/agenda.typ", include_str!("../templates/agenda.typ")),
    ("/plan.typ", include_str!("../templates/plan.typ")),
    ("/programme.typ", include_str!("../templates/programme.typ")),
    (
        "/attendance.typ",
        include_str!("../templates/attendance.typ"),
    ),
    (
        "/participants.typ",
        include_str!("../templates/participants.typ"),
    ),
    ("/minutes.typ", include_str!("../templates/minutes.typ")),
];

/// What all documents share and nobody changes.
pub(crate) struct Stock {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    data: FileId,
    letterhead: FileId,
    logo: FileId,
}

impl Stock {
    pub(crate) fn new(fonts: Vec<Font>) -> Result<Self, PrintFault> {
        // The extras let a template say which cells head a row.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_features(features).build();
        let sources = SOURCES
            .iter()
            .map(|(path, text)| Ok(Source::new(file(path)?, (*text).to_owned())))
            .collect::<Result<_, PrintFault>>()?;
        Ok(Self {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            data: file("/data.json")?,
            letterhead: file("/letterhead.json")?,
            logo: file("/logo")?,
        })
    }

    pub(crate) fn fonts(&self) -> &[Font] {
        &self.fonts
    }
}

fn file(path: &str) -> Result<FileId, PrintFault> {
    let path = VirtualPath::new(path).map_err(|_| PrintFault::Setup("a template's path"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// What a document is made of besides its template.
pub(crate) struct Matter<'l> {
    /// What is its own, as JSON.
    pub(crate) data: Vec<u8>,
    /// What all letters of an office share, as JSON.
    pub(crate) letterhead: Vec<u8>,
    /// The picture.
    pub(crate) logo: Option<&'l [u8]>,
}

/// One document on its way: the stock and what is its own.
pub(crate) struct Desk<'a> {
    stock: &'a Stock,
    main: FileId,
    data: Bytes,
    letterhead: Bytes,
    logo: Option<Bytes>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(
        stock: &'a Stock,
        template: &str,
        matter: Matter<'_>,
    ) -> Result<Self, PrintFault> {
        Ok(Self {
            stock,
            main: file(template)?,
            data: Bytes::new(matter.data),
            letterhead: Bytes::new(matter.letterhead),
            logo: matter.logo.map(|bytes| Bytes::new(bytes.to_vec())),
        })
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.stock.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.stock.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.stock
            .sources
            .iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.stock.data {
            return Ok(self.data.clone());
        }
        if id == self.stock.letterhead {
            return Ok(self.letterhead.clone());
        }
        self.logo
            .clone()
            .filter(|_| id == self.stock.logo)
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.stock.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
