//! The keys of the demo, for mails and secrets: made when it begins, kept with its data.

use std::path::Path;

use axum::http::header;
use axum::response::IntoResponse;
use base::{Dice, Fault, Halt, Moment};
use jiff::Timestamp;
use mail::{DkimSettings, Signer};
use shell::{Answer, Visit};
use sign_in::Seal;

const SELECTOR: &str = "demo";
const FILE: &str = "dkim.pem";

/// What the domain of the demo's mails would publish in the DNS.
pub(super) struct Record(String);

/// The settings by which mails are signed, and the record that belongs to them.
pub(super) fn signing(
    folder: &Path,
    sender: &str,
    dice: &Dice,
) -> Result<(DkimSettings, Record), Fault> {
    let key_file = folder.join(FILE);
    if !key_file.exists() {
        let seed = Moment::new(Timestamp::UNIX_EPOCH, dice.throw()).secret();
        std::fs::write(&key_file, mail::ed25519_key(&seed))
            .map_err(|cause| Fault::because("write the demo's mail key", cause))?;
    }
    let settings = DkimSettings {
        domain: mail::domain_of(sender)
            .map_err(|cause| Fault::because("read the demo's mail address", cause))?,
        selector: SELECTOR.to_owned(),
        key_file,
    };
    let signer = Signer::from_settings(&settings)
        .map_err(|cause| Fault::because("read the demo's mail key", cause))?;
    Ok((settings, Record(signer.record_value())))
}

/// The key that seals second factors, kept with the demo's data.
pub(super) fn of_secrets(folder: &Path, dice: &Dice) -> Result<Seal, Fault> {
    let file = folder.join("sign-in.key");
    if !file.exists() {
        let mut moment = Moment::new(Timestamp::UNIX_EPOCH, dice.throw());
        std::fs::write(&file, Seal::fresh_line(&mut moment))
            .map_err(|cause| Fault::because("write the demo's key of secrets", cause))?;
    }
    let line = std::fs::read_to_string(&file)
        .map_err(|cause| Fault::because("read the demo's key of secrets", cause))?;
    Seal::of_line(&line).map_err(|_| Fault::new("read the demo's key of secrets"))
}

/// The record as text, for whoever checks the signatures.
pub(super) async fn show(visit: Visit) -> Answer {
    let record = visit.app.tool::<Record>().ok_or(Halt::Missing)?;
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((kind, format!("{}\n", record.0)).into_response())
}
