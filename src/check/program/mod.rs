//! Family.
