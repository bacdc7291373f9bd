//! The form of an organisation's record, for the office and for the organisation's contacts.

use axum::extract::Path;
use base::{Blame, Halt, NetworkId, OrganisationId};
use shell::{Answer, Fields, Form, LINE, Page, TEXT, Visit, go, show_as};
use store::Conn;

use super::super::{act, alike, here, id, path};
use crate::actions::{
    self, Hand, LogoChange, MembershipInput, OrganisationInput, Sheet, organisation_in,
};
use crate::fields::{self, Custom, CustomField, RecordKind};
use crate::pages::{self, AlikeLine, ChannelRow, Choices, OrganisationForm};
use crate::profile::{Address, Channel, Profile};
use crate::regions::{self, Region};
use crate::types::{MembershipKind, Organisation, Term};
use crate::{links, records, rules};

/// How many contact channels a form can hold.
const MOST_ROWS: usize = 12;
/// How many rows an empty form shows.
const FIRST_ROWS: usize = 3;

/// What a form offers, as it stands in the database.
#[derive(Clone, Default)]
pub(super) struct Offer {
    works: Vec<(String, String)>,
    custom: Vec<CustomField>,
    regions: Vec<Region>,
    logo: Option<(String, String)>,
}

/// What a form offers: to the office all, to a contact what is not internal; the regions that
/// the form names, and what was found for typed words.
async fn offer(
    visit: &Visit,
    (organisation, hand): (Option<OrganisationId>, Hand),
    form: &Form,
) -> Result<Offer, Halt> {
    let (network, _) = here(visit)?;
    let mut keys = form.values("regions").to_vec();
    keys.extend(form.values("region-hit").iter().cloned());
    keys.truncate(200);
    let chosen = form.values("works").to_vec();
    let (works, custom, regions, profile) = visit
        .store()
        .read(move |conn| {
            let profile = match organisation {
                Some(organisation) => records::profile(conn, organisation)?,
                None => Profile::default(),
            };
            Ok::<_, Halt>((
                records::fields_of_work(conn, network)?,
                fields::of(conn, network, RecordKind::Organisation)?,
                regions::chosen(conn, &keys)?,
                profile,
            ))
        })
        .await?;
    let works = works
        .into_iter()
        .map(|it| (it.ended, it.id.to_string(), it.name))
        .filter(|(ended, id, _)| !ended || chosen.contains(id))
        .map(|(_, id, name)| (id, name));
    Ok(Offer {
        works: works.collect(),
        custom: custom
            .into_iter()
            .filter(|it| hand == Hand::Office || !it.internal)
            .collect(),
        regions,
        logo: organisation.and_then(|id| super::record::logo_of(visit, id, &profile)),
    })
}

fn choices(visit: &Visit, (offer, hand): (Offer, Hand), form: &Form) -> Result<Choices, Halt> {
    let (_, slug) = here(visit)?;
    let filled = form
        .names()
        .filter(|name| name.starts_with("channel-") && !name.starts_with("channel-kind-"))
        .count();
    let rows = filled.clamp(FIRST_ROWS, MOST_ROWS);
    let mut regions: Vec<(String, String)> = Vec::new();
    for it in offer.regions {
        if !regions.iter().any(|(ags, _)| *ags == it.ags) {
            regions.push((it.ags, it.label));
        }
    }
    Ok(Choices {
        legal_forms: pages::legal_forms(visit),
        works: offer.works,
        regions,
        channel_kinds: pages::channel_kinds(visit),
        rows: (0..rows).map(|row| channel_row(visit, row)).collect(),
        logo: offer.logo,
        custom: Custom::new(visit, offer.custom),
        works_href: (hand == Hand::Office).then(|| visit.href(&links::of(links::WORKS, &slug))),
    })
}

fn channel_row(visit: &Visit, row: usize) -> ChannelRow {
    let number = [("number", (row + 1).into())];
    ChannelRow {
        kind: format!("channel-kind-{row}"),
        kind_label: visit.tell("register-channel-kind", &number),
        address: format!("channel-{row}"),
        address_label: visit.tell("register-channel-address", &number),
    }
}

/// A form that shows a record as it is.
pub(super) async fn filled(visit: &Visit, it: &Organisation) -> Result<Form, Halt> {
    let at = it.clone();
    let (state, parent, defined) = visit
        .store()
        .read(move |conn| {
            let state = actions::state(conn, &at)?;
            let parent = match state.profile.parent {
                Some(parent) => records::organisation(conn, parent)?,
                None => None,
            };
            let defined = fields::of(conn, at.network, RecordKind::Organisation)?;
            Ok::<_, Halt>((state, parent, defined))
        })
        .await?;
    let profile = state.profile;
    let mut form = Form::of([
        ("name", it.name.clone()),
        ("short_name", it.short_name.clone()),
        ("street", it.street.clone()),
        ("postcode", it.postcode.clone()),
        ("town", it.town.clone()),
        ("phone", it.phone.clone()),
        ("mail", it.mail.clone()),
        ("web", it.web.clone()),
        ("note", it.note.clone()),
        ("legal_form", profile.legal_form),
        ("legal_form_other", profile.legal_form_other),
        ("postal_street", profile.postal.street),
        ("postal_postcode", profile.postal.postcode),
        ("postal_town", profile.postal.town),
        ("parent", parent.map_or_else(String::new, |it| it.name)),
    ]);
    if it.can_host {
        form.put("can_host", "true");
    }
    if let Some(logo) = profile.logo {
        form.put("logo_alt", logo.alt);
    }
    for work in profile.works {
        form.put("works", work.to_string());
    }
    for region in profile.regions {
        form.put("regions", region);
    }
    let rows = (profile.channels.len() + 2).min(MOST_ROWS);
    for row in 0..rows {
        let channel = profile.channels.get(row).cloned().unwrap_or_default();
        form.put(&format!("channel-kind-{row}"), channel.kind);
        form.put(&format!("channel-{row}"), channel.address);
    }
    fields::put(&mut form, &defined, &state.values);
    Ok(form)
}

/// What was typed, and the words for regions and for the organisation above.
pub(super) struct Typed {
    pub(super) sheet: Sheet,
    regions: String,
    parent: String,
}

pub(super) fn read(form: &mut Form, custom: &[CustomField]) -> Typed {
    let main = OrganisationInput {
        name: form.required("name", LINE),
        short_name: form.line("short_name", 60),
        street: form.line("street", LINE),
        postcode: form.line("postcode", 10),
        town: form.line("town", LINE),
        phone: form.line("phone", 60),
        mail: form.mail("mail"),
        web: rules::web_address(&form.line("web", LINE)),
        can_host: form.has("can_host"),
        note: form.text("note", TEXT),
    };
    let alt = form.line("logo_alt", LINE);
    let upload = form.uploads("logo").next().map(|it| it.bytes.clone());
    let logo = match upload {
        Some(bytes) => LogoChange::New(bytes, alt),
        None if form.has("logo_remove") => LogoChange::Remove,
        None if form.has("logo_alt") => LogoChange::Describe(alt),
        None => LogoChange::Keep,
    };
    let regions = form.line("region", LINE);
    let parent = form.line("parent", LINE);
    Typed {
        sheet: Sheet {
            profile: profile(form),
            values: fields::typed(form, custom),
            main,
            logo,
        },
        regions,
        parent,
    }
}

fn profile(form: &mut Form) -> Profile {
    let channel = |row: usize, form: &mut Form| Channel {
        kind: form.line(&format!("channel-kind-{row}"), 60),
        address: form.line(&format!("channel-{row}"), LINE),
    };
    let works = form.values("works").iter();
    let works = works.filter_map(|id| id.parse().ok()).collect();
    let regions = form.values("regions").iter();
    let regions = regions.map(|key| key.trim().chars().take(12).collect());
    let regions = regions.collect();
    Profile {
        legal_form: form.line("legal_form", 60),
        legal_form_other: form.line("legal_form_other", 100),
        postal: Address {
            street: form.line("postal_street", LINE),
            postcode: form.line("postal_postcode", 10),
            town: form.line("postal_town", LINE),
        },
        parent: None,
        works,
        regions,
        channels: (0..MOST_ROWS).map(|row| channel(row, form)).collect(),
        logo: None,
    }
}

/// Looks up what the typed words for regions and for the organisation above mean. What is not
/// clear is blamed, and what was found for it is offered.
pub(super) async fn resolve(visit: &Visit, form: &mut Form, typed: Typed) -> Result<Sheet, Halt> {
    let (network, _) = here(visit)?;
    let Typed {
        mut sheet,
        regions,
        parent,
    } = typed;
    let (found, above) = visit
        .store()
        .read(move |conn| {
            let found = meant_regions(conn, &regions)?;
            let above = meant_parent(conn, network, &parent)?;
            Ok::<_, Halt>((found, above))
        })
        .await?;
    let mut unclear = Vec::new();
    for (words, hits) in found {
        match hits.as_slice() {
            [one] => {
                form.put("regions", one.ags.clone());
                sheet.profile.regions.push(one.ags.clone());
            }
            hits => {
                let key = if hits.is_empty() {
                    unclear.push(words.clone());
                    "register-fault-region-none"
                } else {
                    "register-fault-region-several"
                };
                for hit in hits {
                    form.put("region-hit", hit.ags.clone());
                }
                form.blame(Blame::at("region", key).with("words", words));
            }
        }
    }
    form.forget("region");
    if !unclear.is_empty() {
        form.put("region", unclear.join("; "));
    }
    match above {
        Ok(above) => sheet.profile.parent = above,
        Err(blame) => form.blame(blame),
    }
    Ok(sheet)
}

fn meant_regions(conn: &mut Conn<'_>, typed: &str) -> Result<Vec<(String, Vec<Region>)>, Halt> {
    let mut found = Vec::new();
    let words = typed.split(';').map(str::trim).filter(|it| !it.is_empty());
    for words in words.take(20) {
        found.push((words.to_owned(), regions::meant(conn, words)?));
    }
    Ok(found)
}

fn meant_parent(
    conn: &mut Conn<'_>,
    network: NetworkId,
    typed: &str,
) -> Result<Result<Option<OrganisationId>, Blame>, Halt> {
    if typed.is_empty() {
        return Ok(Ok(None));
    }
    let found = records::called(conn, network, typed)?;
    Ok(match found.as_slice() {
        [(id, _)] => Ok(Some(*id)),
        [] => Err(Blame::at("parent", "register-fault-parent-none")),
        several => {
            let names: Vec<&str> = several.iter().map(|(_, name)| name.as_str()).collect();
            let blame = Blame::at("parent", "register-fault-parent-several");
            Err(blame.with("names", names.join(", ")))
        }
    })
}

pub(super) async fn ask_new(visit: Visit) -> Answer {
    let form = Form::of([
        ("kind", MembershipKind::Member.word().to_owned()),
        ("from", visit.today().to_string()),
    ]);
    new_form(&visit, form, Vec::new()).await
}

async fn new_form(visit: &Visit, form: Form, alike: Vec<AlikeLine>) -> Answer {
    let (_, slug) = here(visit)?;
    let list = links::of(links::ORGANISATIONS, &slug);
    let mut kinds = pages::kinds(visit);
    kinds.push((
        "none".to_owned(),
        visit.say("register-kind-none").to_owned(),
    ));
    let offer = offer(visit, (None, Hand::Office), &form).await?;
    let status = form.status();
    let page = OrganisationForm {
        page: Page::new(visit, visit.say("register-organisation-new"))
            .below(visit.say("register-organisations"), &list)
            .here(),
        action: visit.href(&links::of(links::ORGANISATION_NEW, &slug)),
        save: "register-organisation-save",
        cancel_href: visit.href(&list),
        is_new: true,
        is_office: true,
        alike,
        kinds,
        choices: choices(visit, (offer, Hand::Office), &form)?,
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

pub(super) async fn add(visit: Visit, mut form: Form) -> Answer {
    let (network, _) = here(&visit)?;
    let known = offer(&visit, (None, Hand::Office), &form).await?;
    let typed = read(&mut form, &known.custom);
    let kind = form.choice("kind", |word| match word {
        "none" => Some(None),
        word => MembershipKind::from_word(word).map(Some),
    });
    let from = form.date("from");
    let sheet = resolve(&visit, &mut form, typed).await?;
    let alike = alike::look(&visit, &mut form, &sheet.main).await?;
    let done = act(&visit, &mut form, move |conn, moment, who| {
        let organisation = actions::add_sheet(conn, moment, who, network, &sheet)?;
        if let Some(kind) = kind.flatten() {
            let membership = MembershipInput {
                organisation,
                kind,
                term: Term { from, until: None },
            };
            actions::add_membership(conn, moment, who, network, &membership)?;
        }
        Ok(organisation)
    });
    match done.await? {
        Some(organisation) => {
            let path = path(&visit, links::ORGANISATION, organisation);
            Ok(go(&visit, &path, "register-organisation-added"))
        }
        None => new_form(&visit, form, alike).await,
    }
}

/// Where a form of a known record is sent, and where one comes from.
pub(super) struct Way {
    pub(super) hand: Hand,
    pub(super) action: String,
    pub(super) back: String,
    pub(super) page: Page,
}

pub(super) async fn change_form(
    visit: &Visit,
    it: &Organisation,
    (form, way): (Form, Way),
) -> Answer {
    let offer = offer(visit, (Some(it.id), way.hand), &form).await?;
    let status = form.status();
    let page = OrganisationForm {
        page: way.page,
        action: visit.href(&way.action),
        save: "register-organisation-save",
        cancel_href: visit.href(&way.back),
        is_new: false,
        alike: Vec::new(),
        is_office: way.hand == Hand::Office,
        kinds: Vec::new(),
        choices: choices(visit, (offer, way.hand), &form)?,
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

fn office_way(visit: &Visit, it: &Organisation) -> Result<Way, Halt> {
    let (_, slug) = here(visit)?;
    let record = path(visit, links::ORGANISATION, it.id);
    Ok(Way {
        hand: Hand::Office,
        action: path(visit, links::ORGANISATION_EDIT, it.id),
        page: Page::new(visit, visit.say("register-organisation-edit"))
            .below(
                visit.say("register-organisations"),
                &links::of(links::ORGANISATIONS, &slug),
            )
            .below_record(it.name.clone(), &record)
            .here(),
        back: record,
    })
}

pub(super) async fn ask_change(
    visit: Visit,
    Path((_, organisation)): Path<(String, String)>,
) -> Answer {
    let it = super::found(&visit, &organisation).await?;
    let form = filled(&visit, &it).await?;
    let way = office_way(&visit, &it)?;
    change_form(&visit, &it, (form, way)).await
}

pub(super) async fn change(
    visit: Visit,
    Path((_, organisation)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let it = super::found(&visit, &organisation).await?;
    let done = keep(&visit, &it, (&mut form, Hand::Office)).await?;
    if done {
        let path = path(&visit, links::ORGANISATION, it.id);
        return Ok(go(&visit, &path, "register-organisation-changed"));
    }
    let way = office_way(&visit, &it)?;
    change_form(&visit, &it, (form, way)).await
}

/// Writes what the form says, unless something is wrong with it.
pub(super) async fn keep(
    visit: &Visit,
    it: &Organisation,
    (form, hand): (&mut Form, Hand),
) -> Result<bool, Halt> {
    let known = offer(visit, (Some(it.id), hand), form).await?;
    let typed = read(form, &known.custom);
    let sheet = resolve(visit, form, typed).await?;
    let at = (it.network, it.id);
    let done = act(visit, form, move |conn, moment, who| {
        actions::change_sheet(conn, moment, who, at, (&sheet, hand))
    });
    Ok(done.await?.is_some())
}

/// An organisation of the network that this person may keep the record of.
pub(super) async fn maintained(visit: &Visit, text: &str) -> Result<Organisation, shell::Problem> {
    let (network, _) = here(visit)?;
    let organisation: OrganisationId = id(text)?;
    let subject = base::access::Subject::Organisation {
        network,
        organisation,
    };
    visit.require(base::access::Right::MaintainOrganisation, &subject)?;
    let found = visit
        .store()
        .read(move |conn: &mut Conn<'_>| organisation_in(conn, network, organisation))
        .await?;
    Ok(found)
}
