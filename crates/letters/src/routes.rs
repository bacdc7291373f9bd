//! Letters and labels over HTTP.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use base::access::Right;
use base::{Blame, Fault, Halt, PersonId};
use calendar::dates;
use invitations::Choosable;
use register::MembershipKind;
use shell::{Answer, Fields, Form, LINE, Link, Page, Routes, Visit, go, show_as};
use store::Conn;

use crate::pages::{AddressPage, Checked, FormPage};
use crate::printing::Paper;
use crate::records::{self, PostalAddress};
use crate::rules::{Addressee, BLANKS, Once, Piece, SHEETS, pieces};
use crate::typed::{self, Typed, What};
use crate::{actions, links};

/// The most pieces that one file holds; more are printed in several.
const MOST: usize = 1000;
/// How many address fields are shown before anything is printed.
const SHOWN: usize = 6;
/// How many are named whose address nobody knows.
const NAMED: usize = 100;

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::LETTERS, Right::RunOffice, blank);
    routes.post(links::LETTERS, Right::RunOffice, take);
    routes.get(links::ADDRESS, Right::RunOffice, ask_address);
    routes.post(links::ADDRESS, Right::RunOffice, set_address);
}

async fn blank(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let found = visit
        .store()
        .read(move |conn| register::network(conn, network))
        .await?
        .ok_or(Halt::Missing)?;
    let town = found.office_address.lines().last().unwrap_or_default();
    let town = town.rsplit(", ").next().unwrap_or_default();
    let town = town
        .trim_start_matches(|it: char| it.is_ascii_digit())
        .trim();
    let day = dates::day(visit.today(), base::Lang::De);
    let place_and_date = if town.is_empty() {
        day
    } else {
        format!("{town}, {day}")
    };
    let form = Form::of([
        ("what", "letters".to_owned()),
        ("once", Once::Place.word().to_owned()),
        ("place_and_date", place_and_date),
        ("text", "{Anrede}\n\n".to_owned()),
        ("first", "1".to_owned()),
    ]);
    page(&visit, form, None).await
}

async fn page(visit: &Visit, form: Form, checked: Option<Checked>) -> Answer {
    let network = visit.network()?;
    let (id, inner, typed) = (network.id, visit.clone(), form.clone());
    let choosable = visit
        .store()
        .read(move |conn| Choosable::of(conn, &inner, id, &typed))
        .await?;
    let status = form.status();
    let said = |key: &str| visit.say(key).to_owned();
    let sheet = |it: &crate::rules::Labels| {
        let millimetres = |tenths: u16| dates_number(tenths, visit.lang);
        let args = [
            ("count", i64::from(it.count()).into()),
            ("columns", i64::from(it.columns).into()),
            ("rows", i64::from(it.rows).into()),
            ("width", millimetres(it.width).into()),
            ("height", millimetres(it.height).into()),
        ];
        (it.word.to_owned(), visit.tell("letters-sheet-of", &args))
    };
    show_as(
        status,
        &FormPage {
            page: Page::new(visit, visit.say("letters-title")).here(),
            action: visit.href(&links::of(links::LETTERS, &network.slug)),
            kinds: MembershipKind::ALL
                .map(|it| (it.word().to_owned(), said(it.key())))
                .to_vec(),
            onces: Once::ALL
                .map(|it| {
                    let key = format!("letters-once-{}", it.word());
                    (it.word().to_owned(), said(&key))
                })
                .to_vec(),
            whats: ["letters", "labels"]
                .map(|word| (word.to_owned(), said(&format!("letters-what-{word}"))))
                .to_vec(),
            sheets: SHEETS.iter().map(sheet).collect(),
            blanks: BLANKS
                .map(|(blank, key)| (blank.to_owned(), said(key)))
                .to_vec(),
            fields: Fields::new(visit, form),
            choosable,
            checked,
        },
    )
}

/// Tenths of a millimetre as people write millimetres.
fn dates_number(tenths: u16, lang: base::Lang) -> String {
    let (whole, rest) = (tenths / 10, tenths % 10);
    match (rest, lang) {
        (0, _) => whole.to_string(),
        (_, base::Lang::De) => format!("{whole},{rest}"),
        _ => format!("{whole}.{rest}"),
    }
}

async fn take(visit: Visit, form: Form) -> Answer {
    let mut form = invitations::settled(&visit, form).await?;
    if form.has("more") && !form.is_blamed() {
        return page(&visit, form, None).await;
    }
    let Some(typed) = typed::read(&mut form) else {
        return page(&visit, form, None).await;
    };
    let (inner, asked, here) = (
        visit.app.clone(),
        typed.clone(),
        (visit.network()?.id, visit.today()),
    );
    let all = visit
        .store()
        .read(move |conn| typed::addressees(conn, &inner, here, &asked))
        .await?;
    let meant = all.len();
    let (pieces, missing) = pieces(all, typed.once);
    let wish = form.value("do").to_owned();
    if wish != "one" && wish != "print" {
        let checked = checked(&visit, meant, &pieces, &missing)?;
        return page(&visit, form, Some(checked)).await;
    }
    if pieces.is_empty() {
        form.blame(Blame::at("organisations", "letters-fault-no-address"));
    }
    if wish == "print" && pieces.len() > MOST {
        let blame = Blame::at("organisations", "letters-fault-too-many");
        form.blame(blame.with("most", MOST).with("count", pieces.len()));
    }
    if form.is_blamed() {
        let checked = checked(&visit, meant, &pieces, &missing)?;
        return page(&visit, form, Some(checked)).await;
    }
    print(&visit, (typed, pieces), wish == "one").await
}

fn checked(
    visit: &Visit,
    meant: usize,
    pieces: &[Piece],
    missing: &[Addressee],
) -> Result<Checked, Halt> {
    let slug = &visit.network()?.slug;
    let link = |it: &Addressee| match (it.person, &it.organisation) {
        (Some(person), _) => {
            let path = links::below(links::ADDRESS, slug, person);
            Some(Link::new(it.name.clone(), visit.href(&path)))
        }
        (None, Some((id, name))) => {
            let path = register::links::below(register::links::ORGANISATION_EDIT, slug, id);
            Some(Link::new(name.clone(), visit.href(&path)))
        }
        (None, None) => None,
    };
    Ok(Checked {
        count: visit.tell(
            "letters-count",
            &[("pieces", pieces.len().into()), ("meant", meant.into())],
        ),
        first: pieces.iter().take(SHOWN).map(Piece::lines).collect(),
        missing: missing.iter().take(NAMED).filter_map(link).collect(),
        missing_count: visit.tell("letters-missing-count", &[("count", missing.len().into())]),
    })
}

async fn print(visit: &Visit, (typed, mut pieces): (Typed, Vec<Piece>), is_one: bool) -> Answer {
    let verb = match typed.what {
        What::Letters(_) => "letters-printed",
        What::Labels(..) => "labels-printed",
    };
    if is_one {
        pieces.truncate(1);
    }
    let (act, id, count) = (visit.clone(), visit.network()?.id, pieces.len());
    let paper = visit
        .store()
        .write(move |conn| -> Result<_, Halt> {
            let network = register::network(conn, id)?.ok_or(Halt::Missing)?;
            if !is_one {
                let who = (&act.actor, id);
                actions::printed(conn, &mut act.moment(), who, (verb, count))?;
            }
            let about = (&network, act.now);
            Ok(Paper::of(conn, &act.app, about, (&typed.what, &pieces))?)
        })
        .await?;
    let app = visit.app.clone();
    let printed = tokio::task::spawn_blocking(move || {
        let press = gatherings::papers::press(&app)?;
        paper
            .printed(press)
            .map_err(|cause| Fault::because("print letters", cause))
    });
    let bytes = printed
        .await
        .map_err(|cause| Fault::because("wait for letters", cause))??;
    let name = visit.say(if verb == "labels-printed" {
        "letters-file-labels"
    } else {
        "letters-file"
    });
    let how = if is_one { "inline" } else { "attachment" };
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("{how}; filename=\"{name}-{}.pdf\"", visit.today()),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

type Below = Path<(String, String)>;

async fn found(visit: &Visit, id: &str) -> Result<(register::Person, Option<PostalAddress>), Halt> {
    let network = visit.network()?.id;
    let id: PersonId = id.parse().map_err(|_| Halt::Missing)?;
    visit
        .store()
        .read(move |conn: &mut Conn<'_>| {
            let person = register::person(conn, id)?.filter(|it| it.network == network);
            let person = person.ok_or(Halt::Missing)?;
            Ok((person, records::address_of(conn, id)?))
        })
        .await
}

async fn ask_address(visit: Visit, Path((_, id)): Below) -> Answer {
    let (person, known) = found(&visit, &id).await?;
    let known = known.unwrap_or_default();
    let form = Form::of([
        ("street", known.address.street),
        ("postcode", known.address.postcode),
        ("town", known.address.town),
        ("household", known.household),
    ]);
    address_page(&visit, &person, form)
}

fn address_page(visit: &Visit, person: &register::Person, form: Form) -> Answer {
    let slug = &visit.network()?.slug;
    let record = register::links::below(register::links::PERSON, slug, person.id);
    let status = form.status();
    show_as(
        status,
        &AddressPage {
            page: Page::new(visit, visit.say("letters-address-edit"))
                .below_record(&person.name, &record)
                .here(),
            action: visit.href(&links::below(links::ADDRESS, slug, person.id)),
            cancel_href: visit.href(&record),
            fields: Fields::new(visit, form),
        },
    )
}

async fn set_address(visit: Visit, Path((_, id)): Below, mut form: Form) -> Answer {
    let (person, _) = found(&visit, &id).await?;
    let it = PostalAddress {
        address: register::Address {
            street: form.line("street", LINE),
            postcode: form.line("postcode", 20),
            town: form.line("town", LINE),
        },
        household: form.line("household", LINE),
    };
    if it.address.is_empty() && !it.household.is_empty() {
        form.blame(Blame::at("street", "letters-fault-household"));
    }
    if !it.address.is_empty() && it.address.town.is_empty() {
        form.blame(Blame::at("town", "fault-missing"));
    }
    if form.is_blamed() {
        return address_page(&visit, &person, form);
    }
    let (act, about) = (visit.clone(), (person.network, person.id));
    visit
        .store()
        .write(move |conn| actions::set_address(conn, &mut act.moment(), &act.actor, about, &it))
        .await?;
    let slug = &visit.network()?.slug;
    let record = register::links::below(register::links::PERSON, slug, person.id);
    Ok(go(&visit, &record, "person-address"))
}
