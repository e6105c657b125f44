//! Family 4xx: numbers in the text, against one another and against the tables.

mod claim;
pub mod p401_received_differs;
pub mod p402_carried_in_differs;
pub mod p403_outcome_differs;
pub mod p404_concluded_differs;
pub mod p405_carried_out_differs;
pub mod p406_cases_differ;
pub mod p407_none_claimed;
pub mod p408_documents_differ;
pub mod p409_parts_do_not_add_up;
pub mod p410_percentage_off;
mod parts;
mod readings;
mod scope;
mod topic;

pub use claim::{Claim, claims};
pub use topic::{Applicant, Outcome, Topic};
