//! Recovery codes, for the day when the phone is gone.

use kreis::demo::Role;
use trial::{form, story};

use super::{ASKED, FACTORS, secrets, tied};

story!(a_recovery_code_lets_in_once_and_is_told_of, |trial| async {
    let (_, codes) = tied(trial, &trial.member, "Telefon").await;
    let typed = codes[2].to_uppercase().replace('-', " ");
    let (first, second) = (
        trial.signed_in_as(Role::Member.mail()).await,
        trial.signed_in_as(Role::Member.mail()).await,
    );

    assert_eq!(first.post(ASKED, form![("code", &typed)]).await.status, 303);
    assert_eq!(first.get("/weimar/intern").await.status, 200);
    assert_eq!(
        second.post(ASKED, form![("code", &typed)]).await.status,
        422
    );
    let list = first.get(FACTORS).await;
    assert!(
        list.has("Es sind noch 7 Wiederherstellungscodes übrig."),
        "{}",
        list.main_text()
    );
    trial.run_due().await;
    let mails = trial.mails().await;
    let told = mails.iter().filter_map(|it| it.text.as_deref());
    let of_it = told.filter(|text| text.contains("mit einem Ihrer Wiederherstellungscodes"));
    assert_eq!(of_it.count(), 1);
});

story!(new_codes_end_those_before, |trial| async {
    let (_, before) = tied(trial, &trial.member, "Telefon").await;
    let page = trial
        .member
        .post(&format!("{FACTORS}/codes"), form![])
        .await;
    let after = secrets(&page);
    assert_eq!(after.len(), 8);

    let half = trial.signed_in_as(Role::Member.mail()).await;
    assert_eq!(
        half.post(ASKED, form![("code", &before[0])]).await.status,
        422
    );
    assert_eq!(
        half.post(ASKED, form![("code", &after[0])]).await.status,
        303
    );
});

story!(nobody_uses_anothers_code, |trial| async {
    let (_, codes) = tied(trial, &trial.leader, "Telefon").await;
    tied(trial, &trial.member, "Telefon").await;

    let half = trial.signed_in_as(Role::Member.mail()).await;
    assert_eq!(
        half.post(ASKED, form![("code", &codes[0])]).await.status,
        422
    );
});

story!(without_a_factor_there_are_no_codes, |trial| async {
    let answer = trial
        .member
        .post(&format!("{FACTORS}/codes"), form![])
        .await;
    assert_eq!(answer.status, 404);
});
