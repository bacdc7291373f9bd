//! Every paper in both languages, short, long and hostile, judged by a foreign validator.
//!
//! Each test leaves its PDF in the target folder's `tmp/papers`, to be looked at.

#[cfg(test)]
mod door;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod judge;
#[cfg(test)]
mod minutes_samples;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod post;
#[cfg(test)]
mod programmes;
#[cfg(test)]
mod samples;

use std::time::Instant;

use base::Lang;
use judge::{judge, judge_the_judge, pages, spoken};
use print::{Accent, FurtherGuests, Picture, Press, PrintFault, Prose};

const LOGO: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60">
<rect width="120" height="60" rx="6" fill="#1b4f7a"/><circle cx="32" cy="30" r="14" fill="#fff"/>
<circle cx="60" cy="30" r="14" fill="#e8b33c"/><circle cx="88" cy="30" r="14" fill="#fff"/></svg>"##;

#[test]
fn invitation_in_both_languages_is_one_accessible_page() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        let pdf = press.invitation(&samples::invitation(lang)).unwrap();

        judge(&format!("invitation-{}", lang.tag()), &pdf);
        assert_eq!(pages(&pdf), 1, "{lang:?}");
    }
}

#[test]
fn what_a_network_wrote_speaks_its_own_language_in_english_papers() {
    let press = Press::new().unwrap();
    let papers = |lang: Lang| {
        [
            press.invitation(&samples::invitation(lang)).unwrap(),
            press.agenda(&samples::agenda(lang)).unwrap(),
            press.minutes(&minutes_samples::minutes(lang)).unwrap(),
            press
                .plan(&plans::plan(lang, vec![plans::row(lang)]))
                .unwrap(),
            press.attendance(&samples::attendance(lang, 3)).unwrap(),
            press.participants(&samples::participants(lang, 3)).unwrap(),
            press
                .certificates(&door::certificates(lang, 1, "Kim Muster"))
                .unwrap(),
            press.badges(&door::badges(lang, 1, "Kim Muster")).unwrap(),
        ]
    };
    for (place, pdf) in papers(Lang::En).iter().enumerate() {
        assert!(spoken(pdf, "en") > 0, "{place}");
        assert!(spoken(pdf, "de") > 0, "{place}");
    }
    for pdf in &papers(Lang::En)[..3] {
        assert!(spoken(pdf, "de") > 2, "{}", spoken(pdf, "de"));
    }
    for pdf in papers(Lang::De) {
        assert_eq!(spoken(&pdf, "en"), 0);
    }
}

#[test]
fn the_judge_finds_what_is_missing() {
    let press = Press::new().unwrap();

    judge_the_judge(&press.invitation(&samples::invitation(Lang::De)).unwrap());
}

#[test]
fn invitation_with_logo_and_long_agenda_goes_on_over_pages() {
    let press = Press::new().unwrap();
    let mut paper = samples::invitation(Lang::De);
    paper.letterhead.logo = Some(Picture {
        bytes: LOGO.to_vec(),
        alt: "Logo: drei Kreise".into(),
    });
    paper.agenda = samples::long_agenda();
    paper.body = samples::long_text().into();

    let pdf = press.invitation(&paper).unwrap();

    judge("invitation-long", &pdf);
    assert!(pages(&pdf) >= 3);
}

#[test]
fn invitation_with_nothing_but_the_least_is_printed() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        let pdf = press.invitation(&samples::bare_invitation(lang)).unwrap();

        judge(&format!("invitation-bare-{}", lang.tag()), &pdf);
    }
}

#[test]
fn agenda_in_both_languages_is_accessible() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        let mut paper = samples::agenda(lang);
        judge(
            &format!("agenda-{}", lang.tag()),
            &press.agenda(&paper).unwrap(),
        );

        paper.agenda = samples::long_agenda()
            .into_iter()
            .cycle()
            .take(60)
            .collect();
        let long = press.agenda(&paper).unwrap();
        judge(&format!("agenda-long-{}", lang.tag()), &long);
        assert!(pages(&long) >= 3);

        paper.agenda.clear();
        judge(
            &format!("agenda-empty-{}", lang.tag()),
            &press.agenda(&paper).unwrap(),
        );
    }
}

#[test]
fn participants_in_both_languages_are_accessible() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        let mut paper = samples::participants(lang, 70);
        let long = press.participants(&paper).unwrap();
        judge(&format!("participants-{}", lang.tag()), &long);
        assert!(pages(&long) >= 2);

        paper.rows.clear();
        judge(
            &format!("participants-unnamed-{}", lang.tag()),
            &press.participants(&paper).unwrap(),
        );
    }
}

#[test]
fn attendance_in_both_languages_is_accessible() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        let blank = press.attendance(&samples::attendance(lang, 12)).unwrap();
        judge(&format!("attendance-{}", lang.tag()), &blank);

        let mut paper = samples::attendance(lang, 70);
        paper.rows = samples::attended(70);
        paper.spare_rows = 0;
        paper.further_guests = Some(FurtherGuests {
            count: 1,
            is_about: false,
        });
        let long = press.attendance(&paper).unwrap();
        judge(&format!("attendance-record-{}", lang.tag()), &long);
        assert!(pages(&long) >= 3);

        paper.rows = samples::partly_attended(20);
        paper.spare_rows = 3;
        paper.further_guests = Some(FurtherGuests {
            count: 90,
            is_about: true,
        });
        judge(
            &format!("attendance-mixed-{}", lang.tag()),
            &press.attendance(&paper).unwrap(),
        );

        paper.rows.clear();
        paper.spare_rows = 0;
        judge(
            &format!("attendance-empty-{}", lang.tag()),
            &press.attendance(&paper).unwrap(),
        );
    }
}

#[test]
fn minutes_in_both_languages_and_every_state_are_accessible() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        for (name, state) in minutes_samples::states() {
            let mut paper = minutes_samples::minutes(lang);
            paper.state = state;
            judge(
                &format!("minutes-{name}-{}", lang.tag()),
                &press.minutes(&paper).unwrap(),
            );
        }
    }
}

#[test]
fn minutes_of_a_long_day_go_on_over_pages() {
    let press = Press::new().unwrap();
    let mut paper = minutes_samples::minutes(Lang::De);
    paper.items = paper.items.iter().cycle().take(12).cloned().collect();
    paper.items[3].text = samples::long_text().into();
    paper.attendance = samples::attended(48);

    let pdf = press.minutes(&paper).unwrap();

    judge("minutes-long", &pdf);
    assert!(pages(&pdf) >= 5);
}

#[test]
fn hostile_text_is_printed_as_text_and_never_fails() {
    let press = Press::new().unwrap();
    for (index, text) in hostile::texts().into_iter().enumerate() {
        let lang = Lang::ALL[index % 2];
        let invitation = press.invitation(&hostile::invitation(lang, &text)).unwrap();
        judge(&format!("hostile-{index}-invitation"), &invitation);
        let minutes = press
            .minutes(&hostile::minutes(lang.other(), &text))
            .unwrap();
        judge(&format!("hostile-{index}-minutes"), &minutes);
        let mut attendance = samples::attendance(Lang::De, 4);
        attendance.rows[1].party.name = Some(text.clone());
        attendance.rows[2].party.body = Some(text.clone());
        judge(
            &format!("hostile-{index}-attendance"),
            &press.attendance(&attendance).unwrap(),
        );
    }
}

#[test]
fn same_paper_twice_is_the_same_file() {
    let press = Press::new().unwrap();
    let paper = samples::invitation(Lang::De);

    assert_eq!(
        press.invitation(&paper).unwrap(),
        press.invitation(&paper).unwrap()
    );
}

#[test]
fn logo_that_is_no_picture_is_a_fault() {
    let press = Press::new().unwrap();
    let mut paper = samples::agenda(Lang::De);
    paper.letterhead.logo = Some(Picture {
        bytes: b"<html>".to_vec(),
        alt: "Logo".into(),
    });

    assert!(matches!(press.agenda(&paper), Err(PrintFault::Setting(_))));
}

#[test]
fn logo_that_reaches_for_another_file_gets_none() {
    let press = Press::new().unwrap();
    let mut paper = samples::agenda(Lang::De);
    let greedy = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
        <image href="/etc/hostname" width="9" height="9"/></svg>"#;
    paper.letterhead.logo = Some(Picture {
        bytes: greedy.to_vec(),
        alt: "Logo".into(),
    });

    assert!(matches!(press.agenda(&paper), Err(PrintFault::Setting(_))));
}

#[test]
fn pale_accent_is_printed() {
    let press = Press::new().unwrap();
    let mut paper = samples::agenda(Lang::En);
    paper.letterhead.accent = "#ffd500".parse::<Accent>().unwrap();
    paper.note = Prose::default();

    judge("agenda-pale", &press.agenda(&paper).unwrap());
}

#[test]
fn press_serves_several_threads_at_once() {
    let press = Press::new().unwrap();
    let alone = press.invitation(&samples::invitation(Lang::De)).unwrap();

    std::thread::scope(|scope| {
        let prints: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| press.invitation(&samples::invitation(Lang::De)).unwrap()))
            .collect();
        for print in prints {
            assert_eq!(print.join().unwrap(), alone);
        }
    });
}

#[test]
fn warm_page_is_quick() {
    let press = Press::new().unwrap();
    let paper = samples::invitation(Lang::De);
    press.invitation(&paper).unwrap();

    let begin = Instant::now();
    for _ in 0..5 {
        press.invitation(&paper).unwrap();
    }
    let each = begin.elapsed() / 5;

    println!("one warm page: {each:?}");
    // Far above what is measured, so that a busy machine does not fail it.
    assert!(each.as_secs() < 10, "{each:?}");
}
