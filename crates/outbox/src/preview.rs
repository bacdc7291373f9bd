//! A letter as it will be, without sending it.

use base::Fault;
use shell::{App, Content};
use store::{Conn, Store};

use crate::jobs;
use crate::letter::Letter;

/// The way out of a transaction that must not be kept.
enum Undone {
    Shown(Option<Box<Content>>),
    Broken(Fault),
}

impl From<Fault> for Undone {
    fn from(fault: Fault) -> Self {
        Self::Broken(fault)
    }
}

/// Writes a letter and takes back whatever writing it changed: the links in it lead nowhere.
pub async fn written(app: &App, letter: Letter) -> Result<Option<Content>, Fault> {
    let inner = app.clone();
    let content = unkept(&app.store, move |conn| jobs::content(conn, &inner, &letter)).await?;
    printed(content).await
}

/// Prints what goes along with a letter, outside of any transaction.
///
/// # Errors
/// When a paper cannot be printed.
pub async fn printed(content: Option<Content>) -> Result<Option<Content>, Fault> {
    tokio::task::spawn_blocking(|| content.map(Content::printed).transpose())
        .await
        .map_err(|cause| Fault::because("print a letter's papers", cause))?
}

/// Lets `work` write content in a transaction that is undone.
async fn unkept(
    store: &Store,
    work: impl FnOnce(&mut Conn<'_>) -> Result<Option<Content>, Fault> + Send + 'static,
) -> Result<Option<Content>, Fault> {
    let undone = store
        .housekeep(move |conn| Err::<(), _>(Undone::Shown(work(conn)?.map(Box::new))))
        .await;
    match undone {
        Err(Undone::Shown(content)) => Ok(content.map(|content| *content)),
        Err(Undone::Broken(fault)) => Err(fault),
        Ok(()) => Ok(None),
    }
}
