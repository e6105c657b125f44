//! What the crate says natively, left for `tests/javascript/engine.test.mjs` to hold the engine against.

#[path = "promises/mod.rs"]
mod promises;

use fastrand::Rng;
use gouji::options::{CheckOptions, Format, Input, ReadOptions};
use serde::Serialize;
use serde_json::ser::Formatter;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::PathBuf;

/// So many reports pulled about.
const INPUTS: u64 = 2000;

/// Of whole files a few, as each is long.
const WHOLE: usize = 20;

fn write(name: &str, content: impl AsRef<[u8]>) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Numbers as JavaScript writes them.
struct AsJavaScript;

impl Formatter for AsJavaScript {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}

/// A result's JSON as JavaScript writes it.
fn json(input: Input, options: &CheckOptions) -> String {
    let mut written = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut written, AsJavaScript);
    match gouji::check(input, options) {
        Ok(result) => result.into_utf16().serialize(&mut serializer).expect("plain data"),
        Err(error) => error.chinese.serialize(&mut serializer).expect("a sentence"),
    }
    String::from_utf8(written).expect("JSON")
}

/// FNV-1a, which both sides have in three lines.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[derive(Serialize)]
struct Case {
    input: String,
    format: Option<Format>,
    hash: u32,
    length: usize,
    /// The JSON itself, for some.
    result: Option<String>,
}

#[test]
fn results_are_left_for_the_engine_to_be_held_against() {
    let mut lines = String::new();
    for seed in 0..INPUTS {
        let mut rng = Rng::with_seed(seed);
        let bytes: Vec<u8> = (0..1 + 5 * rng.usize(0..12)).map(|_| rng.u8(..)).collect();
        let report = promises::report(&bytes);
        let (input, format) = match rng.u8(0..4) {
            0 => (promises::html(&report), None),
            1 => (report, None),
            _ => (report, Some(Format::Text)),
        };
        let options = CheckOptions { read: ReadOptions { format, encoding: None }, ..CheckOptions::default() };
        let result = json(Input::Text(&input), &options);
        let (hash, length) = (hash(&result), result.len());
        let result = (seed < WHOLE as u64).then_some(result);
        let case = Case { input, format, hash, length, result };
        writeln!(lines, "{}", serde_json::to_string(&case).expect("plain data")).expect("a string takes any text");
    }
    write("engine-results.ndjson", lines);
}

/// Every sequence of two bytes of GB18030, some of four, and bytes of any kind.
#[test]
fn decoded_text_is_left_for_the_platforms_decoder_to_be_held_against() {
    let mut rng = Rng::with_seed(30);
    let two = (0x81..=0xfeu8).flat_map(|lead| (0x40..=0xfeu8).map(move |trail| vec![lead, trail]));
    let mut all: Vec<Vec<u8>> = two.collect();
    all.extend(
        (0..4000).map(|_| vec![rng.u8(0x81..=0xfe), rng.u8(0x30..=0x39), rng.u8(0x81..=0xfe), rng.u8(0x30..=0x39)]),
    );
    all.extend((0..4000).map(|_| (0..rng.usize(1..12)).map(|_| rng.u8(..)).collect()));
    let options = ReadOptions { format: Some(Format::Text), encoding: Some("gb18030".to_owned()) };
    let mut lines = String::new();
    for bytes in all {
        let text = gouji::parse(Input::Bytes(&bytes), &options).map(|report| report.text).unwrap_or_default();
        writeln!(lines, "{}", serde_json::to_string(&(bytes, text)).expect("plain data"))
            .expect("a string takes any text");
    }
    write("gb18030.ndjson", lines);
}
