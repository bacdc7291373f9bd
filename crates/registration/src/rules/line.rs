//! The waiting list: who gets a place that became free. Never a place more than there are,
//! nobody overtaken by whom the same places are open to, nobody lost.

use base::GatheringId;
use uuid::Uuid;

/// So many places, for one gathering or for several together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Its id.
    pub id: Uuid,
    /// Whether it holds for all dates together.
    pub shared: bool,
    /// How many; none where there is no limit.
    pub capacity: Option<i64>,
    /// How many are taken.
    pub taken: i64,
    /// The gatherings that it covers.
    pub covers: Vec<GatheringId>,
}

/// Places kept for some; what of them is not used is nobody else's until the term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contingent {
    /// Its id.
    pub id: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// How many are kept.
    pub places: i64,
    /// How many of them are used.
    pub used: i64,
}

impl Contingent {
    const fn kept(&self) -> i64 {
        if self.places > self.used {
            self.places - self.used
        } else {
            0
        }
    }
}

/// Somebody in line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The place that waits.
    pub place: Uuid,
    /// For what.
    pub gathering: GatheringId,
    /// The contingent that is open to the person.
    pub contingent: Option<Uuid>,
}

/// Somebody gets a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The place that waited.
    pub place: Uuid,
    /// For what.
    pub gathering: GatheringId,
    /// The contingent that it is counted against.
    pub contingent: Option<Uuid>,
}

/// The places of one desk as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The quotas.
    pub quotas: Vec<Quota>,
    /// The contingents whose term runs.
    pub contingents: Vec<Contingent>,
}

impl Line {
    /// Whether registration for a gathering is set up: no quota says how many may come.
    pub fn knows(&self, gathering: GatheringId) -> bool {
        self.covering(gathering).next().is_some()
    }

    fn covering(&self, gathering: GatheringId) -> impl Iterator<Item = &Quota> {
        let all = self.quotas.iter();
        all.filter(move |quota| quota.covers.contains(&gathering))
    }

    /// The contingent of these that still has places at a gathering.
    pub fn open_of(&self, gathering: GatheringId, mine: &[Uuid]) -> Option<Uuid> {
        let mut all = self.contingents.iter();
        all.find(|it| it.gathering == gathering && mine.contains(&it.id) && it.kept() > 0)
            .map(|it| it.id)
    }

    /// The contingent of these at a gathering, used up or not.
    pub fn kept_for(&self, gathering: GatheringId, mine: &[Uuid]) -> Option<Uuid> {
        let mut all = self.contingents.iter();
        all.find(|it| it.gathering == gathering && mine.contains(&it.id))
            .map(|it| it.id)
    }

    /// How many places are free at a gathering for somebody with this contingent; none where
    /// there is no limit.
    pub fn free(&self, gathering: GatheringId, mine: Option<Uuid>) -> Option<i64> {
        self.covering(gathering)
            .filter_map(|quota| {
                let kept = self
                    .contingents
                    .iter()
                    .filter(|it| Some(it.id) != mine && quota.covers.contains(&it.gathering))
                    .map(Contingent::kept);
                Some(quota.capacity? - quota.taken - kept.sum::<i64>())
            })
            .min()
    }

    /// The smallest number of places that a gathering has; none where there is no limit.
    pub fn capacity(&self, gathering: GatheringId) -> Option<i64> {
        let all = self.covering(gathering);
        all.filter_map(|quota| quota.capacity).min()
    }

    /// The quotas that a place at a gathering takes one of each.
    pub fn quotas_of(&self, gathering: GatheringId) -> Vec<Uuid> {
        self.covering(gathering).map(|it| it.id).collect()
    }

    /// Whether somebody with these contingents gets a place; counts it as taken, and says the
    /// contingent that it counts against.
    pub fn seat(&mut self, gathering: GatheringId, mine: &[Uuid]) -> Option<Option<Uuid>> {
        if !self.knows(gathering) {
            return None;
        }
        let contingent = self.open_of(gathering, mine);
        if self.free(gathering, contingent).is_some_and(|it| it <= 0) {
            return None;
        }
        for quota in &mut self.quotas {
            if quota.covers.contains(&gathering) {
                quota.taken += 1;
            }
        }
        let mut all = self.contingents.iter_mut();
        if let Some(it) = all.find(|it| Some(it.id) == contingent) {
            it.used += 1;
        }
        Some(contingent)
    }

    /// Who of those in line gets a place now, in their order.
    pub fn pass_on(&mut self, waiting: &[Waiting]) -> Vec<Move> {
        let mut moves = Vec::new();
        for it in waiting {
            let mine: Vec<Uuid> = it.contingent.into_iter().collect();
            if let Some(contingent) = self.seat(it.gathering, &mine) {
                moves.push(Move {
                    place: it.place,
                    gathering: it.gathering,
                    contingent,
                });
            }
        }
        moves
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn at(number: u128) -> GatheringId {
        id(number).into()
    }

    fn quota(number: u128, capacity: Option<i64>, taken: i64, covers: &[u128]) -> Quota {
        Quota {
            id: id(number),
            shared: covers.len() > 1,
            capacity,
            taken,
            covers: covers.iter().map(|it| at(*it)).collect(),
        }
    }

    fn waiting(number: u128, gathering: u128, contingent: Option<u128>) -> Waiting {
        Waiting {
            place: id(1000 + number),
            gathering: at(gathering),
            contingent: contingent.map(id),
        }
    }

    #[test]
    fn the_first_in_line_gets_the_place() {
        let mut line = Line {
            quotas: vec![quota(1, Some(10), 8, &[1])],
            contingents: Vec::new(),
        };
        let moves = line.pass_on(&[
            waiting(1, 1, None),
            waiting(2, 1, None),
            waiting(3, 1, None),
        ]);
        let places: Vec<_> = moves.iter().map(|it| it.place).collect();
        assert_eq!(places, [id(1001), id(1002)]);
        assert_eq!(line.free(at(1), None), Some(0));
    }

    #[test]
    fn a_shared_quota_holds_for_all_its_dates_together() {
        let mut line = Line {
            quotas: vec![
                quota(1, Some(5), 2, &[1]),
                quota(2, Some(5), 5, &[2]),
                quota(3, Some(8), 7, &[1, 2]),
            ],
            contingents: Vec::new(),
        };
        assert_eq!(line.free(at(1), None), Some(1));
        let moves = line.pass_on(&[
            waiting(1, 2, None),
            waiting(2, 1, None),
            waiting(3, 1, None),
        ]);
        let places: Vec<_> = moves.iter().map(|it| it.place).collect();
        assert_eq!(places, [id(1002)]);
    }

    #[test]
    fn kept_places_are_for_those_they_are_kept_for() {
        let mut line = Line {
            quotas: vec![quota(1, Some(10), 7, &[1])],
            contingents: vec![Contingent {
                id: id(50),
                gathering: at(1),
                places: 4,
                used: 1,
            }],
        };
        assert_eq!(line.free(at(1), None), Some(0));
        assert_eq!(line.free(at(1), Some(id(50))), Some(3));
        let moves = line.pass_on(&[waiting(1, 1, None), waiting(2, 1, Some(50))]);
        assert_eq!(moves.len(), 1);
        assert_eq!(moves[0].place, id(1002));
        assert_eq!(moves[0].contingent, Some(id(50)));
    }

    #[test]
    fn without_a_quota_nobody_gets_a_place() {
        let mut line = Line::default();
        assert_eq!(line.seat(at(1), &[]), None);
        line.quotas.push(quota(1, None, 0, &[1]));
        assert_eq!(line.seat(at(1), &[]), Some(None));
    }

    prop_compose! {
        fn lines()(
            capacities in prop::collection::vec(prop::option::of(0_i64..6), 3),
            shared in prop::option::of(0_i64..12),
            kept in prop::collection::vec((0_u128..3, 0_i64..4), 0..3),
        ) -> Line {
            let mut quotas: Vec<_> = capacities
                .iter()
                .zip(0_u128..)
                .map(|(capacity, number)| quota(number + 1, *capacity, 0, &[number]))
                .collect();
            quotas.push(quota(9, shared, 0, &[0, 1, 2]));
            let contingents = kept.iter().zip(50_u128..).map(|((gathering, places), number)| {
                Contingent { id: id(number), gathering: at(*gathering), places: *places, used: 0 }
            });
            Line { quotas, contingents: contingents.collect() }
        }
    }

    prop_compose! {
        fn people()(
            people in prop::collection::vec((0_u128..3, prop::option::of(50_u128..53)), 0..40)
        ) -> Vec<Waiting> {
            let numbered = people.into_iter().zip(0_u128..);
            numbered.map(|((at, mine), number)| waiting(number, at, mine)).collect()
        }
    }

    proptest! {
        #[test]
        fn never_a_place_more_than_there_are(line in lines(), people in people()) {
            let mut after = line.clone();
            let moves = after.pass_on(&people);
            for quota in &after.quotas {
                let given = moves.iter().filter(|it| quota.covers.contains(&it.gathering)).count();
                prop_assert_eq!(quota.taken, i64::try_from(given).unwrap());
                prop_assert!(quota.capacity.is_none_or(|it| quota.taken <= it));
            }
        }

        #[test]
        fn nobody_is_overtaken_by_whom_the_same_is_open_to(line in lines(), people in people()) {
            let mut after = line;
            let moves = after.pass_on(&people);
            let got = |it: &Waiting| moves.iter().any(|its| its.place == it.place);
            for (place, first) in people.iter().enumerate() {
                for second in people.iter().skip(place + 1) {
                    let alike = first.gathering == second.gathering
                        && first.contingent == second.contingent;
                    prop_assert!(!alike || got(first) || !got(second));
                }
            }
        }

        #[test]
        fn a_second_look_gives_nothing_more_and_loses_nobody(line in lines(), people in people()) {
            let mut after = line;
            let moves = after.pass_on(&people);
            let rest: Vec<_> = people
                .iter()
                .filter(|it| moves.iter().all(|its| its.place != it.place))
                .cloned()
                .collect();
            prop_assert_eq!(rest.len() + moves.len(), people.len());
            // Whoever is left finds no place that would be open to them.
            for it in &rest {
                let mine: Vec<_> = it.contingent.into_iter().collect();
                prop_assert_eq!(after.clone().seat(it.gathering, &mine), None);
            }
            prop_assert!(after.pass_on(&rest).is_empty());
        }
    }
}
