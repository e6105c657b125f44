//! docs/reference.md: every function and type of the package, from its declarations.

use crate::engine::GENERATED;
use anyhow::{Context, Result};
use std::fs;

const REFERENCE: &str = "docs/reference.md";

/// The modules of the package with their declarations.
const MODULES: [(&str, &str); 2] = [("gouji", "index.d.ts"), ("gouji/worker", "worker.d.ts")];

pub fn write() -> Result<()> {
    let mut text = String::from(
        "# Reference\n\n<!-- Made by `cargo xtask build` from the declarations of the package. -->\n\n\
         How to use these: [The package](package.md). Positions, options and results mean the same in Rust.\n",
    );
    for (module, file) in MODULES {
        let declarations = fs::read_to_string(format!("{GENERATED}/{file}"))?;
        let (types, functions): (Vec<_>, Vec<_>) = exports(&declarations).partition(|export| export.is_type());
        text += &format!("\n## `{module}`\n");
        for export in functions.iter().chain(&types) {
            text += &export.page();
        }
    }
    fs::write(REFERENCE, text).context(REFERENCE)
}

/// A declaration with its doc comment.
struct Export<'d> {
    doc: String,
    code: &'d str,
}

/// The exported declarations of a file: each begins its line, and ends where the next or its doc comment begins.
fn exports(file: &str) -> impl Iterator<Item = Export<'_>> {
    let starts: Vec<usize> = file.match_indices("\nexport ").map(|(at, _)| at + 1).collect();
    let first = file.starts_with("export ").then_some(0);
    let starts: Vec<usize> = first.into_iter().chain(starts).collect();
    let ends = starts.iter().skip(1).copied().chain([file.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).filter_map(|(start, end)| {
        let before = file[..start].trim_end();
        let doc = match before.rfind("/**") {
            Some(at) if before.ends_with("*/") => &before[at..],
            _ => "",
        };
        let whole = file[start..end].trim_end();
        // The doc comment of the next one follows the end of this.
        let code = whole.find(";\n\n").or_else(|| whole.find("}\n\n")).map_or(whole, |at| &whole[..=at]);
        let is_named = ["export type {", "export {", "export default"].iter().all(|each| !code.starts_with(each));
        is_named.then(|| Export { doc: words(doc), code })
    })
}

/// A doc comment without its marks.
fn words(doc: &str) -> String {
    let inner = doc.trim().trim_start_matches("/**").trim_end_matches("*/");
    let lines = inner.lines().map(|line| line.trim().trim_start_matches('*').trim());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

impl Export<'_> {
    fn is_type(&self) -> bool {
        self.code.starts_with("export type") || self.code.starts_with("export interface")
    }

    fn name(&self) -> &str {
        let rest = ["export declare ", "export ", "function ", "const ", "class ", "type ", "interface "]
            .iter()
            .fold(self.code, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(rest)
    }

    fn page(&self) -> String {
        let mut page = format!("\n### {}\n", self.name());
        if !self.doc.is_empty() {
            page += &format!("\n{}\n", self.doc);
        }
        match self.members() {
            Some(members) => {
                page += "\n| member | type | |\n|---|---|---|\n";
                for (doc, name, kind) in members {
                    let kind = kind.replace('|', "\\|");
                    page += &format!("| `{name}` | `{kind}` | {} |\n", doc.replace('\n', " ").replace('|', "\\|"));
                }
            }
            None => {
                page += &format!("\n```ts\n{}\n```\n", self.code.replace("export declare ", "").replace("export ", ""))
            }
        }
        page
    }

    /// The members of an object, each as doc, name and type; none where it is something else.
    fn members(&self) -> Option<Vec<(String, String, String)>> {
        let (head, body) = self.code.split_once('{')?;
        if !self.is_type() || !(head.contains("interface") || head.trim_end().ends_with('=')) {
            return None;
        }
        let body = &body[..body.rfind('}')?];
        let member = |piece: &str| {
            let piece = piece.trim();
            let (doc, rest) = match piece.strip_prefix("/**").and_then(|rest| rest.split_once("*/")) {
                Some((doc, rest)) => (words(doc), rest),
                None => (String::new(), piece),
            };
            let (name, kind) = rest.split_once(':')?;
            Some((doc, name.trim().to_owned(), kind.split_whitespace().collect::<Vec<_>>().join(" ")))
        };
        Some(pieces(body).into_iter().filter_map(member).collect())
    }
}

/// The members of an object's body: commas and semicolons end them, but not within brackets or comments.
fn pieces(body: &str) -> Vec<&str> {
    let (mut pieces, mut from, mut depth, mut is_comment) = (Vec::new(), 0, 0, false);
    for (at, character) in body.char_indices() {
        let rest = &body[at..];
        match character {
            '/' if rest.starts_with("/*") => is_comment = true,
            '/' if body[..at].ends_with('*') => is_comment = false,
            _ if is_comment => {}
            '<' | '(' | '{' | '[' => depth += 1,
            '>' if body[..at].ends_with('=') => {}
            '>' | ')' | '}' | ']' => depth -= 1,
            ',' | ';' if depth == 0 => {
                pieces.push(&body[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&body[from..]);
    pieces
}
