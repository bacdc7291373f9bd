//! Files that somebody answers with: of few bytes, and of a kind that their bytes tell.

use base::Blame;
use shell::{Form, Upload};
use uuid::Uuid;

use super::{Answer, FieldKind, FormField};

/// The largest file, in bytes: anybody may send one.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;

/// A file that somebody answers a question with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Attached {
    /// The question.
    pub field: Uuid,
    /// A name that is only a name, with the ending of what the file is.
    pub file_name: String,
    /// What it is, told by its bytes.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The name that a file gets as an answer; empty where none came, or none that is taken, which
/// the form is blamed for.
pub(super) fn named(form: &mut Form, field: &FormField) -> String {
    let name = field.name();
    let Some(upload) = form.uploads(&name).next().cloned() else {
        return String::new();
    };
    match told(field.id, &upload) {
        Ok(it) => it.file_name,
        Err(key) => {
            let most = MOST_BYTES / (1024 * 1024);
            form.blame(Blame::at(name, key).with("most", most));
            String::new()
        }
    }
}

fn told(field: Uuid, upload: &Upload) -> Result<Attached, &'static str> {
    if upload.bytes.len() > MOST_BYTES {
        return Err("registration-fault-file-large");
    }
    let kind = gatherings::kind_of(&upload.bytes);
    let kind = kind.ok_or("registration-fault-file-kind")?;
    Ok(Attached {
        field,
        file_name: gatherings::safe_file_name(&upload.file_name, kind),
        content_type: kind.content_type.to_owned(),
        bytes: upload.bytes.clone(),
    })
}

/// The files of a form that was read: those of questions that were answered.
pub fn attached(form: &Form, fields: &[FormField], answers: &[Answer]) -> Vec<Attached> {
    let files = fields.iter().filter(|it| it.kind == FieldKind::File);
    let answered = files.filter(|it| answers.iter().any(|answer| answer.field == it.id));
    let found = answered.filter_map(|it| {
        let upload = form.uploads(&it.name()).next().cloned()?;
        told(it.id, &upload).ok()
    });
    found.collect()
}
