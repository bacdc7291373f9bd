//! Somebody who runs the office, for what stories set up without its pages.

use base::access::Actor;
use base::{Halt, NetworkId};
use register::Network;
use store::Conn;
use trial::Trial;

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

/// A gathering of Weimar is called off.
pub(crate) async fn called_off(trial: &Trial, slug: &str) {
    let slug = slug.to_owned();
    trial
        .write(move |conn, moment| {
            let (network, who) = at_work(conn, "weimar")?;
            let it = gatherings::gathering_by_slug(conn, network.id, &slug)?.unwrap();
            let why = ("Der Saal steht unter Wasser.", None);
            gatherings::cancel(conn, moment, &who, it.id, why)
        })
        .await
        .unwrap();
}
