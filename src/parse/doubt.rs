//! What speaks against a table as a whole: labels and figures that came apart on the way. Then nothing is guessed.

use crate::form;
use crate::parse::blank;
use crate::parse::fit::Fit;
use crate::parse::rows::FoundRow;
use crate::read::document::{Document, GridCell};
use crate::read::figure::is_figure;
use crate::report::{Layout, Table, TableId};
use crate::sorted::{set, sort_by_key};
use crate::text::fold_char;

/// Why the figures of a table can't be read, though the table is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The labels and the figures, or the columns, stand one after the other.
    Apart,
    /// Lines that came before were left out.
    Repeats,
    /// Each row holds the figures of more than one table.
    SideBySide,
}

/// Rows that must speak against a table before all of it is refused.
const FEWEST: usize = 3;

/// The rows of figures that have no label.
#[derive(Clone, Copy, Debug)]
pub struct Strays {
    /// How many stand among the rows of the table.
    pub within: usize,
    /// How many there are, those about it too.
    pub all: usize,
    /// Each can be the row of a label beside it, with no row between.
    pub are_beside: bool,
}

/// Weighs the rows of a table against one another. What is in doubt becomes unknown; where all of it is, the answer says
/// why.
pub fn weigh(text: &str, table: TableId, run: &[&FoundRow], strays: Strays, fits: &mut [Fit]) -> Option<Refusal> {
    let count = |holds: &dyn Fn(&FoundRow, &Fit) -> bool| {
        run.iter().zip(fits.iter()).filter(|(row, fit)| holds(row, fit)).count()
    };
    let surplus = count(&|_, fit| matches!(fit, Fit::Surplus(_)));
    let full = count(&|row, _| !row.cells.iter().all(GridCell::is_blank));
    let bare = count(&|row, _| row.label.is_some() && row.cells.is_empty());
    if table == TableId::Litigation || run.is_empty() {
        return None;
    }
    let layout = run[0].layout;
    let stuck = count(&|row, fit| row.stuck && matches!(fit, Fit::Unknown));
    let is_loose = matches!(layout, Layout::Lines | Layout::Spaced);
    if layout == Layout::Lines && (strays.within > 0 || surplus > 0) && bare + surplus >= FEWEST {
        return Some(Refusal::Apart);
    }
    if stuck >= FEWEST {
        return Some(Refusal::Apart);
    }
    if surplus >= FEWEST && surplus * 2 >= full {
        return Some(if is_loose { Refusal::Apart } else { Refusal::SideBySide });
    }
    // On a page the rows stand in their order: a label that has none of these beside it lacks none.
    let are_elsewhere = is_loose && !(layout == Layout::Spaced && strays.are_beside && surplus == 0);
    if are_elsewhere && (strays.within > 0 || surplus > 0) {
        // A figure of these rows may be among those that have no row; on a line with their label they are its own.
        let may_lack =
            |fit: &Fit| matches!(fit, Fit::Blank) || (layout == Layout::Lines && matches!(fit, Fit::Open(_)));
        for fit in fits.iter_mut().filter(|fit| may_lack(fit)) {
            *fit = Fit::Unknown;
        }
    }
    // A row without a figure is blank where no figure stands elsewhere that could be its own.
    if are_elsewhere && strays.all > 0 {
        let apart = fits.iter().filter(|fit| matches!(fit, Fit::Blank | Fit::Unknown)).count();
        if apart >= FEWEST && apart * 2 >= run.len() && strays.all.saturating_sub(strays.within) * 2 >= apart {
            return Some(Refusal::Apart);
        }
        for fit in fits.iter_mut().filter(|fit| matches!(fit, Fit::Blank)) {
            *fit = Fit::Unknown;
        }
    }
    if lacks_a_column(text, table, fits) {
        // Where one figure is missing beside zeros it is 0 too, be it the total or a part.
        let are_sure = |figures: &[GridCell]| figures.len() + 1 == form::APPLICANT_COLUMNS && are_zeros(text, figures);
        let is_lost = |fit: &&mut Fit| matches!(fit, Fit::Open(figures) if !are_sure(figures));
        fits.iter_mut().filter(is_lost).for_each(|fit| *fit = Fit::Unknown);
    }
    None
}

fn are_zeros(text: &str, figures: &[GridCell]) -> bool {
    figures.iter().all(|cell| cell.span.of(text).chars().all(|character| fold_char(character) == '0'))
}

/// Tables of one text came the same way: where lines of one figure each came apart from their labels in one table, or
/// where lines were left out, those of the others can't be trusted either.
pub fn spread(document: &Document, tables: &mut [&mut Table], refusals: &mut Vec<(TableId, Refusal)>) {
    let is_apart = refusals.iter().any(|(_, refusal)| *refusal == Refusal::Apart);
    let refusal = match () {
        () if lacks_repeats(document) => Refusal::Repeats,
        () if is_apart => Refusal::Apart,
        () => return,
    };
    if refusal == Refusal::Repeats {
        refusals.iter_mut().for_each(|(_, earlier)| *earlier = refusal);
    }
    // Of lines with next to no figure nothing tells whether each is a cell.
    let came_so = |layout| layout == Layout::Lines || (layout == Layout::Spaced && refusal == Refusal::Repeats);
    for table in tables.iter_mut().filter(|table| table.found && table.layout.is_some_and(came_so)) {
        refusals.push((table.id, refusal));
        let span = table.span;
        **table = blank::table(form::table(table.form, table.id));
        table.span = span;
    }
}

/// The cells of a report, of which some are always the same.
const MANY_CELLS: usize = 30;

/// Whether no two cells of the tables are the same, though headers and zeros come again in every report.
fn lacks_repeats(document: &Document) -> bool {
    let lines = document.grids().filter(|grid| matches!(grid.layout, Layout::Lines | Layout::Spaced));
    let cells = lines.flat_map(|grid| &grid.rows).flat_map(|row| &row.cells).filter(|cell| !cell.is_blank());
    let texts: Vec<&str> = cells.map(|cell| cell.span.of(document.text)).collect();
    texts.len() >= MANY_CELLS
        && set(texts.iter().copied()).len() == texts.len()
        && texts.iter().any(|text| is_figure(text))
}

/// Whether the rows are short by as many figures: then it isn't blanks that are missing, but columns. One figure a row says
/// so where it isn't always 0: a row that has something to report has a total too.
fn lacks_a_column(text: &str, table: TableId, fits: &[Fit]) -> bool {
    let open: Vec<&Vec<GridCell>> =
        fits.iter().filter_map(|fit| if let Fit::Open(figures) = fit { Some(figures) } else { None }).collect();
    let mut lengths: Vec<usize> = open.iter().map(|figures| figures.len()).collect();
    sort_by_key(&mut lengths, |&length| length);
    let Some(&length) = lengths.get(lengths.len() / 2) else { return false };
    let same = open.iter().filter(|figures| figures.len() == length).count();
    let is_whole = |fit: &Fit| matches!(fit, Fit::Exact(_) | Fit::Surplus(_));
    match length {
        1 => same * 4 >= open.len() * 3 && !fits.iter().any(is_whole) && !open.iter().all(|row| are_zeros(text, row)),
        _ => table == TableId::Applications && same == open.len() && same >= FEWEST && !fits.iter().any(is_whole),
    }
}
