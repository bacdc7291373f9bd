//! Trouble on purpose: the disk is full, the server goes away, the clock jumps. Whatever was
//! acknowledged is there afterwards, and the program goes on.

mod clock;
mod full_disk;
mod line;
mod lost_server;

use std::collections::BTreeMap;

use store::{Store, params};
use trial::{Installation, Seen, Visitor, form};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kreis");

fn in_runtime(story: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().unwrap().block_on(story);
}

/// A page that only who is signed in gets, so that it is asked of the database every time.
const OF_THE_OFFICE: &str = "/weimar/personen";

/// The office's session, from the program's own command and the link that it prints.
async fn signed_in(office: &Installation, browser: &Visitor) -> Visitor {
    let link = office.sign_in_link(kreis::demo::contents::OFFICE);
    let answer = browser.post(&link, form![]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    browser.with_cookie_of(&answer)
}

/// New people by name, each with whether their entry was acknowledged.
#[derive(Default)]
struct People(BTreeMap<String, bool>);

impl People {
    /// Enters one more.
    async fn enter(&mut self, browser: &Visitor) -> Seen {
        let name = format!("Leitung Haus {}", self.0.len());
        let fields = form![
            ("name", name.clone()),
            ("address_form", "neutral"),
            ("mail", format!("haus-{}@haus.example", self.0.len())),
            ("lang", "de"),
        ];
        let answer = browser.post("/weimar/person-anlegen", fields).await;
        self.0.insert(name, answer.status == 303);
        answer
    }

    fn acknowledged(&self) -> usize {
        self.0.values().filter(|it| **it).count()
    }

    /// Who was acknowledged stands there once, everybody else at most once; says how many of
    /// the others do.
    async fn are_there(&self, store: &Store) -> usize {
        let mut more = 0;
        for (name, acknowledged) in self.0.clone() {
            let asked = name.clone();
            let one = "SELECT COUNT(*) FROM person WHERE name = $1";
            let found = store
                .read(move |conn| conn.count(one, params![asked]))
                .await
                .unwrap();
            assert!(found == 1 || (found == 0 && !acknowledged), "{name}");
            more += usize::from(!acknowledged && found == 1);
        }
        more
    }
}
