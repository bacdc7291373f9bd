//! One's own certificate, behind the link in one's mail.

use axum::extract::Path;
use base::Halt;
use gatherings::papers::{file_name, printed};
use shell::{Answer, Form, Visit};
use uuid::Uuid;

use super::attachment;
use crate::{actions, papers};

/// Makes it where there is none yet, and hands it out. Opening a link changes nothing, so this
/// takes a press of a button.
pub(super) async fn fetch(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    registration::behind_link(&visit, fetched(&visit, token, form).await).await
}

async fn fetched(visit: &Visit, token: String, mut form: Form) -> Answer {
    let place: Option<Uuid> = form.id("place");
    let act = visit.clone();
    let (it, certificate) = visit
        .store()
        .write(move |conn| {
            let made = registration::by_link(conn, &token, act.now)?.ok_or(Halt::Missing)?;
            let place = place.ok_or(Halt::Missing)?;
            actions::certify_own(conn, &mut act.moment(), (made, place))
        })
        .await?;
    let name = file_name(visit, "reception-file-certificate", &it.slug);
    let inner = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| papers::certificates(conn, &inner, (&it, &[certificate])))
        .await?;
    let bytes = printed(visit, move |press| press.certificates(&paper)).await?;
    Ok(attachment("application/pdf", &name, bytes))
}
