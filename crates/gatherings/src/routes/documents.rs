//! Documents: work on them, and their files.

use axum::extract::Path;
use axum::http::StatusCode;
use base::access::{Audience, Right};
use base::{Blame, DocumentId, Halt};
use calendar::dates;
use shell::{Answer, ConfirmPage, Fields, Form, LINE, Marked, Problem, Visit, go, show_as};
use store::BlobHash;

use super::plan::below;
use super::show::audience_key;
use super::{attachment, fields, is_invited, led, network_slug};
use crate::actions::{self, FileInput};
use crate::links;
use crate::pages::documents::{DocumentPage, DocumentsPage, Row, Version};
use crate::pages::file_words;
use crate::pages::tabs::{Tab, tabs};
use crate::records;
use crate::rules::{Document, DocumentVersion, Gathering};

type Below = Path<(String, String)>;
type BelowDocument = Path<(String, String, String)>;

const AUDIENCES: [Audience; 4] = [
    Audience::Public,
    Audience::Members,
    Audience::Invited,
    Audience::Office,
];

pub(super) async fn all(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let form = Form::of([("audience", it.audience.word().to_owned())]);
    all_page(&visit, &it, form, StatusCode::OK).await
}

async fn all_page(visit: &Visit, it: &Gathering, form: Form, status: StatusCode) -> Answer {
    let id = it.id;
    let documents = visit
        .store()
        .read(move |conn| records::documents::documents(conn, id))
        .await?;
    let slug = network_slug(visit)?;
    let rows = documents
        .iter()
        .map(|document| {
            let at = |rest: &str| visit.href(&links::document(&slug, &it.slug, document.id, rest));
            Row {
                title: document.title.clone(),
                href: at(""),
                what: file_words(visit, &document.content_type, document.size),
                audience: visit.say(audience_key(document.audience)).to_owned(),
                version: document.version,
                edit: at("/bearbeiten"),
            }
        })
        .collect();
    show_as(
        status,
        &DocumentsPage {
            page: below(visit, it, "gatherings-documents")?,
            tabs: tabs(visit, it, Tab::Documents)?,
            rows,
            fields: Fields::new(visit, form),
            action: visit.href(&links::below(&slug, &it.slug, "dokumente")),
            audiences: fields::audiences(visit, &AUDIENCES),
            file_hint: file_hint(visit),
        },
    )
}

fn file_hint(visit: &Visit) -> String {
    let limit = visit.app.settings.upload_limit / (1024 * 1024);
    visit.tell("gatherings-document-file-hint", &[("limit", limit.into())])
}

/// The one file of a form; blames the field where there is none.
fn file(form: &mut Form) -> Option<FileInput> {
    let file = form.uploads("file").next().map(|upload| FileInput {
        name: upload.file_name.clone(),
        bytes: upload.bytes.clone(),
    });
    if file.is_none() {
        form.blame(Blame::at("file", "gatherings-fault-file-missing"));
    }
    file
}

pub(super) async fn add(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let title = form.required("title", LINE);
    let audience = form.choice("audience", Audience::from_word);
    let file = file(&mut form);
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let (Some(audience), Some(file), false) = (audience, file, form.is_blamed()) else {
        return all_page(&visit, &it, form, unprocessable).await;
    };
    let act = visit.clone();
    let id = it.id;
    let added = visit
        .store()
        .write(move |conn| {
            let what = (title.as_str(), audience, &file);
            actions::add_document(conn, &mut act.moment(), &act.actor, id, what)
        })
        .await;
    if let Err(halt) = added {
        form.take_refusal(halt)?;
        return all_page(&visit, &it, form, unprocessable).await;
    }
    back(&visit, &it, "document-added")
}

fn back(visit: &Visit, it: &Gathering, done: &str) -> Answer {
    let path = links::below(&network_slug(visit)?, &it.slug, "dokumente");
    Ok(go(visit, &path, done))
}

/// A document of a gathering that this person leads.
async fn found(
    visit: &Visit,
    slug: &str,
    document: &str,
) -> Result<(Gathering, Document), Problem> {
    let it = led(visit, slug).await?;
    let id: DocumentId = document.parse().map_err(|_| Halt::Missing)?;
    let document = visit
        .store()
        .read(move |conn| records::documents::document(conn, id))
        .await?
        .filter(|document| document.gathering == it.id)
        .ok_or(Halt::Missing)?;
    Ok((it, document))
}

pub(super) async fn edit(visit: Visit, Path((_, slug, document)): BelowDocument) -> Answer {
    let (it, document) = found(&visit, &slug, &document).await?;
    let forms = (shown(&document), Form::default());
    edit_page(&visit, &it, (&document, forms), StatusCode::OK).await
}

fn shown(document: &Document) -> Form {
    Form::of([
        ("title", document.title.clone()),
        ("audience", document.audience.word().to_owned()),
    ])
}

async fn edit_page(
    visit: &Visit,
    it: &Gathering,
    (document, (form, version_form)): (&Document, (Form, Form)),
    status: StatusCode,
) -> Answer {
    let id = document.id;
    let versions = visit
        .store()
        .read(move |conn| records::documents::versions(conn, id))
        .await?;
    let slug = network_slug(visit)?;
    let at = |rest: &str| visit.href(&links::document(&slug, &it.slug, id, rest));
    show_as(
        status,
        &DocumentPage {
            page: below(visit, it, "gatherings-document-edit-title")?,
            tabs: tabs(visit, it, Tab::Documents)?,
            fields: Fields::new(visit, form),
            action: at("/bearbeiten"),
            audiences: fields::audiences(visit, &AUDIENCES),
            versions: versions
                .iter()
                .map(|version| Version {
                    number: version.number,
                    file_name: version.file_name.clone(),
                    href: at(&format!("/fassungen/{}", version.number)),
                    what: file_words(visit, &version.content_type, version.size),
                    added: added(visit, it, version),
                    added_by: version.added_by.clone(),
                })
                .collect(),
            version_fields: Fields::new(visit, version_form),
            version_action: at("/fassungen"),
            file_hint: file_hint(visit),
            removal: at("/entfernung"),
            cancel: visit.href(&links::below(&slug, &it.slug, "dokumente")),
        },
    )
}

fn added(visit: &Visit, it: &Gathering, version: &DocumentVersion) -> String {
    let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
    dates::instant_local_short(version.added_at, &zone, visit.lang)
}

pub(super) async fn save(
    visit: Visit,
    Path((_, slug, document)): BelowDocument,
    mut form: Form,
) -> Answer {
    let (it, document) = found(&visit, &slug, &document).await?;
    let title = form.required("title", LINE);
    let audience = form.choice("audience", Audience::from_word);
    let (Some(audience), false) = (audience, form.is_blamed()) else {
        let forms = (form, Form::default());
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return edit_page(&visit, &it, (&document, forms), status).await;
    };
    let act = visit.clone();
    let id = document.id;
    visit
        .store()
        .write(move |conn| {
            let what = (title.as_str(), audience);
            actions::change_document(conn, &mut act.moment(), &act.actor, id, what)
        })
        .await?;
    back(&visit, &it, "document-changed")
}

pub(super) async fn renew(
    visit: Visit,
    Path((_, slug, document)): BelowDocument,
    mut form: Form,
) -> Answer {
    let (it, document) = found(&visit, &slug, &document).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(file) = file(&mut form) else {
        let forms = (shown(&document), form);
        return edit_page(&visit, &it, (&document, forms), unprocessable).await;
    };
    let act = visit.clone();
    let id = document.id;
    let renewed = visit
        .store()
        .write(move |conn| {
            actions::add_document_version(conn, &mut act.moment(), &act.actor, id, &file)
        })
        .await;
    if let Err(halt) = renewed {
        form.take_refusal(halt)?;
        let forms = (shown(&document), form);
        return edit_page(&visit, &it, (&document, forms), unprocessable).await;
    }
    back(&visit, &it, "document-renewed")
}

pub(super) async fn ask_remove(visit: Visit, Path((_, slug, document)): BelowDocument) -> Answer {
    let (it, document) = found(&visit, &slug, &document).await?;
    let network = network_slug(&visit)?;
    let at = |rest: &str| visit.href(&links::document(&network, &it.slug, document.id, rest));
    shell::show(&ConfirmPage {
        page: below(&visit, &it, "gatherings-document-remove")?,
        question: visit.tell_marked(
            "gatherings-document-remove-question",
            &[("title", shell::record(&document.title))],
        ),
        consequences: vec![Marked::own(
            visit.say("gatherings-document-remove-consequence"),
        )],
        action: at("/entfernung"),
        confirm_label: visit.say("gatherings-document-remove-submit").to_owned(),
        cancel_href: at("/bearbeiten"),
        danger: true,
    })
}

pub(super) async fn remove(visit: Visit, Path((_, slug, document)): BelowDocument) -> Answer {
    let (it, document) = found(&visit, &slug, &document).await?;
    let act = visit.clone();
    let id = document.id;
    visit
        .store()
        .write(move |conn| actions::withdraw_document(conn, &mut act.moment(), &act.actor, id))
        .await?;
    back(&visit, &it, "document-withdrawn")
}

/// A document's newest file, to whom gathering and document are open.
pub(super) async fn download(visit: Visit, Path((_, slug, document)): BelowDocument) -> Answer {
    let network = visit.network()?.id;
    let id: DocumentId = document.parse().map_err(|_| Halt::Missing)?;
    let looker = visit.clone();
    let (it, invited, document) = visit
        .store()
        .read(move |conn| {
            let it = records::gathering::gathering_by_slug(conn, network, &slug)?
                .ok_or(Halt::Missing)?;
            let document = records::documents::document(conn, id)?
                .filter(|document| document.gathering == it.id)
                .ok_or(Halt::Missing)?;
            let invited = is_invited(conn, &looker, &it)?;
            Ok::<_, Halt>((it, invited, document))
        })
        .await?;
    visit.require(Right::ReadRecord, &it.subject(invited))?;
    visit.require(
        Right::ReadRecord,
        &it.subject_for(document.audience, invited),
    )?;
    hand_out(&visit, &document).await
}

/// A document's newest file. Whoever calls this has made sure that the visitor may have it.
///
/// # Errors
/// When the file can't be read.
pub async fn hand_out(visit: &Visit, document: &Document) -> Answer {
    let what = (document.content_type.as_str(), document.file_name.as_str());
    sent(visit, what, document.hash).await
}

pub(super) async fn older(
    visit: Visit,
    Path((_, slug, document, number)): Path<(String, String, String, String)>,
) -> Answer {
    let (_, document) = found(&visit, &slug, &document).await?;
    let number: i64 = number.parse().map_err(|_| Halt::Missing)?;
    let id = document.id;
    let version = visit
        .store()
        .read(move |conn| records::documents::versions(conn, id))
        .await?
        .into_iter()
        .find(|version| version.number == number)
        .ok_or(Halt::Missing)?;
    sent(
        &visit,
        (&version.content_type, &version.file_name),
        version.hash,
    )
    .await
}

async fn sent(visit: &Visit, (kind, name): (&str, &str), hash: BlobHash) -> Answer {
    let bytes = visit.store().read(move |conn| conn.blob(hash)).await?;
    Ok(attachment(kind, name, bytes))
}
