//! What a caller may ask for, and how a call fails.

use crate::report::{Locale, Report, Severity, string_union};
use serde::{Deserialize, Serialize};

/// What to read. A string is text or HTML; bytes may be any of the formats.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    Text(&'a str),
    Bytes(&'a [u8]),
}

string_union! {
    /// What the input is.
    Format { Text = "text", Html = "html", Docx = "docx", Xlsx = "xlsx" }
}

/// How to read the input.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "camelCase", optional_fields))]
pub struct ReadOptions {
    /// Default: told from the input.
    pub format: Option<Format>,
    /// Of bytes of text or HTML. Default: byte-order mark, `<meta>`, UTF-8 if valid, else GB18030.
    pub encoding: Option<String>,
}

string_union! {
    /// What a rule is set to.
    RuleSetting { Off = "off", Error = "error", Warning = "warning", Info = "info" }
}

impl RuleSetting {
    /// The severity set, or none for a rule that is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
        }
    }
}

/// How to word and weigh findings.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "camelCase", optional_fields))]
pub struct FindingOptions {
    /// Default: Chinese.
    #[cfg_attr(feature = "typescript", ts(as = "Option<Locale>"))]
    pub locale: Locale,
    /// By code or name: a rule turned off or given another severity.
    #[cfg_attr(feature = "typescript", ts(as = "Option<std::collections::BTreeMap<String, RuleSetting>>"))]
    pub rules: Vec<(String, RuleSetting)>,
    /// Codes of the rules that failed on this input and took the instance with them: they aren't run again.
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub failed_rules: Vec<String>,
}

impl FindingOptions {
    /// What the rule of this code or name is set to.
    pub fn setting(&self, rule: &str) -> Option<RuleSetting> {
        self.rules.iter().find(|(name, _)| name == rule).map(|&(_, setting)| setting)
    }
}

string_union! {
    /// What kind of organ files the report: it decides the date the report is due.
    OrganKind { Government = "government", Department = "department", Township = "township" }
}

/// What to check. Its JavaScript form is flat: the members of `read` and `findings` stand beside the others.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "camelCase", optional_fields))]
pub struct CheckOptions {
    #[cfg_attr(feature = "typescript", ts(flatten))]
    pub read: ReadOptions,
    #[cfg_attr(feature = "typescript", ts(flatten))]
    pub findings: FindingOptions,
    /// What the year should be: used where the report names none.
    pub year: Option<i32>,
    /// Default: told from the organ's name.
    pub organ_kind: Option<OrganKind>,
    /// Last year's report: as text, as a file's bytes, or as it was read.
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | Uint8Array | Report"))]
    pub previous: Option<Report>,
}

/// How to hold many reports together. Its JavaScript form is flat, as that of [`CheckOptions`].
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "camelCase", optional_fields))]
pub struct RollUpOptions {
    #[cfg_attr(feature = "typescript", ts(flatten))]
    pub findings: FindingOptions,
    /// Who should have reported.
    pub organs: Option<Vec<String>>,
}

string_union! {
    /// What the tables are written as.
    RenderFormat { Html = "html", Markdown = "markdown", Csv = "csv", Text = "text" }
}

/// Why a call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    UnknownOption,
    Unreadable,
    TooLarge,
}

impl ErrorCode {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownOption => "unknown-option",
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too-large",
        }
    }
}

/// A call that failed, with what to do about it in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub code: ErrorCode,
    pub chinese: String,
    pub english: String,
}

impl Error {
    pub fn new(code: ErrorCode, chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { code, chinese: chinese.into(), english: english.into() }
    }

    pub fn message(&self, locale: Locale) -> &str {
        match locale {
            Locale::Chinese => &self.chinese,
            Locale::English => &self.english,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.english)
    }
}

impl std::error::Error for Error {}
