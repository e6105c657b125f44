//! Family 8xx: personal data, slips of the pen and citations.

pub mod mask;
pub mod w801_personal_data;
pub mod w802_doubled_word;
pub mod w803_wrong_citation;
