//! The desk's rules and its places.

use askama::Template;
use base::Halt;
use gatherings::{Gathering, Tab, tabs};
use shell::{Arg, Field, Fields, Form, Page, Visit};
use store::Conn;

use super::{below_list, when};
use crate::rules::{Desk, Offered, Passing, Who};
use crate::{links, needs};

/// The form.
#[derive(Template)]
#[template(path = "registration/settings.html")]
pub(crate) struct SettingsPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    is_choice: bool,
    places: Vec<Field>,
    whos: Vec<(String, String)>,
    passings: Vec<(String, String)>,
    needs_lack: Option<&'static str>,
    action: String,
    cancel: String,
    fields: Fields,
}

/// The form with what stands or what was typed.
pub(crate) fn settings_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, desk, dates): (&Gathering, &Desk, &[Offered]),
    form: Form,
) -> Result<SettingsPage, Halt> {
    let slug = &visit.network()?.slug;
    let fields = Fields::new(visit, form);
    let page = Page::new(visit, visit.say("registration-settings-title"));
    let list = visit.href(&links::list(slug, &it.slug, ""));
    Ok(SettingsPage {
        page: below_list(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        is_choice: desk.series.is_some(),
        places: places(visit, &fields, dates),
        whos: Who::ALL
            .map(|who| (who.word().to_owned(), visit.say(who.key()).to_owned()))
            .to_vec(),
        passings: Passing::ALL
            .map(|it| (it.word().to_owned(), visit.say(it.key()).to_owned()))
            .to_vec(),
        needs_lack: needs::lacks(conn, visit, it)?,
        action: visit.href(&links::desk(slug, &it.slug, "/einrichten")),
        cancel: list,
        fields,
    })
}

fn places(visit: &Visit, fields: &Fields, dates: &[Offered]) -> Vec<Field> {
    let one = dates.len() == 1;
    (1..)
        .zip(dates)
        .map(|(number, date)| {
            let name = format!("places{number}");
            if one {
                return fields
                    .text(&name, "registration-set-places")
                    .hint(visit.say("registration-set-places-hint"));
            }
            let said = |place: Arg| [("when", when(visit, date).into()), ("place", place)];
            let key = "registration-set-places-of";
            let label = visit.tell_marked(key, &said(shell::record(date.place())));
            fields
                .text(&name, &visit.tell(key, &said(date.place().into())))
                .called(&label)
                .hint(visit.say("registration-set-places-hint"))
        })
        .collect()
}
