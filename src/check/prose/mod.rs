//! Family 4xx: numbers in the text, against one another and against the tables.

pub mod p409_parts_do_not_add_up;
mod parts;
