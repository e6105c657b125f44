//! Organs by their names: 住建局 and 云溪市住房和城乡建设局 are one.

use super::Expected;
use crate::report::Report;
use crate::sorted::Named;
use crate::text::Folded;

/// How surely two names are one organ's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// One may be the other's short form.
    Short,
    /// One is the other with the name of the place before it.
    Place,
    Same,
}

/// Finds the reports of each organ on a list. A report belongs to the organ that its own name is most like.
pub fn expected(organs: &[String], children: &[Report]) -> Vec<Expected> {
    let listed: Vec<Vec<char>> = organs.iter().map(|organ| plain(organ)).collect();
    let mut found: Vec<Vec<(Likeness, usize)>> = vec![Vec::new(); organs.len()];
    for (index, child) in children.iter().enumerate() {
        let Some(name) = child.organ.as_deref().map(plain) else { continue };
        let likest = |likeness: fn(&[char], &[char]) -> Option<Likeness>| {
            listed.iter().enumerate().filter_map(|(at, organ)| Some((likeness(organ, &name)?, organ.len(), at))).max()
        };
        // Short forms take long to tell, and most names need none.
        if let Some((likeness, _, at)) = likest(sure_likeness).or_else(|| likest(likeness)) {
            found[at].push((likeness, index));
        }
    }
    organs.iter().zip(found).map(|(organ, found)| Expected { organ: organ.clone(), children: surest(found) }).collect()
}

/// A short form counts only where nothing surer is there.
fn surest(found: Vec<(Likeness, usize)>) -> Vec<usize> {
    let sure = found.iter().any(|(likeness, _)| *likeness > Likeness::Short);
    found.into_iter().filter(|(likeness, _)| !sure || *likeness > Likeness::Short).map(|(_, index)| index).collect()
}

/// For each of the organs, which of the others it is, such as in last year's reports: the one whose name is most like its
/// own, and that no other organ is as like; none where that isn't certain, and where a name isn't known.
pub fn match_organs(organs: &[Option<String>], others: &[Option<String>]) -> Vec<Option<usize>> {
    let (organs, others) = (plain_names(organs), plain_names(others));
    let mut pairs = vec![None; organs.len()];
    let (by_name, by_other_name) = (by_name(&organs), by_name(&others));
    for (here, name) in organs.iter().enumerate() {
        if only(name, &by_name).is_some() {
            pairs[here] = only(name, &by_other_name);
        }
    }
    // Few are left: each is held against each.
    let left: Vec<usize> =
        (0..organs.len()).filter(|&at| pairs[at].is_none() && only(&organs[at], &by_name).is_some()).collect();
    let mut taken = vec![false; others.len()];
    pairs.iter().flatten().for_each(|&at| taken[at] = true);
    let free: Vec<usize> =
        (0..others.len()).filter(|&at| !taken[at] && only(&others[at], &by_other_name).is_some()).collect();
    let like = |here: usize, there: usize| likeness(organs[here].as_deref()?, others[there].as_deref()?);
    for &here in &left {
        let there = only_likest(&free, |there| like(here, there));
        pairs[here] = there.filter(|&there| only_likest(&left, |other| like(other, there)) == Some(here));
    }
    pairs
}

fn plain_names(names: &[Option<String>]) -> Vec<Option<Vec<char>>> {
    names.iter().map(|name| name.as_deref().map(plain)).collect()
}

fn by_name(names: &[Option<Vec<char>>]) -> Named<Vec<usize>> {
    let mut by_name: Named<Vec<usize>> = Named::default();
    for (at, name) in names.iter().enumerate() {
        if let Some(name) = name {
            by_name.entry(String::from_iter(name)).push(at);
        }
    }
    by_name
}

/// The one that has this name; none where several have it.
fn only(name: &Option<Vec<char>>, names: &Named<Vec<usize>>) -> Option<usize> {
    match names.get(&String::from_iter(name.as_ref()?))?.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The likest of the candidates; none where two are as like.
fn only_likest(candidates: &[usize], likeness: impl Fn(usize) -> Option<Likeness>) -> Option<usize> {
    let mut likest: Option<(Likeness, Option<usize>)> = None;
    for &candidate in candidates {
        let Some(likeness) = likeness(candidate) else { continue };
        match likest {
            Some((best, _)) if likeness < best => {}
            Some((best, _)) if likeness == best => likest = Some((best, None)),
            _ => likest = Some((likeness, Some(candidate))),
        }
    }
    likest?.1
}

/// A name as it is compared: folded, without what every government's name ends in.
pub fn plain(name: &str) -> Vec<char> {
    let folded: String = Folded::new(name, 0).chars.into_iter().collect();
    let core = ["人民政府", "街道办事处", "办事处"].iter().find_map(|ending| folded.strip_suffix(ending));
    let core = match core {
        Some(core) if folded.ends_with("街道办事处") => format!("{core}街道"),
        Some(core) if core.chars().count() > 1 => core.to_owned(),
        _ => folded.clone(),
    };
    core.chars().collect()
}

/// Whether two names may be one organ's.
pub fn are_alike(one: &str, other: &str) -> bool {
    likeness(&plain(one), &plain(other)).is_some()
}

fn likeness(one: &[char], other: &[char]) -> Option<Likeness> {
    let (short, long) = in_order(one, other);
    sure_likeness(short, long).or_else(|| is_short_form(short, long).then_some(Likeness::Short))
}

fn sure_likeness(one: &[char], other: &[char]) -> Option<Likeness> {
    let (short, long) = in_order(one, other);
    match short.len() {
        length if length == long.len() => (short == long).then_some(Likeness::Same),
        0 | 1 => None,
        _ => long.ends_with(short).then_some(Likeness::Place),
    }
}

/// The shorter of two names, and the longer.
fn in_order<'n>(one: &'n [char], other: &'n [char]) -> (&'n [char], &'n [char]) {
    if one.len() <= other.len() { (one, other) } else { (other, one) }
}

/// 住建局 for 住房和城乡建设局, 莫旗 for 莫力达瓦达斡尔族自治旗: after the places' names, of which one is the other or its
/// short form, or isn't there, the characters of one in the order of the other's, the first and the last the same.
fn is_short_form(short: &[char], long: &[char]) -> bool {
    ending(short) == ending(long)
        && splits(short).any(|(short_place, short_own)| {
            splits(long).any(|(long_place, long_own)| {
                let is_same = short_own == long_own;
                is_place_of(short_place, long_place) && (is_same || is_abbreviation(short_own, long_own))
            })
        })
}

/// A name cut after the place's name, wherever one may end; the whole name first.
fn splits(name: &[char]) -> impl Iterator<Item = (&[char], &[char])> {
    let ends_place = move |at: &usize| {
        // 城市管理 and 市场监督 name no place.
        "省市县区旗州盟".contains(name[at - 1])
            && !(name[at - 1] == '市' && (name.get(*at) == Some(&'场') || name[..at - 1].last() == Some(&'城')))
    };
    [0].into_iter().chain((1..=name.len()).filter(ends_place)).map(|at| name.split_at(at))
}

/// Whether two names may be one place's: one isn't there, or ends the other, or is short for it.
fn is_place_of(one: &[char], other: &[char]) -> bool {
    let (short, long) = in_order(one, other);
    long.ends_with(short) || (short.len() > 1 && is_abbreviation(short, long))
}

fn is_abbreviation(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.len() >= 2
        && short.len() < long.len()
        && short.first() == long.first()
        && ending(short) == ending(long)
        && short.iter().all(|character| rest.any(|other| other == character))
}

/// What a name ends in: 委 for 委员会 and 办 for 办公室 as well.
fn ending(name: &[char]) -> Option<char> {
    let ends = |ending: &str| ending.chars().rev().zip(name.iter().rev()).filter(|(one, other)| one == *other).count();
    match name.last() {
        Some('会') if ends("委员会") == 3 => Some('委'),
        Some('室') if ends("办公室") == 3 => Some('办'),
        last => last.copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_is_found_again_among_others_where_that_is_certain() {
        let names = |names: &[&str]| -> Vec<Option<String>> {
            names.iter().map(|name| (!name.is_empty()).then(|| name.to_string())).collect()
        };
        let organs = names(&["云溪市财政局", "水利局", "", "云溪市住建局", "教育局", "民政局", "民政局"]);
        let others = names(&[
            "云溪市水利局",
            "",
            "云溪市住房和城乡建设局",
            "云溪市财政局",
            "东城区教育局",
            "西城区教育局",
            "民政局",
        ]);
        assert_eq!(match_organs(&organs, &others), [Some(3), Some(0), None, Some(2), None, None, None]);
    }

    #[test]
    fn an_organ_is_known_by_the_variants_of_its_name() {
        let like = |one: &str, other: &str| likeness(&plain(one), &plain(other));
        assert_eq!(like("文化和旅游局", "云溪市文化和旅游局"), Some(Likeness::Place));
        assert_eq!(like("石桥镇", "云溪市石桥镇人民政府"), Some(Likeness::Place));
        assert_eq!(like("云溪市 财政局", "云溪市财政局"), Some(Likeness::Same));
        assert_eq!(like("住建局", "云溪市住房和城乡建设局"), Some(Likeness::Short));
        assert_eq!(like("市发改委", "云溪市发展和改革委员会"), Some(Likeness::Short));
        assert_eq!(like("东城街道", "云溪市东城街道办事处"), Some(Likeness::Place));
        assert_eq!(like("莫旗住建局", "莫力达瓦达斡尔族自治旗住房和城乡建设局"), Some(Likeness::Short));
        assert_eq!(like("莫旗教育局", "莫力达瓦达斡尔族自治旗教育局"), Some(Likeness::Short));
        assert_eq!(like("东城区住建局", "云溪市东城区住房和城乡建设局"), Some(Likeness::Short));
        assert_eq!(like("市场监管局", "云溪县市场监督管理局"), Some(Likeness::Short));
        assert_eq!(like("城管局", "云溪市城市管理局"), Some(Likeness::Short));
        assert_eq!(like("云溪市政府办", "云溪市人民政府办公室"), Some(Likeness::Short));
        assert_eq!(like("东城区住建局", "西城区住房和城乡建设局"), None);
        assert_eq!(like("东城区教育局", "西城区教育局"), None);
        assert_eq!(like("财政局", "云溪市水利局"), None);
        assert_eq!(like("石桥镇人民政府", "柳林镇人民政府"), None);
        assert_eq!(like("民政局", "教育局"), None);
    }
}
