//! Whose figure it is, and of when: what belongs to another organ, area or period is compared with nothing.

use crate::check::language::Passage;
use crate::report::Report;
use crate::text::{Searched, Word, has_any, holds, last_of, words};
use std::ops::Range;

/// What a report covers, and its year.
#[derive(Debug)]
pub struct Scope {
    pub year: Option<i32>,
    /// A government's report may cover its whole area.
    government: bool,
    /// A government's office may report in its own name.
    office: bool,
}

/// Words that begin another's figures.
const OTHERS: &[Word] = words![
    "代表",
    "会同",
    "协同",
    "配合",
    "协助",
    "政府名义",
    "代市政府",
    "代县政府",
    "代区政府",
    "政府部门",
    "各级",
    "本级",
    "各部门",
    "各单位",
    "各镇",
    "各乡",
    "各街道",
    "各县",
    "各区",
    "各市",
    "各股室",
    "各处室",
    "系统内",
    "全系统",
    "下属",
    "所属",
    "直属",
    "县直",
    "市直",
    "区直",
    "其他部门",
    "相关部门",
    "转办",
    "转送",
    "移送",
    "交办",
    "兄弟",
];

/// Words for a whole area.
const AREAS: &[Word] =
    words!["全市", "全区", "全县", "全省", "全州", "全旗", "全镇", "全乡", "全街道", "辖区", "全国", "全盟"];

/// Words for another period, in the figure's own clause.
const PERIODS: &[Word] = words![
    "年均",
    "近两年",
    "近三年",
    "近五年",
    "近几年",
    "去年",
    "往年",
    "历年",
    "同期",
    "同比",
    "环比",
    "近年",
    "以来",
    "至今",
    "上半年",
    "下半年",
    "季度",
    "月份",
    "期间",
    "明年",
    "来年",
    "目前",
    "计划",
    "预计",
    "力争",
    "将",
    "历史",
    "此前",
];

/// What the name of a government's area ends with, as in 云溪市2023年政府信息公开工作年度报告.
const PLACES: [char; 9] = ['省', '市', '县', '区', '旗', '州', '盟', '镇', '乡'];

impl Scope {
    pub fn new(report: &Report) -> Self {
        let organ = report.organ.as_deref().unwrap_or_default();
        Self {
            year: report.year,
            government: organ.ends_with("人民政府") || organ.ends_with(PLACES),
            office: holds(organ, "办公厅") || holds(organ, "办公室"),
        }
    }

    /// Whether a figure is the reporting organ's own, of the report's year. `sentence` begins where its sentence does,
    /// `clause` where its clause does; both end where the clause ends.
    /// What is `carried` over from or to another year names that year.
    pub fn covers(&self, passage: &Passage, sentence: Range<usize>, clause: Range<usize>, carried: bool) -> bool {
        let words = passage.slice(clause.clone());
        if !self.is_own(passage.slice(sentence.clone())) || has_any(words, words!["较", "比"]) {
            return false;
        }
        if carried {
            return true;
        }
        let of_last_year =
            has_any(words, words!["上年", "上一年"]) && !has_any(words, words!["转", "合计", "累计", "共"]);
        !has_any(words, PERIODS)
            && !of_last_year
            && !follows_other_period(passage.slice(sentence.start..clause.start))
            && self.is_in_year(passage, sentence, clause)
            && (!holds(words, "累计") || says_this_year(words))
    }

    /// Whether the words name a government's whole area.
    pub fn names_area(words: &str) -> bool {
        has_any(words, AREAS)
    }

    /// The organ named last before the figure is the reporting one.
    fn is_own(&self, sentence: &str) -> bool {
        let searched = Searched::from(sentence);
        let last = |words: &[Word]| last_of(searched, words);
        let mut other = last(OTHERS);
        if !self.government {
            other = other.max(last(AREAS));
        }
        if !self.office {
            other = other.max(last(words!["政府办", "办公室代"]));
        }
        other.is_none_or(|other| own(sentence).is_some_and(|own| own > other))
    }

    /// The year named last before the figure, or in its clause, is the report's, and no part of it.
    fn is_in_year(&self, passage: &Passage, sentence: Range<usize>, clause: Range<usize>) -> bool {
        let dates = passage.figures_in(sentence);
        let year = dates.iter().rev().find(|date| date.counter == "年" && date.number.len() == 4);
        let same = year.is_none_or(|date| self.year.is_none_or(|year| date.value == year.into()));
        let whole = passage.slice(clause.clone()).contains("12月31日");
        let part = !whole && dates.iter().any(|date| date.counter == "月" && date.number.start >= clause.start);
        same && !part
    }
}

/// 前三季度，收到31件, 截至目前，收到43件: the clause before names a part of the year, or more than it.
fn follows_other_period(before: &str) -> bool {
    let before = before.trim_end_matches(',');
    let periods = ["季度", "上半年", "下半年", "月份", "目前", "至今", "此前"];
    periods.iter().any(|period| before.ends_with(period)) || (before.ends_with("以来") && !before.ends_with("今年以来"))
}

fn says_this_year(words: &str) -> bool {
    has_any(words, words!["全年", "本年", "年度", "一年来", "年共", "年累计", "年内"])
}

/// Where the reporting organ last speaks of itself: 我局, 本机关.
fn own(sentence: &str) -> Option<usize> {
    let kinds = "局委办厅县市区镇乡省旗州所中心院机关单位部门街道政府馆队";
    let is_own = |(at, me): &(usize, &str)| sentence[at + me.len()..].starts_with(|next: char| kinds.contains(next));
    ['我', '本'].into_iter().filter_map(|me| sentence.rmatch_indices(me).find(is_own)).map(|(at, _)| at).max()
}
