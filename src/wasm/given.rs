//! Reports and fixes that JavaScript gives back, read member by member; what doesn't fit is named by the way to it.

use crate::report::{
    Cell, CellState, Edit, Fix, FormId, Layout, Placed, Report, ReportForm, Row, Section, SectionId, Table, TableId,
    Tables, Value, from_f64,
};
use crate::text::Span;
use js_sys::{Array, Reflect};
use rust_decimal::Decimal;
use std::borrow::Cow;
use wasm_bindgen::{JsValue, intern};

/// The way to a value that isn't what it should be, such as `tables.disclosure.rows.3.id`; empty for the whole.
pub struct Misfit(pub String);

impl Misfit {
    fn under(self, name: &str) -> Self {
        if self.0.is_empty() { Self(name.to_owned()) } else { Self([name, ".", &self.0].concat()) }
    }
}

/// What is told from a value of JavaScript.
pub trait FromJs: Sized {
    fn from_js(value: &JsValue) -> Result<Self, Misfit>;
}

/// A member of an object.
pub fn member<T: FromJs>(object: &JsValue, name: &str) -> Result<T, Misfit> {
    let value = Reflect::get(object, &intern(name).into()).map_err(|_| Misfit(String::new()))?;
    T::from_js(&value).map_err(|misfit| misfit.under(name))
}

fn fits<T>(value: Option<T>) -> Result<T, Misfit> {
    value.ok_or_else(|| Misfit(String::new()))
}

impl FromJs for String {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        fits(value.as_string())
    }
}

impl FromJs for Cow<'static, str> {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        String::from_js(value).map(Self::Owned)
    }
}

impl FromJs for bool {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        fits(value.as_bool())
    }
}

impl FromJs for u32 {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        fits(value.as_f64().filter(|number| *number == f64::from(*number as u32)).map(|number| number as u32))
    }
}

impl FromJs for i32 {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        fits(value.as_f64().filter(|number| *number == f64::from(*number as i32)).map(|number| number as i32))
    }
}

impl FromJs for Decimal {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        fits(value.as_f64().and_then(from_f64))
    }
}

impl<T: FromJs> FromJs for Option<T> {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        if value.is_null() || value.is_undefined() { Ok(None) } else { T::from_js(value).map(Some) }
    }
}

impl<T: FromJs> FromJs for Vec<T> {
    fn from_js(value: &JsValue) -> Result<Self, Misfit> {
        if !Array::is_array(value) {
            return Err(Misfit(String::new()));
        }
        let items = Array::from(value);
        let item =
            |(index, item): (usize, JsValue)| T::from_js(&item).map_err(|misfit| misfit.under(&index.to_string()));
        items.iter().enumerate().map(item).collect()
    }
}

macro_rules! strings {
    ($($name:ident),+) => {$(
        impl FromJs for $name {
            fn from_js(value: &JsValue) -> Result<Self, Misfit> {
                fits(value.as_string().and_then(|text| Self::parse(&text)))
            }
        }
    )+};
}

macro_rules! objects {
    ($($name:ident { $($field:ident = $member:literal),+ })+) => {$(
        impl FromJs for $name {
            fn from_js(value: &JsValue) -> Result<Self, Misfit> {
                Ok(Self { $($field: member(value, $member)?),+ })
            }
        }
    )+};
}

strings! { CellState, FormId, Layout, Placed, ReportForm, SectionId, TableId }

objects! {
    Report {
        text = "text", form = "form", year = "year", title = "title", organ = "organ", date = "date",
        sections = "sections", tables = "tables"
    }
    Section { id = "id", ordinal = "ordinal", heading = "heading", span = "span", body = "body" }
    Tables { disclosure = "disclosure", applications = "applications", litigation = "litigation" }
    Table {
        id = "id", form = "form", found = "found", layout = "layout", span = "span", rows = "rows",
        extra_rows = "extraRows"
    }
    Row { id = "id", label = "label", written = "written", span = "span", cells = "cells", unplaced = "unplaced" }
    Cell {
        address = "address", column = "column", raw = "raw", value = "value", unit = "unit", state = "state",
        placed = "placed", span = "span"
    }
    Value { raw = "raw", value = "value", span = "span" }
    Span { start = "start", end = "end", line = "line", column = "column" }
    Fix { message = "message", edits = "edits" }
    Edit { span = "span", was = "was", text = "text" }
}
