//! What was withdrawn stays withdrawn, whatever backup is read back.

use base::Fault;
use store::{Row, params};
use trial::{Visitor, form, story};

use super::commands::{does, text};
use super::*;

const CALENDAR: &str = "/konto/kalender";

/// Gives a person's calendar an address.
async fn subscribed(visitor: &Visitor) -> String {
    let shown = visitor.post(CALENDAR, form![]).await.location().to_owned();
    let token = shown.rsplit('/').next().unwrap();
    let feed = format!("/kalender/{token}.ics");
    assert_eq!(visitor.get(&feed).await.status, 200);
    feed
}

async fn end(visitor: &Visitor) {
    let path = format!("{CALENDAR}/ende");
    assert_eq!(visitor.post(&path, form![]).await.status, 303);
}

/// What each of these calendars answers, asked of a database.
async fn answers(database: Database, feeds: [&str; 2]) -> [u16; 2] {
    let trial = Trial::on(database).await;
    let [ended, kept] = feeds;
    let ended = trial.nobody.get(ended).await.status;
    let kept = trial.nobody.get(kept).await.status;
    [ended, kept]
}

story!(
    a_calendar_address_that_was_ended_stays_so_where_a_database_is_replaced,
    |trial| async {
        let feeds = [
            subscribed(&trial.member).await,
            subscribed(&trial.office).await,
        ];
        let feeds = feeds.each_ref().map(String::as_str);
        let (folder, file) = backup_of(trial).await;
        end(&trial.member).await;
        let after = folder.path().join("after.gz");
        does(trial.address(), &["backup", text(&after)]);
        for kind in kinds() {
            let database = Database::empty(kind);
            does(database.address(), &["restore", text(&file), "--moved"]);
            assert_eq!(answers(database, feeds).await, [200, 200]);

            let database = Database::empty(kind);
            does(database.address(), &["restore", text(&after), "--moved"]);
            does(
                database.address(),
                &["restore", text(&file), "--replace", "--moved"],
            );
            assert_eq!(answers(database, feeds).await, [404, 200]);
        }
    }
);

story!(
    the_list_of_ended_links_is_written_at_night_and_heeded_on_a_new_machine,
    |trial| async {
        let feeds = [
            subscribed(&trial.member).await,
            subscribed(&trial.office).await,
        ];
        let feeds = feeds.each_ref().map(String::as_str);
        let (folder, file) = backup_of(trial).await;
        end(&trial.member).await;
        privacy::wake(&trial.app).await.unwrap();
        trial.move_to_local("2017-11-21T05:00").await;
        let list = match trial.address() {
            Address::Sqlite(path) => {
                std::fs::read_to_string(path.with_file_name(privacy::ENDED)).unwrap()
            }
            // A trial on a server has no folder; the list is the same.
            Address::Postgres(_) => {
                let ended = trial.read(|conn| register::ended(conn, hour())).await;
                ended.links.into_iter().collect::<Vec<_>>().join("\n")
            }
        };
        assert_eq!(list.lines().count(), 1, "{list}");
        let token = feeds[0].trim_start_matches("/kalender/");
        assert!(!list.contains(token.trim_end_matches(".ics")), "{list}");
        std::fs::write(folder.path().join(privacy::ENDED), list).unwrap();

        for kind in kinds() {
            let database = Database::empty(kind);
            does(database.address(), &["restore", text(&file), "--moved"]);
            assert_eq!(answers(database, feeds).await, [404, 200]);
        }
    }
);

async fn set_passwords(trial: &Trial, of_office: &'static str) {
    let done = trial.write(move |conn, _| {
        let all = "UPDATE account SET password = 'same'";
        conn.exec(all, &[])?;
        let one = "UPDATE account SET password = $1 WHERE mail = $2";
        conn.exec(one, params![of_office, kreis::demo::contents::OFFICE])?;
        Ok(())
    });
    done.await.unwrap();
}

story!(
    a_password_that_was_changed_opens_nothing_after_a_restore,
    |trial| async {
        set_passwords(trial, "known to others").await;
        let (folder, file) = backup_of(trial).await;
        set_passwords(trial, "new").await;
        let after = folder.path().join("after.gz");
        does(trial.address(), &["backup", text(&after)]);
        for kind in kinds() {
            let database = Database::empty(kind);
            does(database.address(), &["restore", text(&after)]);
            does(database.address(), &["restore", text(&file), "--replace"]);
            let store = store::Store::open(database.address()).unwrap();
            let left = store.read(|conn| {
                let all = "SELECT DISTINCT COALESCE(password, 'none') FROM account ORDER BY 1";
                conn.all(all, &[], Row::take::<String>)
            });
            assert_eq!(
                left.await.map_err(|it: Fault| it).unwrap(),
                ["none", "same"]
            );
        }
    }
);
