//! The pictures of a page that is news: those that came along, to choose from, and those that
//! have to be uploaded by hand, with their words at hand.

use shell::Visit;

use super::href_of;
use crate::links;
use crate::records::drafts::Draft;
use crate::rules::Picture;

/// A picture of a page.
pub(crate) struct PictureLine {
    /// What it is called here.
    pub(crate) name: String,
    /// Where it is shown, and its width and height; none where it did not come along.
    pub(crate) shown: Option<(String, u32, u32)>,
    /// The picture in words.
    pub(crate) it: Picture,
    /// The name of its caption on the page.
    pub(crate) id: String,
}

/// What a picture is called, by its place.
pub(crate) fn called(visit: &Visit, number: usize) -> String {
    visit.tell("move-in-picture", &[("number", (number + 1).into())])
}

/// The pictures of a draft.
pub(crate) fn picture_lines(visit: &Visit, draft: &Draft) -> Vec<PictureLine> {
    let home = href_of(visit, links::PICTURE, draft.id);
    let all = draft.found.pictures.iter().enumerate();
    all.map(|(number, it)| PictureLine {
        name: called(visit, number),
        shown: it.size.map(|(width, height)| {
            let href = home.replace("{number}", &number.to_string());
            (href, width, height)
        }),
        it: it.clone(),
        id: format!("bildunterschrift-{number}"),
    })
    .collect()
}

/// The pictures to choose from; nothing where none came along.
pub(crate) fn picture_choices(visit: &Visit, draft: &Draft) -> Vec<(String, String)> {
    let all = draft.found.pictures.iter().enumerate();
    let mut choices: Vec<(String, String)> = all
        .filter(|(_, it)| it.size.is_some())
        .map(|(number, _)| (number.to_string(), called(visit, number)))
        .collect();
    if !choices.is_empty() {
        let none = visit.say("move-in-picture-none").to_owned();
        choices.insert(0, (String::new(), none));
    }
    choices
}
