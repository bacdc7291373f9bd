//! Stories of the room invitations: from the round to the answer, moved, cancelled, refused.

mod again;
mod answers;
mod office;
mod rounds;

use base::GatheringId;
use base::access::Actor;
use gatherings::{Gathering, GatheringInput, Inform, LocalInput, Reply, Venue};
use invitations::Counts;
use jiff::civil::{date, time};
use mail::{ReadMail, SinkManners};
use trial::{DbKind, Trial, form, story};

/// The gathering that everything is told about.
pub(super) const SLUG: &str = "2017-12-07-fachkraefte-dringend-gesucht";
pub(super) const PAGE: &str = "/weimar/termine/2017-12-07-fachkraefte-dringend-gesucht";

pub(super) async fn gathering(trial: &Trial) -> Gathering {
    trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            gatherings::gathering_by_slug(conn, network.id, SLUG)
        })
        .await
        .unwrap()
}

async fn board(trial: &Trial) -> String {
    let groups = trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            register::groups_of(conn, network.id)
        })
        .await;
    let board = groups.iter().find(|group| group.name == "Vorstand");
    board.unwrap().id.to_string()
}

/// Chooses the board and writes the round down; the address of its preview.
async fn round(trial: &Trial) -> String {
    let fields = form![
        ("groups", board(trial).await),
        ("note", "Bitte bringen Sie Zahlen aus Ihrem Haus mit.")
    ];
    let made = trial
        .office
        .post(&format!("{PAGE}/einladung/runde"), fields)
        .await;
    assert_eq!(made.status, 303, "{}", made.text());
    made.location().to_owned()
}

pub(super) async fn lay_out(trial: &Trial) {
    let round = round(trial).await;
    let laid = trial
        .office
        .post(&format!("{round}/auslage"), form![])
        .await;
    assert_eq!(laid.status, 303, "{}", laid.text());
}

/// Releases what waits and says how much that was.
pub(super) async fn release(trial: &Trial) -> i64 {
    let group = trial
        .office
        .get("/weimar/postausgang")
        .await
        .link("Fachkräfte");
    let count = trial.office.get(&group).await.field("count").unwrap();
    let released = trial
        .office
        .post(
            &format!("{group}/freigabe"),
            form![("count", count.clone())],
        )
        .await;
    assert_eq!(released.status, 303, "{}", released.text());
    count.parse().unwrap()
}

/// The board is invited, and the mails have gone out.
pub(super) async fn invited(trial: &Trial) -> Vec<ReadMail> {
    lay_out(trial).await;
    release(trial).await;
    trial.run_due().await;
    trial.mails().await
}

pub(super) async fn counts(trial: &Trial) -> Counts {
    let id = gathering(trial).await.id;
    let invitations = trial
        .read(move |conn| gatherings::invitations(conn, id))
        .await;
    Counts::of(&invitations)
}

/// The path of a mail's link to an answer.
fn answer_link(mail: &ReadMail, answer: &str) -> String {
    links(mail.text.as_deref().unwrap())
        .into_iter()
        .find(|link| link.ends_with(&format!("?a={answer}")))
        .unwrap()
}

/// The paths of all links in a text.
pub(super) fn links(text: &str) -> Vec<String> {
    text.split(['"', ' ', '\n', '\r', '<', '>'])
        .filter_map(|word| word.strip_prefix(trial::BASE_URL))
        .map(|path| path.replace("&amp;", "&"))
        .collect()
}

/// Acts on the gathering as its office would.
pub(super) async fn act<T: Send + 'static>(
    trial: &Trial,
    act: impl FnOnce(
        &mut store::Conn<'_>,
        &mut base::Moment,
        &Actor,
        GatheringId,
    ) -> Result<T, base::Halt>
    + Send
    + 'static,
) -> T {
    let id = gathering(trial).await.id;
    let office = Actor {
        name: "Geschäftsstelle".to_owned(),
        ..Actor::default()
    };
    trial
        .write(move |conn, moment| act(conn, moment, &office, id))
        .await
        .unwrap()
}
