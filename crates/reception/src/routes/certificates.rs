//! What was certified, at work.

use axum::extract::Path;
use base::Halt;
use gatherings::papers::{file_name, printed};
use shell::{Answer, Visit, go, show};
use uuid::Uuid;

use super::{attachment, led, network_slug};
use crate::{actions, links, pages, papers, records};

type Below = Path<(String, String)>;

pub(super) async fn all(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::certificates_page(conn, &inner, &it))
        .await?;
    show(&page)
}

pub(super) async fn certify(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let path = links::certificates(&network_slug(&visit)?, &it.slug, "");
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::certify_all(conn, &mut act.moment(), (&act.actor, &it)))
        .await?;
    Ok(go(&visit, &path, "reception-certified"))
}

pub(super) async fn pdf(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let name = file_name(&visit, "reception-file-certificates", &it.slug);
    let inner = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| {
            let mut all = records::certificates(conn, it.id)?;
            all.retain(crate::rules::Certificate::holds);
            if all.is_empty() {
                return Err(Halt::Missing);
            }
            papers::certificates(conn, &inner, (&it, &all))
        })
        .await?;
    let bytes = printed(&visit, move |press| press.certificates(&paper)).await?;
    Ok(attachment("application/pdf", &name, bytes))
}

pub(super) async fn revoke(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Answer {
    let it = led(&visit, &slug).await?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let path = links::certificates(&network_slug(&visit)?, &it.slug, "");
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::withdraw(conn, &mut act.moment(), (&act.actor, &it), id))
        .await?;
    Ok(go(&visit, &path, "reception-revoked"))
}

pub(super) async fn renew(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Answer {
    let it = led(&visit, &slug).await?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let path = links::certificates(&network_slug(&visit)?, &it.slug, "");
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::renew(conn, &mut act.moment(), (&act.actor, &it), id))
        .await?;
    Ok(go(&visit, &path, "reception-renewed"))
}
