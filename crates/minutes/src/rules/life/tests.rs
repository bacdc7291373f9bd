//! The life of minutes, step by step and at random.

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;

const TODAY: Date = Date::constant(2017, 12, 8);

fn standing(state: State) -> Standing {
    Standing {
        state,
        open: 0,
        for_meeting: 0,
        until: None,
        taken_back: false,
    }
}

fn later(days: i64) -> Date {
    TODAY + days.days()
}

fn refused(result: Result<State, Halt>) -> &'static str {
    match result {
        Err(Halt::Refused(blames)) => blames[0].key,
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_step_leads_on() {
    let draft = standing(State::Draft);
    let round = Standing {
        until: Some(TODAY),
        ..standing(State::Circulated)
    };

    let sent = Act::Circulate {
        until: later(14),
        today: TODAY,
    };
    assert_eq!(allow(&draft, sent).unwrap(), State::Circulated);
    assert_eq!(
        allow(&round, Act::Object { today: TODAY }).unwrap(),
        State::Circulated
    );
    assert_eq!(
        allow(&round, Act::Lapse { today: later(1) }).unwrap(),
        State::Approved
    );
    let approved = standing(State::Approved);
    assert_eq!(
        allow(&approved, Act::WithdrawApproval).unwrap(),
        State::Circulated
    );
    assert_eq!(
        allow(&approved, Act::Distribute).unwrap(),
        State::Distributed
    );
}

#[test]
fn the_last_day_belongs_to_the_term() {
    let round = Standing {
        until: Some(TODAY),
        ..standing(State::Circulated)
    };

    assert!(allow(&round, Act::Object { today: TODAY }).is_ok());
    assert_eq!(
        refused(allow(&round, Act::Lapse { today: TODAY })),
        "minutes-fault-term-runs"
    );
    assert_eq!(
        refused(allow(&round, Act::Object { today: later(1) })),
        "minutes-fault-term-over"
    );
}

#[test]
fn what_the_meeting_decides_does_not_lapse() {
    let over = Standing {
        until: Some(TODAY),
        ..standing(State::Circulated)
    };
    for stuck in [
        Standing {
            for_meeting: 1,
            ..over
        },
        Standing {
            taken_back: true,
            ..over
        },
    ] {
        assert_eq!(
            refused(allow(&stuck, Act::Lapse { today: later(9) })),
            "minutes-fault-meeting-decides"
        );
        let meeting = Act::ApproveInMeeting {
            is_later_and_begun: true,
        };
        assert_eq!(allow(&stuck, meeting).unwrap(), State::Approved);
    }
}

#[test]
fn a_term_lies_ahead_and_is_not_endless() {
    for days in [-1, 0, 367, 100_000] {
        let act = Act::Circulate {
            until: later(days),
            today: TODAY,
        };
        assert_eq!(
            refused(allow(&standing(State::Draft), act)),
            "minutes-fault-term"
        );
    }
}

fn any_act() -> impl Strategy<Value = Act> {
    let day = || (-3_i64..40).prop_map(later);
    prop_oneof![
        Just(Act::Write),
        (day(), day()).prop_map(|(until, today)| Act::Circulate { until, today }),
        day().prop_map(|today| Act::Object { today }),
        day().prop_map(|today| Act::Lapse { today }),
        any::<bool>().prop_map(|is_later_and_begun| Act::ApproveInMeeting { is_later_and_begun }),
        Just(Act::WithdrawApproval),
        Just(Act::Distribute),
    ]
}

proptest! {
    #[test]
    fn no_path_skips_circulation(acts in proptest::collection::vec(any_act(), 0..40)) {
        let mut now = standing(State::Draft);
        let mut circulated = false;
        for act in acts {
            let before = now;
            let Ok(state) = allow(&now, act) else { continue };
            match act {
                Act::Circulate { until, .. } => {
                    circulated = true;
                    now.until = Some(until);
                    now.taken_back = false;
                }
                Act::Object { .. } => now.open += 1,
                Act::WithdrawApproval => now.taken_back = true,
                Act::Lapse { .. } => {
                    prop_assert_eq!((before.open, before.for_meeting), (0, 0));
                }
                Act::Write => prop_assert_eq!(before.state, State::Draft),
                Act::ApproveInMeeting { .. } | Act::Distribute => {}
            }
            now.state = state;
            if state.is_approved() {
                prop_assert!(circulated);
                prop_assert_eq!(now.open, 0);
            }
        }
    }
}
