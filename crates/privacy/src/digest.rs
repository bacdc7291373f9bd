//! What privacy tells the office in the morning: requests, previews, what is overdue.

use base::Fault;
use shell::{App, Digest, Morning, Told};
use store::Conn;

use crate::panels;
use crate::records::{requests, retention};

pub(crate) const DIGEST: &[Digest] = &[Digest { order: 70, tell }];

fn tell(conn: &mut Conn<'_>, app: &App, morning: &Morning) -> Result<Vec<Told>, Fault> {
    let waiting = panels::waiting(conn, morning.network, morning.until)?;
    let (_, asked) = requests::open(conn, morning.network)?;
    let lists = retention::lists(conn, morning.network)?;
    let points = waiting.iter().map(|it| {
        let args = [("count", it.count.into())];
        app.phrases.tell(morning.lang, it.key, &args)
    });
    Ok(vec![Told {
        heading: app.phrases.say(morning.lang, "privacy-nav").to_owned(),
        points: points.collect(),
        is_news: asked.is_some_and(|at| morning.is_new(at))
            || lists.iter().any(|it| morning.is_new(it.first_listed_at)),
    }])
}
