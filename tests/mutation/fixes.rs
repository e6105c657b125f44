//! A fix mends what it says: the text is as it was but for the edits, and what was found isn't found again.

use crate::faults::Planted;
use gouji::options::{CheckOptions, Format, Input};
use gouji::report::{CheckResult, Finding};

/// What is wrong with the fixes that are proposed for a fault; none where all is well.
pub fn fault_of(result: &CheckResult, planted: &Planted, options: &CheckOptions) -> Option<String> {
    let meant = result.findings.iter().filter(|finding| finding.fix.is_some() && planted.is_at(finding, result));
    let each = meant.map(|finding| vec![finding.clone()]);
    each.chain([result.findings.clone()]).find_map(|findings| fault_of_all(result, &findings, options))
}

fn fault_of_all(result: &CheckResult, findings: &[Finding], options: &CheckOptions) -> Option<String> {
    let text = &result.report.text;
    let fixed = match gouji::apply_fixes(text, findings) {
        Ok(fixed) => fixed,
        Err(error) => return Some(error.english),
    };
    let mut options = options.clone();
    options.read.format = Some(Format::Text);
    let again = gouji::check(Input::Text(&fixed), &options).expect("a text");
    let same = |finding: &Finding| {
        let of = |result: &CheckResult| {
            result
                .findings
                .iter()
                .filter(|other| other.code == finding.code && other.message == finding.message)
                .count()
        };
        of(&again) >= of(result)
    };
    // Of several fixes some may overlap; one alone is always made.
    let stays = findings.iter().find(|finding| finding.fix.is_some() && findings.len() == 1 && same(finding));
    if let Some(finding) = stays {
        return Some(format!("{} {} is found again", finding.code, finding.message));
    }
    let kept = lines_kept(text, &fixed, findings);
    (!kept).then(|| format!("a line that no edit touches is changed:\n{fixed}"))
}

/// Whether the lines that no edit touches stand in the fixed text as they did, in their order.
fn lines_kept(text: &str, fixed: &str, findings: &[Finding]) -> bool {
    let edits = || findings.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| &fix.edits);
    let (mut rest, mut start) = (fixed, 0);
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let touched = edits().any(|edit| (edit.span.start as usize) < end && edit.span.end as usize > start);
        start = end;
        if touched {
            continue;
        }
        match rest.find(line) {
            Some(at) => rest = &rest[at + line.len()..],
            None => return false,
        }
    }
    true
}
