//! Drafts of organisations, contact persons and posts.

use reading::drafts::{ContactDraft, Passage, PostDraft, Said};

use super::{Builder, Kind, Offer};

/// How sure a name of an organisation is, which its finder does not say.
const NAMED: u8 = 70;

/// An organisation.
pub(super) fn organisation(it: &Said) -> Offer {
    let mut draft = Builder::default();
    draft.put("name", &it.value);
    draft.mark(&it.passage, "organisation");
    let print = [it.value.as_str()];
    draft.done((Kind::Organisation, &it.value), (None, NAMED), &print)
}

/// Somebody to ask; offices are called by what they are.
pub(super) fn contact(it: &ContactDraft) -> Offer {
    let part = |of: &Option<String>| of.clone().unwrap_or_default();
    let (name, function, mail) = (part(&it.name), part(&it.function), part(&it.mail));
    let called = [&name, &function, &mail];
    let called = called.into_iter().find(|it| !it.trim().is_empty());
    let called = called.cloned().unwrap_or_default();
    let mut draft = Builder::default();
    draft.put("name", &called);
    if called != function {
        draft.put("function", &function);
    }
    draft.put("mail", &mail);
    draft.put("phone", part(&it.phone));
    draft.mark(&it.passage, "contact");
    let print = [called.as_str(), &mail];
    draft.done((Kind::Contact, &called), (None, it.confidence), &print)
}

/// The page as news.
pub(super) fn post(it: &PostDraft, text: &str) -> Offer {
    let mut draft = Builder::default();
    draft.put("title", &it.title);
    if let Some(start) = text.find(&it.title) {
        let passage = Passage {
            start,
            end: start + it.title.len(),
            words: it.title.clone(),
        };
        draft.mark(&passage, "title");
    }
    if let Some(day) = it.day {
        draft.put("post_day", day.to_string());
    }
    draft.put("source_mark", it.source.clone().unwrap_or_default());
    draft.put("tags", it.tags.join(", "));
    draft.put("body", it.paragraphs.join("\n\n"));
    for picture in &it.pictures {
        let caption = picture.caption.as_ref().or(picture.alternative.as_ref());
        let args = [
            ("address", picture.address.clone()),
            ("caption", caption.cloned().unwrap_or_default()),
        ];
        draft.notice("move-in-notice-picture", &args);
    }
    let day = it.day.map_or_else(String::new, |it| it.to_string());
    let print = [it.title.as_str(), &day];
    draft.done((Kind::Post, &it.title), (it.day, it.confidence), &print)
}
