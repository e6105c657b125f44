//! The stages of the pipeline on one report, beside the floor: splitting its text and finding the labels of the form. And
//! how the time grows with the text.

use aho_corasick::AhoCorasick;
use criterion::Criterion;
use gouji::options::{CheckOptions, Input};
use gouji::read::source;
use gouji_bench::{REPORT, kinds};
use memchr::memchr2_iter;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    let mut criterion = Criterion::default().configure_from_args().measurement_time(Duration::from_secs(3));
    stages(&mut criterion);
    criterion.final_summary();
    scaling();
}

fn stages(criterion: &mut Criterion) {
    let options = CheckOptions::default();
    let labels = labels();
    let automaton = AhoCorasick::new(&labels).expect("a few labels");
    let source = source::read(Input::Text(REPORT), &options.read).expect("text");
    let mut group = criterion.benchmark_group("stages");
    group.bench_function("floor", |bencher| bencher.iter(|| floor(black_box(REPORT), &automaton)));
    group.bench_function("document", |bencher| bencher.iter(|| gouji::read::document(black_box(&source))));
    group.bench_function("parse", |bencher| {
        bencher.iter(|| gouji::parse(Input::Text(black_box(REPORT)), &options.read))
    });
    group.bench_function("check", |bencher| bencher.iter(|| gouji::check(Input::Text(black_box(REPORT)), &options)));
    group.finish();
}

/// Every text of both forms' grids.
fn labels() -> BTreeSet<&'static str> {
    let forms = gouji::form::forms();
    let cells = forms.iter().flat_map(|form| &form.tables).flat_map(|table| table.grid.iter().flatten());
    cells.map(|cell| cell.text).filter(|text| !text.is_empty()).collect()
}

/// The least that any reader does: split the text into lines and cells, and find the labels in it.
fn floor(text: &str, labels: &AhoCorasick) -> (usize, usize) {
    let (mut longest, mut start) = (0, 0);
    for end in memchr2_iter(b'\n', b'\t', text.as_bytes()) {
        longest = longest.max(end - start);
        start = end + 1;
    }
    (longest, labels.find_iter(text).count())
}

/// The shortest and the longest text, in bytes; the shortest runs often enough to be timed.
const SIZES: [usize; 4] = [8 << 10, 80 << 10, 800 << 10, 8 << 20];

/// Each time for a byte is the least of so many: what else the machine does can only add to it.
const ROUNDS: usize = 3;

/// Prints the time for a byte of texts that grow: as many bytes of each length, in as many runs as that takes.
fn scaling() {
    for kind in kinds() {
        let texts = SIZES.map(|size| kind.text(size));
        // The first run gets its memory from the system, the others find it there.
        per_byte(&texts[SIZES.len() - 1], 1);
        let mut least = [f64::INFINITY; SIZES.len()];
        for _ in 0..ROUNDS {
            for (index, size) in SIZES.iter().enumerate() {
                least[index] = least[index].min(per_byte(&texts[index], SIZES[SIZES.len() - 1] / size));
            }
        }
        for (size, nanoseconds) in SIZES.iter().zip(least) {
            println!("scaling\t{}\t{size}\t{nanoseconds:.2}", kind.name);
        }
    }
}

/// The nanoseconds for a byte of a text that is checked so often.
fn per_byte(text: &str, runs: usize) -> f64 {
    let options = CheckOptions::default();
    let (start, own_start) = (Instant::now(), on_processor());
    for _ in 0..runs {
        // Over a limit is an answer too.
        drop(black_box(gouji::check(Input::Text(black_box(text)), &options)));
    }
    let own = on_processor().zip(own_start).map(|(end, start)| end - start);
    let time = own.unwrap_or_else(|| start.elapsed());
    time.as_nanos() as f64 / (runs * text.len()) as f64
}

/// How long this thread was on a processor, where the system tells: what else runs on the machine doesn't count then.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
