//! Connecting to PostgreSQL, with TLS where the address asks for it.

use std::path::Path;

use base::Fault;
use postgres::config::SslMode;
use postgres::{Client, Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Connects; `sslmode=require` in the URL makes TLS a must, `sslrootcert=FILE` names the
/// authority that signed the server's certificate where the public ones did not.
pub(crate) fn connect(url: &str) -> Result<Client, Fault> {
    let (url, authority) = without_authority(url);
    let config: Config = url
        .parse()
        .map_err(|cause| Fault::because("read the PostgreSQL address", cause))?;
    let client = if config.get_ssl_mode() == SslMode::Disable {
        config.connect(NoTls)
    } else {
        config.connect(MakeRustlsConnect::new(tls(authority
            .as_deref()
            .map(Path::new))?))
    };
    client.map_err(|cause| Fault::because("connect to PostgreSQL", cause))
}

/// The driver does not know libpq's `sslrootcert`, so it is taken out of the address.
fn without_authority(url: &str) -> (String, Option<String>) {
    let Some((address, query)) = url.split_once('?') else {
        return (url.to_owned(), None);
    };
    let mut authority = None;
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| match pair.strip_prefix("sslrootcert=") {
            Some(file) => {
                authority = Some(file.to_owned());
                false
            }
            None => true,
        })
        .collect();
    if kept.is_empty() {
        (address.to_owned(), authority)
    } else {
        (format!("{address}?{}", kept.join("&")), authority)
    }
}

fn tls(authority: Option<&Path>) -> Result<rustls::ClientConfig, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    match authority {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            let pem = std::fs::read(file)
                .map_err(|cause| Fault::because("read the file of sslrootcert", cause))?;
            for certificate in rustls_pemfile::certs(&mut pem.as_slice()) {
                let certificate = certificate
                    .map_err(|cause| Fault::because("read the file of sslrootcert", cause))?;
                roots
                    .add(certificate)
                    .map_err(|cause| Fault::because("trust the file of sslrootcert", cause))?;
            }
        }
    }
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|cause| Fault::because("prepare TLS for PostgreSQL", cause))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
