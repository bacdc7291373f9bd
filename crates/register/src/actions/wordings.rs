//! What a network's letters say in its own words.

use base::access::Actor;
use base::{Blame, Halt, Lang, Moment, NetworkId};
use shell::{Wording, Wordings};
use store::Conn;

use crate::records::{self, About, Changes};

/// The name of a text's field in the form of all texts.
pub fn wording_field(wording: &Wording, lang: Lang) -> String {
    format!("{}-{}", wording.name, lang.tag())
}

/// Looks for blanks that letters cannot fill.
///
/// # Errors
/// Refused where there is one, at its text's field.
pub fn check_wordings(all: &[&Wording], new: &Wordings) -> Result<(), Halt> {
    let places = all
        .iter()
        .flat_map(|it| it.langs.iter().map(|lang| (*it, *lang)));
    let blames: Vec<Blame> = places
        .filter_map(|(wording, lang)| {
            let blank = wording.unknown_blank(new.own(wording, lang))?;
            let field = wording_field(wording, lang);
            Some(Blame::at(&field, "register-fault-blank").with("blank", blank))
        })
        .collect();
    if blames.is_empty() {
        Ok(())
    } else {
        Err(Halt::Refused(blames))
    }
}

/// Puts a network's own words in place of those it had.
///
/// # Errors
/// Refused where a text has a blank that letters cannot fill.
pub fn change_wordings(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    (all, new): (&[&Wording], &Wordings),
) -> Result<(), Halt> {
    check_wordings(all, new)?;
    let old = records::wordings(conn, network)?;
    let mut changes = Changes::default();
    for wording in all {
        let said = |in_words: &Wordings| {
            let texts = wording
                .langs
                .iter()
                .map(|lang| in_words.own(wording, *lang).to_owned());
            texts.collect::<Vec<_>>()
        };
        changes = changes.closed(wording.label, &said(&old), &said(new));
        for lang in wording.langs {
            let words = new.own(wording, *lang);
            if words != old.own(wording, *lang) {
                records::put_wording(conn, network, (wording, *lang), words)?;
            }
        }
    }
    if changes.is_empty() {
        return Ok(());
    }
    let about = About {
        network,
        kind: "network",
        subject: network.into(),
    };
    records::note(
        conn,
        moment,
        who,
        about,
        "register-wordings",
        changes.detail(),
    )?;
    Ok(())
}
