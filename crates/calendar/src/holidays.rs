//! Public holidays of the German Länder: computed, not looked up.
//!
//! The days of the Länder's own laws on Sundays and holidays (Sonn- und Feiertagsgesetze), from
//! 1995 on, when all Länder but Sachsen gave up Buß- und Bettag. What is a holiday in some towns
//! of a Land only is [`Reach::Regional`]: Fronleichnam in the Catholic parishes of Sachsen and
//! Thüringen, Mariä Himmelfahrt in the Catholic parishes of Bayern, the Friedensfest in Augsburg.

use base::Lang;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// One of the sixteen Länder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Land {
    /// Baden-Württemberg.
    BW,
    /// Bayern.
    BY,
    /// Berlin.
    BE,
    /// Brandenburg.
    BB,
    /// Bremen.
    HB,
    /// Hamburg.
    HH,
    /// Hessen.
    HE,
    /// Mecklenburg-Vorpommern.
    MV,
    /// Niedersachsen.
    NI,
    /// Nordrhein-Westfalen.
    NW,
    /// Rheinland-Pfalz.
    RP,
    /// Saarland.
    SL,
    /// Sachsen.
    SN,
    /// Sachsen-Anhalt.
    ST,
    /// Schleswig-Holstein.
    SH,
    /// Thüringen.
    TH,
}

use Land::{BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH};

impl Land {
    /// All Länder with the last two letters of ISO 3166-2:DE.
    pub const ALL: [(Self, &'static str); 16] = [
        (BW, "BW"),
        (BY, "BY"),
        (BE, "BE"),
        (BB, "BB"),
        (HB, "HB"),
        (HH, "HH"),
        (HE, "HE"),
        (MV, "MV"),
        (NI, "NI"),
        (NW, "NW"),
        (RP, "RP"),
        (SL, "SL"),
        (SN, "SN"),
        (ST, "ST"),
        (SH, "SH"),
        (TH, "TH"),
    ];

    /// The Land of the last two letters of its ISO code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|(_, known)| *known == code)
            .map(|(land, _)| land)
    }
}

/// Where in a Land a holiday holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everywhere.
    Everywhere,
    /// In some towns only.
    Regional,
}

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its day.
    pub day: Date,
    /// Where it holds.
    pub reach: Reach,
    name: (&'static str, &'static str),
}

impl Holiday {
    /// Its name.
    pub const fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.name.0,
            Lang::En => self.name.1,
        }
    }
}

/// On which day of a year a rule falls.
#[derive(Clone, Copy)]
enum On {
    /// A fixed day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// The Wednesday before 23 November.
    Repentance,
}

/// In which Länder a rule holds.
#[derive(Clone, Copy)]
enum In {
    All,
    Some(&'static [Land]),
    /// The Land as a whole for the first, some of its towns for the second.
    Parts(&'static [Land], &'static [Land]),
}

/// A holiday with the years in which it is one.
struct Rule(On, In, (i16, i16), (&'static str, &'static str));

/// From the first year that is asked for on.
const FIRST: i16 = 1995;
/// Until further notice.
const LAST: i16 = i16::MAX;
const ALWAYS: (i16, i16) = (FIRST, LAST);

const RULES: &[Rule] = &[
    Rule(
        On::Fixed(1, 1),
        In::All,
        ALWAYS,
        ("Neujahr", "New Year's Day"),
    ),
    Rule(
        On::Fixed(1, 6),
        In::Some(&[BW, BY, ST]),
        ALWAYS,
        ("Heilige Drei Könige", "Epiphany"),
    ),
    Rule(
        On::Fixed(3, 8),
        In::Some(&[BE]),
        (2019, LAST),
        ("Internationaler Frauentag", "International Women's Day"),
    ),
    Rule(
        On::Fixed(3, 8),
        In::Some(&[MV]),
        (2023, LAST),
        ("Internationaler Frauentag", "International Women's Day"),
    ),
    Rule(
        On::Easter(-2),
        In::All,
        ALWAYS,
        ("Karfreitag", "Good Friday"),
    ),
    Rule(
        On::Easter(0),
        In::Some(&[BB]),
        ALWAYS,
        ("Ostersonntag", "Easter Sunday"),
    ),
    Rule(
        On::Easter(1),
        In::All,
        ALWAYS,
        ("Ostermontag", "Easter Monday"),
    ),
    Rule(
        On::Fixed(5, 1),
        In::All,
        ALWAYS,
        ("Tag der Arbeit", "Labour Day"),
    ),
    Rule(
        On::Fixed(5, 8),
        In::Some(&[BE]),
        (2020, 2020),
        (
            "75. Jahrestag der Befreiung",
            "75th anniversary of the liberation",
        ),
    ),
    Rule(
        On::Fixed(5, 8),
        In::Some(&[BE]),
        (2025, 2025),
        (
            "80. Jahrestag der Befreiung",
            "80th anniversary of the liberation",
        ),
    ),
    Rule(
        On::Easter(39),
        In::All,
        ALWAYS,
        ("Christi Himmelfahrt", "Ascension Day"),
    ),
    Rule(
        On::Easter(49),
        In::Some(&[BB]),
        ALWAYS,
        ("Pfingstsonntag", "Whit Sunday"),
    ),
    Rule(
        On::Easter(50),
        In::All,
        ALWAYS,
        ("Pfingstmontag", "Whit Monday"),
    ),
    Rule(
        On::Easter(60),
        In::Parts(&[BW, BY, HE, NW, RP, SL], &[SN, TH]),
        ALWAYS,
        ("Fronleichnam", "Corpus Christi"),
    ),
    Rule(
        On::Fixed(6, 17),
        In::Some(&[BE]),
        (2028, 2028),
        (
            "75. Jahrestag des Volksaufstands",
            "75th anniversary of the uprising",
        ),
    ),
    Rule(
        On::Fixed(8, 8),
        In::Parts(&[], &[BY]),
        ALWAYS,
        ("Augsburger Friedensfest", "Augsburg Peace Festival"),
    ),
    Rule(
        On::Fixed(8, 15),
        In::Parts(&[SL], &[BY]),
        ALWAYS,
        ("Mariä Himmelfahrt", "Assumption Day"),
    ),
    Rule(
        On::Fixed(9, 20),
        In::Some(&[TH]),
        (2019, LAST),
        ("Weltkindertag", "World Children's Day"),
    ),
    Rule(
        On::Fixed(10, 3),
        In::All,
        ALWAYS,
        ("Tag der Deutschen Einheit", "German Unity Day"),
    ),
    Rule(
        On::Fixed(10, 31),
        In::Some(&[BB, MV, SN, ST, TH]),
        ALWAYS,
        ("Reformationstag", "Reformation Day"),
    ),
    Rule(
        On::Fixed(10, 31),
        In::Some(&[BW, BY, BE, HB, HH, HE, NI, NW, RP, SL, SH]),
        (2017, 2017),
        ("Reformationstag", "Reformation Day"),
    ),
    Rule(
        On::Fixed(10, 31),
        In::Some(&[HB, HH, NI, SH]),
        (2018, LAST),
        ("Reformationstag", "Reformation Day"),
    ),
    Rule(
        On::Fixed(11, 1),
        In::Some(&[BW, BY, NW, RP, SL]),
        ALWAYS,
        ("Allerheiligen", "All Saints' Day"),
    ),
    Rule(
        On::Repentance,
        In::Some(&[SN]),
        ALWAYS,
        ("Buß- und Bettag", "Day of Repentance and Prayer"),
    ),
    Rule(
        On::Fixed(12, 25),
        In::All,
        ALWAYS,
        ("Erster Weihnachtstag", "Christmas Day"),
    ),
    Rule(
        On::Fixed(12, 26),
        In::All,
        ALWAYS,
        ("Zweiter Weihnachtstag", "Boxing Day"),
    ),
];

/// The public holidays of a Land in a year, in order; none before 1995.
///
/// ```
/// use calendar::holidays::{Land, holidays};
/// use jiff::civil::date;
///
/// let names: Vec<_> = holidays(Land::TH, 2018)
///     .into_iter()
///     .filter(|it| it.day == date(2018, 10, 31))
///     .map(|it| it.name(base::Lang::De))
///     .collect();
/// assert_eq!(names, ["Reformationstag"]);
/// ```
pub fn holidays(land: Land, year: i16) -> Vec<Holiday> {
    let mut found: Vec<Holiday> = RULES
        .iter()
        .filter(|Rule(_, _, (from, until), _)| (*from..=*until).contains(&year))
        .filter_map(|Rule(on, within, _, name)| {
            Some(Holiday {
                day: day_of(*on, year)?,
                reach: reach_in(*within, land)?,
                name: *name,
            })
        })
        .collect();
    found.sort_by_key(|it| it.day);
    found
}

/// The holidays of one day; Ascension can fall on 1 May.
pub fn holidays_on(land: Land, day: Date) -> Vec<Holiday> {
    let mut found = holidays(land, day.year());
    found.retain(|it| it.day == day);
    found
}

fn reach_in(within: In, land: Land) -> Option<Reach> {
    let (whole, parts): (&[Land], &[Land]) = match within {
        In::All => return Some(Reach::Everywhere),
        In::Some(whole) => (whole, &[]),
        In::Parts(whole, parts) => (whole, parts),
    };
    if whole.contains(&land) {
        return Some(Reach::Everywhere);
    }
    parts.contains(&land).then_some(Reach::Regional)
}

fn day_of(on: On, year: i16) -> Option<Date> {
    match on {
        On::Fixed(month, day) => Date::new(year, month, day).ok(),
        On::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
        On::Repentance => Date::new(year, 11, 23)
            .ok()?
            .nth_weekday(-1, Weekday::Wednesday)
            .ok(),
    }
}

/// Easter Sunday of the Gregorian calendar, by Gauß and Lichtenberg.
fn easter(year: i16) -> Option<Date> {
    let year_long = i64::from(year);
    let century = year_long / 100;
    let solar = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sunday = 2 - (3 * century + 3) / 4;
    let moon_year = year_long % 19;
    let seed = (19 * moon_year + solar) % 30;
    let early = (seed + moon_year / 11) / 29;
    let full_moon = 21 + seed - early;
    let first_sunday = 7 - (year_long + year_long / 4 + sunday).rem_euclid(7);
    let distance = 7 - (full_moon - first_sunday).rem_euclid(7);
    Date::new(year, 3, 1)
        .ok()?
        .checked_add((full_moon + distance - 1).days())
        .ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn is_holiday(land: Land, day: Date) -> bool {
        !holidays_on(land, day).is_empty()
    }

    #[test]
    fn easter_falls_where_the_tables_say() {
        for day in [
            date(1995, 4, 16),
            date(2000, 4, 23),
            date(2008, 3, 23),
            date(2011, 4, 24),
            date(2018, 4, 1),
            date(2019, 4, 21),
            date(2038, 4, 25),
            date(2049, 4, 18),
            date(2076, 4, 19),
            date(2100, 3, 28),
        ] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn easter_is_always_a_sunday_in_its_five_weeks() {
        for year in 1995..=2100 {
            let day = easter(year).unwrap();
            assert_eq!(day.weekday(), Weekday::Sunday, "{year}");
            assert!(
                day >= date(year, 3, 22) && day <= date(year, 4, 25),
                "{day}"
            );
        }
    }

    #[test]
    fn holidays_begin_and_end_with_their_laws() {
        for (land, day, expected) in [
            (NI, date(2016, 10, 31), false),
            (NI, date(2017, 10, 31), true),
            (NI, date(2018, 10, 31), true),
            (BY, date(2017, 10, 31), true),
            (BY, date(2018, 10, 31), false),
            (BE, date(2018, 3, 8), false),
            (BE, date(2019, 3, 8), true),
            (MV, date(2022, 3, 8), false),
            (MV, date(2023, 3, 8), true),
            (TH, date(2018, 9, 20), false),
            (TH, date(2019, 9, 20), true),
            (BE, date(2020, 5, 8), true),
            (BE, date(2021, 5, 8), false),
            (BE, date(2025, 5, 8), true),
            (BE, date(2028, 6, 17), true),
            (SN, date(2018, 11, 21), true),
            (TH, date(2018, 11, 21), false),
        ] {
            assert_eq!(is_holiday(land, day), expected, "{land:?} {day}");
        }
    }

    #[test]
    fn local_holidays_say_that_they_are() {
        for (land, day) in [
            (SN, date(2018, 5, 31)),
            (TH, date(2018, 5, 31)),
            (BY, date(2018, 8, 8)),
            (BY, date(2018, 8, 15)),
        ] {
            let found = holidays_on(land, day);
            assert_eq!(
                found.first().map(|it| it.reach),
                Some(Reach::Regional),
                "{land:?}"
            );
        }
    }

    #[test]
    fn two_holidays_may_fall_on_one_day() {
        let names: Vec<_> = holidays_on(TH, date(2008, 5, 1))
            .iter()
            .map(|it| it.name(Lang::En))
            .collect();

        assert_eq!(names, ["Labour Day", "Ascension Day"]);
    }

    #[test]
    fn codes_are_read_and_others_are_not() {
        assert_eq!(Land::from_code("TH"), Some(TH));
        assert_eq!(Land::from_code("XX"), None);
    }
}
