//! Family 8xx: privacy and words.

use super::{Fault, Needs, Planted, fault, one_of};
use crate::draft::Draft;
use fastrand::Rng;

pub const FAULTS: &[Fault] = &[
    fault("W801 an identity-card number", Needs::Nothing, identity_card),
    fault("W801 a bank card", Needs::Nothing, bank_card),
    fault("W801 a mobile number", Needs::Nothing, mobile),
    fault("W802 a word twice", Needs::Nothing, doubled_word),
    fault("W803 another document's number", Needs::Nothing, citation),
];

/// Puts a sentence at the end of one of the paragraphs.
fn add(rng: &mut Rng, draft: &mut Draft, sentence: &str) {
    let mut paragraphs: Vec<&mut String> = draft.paragraphs().collect();
    let at = rng.usize(0..paragraphs.len());
    paragraphs[at].push_str(sentence);
}

fn identity_card(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let number =
        format!("110105{}{:02}{:02}{:03}", rng.u32(1950..2005), rng.u32(1..=12), rng.u32(1..=28), rng.u32(1..999));
    let sum: u32 = number.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let number = format!("{number}{}", "10X98765432".chars().nth(sum as usize % 11)?);
    add(rng, draft, &format!("申请材料中的证件号码为{number}，已经核对。"));
    Planted::words(&["W801"], number)
}

fn bank_card(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let number = format!("622202{:09}", rng.u32(1..999_999_999));
    let doubled = |(at, digit): (usize, u32)| if at % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit };
    let sum: u32 = number.bytes().rev().map(|digit| u32::from(digit - b'0')).enumerate().map(doubled).sum();
    let number = format!("{number}{}", (10 - sum % 10) % 10);
    add(rng, draft, &format!("退款转入银行卡{number}。"));
    Planted::words(&["W801"], number)
}

fn mobile(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let number = format!("1{}{:09}", rng.u32(3..=9), rng.u32(0..999_999_999));
    add(rng, draft, &format!("回执寄给了申请人（{number}）。"));
    Planted::words(&["W801"], number)
}

fn doubled_word(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let word = one_of(rng, &["材料", "栏目", "培训业务", "的", "不够", "文书", "内容", "办法", "办事材料"]);
    let mut all: Vec<&mut String> = draft.paragraphs().filter(|paragraph| paragraph.contains(word)).collect();
    if all.is_empty() {
        return None;
    }
    let at = rng.usize(0..all.len());
    *all[at] = all[at].replacen(word, &word.repeat(2), 1);
    Planted::words(&["W802"], word.repeat(2))
}

fn citation(rng: &mut Rng, draft: &mut Draft) -> Option<Planted> {
    let (was, now) = match rng.u32(0..2) {
        0 => ("国办公开办函〔", one_of(rng, &["国办发〔", "国办函〔", "国办公开函〔"])),
        _ => ("第711号", "第492号"),
    };
    draft.replace(was, now).then_some(())?;
    Planted::words(&["W803"], now.trim_start_matches('第').trim_end_matches('号'))
}
