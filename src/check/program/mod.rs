//! Family 9xx: the program itself.

pub mod i901_internal_error;
