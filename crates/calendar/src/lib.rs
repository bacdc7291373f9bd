//! iCalendar out, zones and German dates.
