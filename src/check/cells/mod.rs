//! Family 2xx: can each cell be read, and is it written as a cell should be?

pub mod c201_blank_cell;
pub mod c202_placeholder;
pub mod c203_not_a_number;
pub mod c204_unit_in_cell;
pub mod c205_not_a_whole_number;
pub mod c206_negative_count;
pub mod c207_unit_unknown;
pub mod c208_change_in_words;
pub mod c209_odd_digits;
pub mod c210_annotated_cell;
pub mod c211_unplaced_figures;
pub mod c212_extra_figures;
mod group;
pub mod place;
