//! Stories of the inbox: calendars' answers, people's answers, bounces, mornings, a mailbox.

mod answers;
mod bounces;
mod calendars;
mod mailbox;
mod mornings;
mod places;
mod shapes;

use base::InvitationId;
use gatherings::Invitation;
use inbox::{Kind, MailIn, State, Taken};
use mail::ReadMail;
use trial::{Trial, form, story};

use crate::invitations::{PAGE, counts, gathering, invited};

/// A mail arrives, by whatever way.
async fn arrives(trial: &Trial, raw: Vec<u8>) -> Taken {
    inbox::receive(&trial.app, raw).await.unwrap()
}

/// The address that a mail went to.
fn to(mail: &ReadMail) -> String {
    mail.to.first().unwrap().address.clone()
}

fn message_id(mail: &ReadMail) -> String {
    mail.message_id.clone().unwrap()
}

/// The invitation of the guest with this address.
async fn invitation(trial: &Trial, address: &str) -> Invitation {
    let (id, address) = (gathering(trial).await.id, address.to_owned());
    trial
        .read(move |conn| {
            for invitation in gatherings::invitations(conn, id)? {
                let person = register::person(conn, invitation.person)?.unwrap();
                if person.mail == address {
                    return Ok(invitation);
                }
            }
            panic!("nobody is invited as {address}");
        })
        .await
}

/// The mails that lie with the gathering.
async fn filed(trial: &Trial) -> Vec<MailIn> {
    let id = gathering(trial).await.id;
    trial.read(move |conn| inbox::at_gathering(conn, id)).await
}

/// The address of the page of the mail with this subject.
async fn page_of(trial: &Trial, subject: &str) -> String {
    trial.office.get("/weimar/posteingang").await.link(subject)
}

const NEW_CALENDAR: Taken = Taken::New(Kind::Calendar, State::Filed);

fn id_of(invitation: &Invitation) -> InvitationId {
    invitation.id
}
