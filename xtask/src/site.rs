//! The page: dist/site for any static host, dist/gouji.html as one file.

use crate::command::{run, say};
use anyhow::Result;

const VITE: [&str; 4] = ["--no-install", "vite", "--config", "www/vite.config.ts"];

pub fn build() -> Result<()> {
    say("Building the page");
    run("npx", &["--no-install", "tsc", "--project", "www"])?;
    for mode in ["site", "one-file"] {
        run("npx", &[&VITE[..2], &["build"], &VITE[2..], &["--mode", mode]].concat())?;
    }
    Ok(())
}

/// Serves dist/site on this machine alone until it is stopped.
pub fn serve(port: u16) -> Result<()> {
    say(&format!("The page is at http://127.0.0.1:{port}/ (Ctrl+C ends it)"));
    let port = port.to_string();
    run(
        "npx",
        &[&VITE[..2], &["preview"], &VITE[2..], &["--host", "127.0.0.1", "--port", &port, "--strictPort"]].concat(),
    )
}
