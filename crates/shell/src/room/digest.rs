//! What rooms tell an office in its one mail of the morning.

use base::{Fault, Lang, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::Conn;

use crate::app::App;

/// What the mail of the morning tells of a room.
#[derive(Clone, Copy)]
pub struct Digest {
    /// Lower numbers stand first.
    pub order: u8,
    /// Tells it; nothing where there is nothing to tell.
    pub tell: fn(&mut Conn<'_>, &App, &Morning) -> Result<Vec<Told>, Fault>,
}

/// Whose morning it is, and since when it tells.
#[derive(Clone, Copy, Debug)]
pub struct Morning {
    /// The network.
    pub network: NetworkId,
    /// The language of the mail.
    pub lang: Lang,
    /// The day by the network's clock.
    pub today: Date,
    /// Until when the last mail told.
    pub after: Timestamp,
    /// Until when this one tells.
    pub until: Timestamp,
}

impl Morning {
    /// Whether something happened since the last mail.
    pub fn is_new(&self, at: Timestamp) -> bool {
        self.after < at && at <= self.until
    }
}

/// One heading of the mail with its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The heading.
    pub heading: String,
    /// Its points.
    pub points: Vec<String>,
    /// Whether any of it happened since the last mail; what merely is still due makes no mail
    /// of its own.
    pub is_news: bool,
}

/// What all rooms tell of a morning, in order; what has no points is left out.
///
/// # Errors
/// When the database fails.
pub fn told(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Vec<Told>, Fault> {
    let mut all: Vec<&Digest> = app.rooms.iter().flat_map(|room| room.digest).collect();
    all.sort_by_key(|digest| digest.order);
    let mut told = Vec::new();
    for digest in all {
        told.extend((digest.tell)(conn, app, morning)?);
    }
    told.retain(|it: &Told| !it.points.is_empty());
    Ok(told)
}
