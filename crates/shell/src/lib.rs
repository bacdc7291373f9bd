//! What every page needs: layout, forms, languages, sessions, guards, assets, and the
//! contract that every room fills.

mod answer;
mod app;
mod assets;
mod field;
mod form;
mod front;
mod keep;
mod limits;
mod page;
mod phrases;
pub mod picture;
mod queue;
mod room;
mod routes;
mod visit;

pub use answer::{Answer, Denied, Problem, said};
pub use app::{App, Seams, Settings, Shared};
pub use field::{Choice, Field, Fields, Kind, Pick};
pub use form::{Form, LINE, TEXT, Upload, encoded, looks_like_mail, query_value};
pub use front::{every_route, open};
pub use keep::memory::Remembered;
pub use keep::{Keep, kept, private};
pub use limits::{Limit, Limits};
pub use page::confirm::ConfirmPage;
pub use page::language::{ContentLang, LANG_OF_RECORDS, Marked, unmarked, written};
pub use page::navigation::{Branch, Nav};
pub use page::paging::{Pages, Step};
pub use page::prose::{Block, blocks};
pub use page::{
    Alternate, Crumb, Demo, Feed, Flash, Head, Link, Page, SignedIn, go, show, show_as,
};
pub use phrases::{Arg, Phrases, record};
pub use queue::{run_due, run_until};
pub use room::archive::{Chapter, NotTold, ToldAs};
pub use room::described::{Amenity, Describe, Described, Part, described};
pub use room::digest::{Digest, Morning, Told, told};
pub use room::expected::{Expected, Expects, expected};
pub use room::holding::{
    Due, Erased, Fate, Former, Goes, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom,
    Words,
};
pub use room::protection::{Look, PARTICIPANT_LIST, Protection};
pub use room::reference::{Alike, Below, Holds, More, Named, Reference, Then};
pub use room::wording::{Blank, Wording, Wordings};
pub use room::{
    Addressed, Circle, Content, Done, Entrances, Gate, Handover, Hours, Identify, JobFault,
    JobKind, LetterKind, NavEntry, Panel, Paper, Place, Refresh, Renew, Room, Sample, Section,
    is_invited, panels,
};
pub use routes::{Method, Route, Routes};
pub use visit::{
    Detour, Facts, Identified, NetworkCard, SESSION_COOKIE, Visit, session_cookie, session_token,
};
