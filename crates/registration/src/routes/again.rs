//! Asking for one's link once more, without an account.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use shell::{Answer, Form, Page, Visit, show, show_as};

use crate::jobs::{self, Wish};
use crate::links;
use crate::pages::{AgainPage, AgainSentPage};

pub(super) async fn ask(visit: Visit) -> Answer {
    show(&AgainPage::new(&visit, Form::default()))
}

/// Answers everybody alike, whether the address is known or not.
pub(super) async fn wish(visit: Visit, mut form: Form) -> Answer {
    register::admit_address(&visit, "registrations", form.value("mail"))?;
    form.required("mail", 254);
    let mail = form.mail("mail");
    if form.is_blamed() {
        let page = AgainPage::new(&visit, form);
        return show_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let wish = Wish {
        mail,
        lang: visit.lang,
    };
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| jobs::wish(conn, &mut moment, &wish))
        .await?;
    Ok(Redirect::to(&visit.href(links::AGAIN_SENT)).into_response())
}

pub(super) async fn sent(visit: Visit) -> Answer {
    show(&AgainSentPage {
        page: Page::new(&visit, visit.say("registration-again-sent")),
    })
}
