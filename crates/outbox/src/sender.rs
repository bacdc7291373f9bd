//! In whose name letters go: the network as its letters show it.

use base::{Fault, NetworkId};
use store::Conn;

use crate::records;

/// What a letter shows of its network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The network's name; the product's where a letter belongs to none.
    pub name: String,
    /// The name in the mail's `From`.
    pub sender_name: String,
    /// Its first path segment.
    pub slug: String,
    /// Its colour, `#rrggbb`.
    pub accent: String,
    /// The name of its office.
    pub office_name: String,
    /// The office's telephone number.
    pub office_phone: String,
    /// The office's mail address; answers go there.
    pub office_mail: String,
    /// Whether its data are examples.
    pub sample_data: bool,
}

impl Sender {
    /// The name in the mail's `From`: the network's own where it set none.
    pub fn signs_as(&self) -> &str {
        if self.sender_name.is_empty() {
            &self.name
        } else {
            &self.sender_name
        }
    }
}

/// The sender of a network's letters.
pub fn sender(conn: &mut Conn<'_>, network: Option<NetworkId>) -> Result<Sender, Fault> {
    let Some(network) = network else {
        return Ok(nobody());
    };
    let found = records::sender(conn, network)?;
    Ok(found.unwrap_or_else(nobody))
}

fn nobody() -> Sender {
    Sender {
        name: "Kreis".to_owned(),
        ..Sender::default()
    }
}
