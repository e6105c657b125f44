//! Which lines of a table stand for blank cells.
//!
//! A converter may put empty lines between cells, and leave a line for a blank cell or none. What tells them apart is the
//! form: with its blank cells a row has as many cells as columns.

use super::shape::{Shape, Told, Widths};

/// How a blank cell shows among lines of one cell each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// Not at all.
    Lost,
    /// A line of white space, or a bar alone.
    Cells,
    /// So many empty lines stand between two cells; a blank cell among them adds as many, and its own.
    Gap(usize),
}

/// The ways that are tried, the likeliest first.
const WAYS: [Blanks; 5] = [Blanks::Cells, Blanks::Gap(0), Blanks::Gap(1), Blanks::Gap(2), Blanks::Gap(3)];

/// Rows with figures that must fit.
const FEWEST_ROWS: usize = 2;

impl Blanks {
    /// The way in which every row of every table of a text has the width that the form gives it; where there is none,
    /// blanks are lost.
    pub fn tell(tables: &[&[Shape]]) -> Self {
        WAYS.into_iter().find(|way| way.fits(tables)).unwrap_or(Self::Lost)
    }

    fn fits(self, tables: &[&[Shape]]) -> bool {
        let (mut rows, mut has_blanks) = (0, false);
        for table in tables {
            let mut gap = Gap::default();
            // Behind a row's label: the widths that the form gives the row, and the cells so far.
            let mut row: Option<(Widths, usize)> = None;
            for shape in *table {
                match shape {
                    Shape::Blank => gap.empty += 1,
                    Shape::BlankCell => gap.spaces += 1,
                    Shape::Stray => gap = Gap::default(),
                    Shape::Apart => (row, gap) = (None, Gap::default()),
                    Shape::Cells { words, figures, label } => {
                        let gap = std::mem::take(&mut gap);
                        if let Some((widths, cells)) = row.as_mut() {
                            let Some(blanks) = self.cells(gap) else { return false };
                            // The empty lines inside a label that goes on are no cells of its row.
                            if words.is_none() || *cells > 0 || label.is_some() {
                                has_blanks |= blanks > 0;
                                *cells += blanks;
                            }
                            // A bar alone may fill the row of a label that is two columns wide.
                            let is_filled = blanks > 0 && *cells > 1 && widths.may_be(*cells - 1);
                            if words.is_some() && label.is_some() && !widths.may_be(*cells) && !is_filled {
                                return false;
                            }
                            rows += usize::from(words.is_some() && label.is_some() && *cells > 0);
                            *cells += figures.len();
                        }
                        match label {
                            Some(Told::Row(widths)) => row = Some((*widths, figures.len())),
                            Some(Told::Header) => row = None,
                            None => {}
                        }
                    }
                }
            }
        }
        has_blanks && rows >= FEWEST_ROWS
    }

    /// The blank cells that the lines between two cells stand for; none where they can't be told.
    fn cells(self, gap: Gap) -> Option<usize> {
        match self {
            Self::Lost => Some(0),
            Self::Cells => Some(gap.spaces),
            Self::Gap(usual) => {
                let more = (gap.empty + gap.spaces).checked_sub(usual)?;
                more.is_multiple_of(usual + 1).then_some(more / (usual + 1))
            }
        }
    }
}

/// The lines between two cells.
#[derive(Clone, Copy, Default)]
struct Gap {
    empty: usize,
    /// Lines of white space, or bars alone.
    spaces: usize,
}
