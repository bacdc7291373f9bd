//! What was reckoned out once and holds until something is written: counts of long lists.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base::Fault;

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
        let known = self.app.memory.get(self.generation, &key);
        if let Some(known) = known.and_then(|it| it.downcast::<T>().ok()) {
            return Ok(known);
        }
        let made = Arc::new(reckon()?);
        self.app.memory.put(self.generation, key, made.clone());
        Ok(made)
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
