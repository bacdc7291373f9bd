//! Which day suits best.

use jiff::civil::DateTime;

use super::{Answer, Fits, ProposedDate};

/// How many said what of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// When the day begins.
    pub starts: DateTime,
    /// How many it suits.
    pub yes: usize,
    /// How many can come if need be.
    pub maybe: usize,
    /// How many it does not suit.
    pub no: usize,
}

impl Tally {
    /// Whether anybody said anything of it.
    pub const fn is_answered(&self) -> bool {
        self.yes + self.maybe + self.no > 0
    }
}

/// Counts the answers of each day, in the order of the days.
pub fn tally(dates: &[ProposedDate], answers: &[Answer]) -> Vec<Tally> {
    let count = |date: &ProposedDate, fits: Fits| {
        let same = answers.iter();
        same.filter(|it| it.date == date.id && it.fits == fits)
            .count()
    };
    let tallies = dates.iter().map(|date| Tally {
        starts: date.starts,
        yes: count(date, Fits::Yes),
        maybe: count(date, Fits::Maybe),
        no: count(date, Fits::No),
    });
    tallies.collect()
}

/// The day that suits best: the one that suits most; of several, the one that fewest cannot come
/// on; of several still, the earliest. None while nobody has answered.
pub fn best(tallies: &[Tally]) -> Option<usize> {
    tallies
        .iter()
        .enumerate()
        .filter(|(_, tally)| tally.is_answered())
        .min_by_key(|(place, it)| (std::cmp::Reverse(it.yes), it.no, it.starts, *place))
        .map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn day(number: i64, (yes, maybe, no): (usize, usize, usize)) -> Tally {
        Tally {
            starts: date(2018, 8, 1)
                .at(15, 0, 0, 0)
                .saturating_add(number.days()),
            yes,
            maybe,
            no,
        }
    }

    #[test]
    fn most_come_first_then_fewest_who_cannot_then_the_earliest() {
        for (tallies, expected) in [
            (vec![], None),
            (vec![day(0, (0, 0, 0)), day(1, (0, 0, 0))], None),
            (vec![day(0, (2, 9, 0)), day(1, (3, 0, 8))], Some(1)),
            (vec![day(0, (3, 0, 2)), day(1, (3, 1, 1))], Some(1)),
            (vec![day(4, (3, 1, 1)), day(1, (3, 1, 1))], Some(1)),
            (vec![day(0, (0, 0, 2)), day(1, (0, 1, 1))], Some(1)),
        ] {
            assert_eq!(best(&tallies), expected, "{tallies:?}");
        }
    }

    #[test]
    fn answers_are_counted_by_their_day() {
        let date = |id: u128| ProposedDate {
            id: Uuid::from_u128(id),
            starts: date(2018, 8, 1).at(15, 0, 0, 0),
            ends: date(2018, 8, 1).at(19, 0, 0, 0),
            is_settled: false,
        };
        let answer = |asked: u128, date: u128, fits| Answer {
            asked: Uuid::from_u128(asked),
            date: Uuid::from_u128(date),
            fits,
        };
        let answers = [
            answer(1, 7, Fits::Yes),
            answer(2, 7, Fits::Yes),
            answer(3, 7, Fits::Maybe),
            answer(1, 8, Fits::No),
        ];

        let counted = tally(&[date(7), date(8), date(9)], &answers);

        let counts: Vec<_> = counted.iter().map(|it| (it.yes, it.maybe, it.no)).collect();
        assert_eq!(counts, [(2, 1, 0), (0, 0, 1), (0, 0, 0)]);
    }

    fn tallies() -> impl Strategy<Value = Vec<Tally>> {
        let one = (0_i64..20, (0_usize..4, 0_usize..4, 0_usize..4));
        proptest::collection::vec(one.prop_map(|(number, counts)| day(number, counts)), 1..9)
    }

    proptest! {
        #[test]
        fn no_day_is_better_than_the_best(tallies in tallies()) {
            let found = best(&tallies);
            prop_assert_eq!(found.is_some(), tallies.iter().any(Tally::is_answered));
            if let Some(place) = found {
                let it = tallies[place];
                prop_assert!(it.is_answered());
                for other in tallies.iter().filter(|other| other.is_answered()) {
                    prop_assert!(other.yes <= it.yes);
                    if other.yes == it.yes {
                        prop_assert!(other.no >= it.no);
                        if other.no == it.no {
                            prop_assert!(other.starts >= it.starts);
                        }
                    }
                }
            }
        }

        #[test]
        fn the_best_day_does_not_hang_on_the_order_of_the_days(
            tallies in tallies(),
            turn in 0_usize..8,
        ) {
            let mut turned = tallies.clone();
            turned.rotate_left(turn % tallies.len());
            let before = best(&tallies).map(|place| tallies[place]);
            let after = best(&turned).map(|place| turned[place]);
            // Two days of one hour may differ in who can come if need be.
            prop_assert_eq!(
                before.map(|it| (it.yes, it.no, it.starts)),
                after.map(|it| (it.yes, it.no, it.starts))
            );
        }

        #[test]
        fn one_more_whom_it_suits_never_takes_the_first_place_away(tallies in tallies()) {
            if let Some(place) = best(&tallies) {
                let mut more = tallies.clone();
                more[place].yes += 1;
                prop_assert_eq!(best(&more), Some(place));
            }
        }
    }
}
