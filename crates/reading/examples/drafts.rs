//! Reads files and writes what was found as JSON: `drafts OUT FILE…`.

use std::path::Path;

fn main() {
    let mut args = std::env::args().skip(1);
    let out = args.next().unwrap_or_default();
    let began = std::time::Instant::now();
    let mut count = 0;
    for file in args {
        let path = Path::new(&file);
        let Ok(bytes) = std::fs::read(path) else {
            continue;
        };
        let stem = path
            .file_stem()
            .map(|it| it.to_string_lossy().into_owned())
            .unwrap_or_default();
        match reading::read(&file, &bytes) {
            Ok(drafts) => {
                let json = reading::labels::labels(&drafts).to_string();
                let _ = std::fs::write(Path::new(&out).join(format!("{stem}.json")), json);
                count += 1;
            }
            Err(fault) => eprintln!("{file}: {fault:?}"),
        }
    }
    eprintln!("{count} files in {:?}", began.elapsed());
}
