//! Family 1xx: is this the report that it should be?

pub mod f101_missing_section;
pub mod f102_section_out_of_order;
pub mod f103_section_heading;
pub mod f104_section_ordinal;
pub mod f105_missing_table;
pub mod f106_missing_row;
pub mod f107_missing_column;
pub mod f108_unknown_row;
pub mod f109_row_label;
pub mod f110_wrong_form;
pub mod f111_mixed_forms;
pub mod f112_missing_title;
pub mod f113_empty_section;
pub mod f114_fee_not_reported;
pub mod f115_leftover_text;
pub mod f116_not_a_report;
pub mod f117_table_twice;
mod sections;
