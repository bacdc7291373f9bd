//! An old page of the network, which waits to be moved in.

use base::Halt;
use move_in::Incoming;
use uuid::Uuid;

use super::data::Story;
use super::teller::Teller;

/// The network that brings it.
const WHERE: &str = "weimar";
/// The page, in words of our own.
const PAGE: &[u8] = include_bytes!("../../../demo/alte-seite.html");

/// Has the office bring its old page, shortly before the demo's morning; it is read like any
/// other.
pub(super) async fn bring(teller: &Teller<'_>, story: &Story) -> Result<(), Halt> {
    if story.network.slug != WHERE {
        return Ok(());
    }
    teller
        .act(&story.office.name, |conn, moment, who| {
            let network = register::network_by_slug(conn, WHERE)?.ok_or(Halt::Missing)?;
            let batch: Uuid = moment.id();
            let file = Incoming {
                name: "alte-terminseite.html".to_owned(),
                bytes: PAGE.to_vec(),
            };
            move_in::receive(conn, moment, who, (network.id, batch), &file).map(drop)
        })
        .await
}
