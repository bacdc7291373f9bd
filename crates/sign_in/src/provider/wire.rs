//! Speaking HTTP with a provider: with its own host alone, encrypted unless it is this machine,
//! within limits of time and size, and without following it anywhere else.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::http::uri::Scheme;
use axum::http::{HeaderValue, Request, Response, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// One question and its answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Keys and claims are small.
const LARGEST: usize = 1024 * 1024;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Silence {
    /// The provider names an address that is not its own.
    #[error("the provider leads to another host")]
    Elsewhere,
    /// It took too long.
    #[error("the provider did not answer in time")]
    TooSlow,
    /// Anything else.
    #[error("speak with the provider")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

fn broken(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Silence {
    Silence::Broken(cause.into())
}

/// A line to one issuer.
#[derive(Clone)]
pub(crate) struct Wire {
    issuer: Origin,
}

/// Scheme, host and port: what an address may not differ in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    is_tls: bool,
    host: String,
    port: u16,
}

impl Origin {
    fn of(uri: &Uri) -> Option<Self> {
        let is_tls = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP => false,
            _ => return None,
        };
        let host = uri.host()?.trim_start_matches('[').trim_end_matches(']');
        let usual = if is_tls { 443 } else { 80 };
        Some(Self {
            is_tls,
            host: host.to_ascii_lowercase(),
            port: uri.port_u16().unwrap_or(usual),
        })
    }
}

trait Line: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Line for T {}

impl Wire {
    /// A line to the issuer of this address; none where it is no address of the web.
    pub(crate) fn to(issuer: &str) -> Option<Self> {
        let uri: Uri = issuer.parse().ok()?;
        Some(Self {
            issuer: Origin::of(&uri)?,
        })
    }

    async fn ask(self, request: HttpRequest) -> Result<HttpResponse, Silence> {
        if Origin::of(request.uri()).as_ref() != Some(&self.issuer) {
            return Err(Silence::Elsewhere);
        }
        tokio::time::timeout(PATIENCE, self.talk(request))
            .await
            .map_err(|_| Silence::TooSlow)?
    }

    async fn talk(self, request: HttpRequest) -> Result<HttpResponse, Silence> {
        let line = TokioIo::new(self.line().await?);
        let (mut sender, talk) = hyper::client::conn::http1::handshake(line)
            .await
            .map_err(broken)?;
        let talk = tokio::spawn(talk);
        let answer = sender.send_request(plain(request)?).await.map_err(broken)?;
        let (parts, body) = answer.into_parts();
        let whole = Limited::new(body, LARGEST)
            .collect()
            .await
            .map_err(broken)?;
        talk.abort();
        Ok(Response::from_parts(parts, whole.to_bytes().to_vec()))
    }

    async fn line(&self) -> Result<Box<dyn Line>, Silence> {
        let Origin { is_tls, host, port } = &self.issuer;
        let plain = TcpStream::connect((host.as_str(), *port))
            .await
            .map_err(broken)?;
        if !is_tls {
            return Ok(Box::new(plain));
        }
        let name = ServerName::try_from(host.clone()).map_err(broken)?;
        let tls = TlsConnector::from(Arc::new(trust()?));
        Ok(Box::new(tls.connect(name, plain).await.map_err(broken)?))
    }
}

/// As HTTP/1.1 writes it: the path alone, and the host in a header.
fn plain(request: HttpRequest) -> Result<Request<Full<Bytes>>, Silence> {
    let (mut parts, body) = request.into_parts();
    let host = parts.uri.authority().map(ToString::to_string);
    let host = HeaderValue::from_str(&host.unwrap_or_default()).map_err(broken)?;
    let path = parts.uri.path_and_query().map_or("/", |it| it.as_str());
    parts.uri = path.parse().map_err(broken)?;
    parts.headers.insert(header::HOST, host);
    Ok(Request::from_parts(parts, Full::new(Bytes::from(body))))
}

fn trust() -> Result<rustls::ClientConfig, Silence> {
    let mut roots = rustls::RootCertStore::empty();
    roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(broken)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

impl<'c> AsyncHttpClient<'c> for Wire {
    type Error = Silence;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Silence>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.clone().ask(request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nothing_is_asked_of_another_host() {
        let wire = Wire::to("https://login.example.org/realms/kreis").unwrap();
        for address in [
            "http://login.example.org/keys",
            "https://login.example.org:8443/keys",
            "https://example.org/keys",
            "https://login.example.org.evil.example/keys",
            "/keys",
        ] {
            let request = Request::get(address).body(Vec::new()).unwrap();
            let silence = wire.clone().ask(request).await.unwrap_err();
            assert!(matches!(silence, Silence::Elsewhere), "{address}");
        }
    }

    #[test]
    fn a_request_names_its_host_and_its_path() {
        let request = Request::get("http://[::1]:9000/token?a=b")
            .body(Vec::new())
            .unwrap();
        let plain = plain(request).unwrap();

        assert_eq!(plain.uri(), "/token?a=b");
        assert_eq!(plain.headers()[header::HOST], "[::1]:9000");
        let origin = Origin::of(&"http://[::1]:9000/token".parse().unwrap()).unwrap();
        assert_eq!((origin.host.as_str(), origin.port), ("::1", 9000));
    }
}
