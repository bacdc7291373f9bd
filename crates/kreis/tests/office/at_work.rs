//! Somebody who runs the office, for what stories set up without its pages.

use base::access::Actor;
use base::{Halt, NetworkId};
use register::Network;
use store::Conn;

/// Whoever runs the office of a network.
pub(crate) fn of_office(network: NetworkId) -> Actor {
    Actor {
        name: "Probe".to_owned(),
        offices: vec![network],
        ..Actor::default()
    }
}

/// A network by its slug, with whoever runs its office.
pub(crate) fn at_work(conn: &mut Conn<'_>, network: &str) -> Result<(Network, Actor), Halt> {
    let network = register::network_by_slug(conn, network)?.ok_or(Halt::Missing)?;
    let who = of_office(network.id);
    Ok((network, who))
}
