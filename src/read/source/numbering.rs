//! The numbers that Word writes by itself before paragraphs: 一、 or （一） or 1. is text to whoever reads the document.

use super::refuse::Refused;
use super::xml::{Tag, Xml};
use crate::options::Error;
use crate::sorted::Named;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub struct Numbering {
    /// By the list's id: the definition that it follows.
    lists: Named<String>,
    /// By definition.
    definitions: Named<Definition>,
    /// By the style's id.
    styles: Named<Style>,
}

#[derive(Default)]
struct Definition {
    levels: Levels,
    counts: [Option<usize>; LEVELS],
}

/// A list has nine levels.
const LEVELS: usize = 9;

type Levels = [Option<Level>; LEVELS];

#[derive(Clone)]
struct Level {
    start: usize,
    format: String,
    /// `%1、`: the number of level 1, and 、.
    pattern: String,
    /// What follows the number: a tab, a space or nothing.
    gap: bool,
}

#[derive(Clone, Default)]
struct Style {
    item: Option<Item>,
    based_on: Option<String>,
}

/// Which list a paragraph belongs to, at which level, counted from 0.
#[derive(Clone, Debug, Default)]
pub struct Item {
    list: Option<String>,
    level: usize,
}

impl Item {
    /// Reads the open `numPr`.
    pub fn read(xml: &mut Xml) -> Result<Self, Error> {
        let mut item = Self::default();
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "numId" => item.list = tag.attribute("val"),
                "ilvl" => item.level = tag.number("val").unwrap_or(0).min(LEVELS - 1),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(item)
    }
}

impl Numbering {
    /// Reads `numbering.xml` and `styles.xml`; either may be empty.
    pub fn read(numbering: &str, styles: &str) -> Result<Self, Error> {
        let mut all = Self::default();
        all.read_definitions(numbering)?;
        all.read_styles(styles)?;
        Ok(all)
    }

    fn read_definitions(&mut self, numbering: &str) -> Result<(), Error> {
        let mut xml = Xml::new(numbering);
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "abstractNum" => {
                    let id = tag.attribute("abstractNumId").ok_or(Refused::Broken)?;
                    let levels = read_levels(&mut xml)?;
                    self.definitions.insert(id, Definition { levels, counts: [None; LEVELS] });
                }
                "num" => self.read_list(&tag, &mut xml)?,
                "numbering" => {}
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// A list follows a definition, or changes some of its levels and then counts by itself.
    fn read_list(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Error> {
        let id = tag.attribute("numId").ok_or(Refused::Broken)?;
        let mut definition = String::new();
        let mut changed = Vec::new();
        while let Some(tag) = xml.child()? {
            if tag.name() == "abstractNumId" {
                definition = tag.attribute("val").unwrap_or_default();
                xml.skip()?;
            } else if tag.name() == "lvlOverride" {
                let number = tag.number("ilvl").unwrap_or(0).min(LEVELS - 1);
                let existing = self.definitions.get(&definition).and_then(|each| each.levels[number].clone());
                if let Some(level) = read_override(xml, existing)? {
                    changed.push((number, level));
                }
            } else {
                xml.skip()?;
            }
        }
        if !changed.is_empty() {
            let mut levels = self.definitions.get(&definition).map(|each| each.levels.clone()).unwrap_or_default();
            changed.into_iter().for_each(|(number, level)| levels[number] = Some(level));
            definition = format!("list {id}");
            self.definitions.insert(definition.clone(), Definition { levels, counts: [None; LEVELS] });
        }
        self.lists.insert(id, definition);
        Ok(())
    }

    fn read_styles(&mut self, styles: &str) -> Result<(), Error> {
        let mut xml = Xml::new(styles);
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "style" => {
                    let id = tag.attribute("styleId").unwrap_or_default();
                    let style = read_style(&mut xml)?;
                    self.styles.insert(id, style);
                }
                "styles" => {}
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// The list of a paragraph by its style, or by the styles which that is based on.
    pub fn of_style(&self, style: Option<&str>) -> Option<Item> {
        let mut style = self.styles.get(style?)?;
        // Word itself allows no more; a circle ends here as well.
        for _ in 0..10 {
            if style.item.is_some() {
                return style.item.clone();
            }
            style = self.styles.get(style.based_on.as_ref()?)?;
        }
        None
    }

    /// Counts a paragraph, and gives the number written before it.
    pub fn count(&mut self, item: Item) -> Option<String> {
        let definition = self.definitions.get_mut(self.lists.get(item.list.as_ref()?)?)?;
        let level = definition.levels[item.level].clone()?;
        let count = definition.counts[item.level].map_or(level.start, |count| count.saturating_add(1));
        definition.counts[item.level] = Some(count);
        definition.counts[item.level + 1..].fill(None);
        let mut text = level.pattern;
        for (place, count) in definition.counts.iter().enumerate().take(item.level + 1) {
            let Some(level) = &definition.levels[place] else { continue };
            text = text.replace(&format!("%{}", place + 1), &written(count.unwrap_or(level.start), &level.format)?);
        }
        if level.gap && !text.ends_with(['、', '）', '．', '：']) && !text.is_empty() {
            text.push(' ');
        }
        Some(text)
    }
}

fn read_levels(xml: &mut Xml) -> Result<Levels, Error> {
    let mut levels = Levels::default();
    while let Some(tag) = xml.child()? {
        if tag.name() == "lvl" {
            let number = tag.number("ilvl").unwrap_or(0).min(LEVELS - 1);
            levels[number] = Some(read_level(xml)?);
        } else {
            xml.skip()?;
        }
    }
    Ok(levels)
}

fn read_level(xml: &mut Xml) -> Result<Level, Error> {
    let mut level = Level { start: 1, format: "decimal".to_owned(), pattern: String::new(), gap: true };
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "start" => level.start = tag.number("val").unwrap_or(1),
            "numFmt" => level.format = tag.attribute("val").unwrap_or_default(),
            "lvlText" => level.pattern = tag.attribute("val").unwrap_or_default(),
            "suff" => level.gap = tag.attribute("val").as_deref() != Some("nothing"),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(level)
}

fn read_override(xml: &mut Xml, existing: Option<Level>) -> Result<Option<Level>, Error> {
    let mut level = existing;
    while let Some(tag) = xml.child()? {
        if tag.name() == "lvl" {
            level = Some(read_level(xml)?);
            continue;
        }
        if let ("startOverride", Some(start), Some(level)) = (tag.name(), tag.number("val"), level.as_mut()) {
            level.start = start;
        }
        xml.skip()?;
    }
    Ok(level)
}

fn read_style(xml: &mut Xml) -> Result<Style, Error> {
    let mut style = Style::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "pPr" => {
                while let Some(tag) = xml.child()? {
                    if tag.name() == "numPr" {
                        style.item = Some(Item::read(xml)?);
                    } else {
                        xml.skip()?;
                    }
                }
                continue;
            }
            "basedOn" => style.based_on = tag.attribute("val"),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(style)
}

/// A number in the format that Word names so; none for bullets and for formats that no report uses.
fn written(number: usize, format: &str) -> Option<String> {
    Some(match format {
        "decimal" => number.to_string(),
        "decimalZero" => format!("{number:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => {
            number.to_string().chars().filter_map(|digit| char::from_u32(digit as u32 + 0xfee0)).collect()
        }
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital" => chinese(number, "〇一二三四五六七八九")?,
        "chineseLegalSimplified" => chinese(number, "零壹贰叁肆伍陆柒捌玖")?,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number)?.to_string(),
        "upperLetter" => letter(number)?.to_string(),
        "lowerLetter" => letter(number)?.to_ascii_lowercase().to_string(),
        "none" => String::new(),
        _ => return None,
    })
}

/// 1 to 99.
fn chinese(number: usize, digits: &str) -> Option<String> {
    let digit = |digit: usize| digits.chars().nth(digit);
    let (tens, units) = (number / 10, number % 10);
    let mut text = String::new();
    match tens {
        0 => {}
        1 => text.push('十'),
        2..=9 => text.extend([digit(tens)?, '十']),
        _ => return None,
    }
    if units > 0 {
        text.push(digit(units)?);
    }
    (!text.is_empty()).then_some(text)
}

fn circled(number: usize) -> Option<char> {
    (1..=20).contains(&number).then(|| char::from_u32(0x2460 + number as u32 - 1))?
}

fn letter(number: usize) -> Option<char> {
    (1..=26).contains(&number).then(|| char::from(b'A' + number as u8 - 1))
}
