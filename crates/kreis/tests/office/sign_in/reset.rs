//! What the operator does for whom everything is gone, beside the program at work.

use kreis::demo::Role;
use mail::SinkManners;
use trial::{DbKind, Installation, story};

use super::{ASKED, tied};

story!(a_reset_ends_factors_codes_and_sessions, |trial| async {
    tied(trial, &trial.member, "Telefon").await;
    let before = trial.mails().await.len();
    let reset = trial
        .write(|conn, moment| {
            let account = register::account_by_mail(conn, Role::Member.mail())?;
            let account = account.expect("an account").id;
            let first = sign_in::reset(conn, moment, account, "Betrieb")?;
            Ok((first, sign_in::reset(conn, moment, account, "Betrieb")?))
        })
        .await
        .unwrap();
    trial.run_due().await;

    assert_eq!(reset, (true, false));
    assert!(
        trial
            .member
            .get("/konto")
            .await
            .location()
            .starts_with("/anmelden?")
    );
    let fresh = trial.signed_in_as(Role::Member.mail()).await;
    assert_eq!(fresh.get("/weimar/intern").await.status, 200);
    assert_eq!(fresh.get(ASKED).await.location(), "/anmelden");
    let mails = trial.mails().await;
    assert_eq!(mails.len(), before + 2, "the app, and the reset");
    let told = mails.iter().filter_map(|it| it.text.as_deref());
    let told: Vec<&str> = told.filter(|it| it.contains("zurückgesetzt")).collect();
    assert_eq!(told.len(), 1);
    // Somebody else did it, so nobody is asked whether it was themselves.
    assert!(told[0].contains("Haben Sie darum gebeten,") && !told[0].contains("Waren Sie"));
});

#[test]
fn the_command_says_what_it_did() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let program = env!("CARGO_BIN_EXE_kreis");
        let manners = SinkManners::default();
        let installation = Installation::furnished(program, DbKind::Sqlite, manners).await;
        let reset = |address| {
            installation
                .start(&["second-factor", "reset", address])
                .end()
        };

        let (done, said) = reset(Role::Member.mail());
        assert!(
            done && said.contains("Dieses Konto hat keinen zweiten Faktor."),
            "{said}"
        );
        let (done, said) = reset("niemand@example.org");
        assert!(
            !done && said.contains("Zu dieser Adresse gibt es kein Konto."),
            "{said}"
        );
    });
}
