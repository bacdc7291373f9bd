//! Drafts of organisations, contact persons and posts.

use reading::drafts::{ContactDraft, Passage, PictureDraft, PostDraft, Said};
use shell::picture;

use super::{Builder, Kind, Offer, Picture};

/// The shorter side of a picture that is more than a sign, in pixels.
const SMALLEST: u32 = 48;
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

/// A picture that came along, as it is kept: without what cameras write into it. Nothing where it
/// is of no kind that browsers show, or no larger than a sign.
pub(crate) fn picture_file(it: &PictureDraft) -> Option<(Vec<u8>, picture::Picture)> {
    let plain = picture::without_metadata(it.bytes.as_ref()?);
    let facts = picture::Picture::of(&plain)?;
    (facts.width >= SMALLEST && facts.height >= SMALLEST).then_some((plain, facts))
}

fn pictured(it: &PictureDraft) -> Picture {
    let words = |of: &Option<String>| of.as_deref().unwrap_or_default().trim().to_owned();
    Picture {
        address: it.address.clone(),
        alternative: words(&it.alternative),
        caption: words(&it.caption),
        size: picture_file(it).map(|(_, facts)| (facts.width, facts.height)),
    }
}

/// Proposes the first picture that came along and of which the page says something.
fn propose(draft: &mut Builder) {
    let mut all = draft.pictures.iter().enumerate();
    let has_words = |it: &Picture| !(it.caption.is_empty() && it.alternative.is_empty());
    let chosen = all.find(|(_, it)| it.size.is_some() && has_words(it));
    let Some((number, it)) = chosen.map(|(number, it)| (number, it.clone())) else {
        return;
    };
    draft.put("picture", number.to_string());
    let alternative = if it.alternative.is_empty() {
        &it.caption
    } else {
        &it.alternative
    };
    draft.put("picture_alt", alternative.clone());
    draft.put("picture_caption", it.caption);
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
    draft.pictures = it.pictures.iter().map(pictured).collect();
    propose(&mut draft);
    let day = it.day.map_or_else(String::new, |it| it.to_string());
    let print = [it.title.as_str(), &day];
    draft.done((Kind::Post, &it.title), (it.day, it.confidence), &print)
}
