//! Pages that are being made: when a crowd asks for the same one, it is made once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::Page;

type Pending = watch::Receiver<Option<Arc<Page>>>;

/// What is being made just now, by generation and address.
#[derive(Default)]
pub(super) struct Makings(Mutex<HashMap<String, Pending>>);

/// What somebody does who found no page.
pub(crate) enum Turn<'m> {
    /// Makes it for all who come meanwhile.
    Mine(Making<'m>),
    /// Takes what another one has made.
    Made(Arc<Page>),
    /// Makes it alone: what the other one made was not for everybody.
    Alone,
}

/// Somebody makes a page; whoever waits for it goes on when this ends, with the page or without.
pub(crate) struct Making<'m> {
    all: &'m Makings,
    name: String,
    told: watch::Sender<Option<Arc<Page>>>,
}

impl Makings {
    /// Nobody waits twice: a page that is not kept is made by all side by side.
    pub(super) async fn turn(&self, (generation, key): (u64, &str)) -> Turn<'_> {
        let name = format!("{generation} {key}");
        let mut pending = {
            let mut all = self.all();
            if let Some(pending) = all.get(&name) {
                pending.clone()
            } else {
                let (told, pending) = watch::channel(None);
                all.insert(name.clone(), pending);
                drop(all);
                return Turn::Mine(Making {
                    all: self,
                    name,
                    told,
                });
            }
        };
        // Whoever gave up has told nothing.
        match pending.wait_for(Option::is_some).await {
            Ok(page) => page.clone().map_or(Turn::Alone, Turn::Made),
            Err(_) => Turn::Alone,
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Pending>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Making<'_> {
    /// Hands the page to whoever waits.
    pub(super) fn done(self, page: Arc<Page>) {
        self.told.send_replace(Some(page));
    }
}

impl Drop for Making<'_> {
    fn drop(&mut self) {
        self.all.all().remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;
    use axum::http::HeaderMap;

    use super::*;

    fn page() -> Arc<Page> {
        Arc::new(Page {
            headers: HeaderMap::new(),
            bytes: Bytes::from_static(b"page"),
            route: None,
        })
    }

    #[tokio::test]
    async fn a_crowd_gets_the_page_that_the_first_one_makes() {
        let all = Makings::default();
        let Turn::Mine(making) = all.turn((1, "a")).await else {
            panic!("nobody is at it")
        };

        let (taken, other, ()) = tokio::join!(
            all.turn((1, "a")),
            async { matches!(all.turn((2, "a")).await, Turn::Mine(_)) },
            async { making.done(page()) },
        );

        assert!(matches!(taken, Turn::Made(_)));
        assert!(other, "an older page is no help");
        assert!(all.all().is_empty());
    }

    #[tokio::test]
    async fn who_waited_in_vain_goes_alone() {
        let all = Makings::default();
        let Turn::Mine(making) = all.turn((1, "a")).await else {
            panic!("nobody is at it")
        };

        let (turn, ()) = tokio::join!(all.turn((1, "a")), async { drop(making) });

        assert!(matches!(turn, Turn::Alone));
    }
}
