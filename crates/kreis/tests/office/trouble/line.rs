//! A line to a server that can be cut and mended.

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use trial::tokio;

/// The line; it is cut when it is dropped.
pub(super) struct Line {
    port: u16,
    server: String,
    carrier: JoinHandle<()>,
}

impl Line {
    /// A line to the server of a PostgreSQL address, and that address over the line.
    pub(super) async fn to(url: &str) -> (Self, String) {
        let (who, rest) = url.split_once('@').unwrap();
        let (server, database) = rest.split_once('/').unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let line = Self {
            port,
            server: server.to_owned(),
            carrier: tokio::spawn(carry(listener, server.to_owned())),
        };
        (line, format!("{who}@127.0.0.1:{port}/{database}"))
    }

    /// Ends every connection; new ones are refused.
    pub(super) async fn cut(&mut self) {
        self.carrier.abort();
        // Aborted, it has nothing to say.
        drop((&mut self.carrier).await);
    }

    pub(super) async fn mend(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.unwrap();
        self.carrier = tokio::spawn(carry(listener, self.server.clone()));
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.carrier.abort();
    }
}

async fn carry(listener: TcpListener, server: String) {
    // What is carried ends with this set.
    let mut carried = JoinSet::new();
    while let Ok((mut near, _)) = listener.accept().await {
        let server = server.clone();
        carried.spawn(async move {
            if let Ok(mut far) = TcpStream::connect(server).await {
                // Either side may break off.
                drop(copy_bidirectional(&mut near, &mut far).await);
            }
        });
        while carried.try_join_next().is_some() {}
    }
}
