//! Writes reports made from a seed as NDJSON, with what stands in their cells, for tests at the size of a data set:
//! `cargo run --example typeset -- 3000 FOLDER` makes 3000 of them in eight files, in every layout of text.

#[path = "mod.rs"]
mod support;

use fastrand::Rng;
use gouji::report::FormId;
use serde_json::json;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use support::typesetter::figures;
use support::typesetter::layout::{SETTINGS, Set};
use support::typesetter::sample::Sample;
use support::typesetter::writing::{BLANKS, Figures, Truth};

const FILES: usize = 8;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(count), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: typeset COUNT FOLDER".into());
    };
    fs::create_dir_all(&folder)?;
    let mut files = Vec::new();
    for file in 0..FILES {
        files.push(BufWriter::new(File::create(format!("{folder}/{file}.ndjson"))?));
    }
    for id in 0..count.parse()? {
        writeln!(files[id % FILES], "{}", report(id))?;
    }
    files.iter_mut().try_for_each(Write::flush)?;
    Ok(())
}

fn report(id: usize) -> serde_json::Value {
    let mut rng = Rng::with_seed(id as u64);
    let form = if rng.bool() { FormId::Form2019 } else { FormId::Form2021 };
    let values = figures::consistent(&mut rng, form);
    let figures = Figures::draw(&mut rng, form, &values, BLANKS);
    let cells = figures.cells.iter().map(|(address, cell)| {
        let value = match cell.truth {
            Truth::Figure(value) => json!(gouji::report::to_f64(value)),
            Truth::Blank | Truth::Placeholder => json!(null),
        };
        (address.clone(), value)
    });
    let cells: serde_json::Map<_, _> = cells.collect();
    let sample = Sample::draw(&mut rng, form, figures);
    // Files are no text: another layout is taken in their place.
    let text = (id..).find_map(|at| match (SETTINGS[at % SETTINGS.len()].set)(&mut rng, &sample) {
        Set::Text(text) => Some(text),
        Set::File(_) => None,
    });
    json!({ "id": id, "text": text, "cells": cells })
}
