//! The one who tells: keeps the hour and acts through the rooms' own actions.

use base::access::Actor;
use base::{Fault, Halt, Moment};
use jiff::Timestamp;
use jiff::civil::{Date, Time, time};
use shell::App;
use store::Conn;

use crate::demo::clock;

/// Acts on days of the past until the demo's morning has come.
pub(super) struct Teller<'a> {
    pub(super) app: &'a App,
    morning: Timestamp,
}

const MORNING: Time = time(9, 0, 0, 0);

impl<'a> Teller<'a> {
    pub(super) fn new(app: &'a App, on: Date) -> Result<Self, Fault> {
        Ok(Self {
            app,
            morning: instant(on, MORNING)?,
        })
    }

    /// The hour on a day, or the demo's morning where that comes first.
    pub(super) fn at(&self, day: Date, hour: Time) -> Result<Timestamp, Fault> {
        Ok(instant(day, hour)?.min(self.morning))
    }

    /// Whether the demo begins after this.
    pub(super) fn is_past(&self, day: Date, hour: Time) -> Result<bool, Fault> {
        Ok(instant(day, hour)? < self.morning)
    }

    /// Sets the clock for the first time.
    pub(super) fn begin(&self, day: Date) -> Result<(), Fault> {
        self.app.clock.move_to(self.at(day, MORNING)?);
        Ok(())
    }

    /// Moves on; what becomes due on the way is done.
    pub(super) async fn go_to(&self, at: Timestamp) -> Result<(), Fault> {
        if at > self.app.clock.now() {
            clock::through(self.app, at).await?;
        }
        Ok(())
    }

    /// Does what a person would do, in one transaction.
    pub(super) async fn act<T: Send + 'static>(
        &self,
        name: &str,
        work: impl FnOnce(&mut Conn<'_>, &mut Moment, &Actor) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let mut moment = self.app.moment();
        let who = Actor {
            name: name.to_owned(),
            ..Actor::default()
        };
        self.app
            .store
            .write(move |conn| work(conn, &mut moment, &who))
            .await
    }

    /// The demo's morning.
    pub(super) async fn finish(&self) -> Result<(), Halt> {
        Ok(self.go_to(self.morning).await?)
    }
}

fn instant(day: Date, hour: Time) -> Result<Timestamp, Fault> {
    day.to_datetime(hour)
        .in_tz("Europe/Berlin")
        .map(|zoned| zoned.timestamp())
        .map_err(|cause| Fault::because("find an hour of the sample data", cause))
}
