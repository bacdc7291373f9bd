//! iCalendar out, answers to it in, zones, German dates and holidays.
//!
//! Four things that every room needs alike: a gathering as mail clients and subscribed
//! calendars read it ([`request`], [`cancel`], [`publish`]), days and times as people read
//! them ([`dates`]), the way from a local date, time and zone to an instant ([`Zone`]), and
//! the public holidays of the Länder ([`holidays`]).
//! No I/O, no clock: the same input gives the same bytes.

pub mod content;
pub mod dates;
mod event;
pub mod holidays;
mod ical;
mod line;
mod phrases;
pub mod recurrence;
mod reply;
mod vtimezone;
mod zone;

#[cfg(test)]
mod tests;

pub use event::{Attendee, Event, Organizer, Role, Status, When};
pub use ical::{Feed, Ics, Method, Written, cancel, publish, publish_written, request};
pub use reply::{CalendarReply, Partstat, reply};
pub use zone::{LocalTimeRefusal, Resolved, Zone, check_year, instant};
