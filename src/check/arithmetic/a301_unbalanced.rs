//! A301 unbalanced
//!
//! ## What it finds
//!
//! A column of table 三 in which 一 and 二 together differ from 三（七） and 四 together.
//!
//! ## Why it matters
//!
//! Every application that an organ had in hand during the year, new or left over, was either concluded or is carried
//! over. A column that doesn't balance has lost applications or counts some twice, and the next year's report starts
//! from a wrong figure.
//!
//! ## Basis
//!
//! The note that the form prints in the corner of table 三: （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）.
//!
//! ## Example
//!
//! In the column 自然人, 一 is 31, 二 is 3, （七）总计 is 33 and 四 is 2: 34 came in, 35 are accounted for.
//!
//! ## Instead
//!
//! Compare the four figures with the register of applications and correct the one that is wrong; here 四 is 1. If the
//! column still doesn't balance, see whether an application was counted under two outcomes.
//!
//! ## 查什么
//!
//! 第三部分表格中，某一列“一、二”两项之和与“三（七）、四”两项之和不相等。
//!
//! ## 为什么
//!
//! 本年度要办理的申请，无论是新收还是上年结转，不是已经办结，就是结转下年度。一列不平，说明有申请漏计或者重复计算，下一年度的结转数也会随之出错。
//!
//! ## 依据
//!
//! 年度报告格式第三部分表格左上角注明：（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）。
//!
//! ## 示例
//!
//! “自然人”列，一为31，二为3，（七）总计为33，四为2：应办34件，去向却有35件。
//!
//! ## 应为
//!
//! 对照申请登记台账核对这四个数，改正填错的一个；本例中四应为1。仍然不平的，查看是否有申请重复计入两种办理结果。

use super::sums::Kind;
use super::words;
use crate::check::{Context, Draft, Findings, Rule, Words};
use crate::report::Severity;
use rust_decimal::Decimal;

pub const RULE: Rule = Rule { code: "A301", name: "unbalanced", severity: Severity::Error, file: file!(), check };

const MESSAGE: Words = Words {
    zh: "{column}列不平：一、二两项之和为{left}（{left_parts}），三（七）、四两项之和为{right}（{right_parts}），两者应当相等",
    en: "Column {column} doesn't balance: 一 and 二 come to {left} ({left_parts}), 三（七） and 四 to {right} ({right_parts}); \
         the two must be equal",
};

fn check(context: &Context, findings: &mut Findings) {
    let sums = context.sums_of_applications();
    for each in sums.breaks(Kind::Balance) {
        let (sum, at) = (each.sum, each.sum.stated());
        let mut draft = Draft::new(MESSAGE)
            .at(sums.place(at))
            .text("column", sums.column_label(at))
            .number("left", sums.side(&sum.left).unwrap_or_default())
            .number("right", sums.side(&sum.right).unwrap_or_default())
            .text("left_parts", sums.addition(&sum.left))
            .text("right_parts", sums.addition(&sum.right));
        if each.total.is_some() {
            let difference = sums.excess(sum).as_ref().map_or(Decimal::ZERO, Decimal::abs);
            draft = draft.and(words::TOTAL_TOO).number("difference", difference);
        }
        findings.add(words::with_cells(draft, sums, each.sums(), at));
    }
}
