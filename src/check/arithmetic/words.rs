//! What the findings about sums have in common: their cells with the figure of each, and what a mended total would do to
//! the other sums.

use super::sums::{At, Kind, Sum, Sums};
use crate::check::{Arguments, Draft, Findings, Words};
use crate::report::Edit;
use rust_decimal::Decimal;

/// The same sum of 总计 breaks by the same amount.
pub const TOTAL_TOO: Words =
    Words { zh: "；总计列同样相差{difference}", en: "; column 总计 is off by {difference} as well" };

const FIGURE: Words = Words { zh: "{row}（{column}）：{figure}", en: "{row} ({column}): {figure}" };
const BLANK: Words =
    Words { zh: "{row}（{column}）：空白，按0计", en: "{row} ({column}): blank, counted as 0" };

/// Adds the cells of the sums to a finding: their addresses, and each but the one at `place` as a related place.
pub fn with_cells<'s>(mut draft: Draft, sums: &Sums, of: impl Iterator<Item = &'s Sum>, place: At) -> Draft {
    for at in of.flat_map(Sum::cells) {
        let cell = sums.cell(at);
        draft = draft.cells([cell.address.clone()]);
        if at == place {
            continue;
        }
        let own = Arguments::default().text("row", &sums.row(at).label).text("column", sums.column_label(at));
        draft = match cell.value {
            Some(figure) => draft.related_with(cell.span, FIGURE, own.number("figure", figure)),
            None => draft.related_with(cell.span, BLANK, own),
        };
    }
    draft
}

/// One finding for each row whose total isn't the sum of the row's other figures.
pub fn say_rows(message: Words, sums: &Sums, kind: Kind, findings: &mut Findings) {
    for sum in sums.broken(kind) {
        let at = sum.stated();
        let (Some(expected), Some(actual)) = (sums.side(&sum.left), sums.value(at)) else { continue };
        let draft = Draft::new(message)
            .at(sums.place(at))
            .text("row", &sums.row(at).label)
            .text("parts", sums.addition(&sum.left))
            .number("actual", actual)
            .number("sum", expected)
            .expected(expected)
            .actual(actual);
        let draft = with_cells(draft, sums, [sum].into_iter(), at);
        findings.add(with_remedy(draft, sums, &[(at, expected)]));
    }
}

const BALANCE_FOLLOWS: Words = Words {
    zh: "；若改为{sum}，一、二之和须同为{needed}",
    en: "; if it becomes {sum}, 一 and 二 together must become {needed} too",
};
const BALANCE_FOLLOWS_CARRIED: Words = Words {
    zh: "；若改为{sum}，一、二之和须同为{needed}（连同结转下年度{carried}）",
    en: "; if it becomes {sum}, 一 and 二 together must become {needed} too (with the {carried} carried over)",
};
const ROW_BREAKS: Words = Words {
    zh: "；若改为{sum}，“{other}”一行又不相符，请一并核对",
    en: "; if it becomes {sum}, the row “{other}” no longer adds up, so look at both",
};
const COLUMN_BREAKS: Words = Words {
    zh: "；若改为{sum}，{other}列又不相符，请一并核对",
    en: "; if it becomes {sum}, the column {other} no longer adds up, so look at both",
};
const CHANGE: Words = Words { zh: "将总计改为{sum}", en: "Change the total to {sum}" };

/// Says what else the totals' new values would break; where nothing, they are proposed as a fix.
pub fn with_remedy(draft: Draft, sums: &Sums, changes: &[(At, Decimal)]) -> Draft {
    let broken = sums.broken_after(changes);
    let Some(first) = broken.first() else {
        let edits: Option<Vec<Edit>> = changes.iter().map(|&(at, value)| edit(sums, at, value)).collect();
        return match edits {
            Some(edits) => draft.fix(CHANGE, edits),
            None => draft,
        };
    };
    let balance =
        broken.iter().find(|sum| sum.kind == Kind::Balance && changes.iter().any(|&(at, _)| at == sum.right[0]));
    if let Some(balance) = balance {
        let carried = sums.value(balance.right[1]).unwrap_or_default();
        let needed = changes[0].1.checked_add(carried).unwrap_or_default();
        let draft = draft.number("needed", needed).number("carried", carried);
        return draft.and(if carried.is_zero() { BALANCE_FOLLOWS } else { BALANCE_FOLLOWS_CARRIED });
    }
    let at = first.stated();
    match first.kind {
        Kind::Applicants | Kind::Cases => draft.text("other", &sums.row(at).label).and(ROW_BREAKS),
        Kind::Balance | Kind::Outcomes => draft.text("other", sums.column_label(at)).and(COLUMN_BREAKS),
    }
}

/// Puts a figure in the place of what stands in the cell; none for a cell that has no place.
pub fn edit(sums: &Sums, at: At, value: Decimal) -> Option<Edit> {
    let cell = sums.cell(at);
    Some(Edit { span: cell.span?, was: cell.raw.to_string(), text: value.normalize().to_string() })
}
