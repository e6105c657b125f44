//! Organs by their names: 住建局 and 云溪市住房和城乡建设局 are one.

use super::Expected;
use crate::report::Report;
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
        let likest =
            listed.iter().enumerate().filter_map(|(at, organ)| Some((likeness(organ, &name)?, organ.len(), at)));
        if let Some((likeness, _, at)) = likest.max() {
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

pub fn likeness(one: &[char], other: &[char]) -> Option<Likeness> {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short == long {
        return Some(Likeness::Same);
    }
    if short.len() >= 2 && long.ends_with(short) {
        return Some(Likeness::Place);
    }
    is_short_form(short, long).then_some(Likeness::Short)
}

/// 住建局 for 住房和城乡建设局, 发改委 for 发展和改革委员会: the characters in their order, the first at the beginning of
/// the name or after the place's, the last of the name's own ending.
fn is_short_form(short: &[char], long: &[char]) -> bool {
    let without_place = |name: &[char]| {
        let place = name.iter().position(|character| "省市县区旗州盟".contains(*character));
        let rest = place.map_or(0, |at| at + 1);
        if name.len() - rest >= 3 { name[rest..].to_vec() } else { name.to_vec() }
    };
    let (short, long) = (without_place(short), without_place(long));
    let ending = |name: &[char]| {
        let name: String = name.iter().collect();
        ["委员会", "办公室", "局", "委", "办", "厅", "院", "中心"]
            .iter()
            .find(|ending| name.ends_with(**ending))
            .map(|each| each.chars().next())
    };
    let mut rest = long.iter();
    short.len() >= 3
        && short.len() < long.len()
        && short.first() == long.first()
        && ending(&short).is_some()
        && ending(&short) == ending(&long)
        && short.iter().all(|character| rest.any(|other| other == character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_is_known_by_the_variants_of_its_name() {
        let like = |one: &str, other: &str| likeness(&plain(one), &plain(other));
        assert_eq!(like("文化和旅游局", "云溪市文化和旅游局"), Some(Likeness::Place));
        assert_eq!(like("石桥镇", "云溪市石桥镇人民政府"), Some(Likeness::Place));
        assert_eq!(like("云溪市 财政局", "云溪市财政局"), Some(Likeness::Same));
        assert_eq!(like("住建局", "云溪市住房和城乡建设局"), Some(Likeness::Short));
        assert_eq!(like("市发改委", "云溪市发展和改革委员会"), Some(Likeness::Short));
        assert_eq!(like("东城街道", "云溪市东城街道办事处"), Some(Likeness::Place));
        assert_eq!(like("财政局", "云溪市水利局"), None);
        assert_eq!(like("石桥镇人民政府", "柳林镇人民政府"), None);
        assert_eq!(like("民政局", "教育局"), None);
    }
}
