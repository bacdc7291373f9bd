//! Founding a network and setting it up.

use base::access::Actor;
use base::{Blame, Halt, Lang, Moment, NetworkId};
use store::{BlobHash, Conn};

use super::Check;
use crate::records::{self, About, Changes, slugs};
use crate::rules;
use crate::types::Network;

/// What a network is founded with.
#[derive(Clone, Debug, Default)]
pub struct NewNetwork {
    /// Its name.
    pub name: String,
    /// Its first path segment; made of the name where it is empty.
    pub slug: String,
    /// The association that it is part of.
    pub association: String,
    /// What it stands for.
    pub about: String,
    /// The Land, as the last two letters of ISO 3166-2:DE.
    pub land: String,
    /// The office's name.
    pub office_name: String,
    /// The office's postal address, in lines.
    pub office_address: String,
    /// The office's telephone number.
    pub office_phone: String,
    /// The office's mail address.
    pub office_mail: String,
    /// The text of the Impressum.
    pub imprint: String,
    /// The accent colour, `#rrggbb`; Kreis's own where it is empty.
    pub accent: String,
    /// The network that it is part of.
    pub parent: Option<NetworkId>,
    /// Whether its data are examples.
    pub sample_data: bool,
}

/// What the settings page changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkInput {
    /// Its name.
    pub name: String,
    /// Its first path segment.
    pub slug: String,
    /// The association that it is part of.
    pub association: String,
    /// What it stands for.
    pub about: String,
    /// The Land, as the last two letters of ISO 3166-2:DE.
    pub land: String,
    /// The accent colour, `#rrggbb`.
    pub accent: String,
    /// The office's name.
    pub office_name: String,
    /// The office's postal address, in lines.
    pub office_address: String,
    /// The office's telephone number.
    pub office_phone: String,
    /// The office's mail address.
    pub office_mail: String,
    /// The name that mails come from.
    pub sender_name: String,
    /// The text of the Impressum.
    pub imprint: String,
    /// How many days circulated minutes wait for objections.
    pub objection_days: i64,
}

/// Founds a network.
///
/// # Errors
/// Refused where the name is missing or the slug is reserved or taken.
pub fn found_network(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    new: &NewNetwork,
) -> Result<NetworkId, Halt> {
    let slug = if new.slug.trim().is_empty() {
        base::slug(&new.name)
    } else {
        new.slug.trim().to_owned()
    };
    let accent = if new.accent.is_empty() {
        rules::DEFAULT_ACCENT
    } else {
        &new.accent
    };
    let id: NetworkId = moment.id();
    let mut check = Check::default();
    check.filled(&new.name, "name");
    check_slug(&mut check, &slug);
    check_look(&mut check, &new.land, accent);
    check.done()?;
    free_slug(conn, id, &slug)?;
    let network = Network {
        id,
        slug,
        name: new.name.clone(),
        association: new.association.clone(),
        about: new.about.clone(),
        land: new.land.clone(),
        zone: "Europe/Berlin".to_owned(),
        accent: accent.to_owned(),
        logo: None,
        logo_type: String::new(),
        logo_alt: String::new(),
        office_name: new.office_name.clone(),
        office_address: new.office_address.clone(),
        office_phone: new.office_phone.clone(),
        office_mail: new.office_mail.clone(),
        sender_name: new.name.clone(),
        imprint: new.imprint.clone(),
        objection_days: 14,
        sample_data: new.sample_data,
        parent: new.parent,
    };
    records::insert_network(conn, &network, moment.now())?;
    let name = network.name;
    records::note(conn, moment, who, about(id), "register-founded", name)?;
    Ok(id)
}

/// Changes a network's settings.
///
/// # Errors
/// Refused where the name is missing, the slug reserved or taken, or the colour unreadable.
pub fn change_network(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: NetworkId,
    input: &NetworkInput,
) -> Result<(), Halt> {
    let old = records::network(conn, id)?.ok_or(Halt::Missing)?;
    let mut check = Check::default();
    check.filled(&input.name, "name");
    check_slug(&mut check, &input.slug);
    check_look(&mut check, &input.land, &input.accent);
    check.must(
        (0..=365).contains(&input.objection_days),
        "objection_days",
        "register-fault-days",
    );
    check.done()?;
    if input.slug != old.slug {
        free_slug(conn, id, &input.slug)?;
        slugs::keep_old_slug(conn, id, slugs::NETWORK, &old.slug, id)?;
    }
    let new = changed(&old, input);
    let changes = compared(&old, &new);
    if changes.is_empty() {
        return Ok(());
    }
    records::update_network(conn, &new)?;
    let detail = changes.detail();
    records::note(conn, moment, who, about(id), "register-changed", detail)?;
    Ok(())
}

/// Sets a network's logo, whose type was found in its bytes, or takes it away.
///
/// # Errors
/// Refused where the file is no picture that browsers show, too large, or has no text.
pub fn set_logo(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: NetworkId,
    logo: Option<(&[u8], &str)>,
) -> Result<(), Halt> {
    let verb = if let Some((bytes, alt)) = logo {
        let (hash, media_type) = kept_logo(conn, bytes, alt)?;
        records::update_logo(conn, id, Some(hash), media_type, alt)?;
        "register-logo-set"
    } else {
        records::update_logo(conn, id, None, "", "")?;
        "register-logo-removed"
    };
    records::note(conn, moment, who, about(id), verb, String::new())?;
    Ok(())
}

/// Keeps the file of a logo, whose type is found in its bytes.
///
/// # Errors
/// Refused where the file is no picture that browsers show, too large, or has no text.
pub(super) fn kept_logo(
    conn: &mut Conn<'_>,
    bytes: &[u8],
    alt: &str,
) -> Result<(BlobHash, &'static str), Halt> {
    let mut check = Check::default();
    check.filled(alt, "logo_alt");
    let media_type = rules::picture_type(bytes);
    check.must(media_type.is_some(), "logo", "register-fault-picture");
    check.must(
        bytes.len() <= rules::LARGEST_LOGO,
        "logo",
        "register-fault-logo-size",
    );
    check.must(
        rules::is_of_moderate_size(bytes),
        "logo",
        "register-fault-logo-pixels",
    );
    check.done()?;
    Ok((conn.keep_blob(bytes)?, media_type.unwrap_or_default()))
}

/// Changes the text for a network's logo.
///
/// # Errors
/// Refused where the text is empty.
pub fn describe_logo(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: NetworkId,
    alt: &str,
) -> Result<(), Halt> {
    let network = records::network(conn, id)?.ok_or(Halt::Missing)?;
    let mut check = Check::default();
    check.filled(alt, "logo_alt");
    check.done()?;
    let changes = Changes::default().open("register-logo-alt", &network.logo_alt, alt);
    if !changes.is_empty() {
        records::update_logo(conn, id, network.logo, &network.logo_type, alt)?;
        let detail = changes.detail();
        records::note(conn, moment, who, about(id), "register-changed", detail)?;
    }
    Ok(())
}

fn check_slug(check: &mut Check, slug: &str) {
    check.must(rules::is_slug(slug), "slug", "register-fault-slug");
    check.must(
        !rules::is_reserved(slug),
        "slug",
        "register-fault-slug-reserved",
    );
}

fn check_look(check: &mut Check, land: &str, accent: &str) {
    check.must(
        land.is_empty() || rules::LANDS.contains(&land),
        "land",
        "fault-choice",
    );
    match rules::Colour::read(accent) {
        None => check.must(false, "accent", "register-fault-colour"),
        Some(colour) => {
            let (_, ratio) = colour.text_on_it();
            if ratio < rules::READABLE {
                let ratio = rules::ratio_words(ratio, Lang::De);
                let blame = Blame::at("accent", "register-fault-contrast");
                check.0.push(blame.with("ratio", ratio));
            }
        }
    }
}

/// A slug is free where no network has it and no other network had it before.
fn free_slug(conn: &mut Conn<'_>, id: NetworkId, slug: &str) -> Result<(), Halt> {
    let taken = records::network_by_slug(conn, slug)?.is_some_and(|other| other.id != id);
    let had = slugs::network_by_old_slug(conn, slug)?.is_some_and(|other| other != id);
    if taken || had {
        return Err(Halt::at("slug", "register-fault-slug-taken"));
    }
    Ok(())
}

fn about(id: NetworkId) -> About {
    About {
        network: id,
        kind: "network",
        subject: id.into(),
    }
}

fn changed(old: &Network, input: &NetworkInput) -> Network {
    Network {
        slug: input.slug.clone(),
        name: input.name.clone(),
        association: input.association.clone(),
        about: input.about.clone(),
        land: input.land.clone(),
        accent: input.accent.to_lowercase(),
        office_name: input.office_name.clone(),
        office_address: input.office_address.clone(),
        office_phone: input.office_phone.clone(),
        office_mail: input.office_mail.clone(),
        sender_name: input.sender_name.clone(),
        imprint: input.imprint.clone(),
        objection_days: input.objection_days,
        ..old.clone()
    }
}

fn compared(old: &Network, new: &Network) -> Changes {
    Changes::default()
        .open("register-network-name", &old.name, &new.name)
        .open("register-slug", &old.slug, &new.slug)
        .open("register-association", &old.association, &new.association)
        .closed("register-network-about", &old.about, &new.about)
        .open("register-land", &old.land, &new.land)
        .open("register-accent", &old.accent, &new.accent)
        .open("register-office-name", &old.office_name, &new.office_name)
        .closed(
            "register-office-address",
            &old.office_address,
            &new.office_address,
        )
        .open(
            "register-office-phone",
            &old.office_phone,
            &new.office_phone,
        )
        .open("register-office-mail", &old.office_mail, &new.office_mail)
        .open("register-sender-name", &old.sender_name, &new.sender_name)
        .closed("register-imprint", &old.imprint, &new.imprint)
        .open(
            "register-objection-days",
            &old.objection_days.to_string(),
            &new.objection_days.to_string(),
        )
}
