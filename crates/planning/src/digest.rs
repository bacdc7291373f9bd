//! What planning tells the office in the morning: what members propose.

use base::Fault;
use shell::{App, Digest, Morning, Told};
use store::Conn;

use crate::records::topics::topics_of;

/// What the mail of the morning tells of this room.
pub(crate) const DIGEST: &[Digest] = &[Digest { order: 50, tell }];

fn tell(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Vec<Told>, Fault> {
    let topics = topics_of(conn, morning.network)?;
    let proposed = topics
        .iter()
        .filter(|it| it.person.is_some() && morning.is_new(it.created_at));
    let points: Vec<String> = proposed
        .map(|it| {
            let args = [
                ("who", it.person_name.as_str().into()),
                ("title", it.title.as_str().into()),
            ];
            app.phrases
                .tell(morning.lang, "planning-digest-topic", &args)
        })
        .collect();
    let heading = app.phrases.say(morning.lang, "planning-digest-topics");
    Ok(vec![Told {
        heading: heading.to_owned(),
        is_news: !points.is_empty(),
        points,
    }])
}
