//! Options as JavaScript gives them, read strictly: what isn't known is an error that says what is.

use super::{Given, given};
use crate::check::RULES;
use crate::options::{
    CheckOptions, Error, ErrorCode, FindingOptions, Format, OrganKind, ReadOptions, RenderFormat, RollUpOptions,
    RuleSetting,
};
use crate::report::{Locale, Report};
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

const READ: &[&str] = &["format", "encoding"];
const FINDINGS: &[&str] = &["locale", "rules"];
const ROLL_UP: &[&str] = &["locale", "rules", "organs"];
const CHECK: &[&str] = &["format", "encoding", "locale", "rules", "year", "organKind", "previous"];

/// The language of a call, told before anything can fail; Chinese where the option isn't one of the two.
pub fn locale(options: &JsValue) -> Locale {
    // Asking what isn't an object for a member throws, which takes long.
    let given = options.is_object().then(|| Reflect::get(options, &"locale".into()).ok()).flatten();
    given.and_then(|locale| locale.as_string()).and_then(|locale| Locale::parse(&locale)).unwrap_or_default()
}

pub fn read(options: &JsValue) -> Result<ReadOptions, Error> {
    reading(&members(options, READ)?)
}

pub fn check(options: &JsValue, failed_rules: &[u32]) -> Result<CheckOptions, Error> {
    let members = members(options, CHECK)?;
    Ok(CheckOptions {
        read: reading(&members)?,
        findings: finding(&members, failed_rules)?,
        year: get(&members, "year").map(year).transpose()?,
        organ_kind: one_of(&members, "organKind", OrganKind::ALL, OrganKind::as_str)?,
        previous: get(&members, "previous").map(previous).transpose()?,
    })
}

pub fn findings(options: &JsValue, failed_rules: &[u32]) -> Result<FindingOptions, Error> {
    finding(&members(options, FINDINGS)?, failed_rules)
}

pub fn roll_up(options: &JsValue, failed_rules: &[u32]) -> Result<RollUpOptions, Error> {
    let members = members(options, ROLL_UP)?;
    let organs = get(&members, "organs").map(|organs| {
        names(organs).and_then(|names| names.into_iter().collect()).ok_or_else(|| {
            wrong(
                "选项“organs”须是机关名称的列表，如 [\"某市财政局\"]。",
                "The option “organs” must be a list of names of organs.",
            )
        })
    });
    Ok(RollUpOptions { findings: finding(&members, failed_rules)?, organs: organs.transpose()? })
}

/// Names of organs, some of which may not be known.
pub fn organs(organs: &JsValue) -> Result<Vec<Option<String>>, Error> {
    names(organs).ok_or_else(|| {
        wrong(
            "须是机关名称的列表，名称不详的为 null。",
            "This must be a list of names of organs, null where one isn't known.",
        )
    })
}

/// The text that fixes are made in.
pub fn text(value: &JsValue) -> Result<&JsString, Error> {
    value.dyn_ref().ok_or_else(|| {
        wrong(
            "要修改的须是文本：check 结果中的 report.text。",
            "The text to fix must be a string: the report.text of its check.",
        )
    })
}

/// A list of names, some of which may be null.
fn names(list: &JsValue) -> Option<Vec<Option<String>>> {
    let name =
        |name: JsValue| if name.is_null() || name.is_undefined() { Some(None) } else { name.as_string().map(Some) };
    Array::is_array(list).then(|| Array::from(list).iter().map(name).collect())?
}

/// The options that are set, by name.
type Members = Vec<(String, JsValue)>;

fn get<'m>(members: &'m Members, name: &str) -> Option<&'m JsValue> {
    members.iter().find(|(member, _)| member == name).map(|(_, value)| value)
}

/// The members of an object of options; those that are null or undefined count as not set.
fn members(options: &JsValue, known: &[&str]) -> Result<Members, Error> {
    if options.is_null() || options.is_undefined() {
        return Ok(Members::new());
    }
    let members = entries(options).ok_or_else(|| {
        wrong("选项须是一个对象，如 { locale: \"en\" }。", "The options must be an object such as { locale: \"en\" }.")
    })?;
    if let Some(unknown) = members.iter().map(|(name, _)| name).find(|name| !known.contains(&name.as_str())) {
        return Err(wrong(
            format!("没有“{unknown}”这个选项；可用的选项有：{}。", known.join("、")),
            format!("There is no option “{unknown}”; the options are: {}.", known.join(", ")),
        ));
    }
    Ok(members)
}

fn entries(object: &JsValue) -> Option<Members> {
    if object.is_array() {
        return None;
    }
    let object = object.dyn_ref::<Object>()?;
    let member = |name: JsValue| Some((name.as_string()?, Reflect::get(object, &name).ok()?));
    let set = |(_, value): &(String, JsValue)| !value.is_null() && !value.is_undefined();
    Some(Object::keys(object).iter().filter_map(member).filter(set).collect())
}

fn reading(members: &Members) -> Result<ReadOptions, Error> {
    let encoding = |value: &JsValue| {
        value.as_string().ok_or_else(|| {
            wrong(
                "选项“encoding”须是编码的名称，如 gb18030。",
                "The option “encoding” must be the name of an encoding, such as gb18030.",
            )
        })
    };
    Ok(ReadOptions {
        format: one_of(members, "format", Format::ALL, Format::as_str)?,
        encoding: get(members, "encoding").map(encoding).transpose()?,
    })
}

/// `failed_rules` are indices of the rules that an earlier try of the call died in.
fn finding(members: &Members, failed_rules: &[u32]) -> Result<FindingOptions, Error> {
    Ok(FindingOptions {
        failed_rules: failed_rules.iter().map(|&index| RULES[index as usize].code.to_owned()).collect(),
        locale: one_of(members, "locale", Locale::ALL, Locale::as_str)?.unwrap_or_default(),
        rules: get(members, "rules").map(rules).transpose()?.unwrap_or_default(),
    })
}

pub fn render_format(value: &JsValue) -> Result<RenderFormat, Error> {
    value_of("format", value, RenderFormat::ALL, RenderFormat::as_str)
}

/// The value of an option that takes one of a few strings.
fn one_of<T: Copy>(members: &Members, name: &str, all: &[T], text: fn(T) -> &'static str) -> Result<Option<T>, Error> {
    get(members, name).map(|value| value_of(name, value, all, text)).transpose()
}

fn value_of<T: Copy>(name: &str, value: &JsValue, all: &[T], text: fn(T) -> &'static str) -> Result<T, Error> {
    let given = value.as_string();
    let found = all.iter().copied().find(|&each| given.as_deref() == Some(text(each)));
    found.ok_or_else(|| {
        let allowed: Vec<_> = all.iter().map(|&each| text(each)).collect();
        let given = given.unwrap_or_else(|| format!("{value:?}"));
        wrong(
            format!("选项“{name}”不能是“{given}”；可用的值有：{}。", allowed.join("、")),
            format!("The option “{name}” can't be “{given}”; its values are: {}.", allowed.join(", ")),
        )
    })
}

fn rules(value: &JsValue) -> Result<Vec<(String, RuleSetting)>, Error> {
    let settings = entries(value).ok_or_else(|| {
        wrong(
            "选项“rules”须是一个对象，如 { A302: \"off\" }。",
            "The option “rules” must be an object such as { A302: \"off\" }.",
        )
    })?;
    let setting = |name: &String| Ok((name.clone(), one_of(&settings, name, RuleSetting::ALL, RuleSetting::as_str)?));
    let all = settings.iter().map(|(name, _)| setting(name)).collect::<Result<Vec<_>, Error>>()?;
    Ok(all.into_iter().filter_map(|(name, setting)| Some((name, setting?))).collect())
}

fn year(value: &JsValue) -> Result<i32, Error> {
    let year = value.as_f64().filter(|year| year.fract() == 0.0 && (1900.0..=9999.0).contains(year));
    year.map(|year| year as i32).ok_or_else(|| {
        wrong("选项“year”须是四位数的年份，如 2024。", "The option “year” must be a year of four digits, such as 2024.")
    })
}

/// Last year's report: the text or file to read it from, or one that was read before.
fn previous(value: &JsValue) -> Result<Report, Error> {
    match Given::read(value) {
        Ok(input) => crate::parse(input.borrow(), &ReadOptions::default()),
        Err(_) => Ok(given::report(value)),
    }
}

fn wrong(chinese: impl Into<String>, english: impl Into<String>) -> Error {
    Error::new(ErrorCode::UnknownOption, chinese, english)
}
