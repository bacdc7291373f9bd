//! What programs read: which pages may be searched, and where they are.

use axum::http::header;
use axum::response::IntoResponse;
use base::{Fault, Lang};
use shell::{Answer, Visit, kept};

use crate::links;
use crate::records::{self, Wanted};

/// Search engines may read everything public; the demo they may not.
pub async fn robots(visit: Visit) -> Answer {
    let rules = if visit.app.settings.demo {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!(
            "User-agent: *\nDisallow: /anmelden\nDisallow: /en/anmelden\nDisallow: /*/suche\n\
             Disallow: /*/intern\n\nSitemap: {}\n",
            visit.app.url(Lang::De, links::SITEMAP)
        )
    };
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    kept(Ok((kind, rules).into_response()))
}

/// The public pages of all networks, in both languages.
pub async fn sitemap(visit: Visit) -> Answer {
    let paths = visit
        .store()
        .read(|conn| -> Result<Vec<String>, Fault> {
            let mut paths = vec!["/".to_owned()];
            for network in register::networks(conn)? {
                paths.push(links::home(&network.slug));
                for page in [
                    "termine",
                    "meldungen",
                    "schlagworte",
                    "impressum",
                    "datenschutz",
                    "barrierefreiheit",
                ] {
                    paths.push(links::below(&network.slug, page));
                }
                let public = Wanted {
                    network: network.id,
                    members: false,
                    office: false,
                    year: None,
                    tag: None,
                    limit: 5000,
                };
                let posts = records::listed(conn, &public)?;
                paths.extend(
                    posts
                        .iter()
                        .map(|post| links::post(&network.slug, &post.slug)),
                );
            }
            Ok(paths)
        })
        .await?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for lang in Lang::ALL {
        for path in &paths {
            xml.push_str("<url><loc>");
            xml.push_str(&visit.app.url(lang, path).replace('&', "&amp;"));
            xml.push_str("</loc></url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    let kind = [(header::CONTENT_TYPE, "application/xml; charset=utf-8")];
    kept(Ok((kind, xml).into_response()))
}
