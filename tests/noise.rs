//! Whatever prose says, every rule comes to an end, and every place it names is one of the text.

mod support;

use gouji::options::{CheckOptions, Input, ReadOptions};
use proptest::prelude::*;

/// Words that the rules on prose, dates and words look for, in no sensible order.
fn prose() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "全年",
        "收到",
        "政府信息公开申请",
        "40件",
        "41件",
        "１，２９５条",
        "十二件",
        "一百零五",
        "其中",
        "分别为",
        "包括",
        "占",
        "33.9%",
        "增长",
        "较上年",
        "结转下年度",
        "上年结转",
        "予以公开",
        "部分公开",
        "办结",
        "行政复议",
        "行政诉讼",
        "未收到",
        "均已办结",
        "规范性文件",
        "废止",
        "2022年",
        "2023年",
        "13月",
        "2月30日",
        "我局",
        "代表",
        "，",
        "、",
        "；",
        "。",
        "（",
        "）",
        "：",
        "《",
        "》",
        "\n",
        " ",
        "的的",
        "资金资金",
        "还还",
        "国办发〔2021〕30号",
        "第492号",
        "999999999999999亿件",
        "99999999999999999999件",
        "0件",
        "0%",
        "13800138000",
        "卡",
        "6222020000000000018",
        "11010119900307001",
        "万",
        "余",
        "约",
        "-",
        "2-3次",
        "\u{feff}",
        "𠮷",
        "统计期限",
        "1月1日",
        "至",
        "12月31日",
    ]);
    prop::collection::vec(words, 0..120).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn no_rule_fails(prose in prose()) {
        let base = support::report("form-2021.txt");
        let text = base.replace("（三）政府信息管理。", &format!("（三）{prose}"));
        let previous = gouji::parse(Input::Text(&base.replace("40", "400").replace("2023", "2022")), &ReadOptions::default()).expect("a report");
        let options = CheckOptions { previous: Some(previous), year: Some(2022), ..CheckOptions::default() };
        let result = gouji::check(Input::Text(&text), &options).expect("a report");
        for finding in &result.findings {
            prop_assert!(finding.code != "I901", "{}", finding.message);
            for span in finding.span.iter().chain(finding.related.iter().map(|related| &related.span)) {
                prop_assert!(text.get(span.start as usize..span.end as usize).is_some_and(|place| !place.is_empty()));
            }
        }
    }
}
