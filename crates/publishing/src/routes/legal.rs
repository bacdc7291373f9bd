//! Impressum, privacy notice, accessibility statement: of a network and of the installation.

use base::access::{Right, Subject};
use base::{Fault, Halt, Lang, NetworkId};
use register::Network;
use shell::{Answer, Link, Page, Place, Visit, kept, panels, show};
use store::Conn;

pub use crate::pages::legal::Responsible;
use crate::pages::legal::{AccessibilityPage, ImprintPage, OwnText, PrivacyPage};
use crate::{links, prose, records};

/// What offices and operators add to the pages.
#[derive(Default)]
struct Texts {
    imprint: Option<(Lang, String)>,
    privacy: Option<(Lang, String)>,
    accessibility: Option<(Lang, String)>,
    enforcement: Option<(Lang, String)>,
    server: Option<(Lang, String)>,
}

fn texts(conn: &mut Conn<'_>, scope: Option<NetworkId>, lang: Lang) -> Result<Texts, Fault> {
    Ok(Texts {
        imprint: text(conn, scope, "imprint", lang)?,
        privacy: text(conn, scope, "privacy", lang)?,
        accessibility: text(conn, scope, "accessibility", lang)?,
        enforcement: text(conn, scope, "enforcement", lang)?,
        server: match scope {
            Some(_) => text(conn, None, "privacy", lang)?,
            None => None,
        },
    })
}

/// A text in the language of the page, or in the other one where it is written in that alone.
fn text(
    conn: &mut Conn<'_>,
    scope: Option<NetworkId>,
    page: &str,
    lang: Lang,
) -> Result<Option<(Lang, String)>, Fault> {
    for lang in [lang, lang.other()] {
        let text = records::page_text(conn, scope, page, lang)?;
        if !text.is_empty() {
            return Ok(Some((lang, text)));
        }
    }
    Ok(None)
}

fn own(visit: &Visit, text: Option<(Lang, String)>, top: u8) -> OwnText {
    let (lang, text) = text.unwrap_or((visit.lang, String::new()));
    OwnText {
        html: prose::html(&text, top),
        lang: (lang != visit.lang).then(|| lang.tag()),
    }
}

async fn of_network(visit: &Visit) -> Result<(Network, Texts), Halt> {
    let (id, lang) = (visit.network()?.id, visit.lang);
    visit
        .store()
        .read(move |conn| {
            let network = register::network(conn, id)?.ok_or(Halt::Missing)?;
            Ok((network, texts(conn, Some(id), lang)?))
        })
        .await
}

async fn of_installation(visit: &Visit) -> Result<(Vec<Network>, Texts), Halt> {
    let lang = visit.lang;
    visit
        .store()
        .read(move |conn| Ok((register::networks(conn)?, texts(conn, None, lang)?)))
        .await
}

fn operator(visit: &Visit) -> Responsible {
    let name = visit.say("publishing-operator");
    Responsible::operator(name, &visit.app.settings.mail_from)
}

fn mend(visit: &Visit, network: &str, page: &str) -> Option<Link> {
    visit.may_here(Right::RunOffice).then(|| {
        let href = visit.href(&links::below(network, page));
        Link::new(visit.say("publishing-mend"), href)
    })
}

fn mend_own(visit: &Visit) -> Option<Link> {
    visit
        .may(Right::Operate, &Subject::Installation)
        .then(|| Link::new(visit.say("publishing-mend"), visit.href(links::OWN_TEXTS)))
}

fn page_links(visit: &Visit, networks: Vec<Network>, page: &str) -> Vec<Link> {
    networks
        .into_iter()
        .map(|network| {
            let href = visit.href(&links::below(&network.slug, page));
            Link::new(network.name, href)
        })
        .collect()
}

/// A network's Impressum.
pub async fn imprint(visit: Visit) -> Answer {
    let (network, _) = of_network(&visit).await?;
    let responsible = Responsible::office(&network);
    let warning = mend(&visit, &network.slug, "einstellungen");
    kept(show(&ImprintPage {
        page: Page::new(&visit, visit.say("shell-imprint")),
        own: OwnText {
            html: prose::html(&network.imprint, 2),
            lang: (visit.lang != Lang::De).then(|| Lang::De.tag()),
        },
        networks: Vec::new(),
        warning: warning.filter(|_| !responsible.is_known && network.imprint.trim().is_empty()),
        responsible,
    }))
}

/// The installation's Impressum.
pub async fn own_imprint(visit: Visit) -> Answer {
    let (networks, texts) = of_installation(&visit).await?;
    let warning = mend_own(&visit).filter(|_| texts.imprint.is_none());
    kept(show(&ImprintPage {
        page: Page::new(&visit, visit.say("shell-imprint")),
        responsible: operator(&visit),
        own: own(&visit, texts.imprint, 2),
        networks: page_links(&visit, networks, "impressum"),
        warning,
    }))
}

/// A network's privacy notice.
pub async fn privacy(visit: Visit) -> Answer {
    let (network, texts) = of_network(&visit).await?;
    let inner = visit.clone();
    let panels = visit
        .store()
        .read(move |conn| panels(conn, &inner, Place::Notice))
        .await?;
    let responsible = Responsible::office(&network);
    let warning = mend(&visit, &network.slug, "einstellungen").filter(|_| !responsible.is_known);
    kept(show(&PrivacyPage {
        page: Page::new(&visit, visit.say("shell-privacy")),
        own: own(&visit, texts.privacy, 3),
        server: own(&visit, texts.server, 3),
        panels,
        authority: authority(&visit, &responsible.land),
        is_demo: visit.app.settings.demo,
        networks: Vec::new(),
        warning,
        responsible,
    }))
}

/// The installation's privacy notice.
pub async fn own_privacy(visit: Visit) -> Answer {
    let (networks, texts) = of_installation(&visit).await?;
    kept(show(&PrivacyPage {
        page: Page::new(&visit, visit.say("shell-privacy")),
        responsible: operator(&visit),
        warning: mend_own(&visit).filter(|_| texts.privacy.is_none()),
        own: own(&visit, texts.privacy, 3),
        server: own(&visit, None, 3),
        panels: Vec::new(),
        authority: authority(&visit, ""),
        is_demo: visit.app.settings.demo,
        networks: page_links(&visit, networks, "datenschutz"),
    }))
}

fn authority(visit: &Visit, land: &str) -> String {
    visit.tell("publishing-privacy-complaint", &[("land", land.into())])
}

/// A network's accessibility statement.
pub async fn accessibility(visit: Visit) -> Answer {
    let (network, texts) = of_network(&visit).await?;
    let warning = mend(&visit, &network.slug, "seitentexte");
    kept(show(&AccessibilityPage {
        page: Page::new(&visit, visit.say("shell-accessibility")),
        responsible: Responsible::office(&network),
        warning: warning.filter(|_| texts.enforcement.is_none()),
        own: own(&visit, texts.accessibility, 3),
        enforcement: own(&visit, texts.enforcement, 3),
    }))
}

/// The installation's accessibility statement.
pub async fn own_accessibility(visit: Visit) -> Answer {
    let (_, texts) = of_installation(&visit).await?;
    kept(show(&AccessibilityPage {
        page: Page::new(&visit, visit.say("shell-accessibility")),
        responsible: operator(&visit),
        warning: mend_own(&visit).filter(|_| texts.enforcement.is_none()),
        own: own(&visit, texts.accessibility, 3),
        enforcement: own(&visit, texts.enforcement, 3),
    }))
}
