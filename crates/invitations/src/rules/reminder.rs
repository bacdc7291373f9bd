//! When somebody is reminded. Pure.

use gatherings::{Invitation, Reply};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

/// How a network reminds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReminderRule {
    /// How many days before it those are reminded who have not answered; 0 for never.
    pub days: i64,
    /// Whether reminders go out without the office releasing them.
    pub without_release: bool,
    /// Whether those who come are told again on the day before.
    pub day_before: bool,
}

impl Default for ReminderRule {
    fn default() -> Self {
        Self {
            days: 3,
            without_release: false,
            day_before: true,
        }
    }
}

impl ReminderRule {
    /// The most days before a gathering.
    pub const MOST_DAYS: i64 = 30;

    /// The rule for one gathering: its own where it has one.
    #[must_use]
    pub fn of(self, own: OwnReminders) -> Self {
        Self {
            days: own.days.unwrap_or(self.days),
            day_before: own.day_before.unwrap_or(self.day_before),
            ..self
        }
    }
}

/// How guests of one gathering are reminded; where nothing is said, as the network reminds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnReminders {
    /// How many days before it; 0 for never.
    pub days: Option<i64>,
    /// Whether those who come are told again on the day before.
    pub day_before: Option<bool>,
}

/// What somebody is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// That an answer is missing.
    Answer,
    /// That tomorrow is the day.
    Tomorrow,
}

impl Reminder {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Tomorrow => "tomorrow",
        }
    }
}

/// Who was invited a moment ago has had no time to answer.
const PATIENCE: SignedDuration = SignedDuration::from_hours(48);

/// What a guest is to be reminded of today, of a gathering on `day`.
pub fn reminder_today(
    rule: ReminderRule,
    invitation: &Invitation,
    (today, now, day): (Date, Timestamp, Date),
) -> Option<Reminder> {
    let invited_at = invitation.invited_at.filter(|_| !invitation.withdrawn)?;
    let left = i64::from(today.until(day).ok()?.get_days());
    match invitation.reply {
        Some(Reply::Yes) => (rule.day_before && left == 1).then_some(Reminder::Tomorrow),
        Some(Reply::Tentative | Reply::No) => None,
        None => {
            let had_time = now.duration_since(invited_at) >= PATIENCE;
            ((1..=rule.days).contains(&left) && had_time).then_some(Reminder::Answer)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn invitation(reply: Option<Reply>) -> Invitation {
        Invitation {
            id: Uuid::nil().into(),
            gathering: Uuid::nil().into(),
            person: Uuid::nil().into(),
            via: String::new(),
            invited_at: Some("2017-11-20T08:00:00Z".parse().unwrap()),
            reply,
            replied_at: None,
            replied_through: String::new(),
            deputy: String::new(),
            note: String::new(),
            told_sequence: Some(0),
            turns: 0,
            withdrawn: false,
        }
    }

    fn on(day: i8, reply: Option<Reply>) -> Option<Reminder> {
        let now = format!("2017-12-{day:02}T06:00:00Z").parse().unwrap();
        let days = (date(2017, 12, day), now, date(2017, 12, 7));
        reminder_today(ReminderRule::default(), &invitation(reply), days)
    }

    #[test]
    fn the_silent_are_reminded_in_the_last_days_and_the_coming_on_the_eve() {
        assert_eq!(on(3, None), None);
        assert_eq!(on(4, None), Some(Reminder::Answer));
        assert_eq!(on(6, None), Some(Reminder::Answer));
        assert_eq!(on(7, None), None);
        assert_eq!(on(5, Some(Reply::Yes)), None);
        assert_eq!(on(6, Some(Reply::Yes)), Some(Reminder::Tomorrow));
        assert_eq!(on(6, Some(Reply::No)), None);
        assert_eq!(on(6, Some(Reply::Tentative)), None);
    }

    #[test]
    fn a_gathering_with_a_rule_of_its_own_follows_it_and_else_the_network() {
        let network = ReminderRule::default();
        let earlier = network.of(OwnReminders {
            days: Some(10),
            day_before: None,
        });
        let quiet = network.of(OwnReminders {
            days: Some(0),
            day_before: Some(false),
        });

        assert_eq!(network.of(OwnReminders::default()), network);
        assert_eq!((earlier.days, earlier.day_before), (10, true));
        assert_eq!((quiet.days, quiet.day_before), (0, false));
    }

    #[test]
    fn nobody_is_pressed_who_was_invited_just_now_or_is_off_the_list() {
        let days = (
            date(2017, 12, 6),
            "2017-12-06T06:00:00Z".parse().unwrap(),
            date(2017, 12, 7),
        );
        let rule = ReminderRule::default();
        let fresh = Invitation {
            invited_at: Some("2017-12-05T06:00:00Z".parse().unwrap()),
            ..invitation(None)
        };
        let off = Invitation {
            withdrawn: true,
            ..invitation(None)
        };
        let never = ReminderRule {
            days: 0,
            day_before: false,
            ..rule
        };

        assert_eq!(reminder_today(rule, &fresh, days), None);
        assert_eq!(reminder_today(rule, &off, days), None);
        assert_eq!(reminder_today(never, &invitation(None), days), None);
        let yes = invitation(Some(Reply::Yes));
        assert_eq!(reminder_today(never, &yes, days), None);
    }
}
