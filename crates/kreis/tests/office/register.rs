//! Stories of the room register.

mod custom_fields;
mod derived;
mod first_run;
mod groups;
mod handover;
mod hostile;
mod lists;
mod mailing_lists;
mod offices;
mod organisations;
mod own_record;
mod people;
mod profiles;
mod regions;
mod roles;
mod settings;
mod sign_in;
mod votes;
mod wordings;

use trial::Visitor;

/// The address of the first record whose link on a list says these words.
async fn record(visitor: &Visitor, list: &str, words: &str) -> String {
    let below = format!("{list}/");
    let links = visitor.get(list).await.links();
    let mut found = links
        .into_iter()
        .filter(|(label, href)| label.contains(words) && href.starts_with(&below));
    found.next().expect("the list names the record").1
}
