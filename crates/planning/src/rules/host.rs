//! Whose turn it is to receive the others.

use base::OrganisationId;
use jiff::ToSpan;
use jiff::civil::Date;

/// An organisation that could receive the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// From when to when it is a member; both ends belong to it, a missing one is open.
    pub terms: Vec<(Option<Date>, Option<Date>)>,
}

impl Candidate {
    fn is_member_on(&self, day: Date) -> bool {
        self.terms.iter().any(|(from, until)| {
            from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
        })
    }
}

/// Whose turn it is, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The organisation.
    pub host: OrganisationId,
    /// How often it received the others in the three years before.
    pub times: usize,
    /// When it did so last; none where it never did.
    pub last: Option<Date>,
}

/// Over how many years the rule counts.
pub const WINDOW_YEARS: i64 = 3;

/// The host for a day: of the members of that day that can receive the others, the one that did
/// so most seldom in the three years before, then longest ago or never, then by name. Whoever is
/// `chosen` for a later day counts as well.
pub fn suggest(
    candidates: &[Candidate],
    hosted: &[(OrganisationId, Date)],
    chosen: &[OrganisationId],
    day: Date,
) -> Option<Suggestion> {
    let since = day.checked_sub(WINDOW_YEARS.years()).unwrap_or(Date::MIN);
    candidates
        .iter()
        .filter(|candidate| candidate.is_member_on(day))
        .map(|candidate| {
            let days = || {
                hosted
                    .iter()
                    .filter(|(host, on)| *host == candidate.id && *on < day)
                    .map(|(_, on)| *on)
            };
            let suggestion = Suggestion {
                host: candidate.id,
                times: days().filter(|on| *on >= since).count()
                    + chosen.iter().filter(|host| **host == candidate.id).count(),
                last: days().max(),
            };
            (suggestion, &candidate.name)
        })
        .min_by_key(|(it, name)| (it.times, it.last, *name))
        .map(|(suggestion, _)| suggestion)
}

/// The hosts for several days in their order; what is suggested for one counts for the next, and
/// so does what is chosen already.
pub fn suggest_all(
    candidates: &[Candidate],
    hosted: &[(OrganisationId, Date)],
    days: &[(Date, Option<OrganisationId>)],
) -> Vec<Option<Suggestion>> {
    let mut hosted = hosted.to_vec();
    let mut order: Vec<usize> = (0..days.len()).collect();
    order.sort_by_key(|index| days.get(*index).map(|(day, _)| *day));
    hosted.extend(days.iter().filter_map(|(day, host)| Some(((*host)?, *day))));
    let mut found = vec![None; days.len()];
    for index in order {
        let Some((day, None)) = days.get(index).copied() else {
            continue;
        };
        let later: Vec<_> = days
            .iter()
            .filter(|(on, _)| *on >= day)
            .filter_map(|(_, host)| *host)
            .collect();
        let suggestion = suggest(candidates, &hosted, &later, day);
        hosted.extend(suggestion.map(|it| (it.host, day)));
        if let Some(place) = found.get_mut(index) {
            *place = suggestion;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn host(number: u128) -> OrganisationId {
        Uuid::from_u128(number).into()
    }

    fn candidates(count: u128) -> Vec<Candidate> {
        (1..=count)
            .map(|number| Candidate {
                id: host(number),
                name: format!("Träger {number:03}"),
                terms: vec![(None, None)],
            })
            .collect()
    }

    fn suggested(hosted: &[(OrganisationId, Date)]) -> Suggestion {
        suggest(&candidates(3), hosted, &[], date(2018, 6, 1)).unwrap()
    }

    #[test]
    fn fewest_then_longest_ago_then_name() {
        assert_eq!(suggested(&[]).host, host(1));
        assert_eq!(suggested(&[(host(1), date(2017, 1, 1))]).host, host(2));
        let all_once = [
            (host(1), date(2017, 5, 1)),
            (host(2), date(2016, 5, 1)),
            (host(3), date(2017, 9, 1)),
        ];
        assert_eq!(
            suggested(&all_once),
            Suggestion {
                host: host(2),
                times: 1,
                last: Some(date(2016, 5, 1))
            }
        );
    }

    #[test]
    fn never_comes_before_long_ago() {
        let before = [(host(1), date(2010, 1, 1)), (host(2), date(2009, 1, 1))];

        assert_eq!(suggested(&before).host, host(3));
        assert_eq!(suggested(&before).last, None);
    }

    #[test]
    fn what_lies_three_years_back_counts_no_more_and_what_comes_later_does_not() {
        let hosted = [
            (host(1), date(2015, 5, 31)),
            (host(2), date(2015, 6, 1)),
            (host(3), date(2018, 5, 31)),
            (host(1), date(2018, 6, 1)),
        ];

        let found = suggested(&hosted);

        assert_eq!((found.host, found.times), (host(1), 0));
        assert_eq!(found.last, Some(date(2015, 5, 31)));
    }

    #[test]
    fn whoever_is_no_member_on_the_day_is_not_asked() {
        let mut all = candidates(2);
        all[0].terms = vec![(None, Some(date(2018, 5, 31)))];

        let found = suggest(&all, &[], &[], date(2018, 6, 1)).unwrap();

        assert_eq!(found.host, host(2));
        assert_eq!(suggest(&all[..1], &[], &[], date(2018, 6, 1)), None);
    }

    #[test]
    fn rows_of_one_plan_know_of_each_other() {
        let days = [
            (date(2018, 10, 1), None),
            (date(2018, 2, 1), None),
            (date(2018, 6, 1), Some(host(1))),
        ];

        let found = suggest_all(&candidates(3), &[], &days);

        let hosts: Vec<_> = found.iter().map(|it| it.map(|it| it.host)).collect();
        assert_eq!(hosts, [Some(host(3)), Some(host(2)), None]);
    }

    proptest! {
        #[test]
        fn in_n_rounds_of_n_hosts_each_hosts_once(
            count in 1_u128..12, rounds in 1_usize..4, gaps in prop::collection::vec(1_i64..14, 40),
        ) {
            let all = candidates(count);
            let mut hosted: Vec<(OrganisationId, Date)> = Vec::new();
            let mut day = date(2018, 1, 1);
            let total = usize::try_from(count).unwrap() * rounds;
            for gap in gaps.iter().cycle().take(total) {
                day = day.checked_add(gap.days()).unwrap();
                hosted.push((suggest(&all, &hosted, &[], day).unwrap().host, day));
            }
            let mut times: HashMap<OrganisationId, usize> = HashMap::new();
            for (host, _) in hosted {
                *times.entry(host).or_default() += 1;
            }
            prop_assert_eq!(times.len(), all.len());
            prop_assert!(times.values().all(|it| *it == rounds));
        }
    }
}
