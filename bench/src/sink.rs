//! The mail server that both senders deliver to: counts, and says when the first and the last
//! mail has come.

use std::path::Path;
use std::time::Duration;

use mail::{Sink, SinkManners};

use crate::Failed;

/// The role: for every number on its input it waits for so many mails, says `first` and `last`,
/// and keeps the first one in the file.
pub fn serve(delay_millis: u64, keep: &Path) -> Result<(), Failed> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(take(Duration::from_millis(delay_millis), keep))
}

async fn take(answer_delay: Duration, keep: &Path) -> Result<(), Failed> {
    let (sink, mut mails) = Sink::start(SinkManners {
        answer_delay,
        ..SinkManners::default()
    })
    .await?;
    println!("ready {}", sink.address());
    for line in std::io::stdin().lines() {
        let expected: u32 = line?.trim().parse()?;
        for number in 0..expected {
            let mail = mails.recv().await.ok_or("the sink has ended")?;
            if number == 0 {
                std::fs::write(keep, mail.raw)?;
                println!("first");
            }
        }
        println!("last");
    }
    sink.stop().await;
    Ok(())
}
