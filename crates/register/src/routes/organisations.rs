//! Organisations: the list, the record, entering and changing.

use axum::extract::Path;
use base::access::Right;
use base::{Halt, OrganisationId};
use shell::{
    Answer, Fields, Form, LINE, Marked, Named, Page, Pages, Routes, TEXT, Visit, go, query_value,
    show, show_as,
};
use store::{Conn, Noted};

use super::{Closing, id, path};
use crate::actions::{self, MembershipInput, OrganisationInput};
use crate::pages::{
    self, AlikeLine, Ending, OrganisationForm, OrganisationLine, OrganisationPage,
    OrganisationsPage, Tab, Tie,
};
use crate::records::OrganisationList;
use crate::types::{Function, Group, GroupMember, Membership, MembershipKind, Organisation, Term};
use crate::{links, records, rules};

/// The words about closing an organisation.
const CLOSING: Closing = Closing {
    question: "register-close-question",
    consequence: "register-close-organisation-consequence",
    label: "register-close-record",
    closed: "register-closed",
    reopened: "register-reopened",
};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::ORGANISATIONS, Right::ReadAsMember, list);
    routes.get(links::ORGANISATION_NEW, Right::RunOffice, ask_new);
    routes.post(links::ORGANISATION_NEW, Right::RunOffice, add);
    routes.get(links::ORGANISATION, Right::ReadAsMember, look);
    routes.get(links::ORGANISATION_EDIT, Right::RunOffice, ask_change);
    routes.post(links::ORGANISATION_EDIT, Right::RunOffice, change);
    routes.get(links::ORGANISATION_CLOSE, Right::RunOffice, ask_close);
    routes.post(links::ORGANISATION_CLOSE, Right::RunOffice, close);
    routes.post(links::ORGANISATION_REOPEN, Right::RunOffice, reopen);
}

/// Which organisations the list shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Kind(MembershipKind),
    Others,
    Closed,
}

impl Shown {
    const ALL: [Self; 6] = [
        Self::Kind(MembershipKind::Member),
        Self::Kind(MembershipKind::Partner),
        Self::Kind(MembershipKind::Funder),
        Self::Kind(MembershipKind::Guest),
        Self::Others,
        Self::Closed,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Kind(MembershipKind::Member) => "mitglieder",
            Self::Kind(MembershipKind::Partner) => "partner",
            Self::Kind(MembershipKind::Funder) => "foerdernde",
            Self::Kind(MembershipKind::Guest) => "gaeste",
            Self::Others => "andere",
            Self::Closed => "abgeschlossen",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Kind(MembershipKind::Member) => "register-tab-members",
            Self::Kind(MembershipKind::Partner) => "register-tab-partners",
            Self::Kind(MembershipKind::Funder) => "register-tab-funders",
            Self::Kind(MembershipKind::Guest) => "register-tab-guests",
            Self::Others => "register-tab-others",
            Self::Closed => "register-tab-closed",
        }
    }

    fn of_query(query: &str) -> Self {
        let word = query_value(query, "art").unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|shown| shown.word() == word)
            .unwrap_or(Self::Kind(MembershipKind::Member))
    }

    /// How the records name what is shown.
    const fn kind(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::Others => "other",
            Self::Closed => "closed",
        }
    }
}

/// One page of the list with what stands around it.
struct Listed {
    organisations: Vec<Organisation>,
    contacts: Vec<(OrganisationId, String)>,
    counts: Vec<(Shown, i64)>,
    members: i64,
    pages: Pages,
}

fn listed(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (shown, search): (Shown, &str),
) -> Result<Listed, Halt> {
    let (network, _) = super::here(visit)?;
    let (on, all, searched) = (visit.today(), rules::patterns(""), rules::patterns(search));
    let listing = |shown: Shown, patterns| OrganisationList {
        network,
        kind: shown.kind(),
        on,
        patterns,
    };
    let mut counts = Vec::new();
    for shown in Shown::ALL {
        counts.push((
            shown,
            records::count_organisations(conn, listing(shown, &all))?,
        ));
    }
    let listing = listing(shown, &searched);
    let pages = Pages::of(
        visit,
        records::count_organisations(conn, listing)?,
        super::ON_A_PAGE,
    );
    let part = (pages.each, pages.before());
    let organisations = records::listed_organisations(conn, listing, part)?;
    Ok(Listed {
        contacts: records::contacts_of(conn, on, &organisations)?,
        members: records::member_count(conn, network, on)?,
        organisations,
        counts,
        pages,
    })
}

async fn list(visit: Visit) -> Answer {
    let (_, slug) = super::here(&visit)?;
    let (shown, search) = (Shown::of_query(&visit.query), super::searched(&visit));
    let (inner, words) = (visit.clone(), search.clone());
    let it = visit
        .store()
        .read(move |conn| listed(conn, &inner, (shown, &words)))
        .await?;
    let action = visit.href(&links::of(links::ORGANISATIONS, &slug));
    let tabs = it
        .counts
        .iter()
        .filter(|(tab, count)| *tab == shown || *count > 0)
        .map(|(tab, count)| Tab {
            label: visit.say(tab.key()).to_owned(),
            href: format!("{action}?art={}", tab.word()),
            count: *count,
            current: *tab == shown,
        });
    let lines = it.organisations.iter();
    let page = OrganisationsPage {
        page: Page::new(&visit, visit.say("register-organisations")),
        new_href: visit
            .may_here(Right::RunOffice)
            .then(|| visit.href(&links::of(links::ORGANISATION_NEW, &slug))),
        members: it.members,
        tabs: tabs.collect(),
        kind: shown.word().to_owned(),
        lines: lines
            .map(|line_of| line(&visit, line_of, &it.contacts))
            .collect(),
        pages: it.pages,
        search,
        action,
    };
    show(&page)
}

fn line(
    visit: &Visit,
    organisation: &Organisation,
    contacts: &[(OrganisationId, String)],
) -> OrganisationLine {
    let names: Vec<&str> = contacts
        .iter()
        .filter(|(at, _)| *at == organisation.id)
        .map(|(_, name)| name.as_str())
        .collect();
    OrganisationLine {
        name: organisation.name.clone(),
        short_name: organisation.short_name.clone(),
        href: visit.href(&path(visit, links::ORGANISATION, organisation.id)),
        town: organisation.town.clone(),
        contacts: names.join(", "),
    }
}

struct Record {
    organisation: Organisation,
    functions: Vec<Function>,
    memberships: Vec<Membership>,
    groups: Vec<(GroupMember, Group)>,
    journal: Vec<Noted>,
}

async fn look(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    let (network, slug) = super::here(&visit)?;
    let organisation: OrganisationId = id(&organisation)?;
    let is_office = visit.may_here(Right::RunOffice);
    let record = visit
        .store()
        .read(move |conn| {
            Ok::<_, Halt>(Record {
                organisation: actions::organisation_in(conn, network, organisation)?,
                functions: records::functions_at(conn, organisation)?,
                memberships: records::memberships_of(conn, organisation)?,
                groups: records::groups_of_organisation(conn, organisation)?,
                journal: if is_office {
                    conn.journal_of(organisation)?
                } else {
                    Vec::new()
                },
            })
        })
        .await;
    let record = match record {
        Err(Halt::Missing) => {
            return super::alike::moved(&visit, Named::Organisation, organisation).await;
        }
        other => other?,
    };
    let href = |address| visit.href(&path(&visit, address, organisation));
    let page = OrganisationPage {
        page: Page::of_record(&visit, record.organisation.name.clone())
            .below(
                visit.say("register-organisations"),
                &links::of(links::ORGANISATIONS, &slug),
            )
            .here(),
        address: address(&record.organisation),
        people: people(&visit, &record.functions, is_office),
        memberships: memberships(&visit, &record.memberships),
        groups: super::groups::of_record(&visit, &record.groups),
        journal: pages::journal(&visit, record.journal),
        organisation: record.organisation,
        is_office,
        edit_href: href(links::ORGANISATION_EDIT),
        close_href: href(links::ORGANISATION_CLOSE),
        reopen_href: href(links::ORGANISATION_REOPEN),
        membership_href: href(links::MEMBERSHIP_NEW),
    };
    show(&page)
}

fn address(organisation: &Organisation) -> Vec<String> {
    let place = format!("{} {}", organisation.postcode, organisation.town);
    [organisation.street.trim(), place.trim()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// Those who have a function here; the office sees former ones too.
fn people(visit: &Visit, functions: &[Function], is_office: bool) -> Vec<Tie> {
    let today = visit.today();
    functions
        .iter()
        .filter(|it| is_office || it.term.holds_on(today))
        .map(|it| {
            let tie = Tie {
                title: Marked::record(visit.content_lang(), &it.person_name),
                href: Some(visit.href(&path(visit, links::PERSON, it.person))),
                words: Marked::record(visit.content_lang(), &it.title),
                mark: it.contact.then(|| visit.say("register-contact").to_owned()),
                edit_href: Some(visit.href(&path(visit, links::FUNCTION_EDIT, it.id))),
                ..Tie::default()
            };
            tie.with_term(visit, it.term, super::functions::ENDING, it.id)
        })
        .collect()
}

fn memberships(visit: &Visit, memberships: &[Membership]) -> Vec<Tie> {
    memberships
        .iter()
        .map(|it| {
            let tie = Tie {
                title: Marked::own(visit.say(it.kind.key())),
                ..Tie::default()
            };
            let ending = Ending {
                end: links::MEMBERSHIP_END,
                resume: links::MEMBERSHIP_RESUME,
            };
            tie.with_term(visit, it.term, ending, it.id)
        })
        .collect()
}

async fn ask_new(visit: Visit) -> Answer {
    let form = Form::of([
        ("kind", MembershipKind::Member.word().to_owned()),
        ("from", visit.today().to_string()),
    ]);
    new_form(&visit, form, Vec::new())
}

fn new_form(visit: &Visit, form: Form, alike: Vec<AlikeLine>) -> Answer {
    let (_, slug) = super::here(visit)?;
    let list = links::of(links::ORGANISATIONS, &slug);
    let mut kinds = pages::kinds(visit);
    kinds.push((
        "none".to_owned(),
        visit.say("register-kind-none").to_owned(),
    ));
    let status = super::status(&form);
    let page = OrganisationForm {
        page: Page::new(visit, visit.say("register-organisation-new"))
            .below(visit.say("register-organisations"), &list)
            .here(),
        action: visit.href(&links::of(links::ORGANISATION_NEW, &slug)),
        save: "register-organisation-save",
        cancel_href: visit.href(&list),
        is_new: true,
        alike,
        kinds,
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn add(visit: Visit, mut form: Form) -> Answer {
    let (network, _) = super::here(&visit)?;
    let input = read(&mut form);
    let kind = form.choice("kind", |word| match word {
        "none" => Some(None),
        word => MembershipKind::from_word(word).map(Some),
    });
    let from = form.date("from");
    let alike = super::alike::look(&visit, &mut form, &input).await?;
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        let organisation = actions::add_organisation(conn, moment, who, network, &input)?;
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
        None => new_form(&visit, form, alike),
    }
}

fn read(form: &mut Form) -> OrganisationInput {
    OrganisationInput {
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
    }
}

async fn found(visit: &Visit, organisation: &str) -> Result<Organisation, Halt> {
    let (network, _) = super::here(visit)?;
    let organisation: OrganisationId = id(organisation)?;
    visit
        .store()
        .read(move |conn: &mut Conn<'_>| actions::organisation_in(conn, network, organisation))
        .await
}

async fn ask_change(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &organisation).await?;
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
    ]);
    if it.can_host {
        form.put("can_host", "true");
    }
    change_form(&visit, &it, form)
}

fn change_form(visit: &Visit, it: &Organisation, form: Form) -> Answer {
    let (_, slug) = super::here(visit)?;
    let record = path(visit, links::ORGANISATION, it.id);
    let status = super::status(&form);
    let page = OrganisationForm {
        page: Page::new(visit, visit.say("register-organisation-edit"))
            .below(
                visit.say("register-organisations"),
                &links::of(links::ORGANISATIONS, &slug),
            )
            .below(it.name.clone(), &record)
            .here(),
        action: visit.href(&path(visit, links::ORGANISATION_EDIT, it.id)),
        save: "register-organisation-save",
        cancel_href: visit.href(&record),
        is_new: false,
        alike: Vec::new(),
        kinds: Vec::new(),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn change(
    visit: Visit,
    Path((_, organisation)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let it = found(&visit, &organisation).await?;
    let input = read(&mut form);
    let at = (it.network, it.id);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::change_organisation(conn, moment, who, at, &input)
    });
    match done.await? {
        Some(()) => {
            let path = path(&visit, links::ORGANISATION, it.id);
            Ok(go(&visit, &path, "register-organisation-changed"))
        }
        None => change_form(&visit, &it, form),
    }
}

async fn ask_close(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &organisation).await?;
    let record = path(&visit, links::ORGANISATION, it.id);
    let close = path(&visit, links::ORGANISATION_CLOSE, it.id);
    super::closing_question(&visit, &CLOSING, &it.name, (&close, &record))
}

async fn close(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &organisation, true).await
}

async fn reopen(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &organisation, false).await
}

async fn set_closed(visit: &Visit, organisation: &str, closed: bool) -> Answer {
    let (network, _) = super::here(visit)?;
    let organisation: OrganisationId = id(organisation)?;
    super::act_at_once(visit, move |conn, moment, who| {
        actions::close_organisation(conn, moment, who, (network, organisation), closed)
    })
    .await?;
    let done = CLOSING.done(closed);
    Ok(go(
        visit,
        &path(visit, links::ORGANISATION, organisation),
        done,
    ))
}
