//! Where a trial's data lie, for stories that go on elsewhere with them.

use mail::SinkManners;
use store::Address;

use crate::{Database, Trial};

impl Trial {
    /// The program and its people on a database that was filled in another way.
    pub async fn on(database: Database) -> Self {
        Self::start(database, SinkManners::default(), false)
            .await
            .with_people()
            .await
    }

    /// Where its data lie.
    pub const fn address(&self) -> &Address {
        self.database.address()
    }
}
