//! The JavaScript boundary: plain data in, plain data out; free functions only.
//!
//! A call that fails throws `{ code, message }`; the package makes a `GoujiError` of it. After a trap the instance is
//! spent: the package reads [`running_rule`], makes a new one and calls again without that rule.

mod given;
mod options;
mod wire;

use crate::check::RULES;
use crate::options::{Error, ErrorCode, Input};
use crate::report::Locale;
use crate::text::Positions;
use js_sys::{JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wire::Wire;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Reads a report and checks it; `failed_rules` are indices of the rules that an earlier try of the call died in.
#[wasm_bindgen]
pub fn check(input: &JsValue, options: &JsValue, failed_rules: &[u32]) -> Result<JsValue, JsValue> {
    let locale = options::locale(options);
    let run = || {
        let input = Given::read(input)?;
        let mut result = crate::check(input.borrow(), &options::check(options, failed_rules)?)?.into_utf16();
        let text = input.hand_back(std::mem::take(&mut result.report.text));
        Ok(Wire::default().result(&result).send(text))
    };
    run().map_err(|error| thrown(&error, locale))
}

/// Reads a report.
#[wasm_bindgen]
pub fn parse(input: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let locale = options::locale(options);
    let run = || {
        let input = Given::read(input)?;
        let mut report = crate::parse(input.borrow(), &options::read(options)?)?.into_utf16();
        let text = input.hand_back(std::mem::take(&mut report.text));
        Ok(Wire::default().report(&report).send(text))
    };
    run().map_err(|error| thrown(&error, locale))
}

/// Holds a report against last year's.
#[wasm_bindgen]
pub fn compare(
    previous: &JsValue,
    current: &JsValue,
    options: &JsValue,
    failed_rules: &[u32],
) -> Result<JsValue, JsValue> {
    let locale = options::locale(options);
    let run = || {
        let options = options::findings(options, failed_rules)?;
        let (previous, current) = (given::report(previous), given::report(current));
        let mut findings = crate::compare(&previous, &current, &options)?;
        let positions = Positions::new(&current.text);
        findings.iter_mut().for_each(|finding| finding.translate(&positions));
        Ok(Wire::default().findings(&findings).send(None))
    };
    run().map_err(|error| thrown(&error, locale))
}

/// Adds reports up and holds them together; `parent` is null where there is none above them.
#[wasm_bindgen(js_name = rollUp)]
pub fn roll_up(
    parent: &JsValue,
    children: Vec<JsValue>,
    options: &JsValue,
    failed_rules: &[u32],
) -> Result<JsValue, JsValue> {
    let locale = options::locale(options);
    let run = || {
        let options = options::roll_up(options, failed_rules)?;
        let parent = (!parent.is_null()).then(|| given::report(parent));
        make_room(children.len() * REPORT);
        let children: Vec<_> = children.iter().map(given::report).collect();
        let rolled = crate::roll_up(parent.as_ref(), &children, &options)?;
        let rolled = rolled.into_utf16(parent.as_ref(), &children);
        Ok(Wire::default().roll_up(&rolled).send(None))
    };
    run().map_err(|error| thrown(&error, locale))
}

/// About what a report of a roll-up takes, in bytes.
const REPORT: usize = 32 << 10;

/// Grows the memory once: left to itself it grows by 64 kB at a time, and each time takes about as long as reading a report.
fn make_room(bytes: usize) {
    // Where there is no such room, what needs it will say so.
    let _ = std::hint::black_box(Vec::<u8>::new()).try_reserve_exact(bytes);
}

/// For each of the organs the index of the other that it is, or null.
#[wasm_bindgen(js_name = matchOrgans)]
pub fn match_organs(organs: &JsValue, others: &JsValue) -> Result<Vec<JsValue>, JsValue> {
    let run = || {
        let pairs = crate::match_organs(&options::organs(organs)?, &options::organs(others)?);
        Ok(pairs.into_iter().map(|other| other.map_or(JsValue::NULL, JsValue::from)).collect())
    };
    run().map_err(|error| thrown(&error, Locale::default()))
}

/// Writes a report's tables.
#[wasm_bindgen]
pub fn render(report: &JsValue, format: &JsValue) -> Result<String, JsValue> {
    let run = || Ok(crate::render(&given::report(report), options::render_format(format)?));
    run().map_err(|error| thrown(&error, Locale::default()))
}

/// Makes the fixes of findings; `text` is the text of their report, lone surrogates and all.
#[wasm_bindgen(js_name = applyFixes)]
pub fn apply_fixes(text: &JsValue, findings: &JsValue) -> Result<JsString, JsValue> {
    let run = || {
        let units = units(options::text(text)?);
        let fixes = given::fixes(findings);
        crate::apply_fixes_utf16(&units, &fixes.iter().collect::<Vec<_>>())
    };
    let fixed = run().map_err(|error| thrown(&error, Locale::default()))?;
    // What a call takes at once is limited.
    let pieces = fixed.chunks(4096).map(JsString::from_char_code);
    Ok(pieces.fold(JsString::from(""), |whole, piece| whole.concat(&piece)))
}

/// A text's UTF-16 code units: one by one, which takes long, only where lone surrogates may be among them.
fn units(text: &JsString) -> Vec<u16> {
    match text.as_string() {
        Some(whole) if !whole.contains(char::REPLACEMENT_CHARACTER) => whole.encode_utf16().collect(),
        _ => text.iter().collect(),
    }
}

/// The version of the engine and its package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The index of the rule that is running. It allocates nothing, as it is called in an instance that has died.
#[wasm_bindgen(js_name = runningRule)]
pub fn running_rule() -> Option<u32> {
    let code = crate::check::running_rule()?;
    RULES.iter().position(|rule| rule.code == code).map(|index| index as u32)
}

/// An input as the caller gave it.
enum Given {
    Text(String),
    Bytes(Vec<u8>),
}

impl Given {
    fn read(input: &JsValue) -> Result<Self, Error> {
        if let Some(text) = input.as_string() {
            return Ok(Self::Text(text));
        }
        let bytes = input.dyn_ref::<Uint8Array>().ok_or_else(|| {
            Error::new(
                ErrorCode::UnknownOption,
                "要校验的内容须是字符串或 Uint8Array。",
                "The input must be a string or a Uint8Array.",
            )
        })?;
        Ok(Self::Bytes(bytes.to_vec()))
    }

    fn borrow(&self) -> Input<'_> {
        match self {
            Self::Text(text) => Input::Text(text),
            Self::Bytes(bytes) => Input::Bytes(bytes),
        }
    }

    /// The report's text for the caller: none where it is their own string, lone surrogates and all (inside, each became
    /// one U+FFFD, which is as long).
    fn hand_back(&self, text: String) -> Option<String> {
        match self {
            Self::Text(own) if *own == text => None,
            _ => Some(text),
        }
    }
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect_throw("a plain object takes any member");
}

fn thrown(error: &Error, locale: Locale) -> JsValue {
    let object = Object::new().into();
    set(&object, "code", &error.code.as_str().into());
    set(&object, "message", &error.message(locale).into());
    object
}
