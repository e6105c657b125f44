//! Whole reports with all that is found in them, as a person reads it: the line, carets under the place, the message.

mod support;

use gouji::options::{CheckOptions, Input};
use support::case::change;
use support::{report, show};

/// Every finding of a report, in order, and the verdict.
fn check(text: &str) -> String {
    let result = gouji::check(Input::Text(text), &CheckOptions::default()).expect("a report");
    let shown: String = result.findings.iter().map(|finding| show::with_carets(&result.report.text, finding)).collect();
    let counts = result.counts;
    let whole = if result.complete { "" } else { "，未能全部校验" };
    format!("错误{} 提醒{} 提示{}{whole}\n\n{shown}", counts.error, counts.warning, counts.info)
}

#[test]
fn a_report_of_2021_with_many_faults() {
    let text = report("form-2021.txt");
    let faults: [&[&str]; 8] = [
        &["-一、总体情况", "+1、总体情况"],
        &["-行政规范性文件\t2\t1\t13", "+行政规范性文件\t2（其中修订1件）\t\t13"],
        &["-行政事业性收费\t4.26\t\t", "+行政事业性收费\t42600元\t\t"],
        &[
            "-一、本年新收政府信息公开申请数量\t\t\t31\t6\t0\t1\t2\t0\t40",
            "+一、本年新收政府信息公开申请数量\t\t\t13\t6\t0\t1\t2\t0\t40",
        ],
        &["-\t\t4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0", "+\t\t4.无正当理由由大量反复申请\t—\t—\t—\t—\t—\t—\t—"],
        &["-3\t1\t0\t1\t5\t1\t0\t0\t0\t1\t1\t0\t1\t0\t2", "+3\t1\t0\t1\t4\t1\t0\t0\t0\t1\t1\t0\t1\t0\t2"],
        &["-五、存在的主要问题及改进情况", "+五、存在问题及改进措施"],
        &["-2023年本局未收取政府信息公开信息处理费。", "+无。"],
    ];
    let text = faults.iter().fold(text, |text, fault| change(&text, fault));
    insta::assert_snapshot!(check(&text));
}

#[test]
fn a_report_of_2019_in_cells_whose_applications_were_left_at_zero() {
    let mut text = report("form-2019-cells.txt");
    // The figures of a real report: 29 refusals, nothing received and nothing concluded.
    let zeros = |label: &str| format!("\t{label}\n{}", "\t0\n".repeat(7));
    let figures = |label: &str, count: u32| format!("\t{label}\n\t{count}\n{}\t{count}\n", "\t0\n".repeat(5));
    let rows = [
        ("一、本年新收政府信息公开申请数量", 0),
        ("二、上年结转政府信息公开申请数量", 0),
        ("（一）予以公开", 0),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 0),
        ("4.保护第三方合法权益", 0),
        ("5.属于三类内部事务信息", 0),
        ("8.属于行政查询事项", 0),
        ("1.本机关不掌握相关政府信息", 0),
        ("1.信访举报投诉类申请", 20),
        ("2.重复申请", 7),
        ("4.无正当理由大量反复申请", 2),
        ("（六）其他处理", 0),
        ("（七）总计", 0),
        ("四、结转下年度继续办理", 0),
    ];
    for (label, count) in rows {
        let start = text.find(&format!("\t{label}\n")).expect("the row");
        let end = text[start..].find("\n\n").map_or(text.len(), |end| start + end + 1);
        let row = if count == 0 { zeros(label) } else { figures(label, count) };
        text.replace_range(start..end, &row);
    }
    insta::assert_snapshot!(check(&text));
}

#[test]
fn a_poem() {
    insta::assert_snapshot!(check("山溪绕屋日初长\n石上苔痕带晓霜\n"));
}
