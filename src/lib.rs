//! Reads and checks 政府信息公开工作年度报告: text or a file in, the report's three tables and every finding out.

pub mod check;
pub mod form;
pub mod options;
pub mod parse;
pub mod read;
pub mod report;
pub mod text;
