//! What was reckoned out once and holds until something is written: counts of long lists, and
//! what every request begins with.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base::Fault;
use store::Conn;

use crate::app::App;

/// More than this is forgotten all at once; it is reckoned out again when it is asked for.
const MOST: usize = 500;

/// What is remembered under the store's generation number, as kept pages are.
#[derive(Default)]
pub(crate) struct Memory(Mutex<Known>);

#[derive(Default)]
struct Known {
    generation: u64,
    by_key: HashMap<String, Arc<dyn Any + Send + Sync>>,
}

impl Memory {
    fn get(&self, generation: u64, key: &str) -> Option<Arc<dyn Any + Send + Sync>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (known.generation == generation)
            .then(|| known.by_key.get(key).cloned())
            .flatten()
    }

    fn put(&self, generation: u64, key: String, value: Arc<dyn Any + Send + Sync>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if generation < known.generation {
            // Reckoned from what was there before a change that others have seen already.
            return;
        }
        if generation > known.generation || known.by_key.len() >= MOST {
            known.generation = generation;
            known.by_key.clear();
        }
        known.by_key.insert(key, value);
    }
}

/// What is remembered as of one moment.
#[derive(Clone)]
pub struct Remembered {
    app: App,
    generation: u64,
}

impl Remembered {
    pub(crate) fn of(app: &App, generation: u64) -> Self {
        Self {
            app: app.clone(),
            generation,
        }
    }

    /// What stands under a key, reckoned out by `reckon` where it is not known yet.
    ///
    /// # Errors
    /// Those of `reckon`.
    pub fn once<T: Send + Sync + 'static>(
        &self,
        key: String,
        reckon: impl FnOnce() -> Result<T, Fault>,
    ) -> Result<Arc<T>, Fault> {
        match self.known(&key) {
            Some(known) => Ok(known),
            None => Ok(self.keep(key, reckon()?)),
        }
    }

    /// The same, where the database is asked only for what is not known yet.
    ///
    /// # Errors
    /// Those of `read`.
    pub async fn read<T, E>(
        &self,
        key: String,
        read: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<Arc<T>, E>
    where
        T: Send + Sync + 'static,
        E: From<Fault> + Send + 'static,
    {
        match self.known(&key) {
            Some(known) => Ok(known),
            None => Ok(self.keep(key, self.app.store.read(read).await?)),
        }
    }

    /// What stands under a key.
    pub(crate) fn known<T: Send + Sync + 'static>(&self, key: &str) -> Option<Arc<T>> {
        let known = self.app.memory.get(self.generation, key);
        known.and_then(|it| it.downcast::<T>().ok())
    }

    /// Puts something under a key that everybody reads alike.
    pub(crate) fn keep<T: Send + Sync + 'static>(&self, key: String, value: T) -> Arc<T> {
        let made = Arc::new(value);
        self.app.memory.put(self.generation, key, made.clone());
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_known_before_a_change_is_not_known_after_it() {
        let memory = Memory::default();
        let seen = |generation| memory.get(generation, "a").is_some();

        memory.put(1, "a".to_owned(), Arc::new(5));
        assert!(seen(1) && !seen(2));
        memory.put(2, "b".to_owned(), Arc::new(6));
        assert!(!seen(1) && !seen(2));
        memory.put(1, "a".to_owned(), Arc::new(5));
        assert!(!seen(1), "an old answer comes late");
    }
}
