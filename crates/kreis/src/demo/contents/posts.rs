//! Posts and reports.

use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use publishing::{PictureChange, PostInput};
use store::Conn;

use super::data;
use super::events::Day;

/// A drawing in place of a photograph: nobody real is in it.
const PICTURE: &[u8] = include_bytes!("../../../demo/saal.png");

/// Writes a post and lets it out.
pub(super) fn publish(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    (post, of): (&data::Post, Option<Day>),
) -> Result<(), Halt> {
    let gathering = of.map(|day| day.find(conn, network)).transpose()?;
    let mut input = PostInput {
        title: post.title.clone(),
        lead: post.lead.clone(),
        body: post.body.trim().to_owned(),
        source_mark: post.source_mark.clone(),
        links: post.links.trim().to_owned(),
        gathering,
        day: Some(post.day),
        tags: post.tags.clone(),
        ..PostInput::default()
    };
    if let Some(picture) = &post.picture {
        input.picture = PictureChange::New(PICTURE.to_vec());
        input.picture_alt.clone_from(&picture.alt);
        input.picture_caption.clone_from(&picture.caption);
    }
    let id = publishing::write_post(conn, moment, who, network, &input)?;
    publishing::publish_post(conn, moment, who, id)
}
