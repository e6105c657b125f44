//! W801 personal-data
//!
//! ## What it finds
//!
//! An identity-card number whose check digit is right; a bank card number that passes the Luhn test, with 卡 or 账号
//! near it; and, as a warning, a mobile number in a line that doesn't give a contact, or that is an applicant's. Messages show the number masked.
//!
//! ## Why it matters
//!
//! A report is published: personal data in it are given to everybody, and stay in search engines.
//!
//! ## Basis
//!
//! Art. 15 of 政府信息公开条例 (personal privacy isn't to be published where that harms somebody) and 个人信息保护法.
//!
//! ## Example
//!
//! 申请人张某某（身份证号 and its 18 digits）申请公开.
//!
//! ## Instead
//!
//! Take the number out, or mask it, before the report is published.
//!
//! ## 查什么
//!
//! 校验码正确的公民身份号码；附近有“卡”或“账号”、符合校验规则的银行卡号；不在联系方式一行的，或者申请人的手机号码（提醒）。提示
//! 信息中的号码作遮盖处理。
//!
//! ## 为什么
//!
//! 年度报告要向社会公布，其中的个人信息会被所有人看到，并长期留在搜索引擎中。
//!
//! ## 依据
//!
//! 《政府信息公开条例》第十五条（涉及个人隐私、公开会对第三方合法权益造成损害的政府信息不得公开）和《个人信息保护法》。
//!
//! ## 示例
//!
//! “申请人张某某（身份证号及18位号码）申请公开……”。
//!
//! ## 应为
//!
//! 公布之前删去或者遮盖号码。

use super::mask::masked;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;
use crate::text::{FirstBytes, Span, fold_char, is_space};

pub const RULE: Rule = Rule { code: "W801", name: "personal-data", severity: Severity::Error, file: file!(), check };

const IDENTITY: Words = Words {
    zh: "正文含有公民身份号码{number}，公布前应当删去或者遮盖",
    en: "The text holds an identity-card number, {number}. Take it out or mask it before publication",
};
const BANK_CARD: Words = Words {
    zh: "正文含有银行卡号{number}，公布前应当删去或者遮盖",
    en: "The text holds a bank card number, {number}. Take it out or mask it before publication",
};
const MOBILE: Words = Words {
    zh: "正文含有手机号码{number}，不是对外联系方式的，公布前应当删去",
    en: "The text holds a mobile number, {number}. Unless it is a public contact, take it out before publication",
};

/// How far before a card number the word for it may stand, in bytes.
const NEAR: usize = 60;

/// How far before a number its line is looked at, in bytes.
const LINE: usize = 240;

fn check(context: &Context, findings: &mut Findings) {
    let text = context.text();
    let tables = || context.report().tables.all().into_iter().filter_map(|table| table.span);
    // Figures of a row, or of rows one below the other, are no number that was written in groups.
    let are_cells = |number: &Number| {
        (number.groups.len() > 1 || number.wrapped) && tables().any(|table| table.contains(number.span))
    };
    for number in numbers(text).into_iter().filter(|number| !are_cells(number)) {
        let (span, digits) = (number.span, number.digits.as_str());
        let found = match digits.len() {
            18 if is_identity(digits) && number.is_grouped(&[6, 8, 4]) => Some((IDENTITY, Severity::Error)),
            16..=19 if passes_luhn(digits) && number.is_in_fours() && names_card(text, span) => {
                Some((BANK_CARD, Severity::Error))
            }
            11 if is_mobile(digits)
                && number.is_grouped(&[3, 4, 4])
                && !is_contact(text, span)
                && !counts(text, span) =>
            {
                Some((MOBILE, Severity::Warning))
            }
            _ => None,
        };
        if let Some((words, severity)) = found {
            findings.add(Draft::new(words).at(span).severity(severity).text("number", masked(digits)));
        }
    }
}

/// A run of digits, and the lengths of the groups that it is written in.
#[derive(Default)]
struct Number {
    span: Span,
    digits: String,
    groups: Vec<usize>,
    wrapped: bool,
}

/// Whether two lines hold nothing but digits: two cells of a table, and no number that was wrapped.
fn are_figures(text: &str, span: Span) -> bool {
    let is_break = ['\n', '\r'];
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let is_alone =
        (before.is_empty() || before.ends_with(is_break)) && (after.is_empty() || after.starts_with(is_break));
    is_alone && span.of(text).contains(is_break)
}

const DIGITS: FirstBytes = FirstBytes::of("0123456789０");

/// Where the next digit stands from a byte on, half- or full-width; the text's end if there is none.
fn next_digit(text: &str, from: usize) -> usize {
    let is_digit = |bytes: &[u8]| matches!(bytes, [b'0'..=b'9', ..] | [0xef, 0xbc, 0x90..=0x99, ..]);
    DIGITS.find(text, from, is_digit).unwrap_or(text.len())
}

/// Where the digits end that stand here, if they are few and what follows ends any number: as most figures are.
fn end_of_figure(text: &str, at: usize) -> Option<usize> {
    let digits = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_end = |byte: &u8| match byte {
        b' ' | b'-' | b'x' | b'X' | b'\n' | b'\r' => false,
        // Chinese characters begin with these.
        0xe4..=0xe9 => true,
        _ => byte.is_ascii(),
    };
    let end = at + digits;
    (digits > 0 && digits < FEWEST_DIGITS && text.as_bytes().get(end).is_some_and(is_end)).then_some(end)
}

/// Numbers of persons have no fewer.
const FEWEST_DIGITS: usize = 11;

/// Runs of 11 to 19 digits, written as one or in groups with single spaces or hyphens between; one may be wrapped.
fn numbers(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut number = Number::default();
    let mut gap = None;
    let mut next_at = 0;
    while next_at <= text.len() {
        let at = if number.digits.is_empty() { next_digit(text, next_at) } else { next_at };
        if let Some(end) = Some(at).filter(|_| number.digits.is_empty()).and_then(|at| end_of_figure(text, at)) {
            next_at = end;
            continue;
        }
        let written = text[at..].chars().next().unwrap_or('\0');
        next_at = at + written.len_utf8();
        let character = fold_char(written);
        let is_part = character.is_ascii_digit() || (matches!(character, 'x' | 'X') && number.digits.len() == 17);
        if is_part {
            if number.digits.is_empty() {
                number.span.start = at as u32;
            }
            match number.groups.last_mut() {
                Some(group) if gap != Some(' ') => *group += 1,
                _ => number.groups.push(1),
            }
            number.digits.push(character.to_ascii_uppercase());
            number.span.end = (at + written.len_utf8()) as u32;
            gap = None;
            continue;
        }
        let next = match written {
            '\n' | '\r' => '\n',
            _ if character == '-' || (is_space(written) && written != '\t') => ' ',
            _ => '\0',
        };
        let goes_on = match (next, gap) {
            (' ', None) => true,
            ('\n', None) => !std::mem::replace(&mut number.wrapped, true),
            // A line ends in two characters.
            ('\n', Some('\n')) => text[..at].ends_with('\r'),
            _ => false,
        };
        if goes_on && !number.digits.is_empty() {
            gap = Some(next);
        } else {
            if (FEWEST_DIGITS..=19).contains(&number.digits.len()) && !are_figures(text, number.span) {
                numbers.push(std::mem::take(&mut number));
            }
            number.clear();
            gap = None;
        }
    }
    numbers
}

impl Number {
    /// Empties it for the next number; what it took stays its own.
    fn clear(&mut self) {
        self.digits.clear();
        self.groups.clear();
        self.wrapped = false;
    }

    /// Whether it is written as one, or in such groups; figures in a row of a table aren't.
    fn is_grouped(&self, groups: &[usize]) -> bool {
        self.groups.len() == 1 || self.groups == groups
    }

    /// Whether it is written as one, or in groups of four.
    fn is_in_fours(&self) -> bool {
        self.groups.iter().rev().skip(1).all(|&group| group == 4)
    }
}

/// GB 11643: a date of birth in the middle, and the check digit.
fn is_identity(digits: &str) -> bool {
    let number = |range| digits.get(range).and_then(|part: &str| part.parse::<i32>().ok());
    let (Some(year), Some(month), Some(day)) = (number(6..10), number(10..12), number(12..14)) else { return false };
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return false;
    }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.chars().zip(weights).map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight).sum();
    digits.chars().next_back() == "10X98765432".chars().nth(sum as usize % 11)
}

fn passes_luhn(digits: &str) -> bool {
    let doubled = |(at, digit): (usize, u32)| if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 };
    let digits: Option<Vec<u32>> = digits.chars().rev().map(|character| character.to_digit(10)).collect();
    digits.is_some_and(|digits| {
        digits.iter().any(|&digit| digit > 0) && digits.into_iter().enumerate().map(doubled).sum::<u32>() % 10 == 0
    })
}

fn names_card(text: &str, span: Span) -> bool {
    let before = &text[text.ceil_char_boundary((span.start as usize).saturating_sub(NEAR))..span.start as usize];
    ["卡", "账号", "帐号", "账户", "帐户"].iter().any(|word| before.contains(word))
}

fn is_mobile(digits: &str) -> bool {
    digits.starts_with('1') && digits[1..].starts_with(|second| ('3'..='9').contains(&second))
}

/// Whether the number's line, as far as it is near, offers it to the public.
fn is_contact(text: &str, span: Span) -> bool {
    let before = &text[text.ceil_char_boundary((span.start as usize).saturating_sub(LINE))..span.start as usize];
    let before = before.rsplit(['\n', '\r']).next().unwrap_or(before);
    let has = |words: &[&str]| words.iter().any(|word| before.contains(word));
    // 申请人电话13…, but not 申请人可拨打13….
    let of_applicant = has(&["申请人", "当事人", "举报人", "投诉人"]);
    let offers = has(&["可致电", "可通过", "可与", "请与", "请致", "拨打", "咨询", "热线", "联系"]);
    (!of_applicant || offers)
        && has(&["电话", "联系", "手机", "热线", "传真", "咨询", "地址", "邮编", "邮箱", "微信", "QQ"])
}

/// Whether it is a count: 访问量13800000000次.
fn counts(text: &str, span: Span) -> bool {
    text[span.end as usize..].starts_with(['次', '条', '件', '人', '元', '篇', '个'])
}
