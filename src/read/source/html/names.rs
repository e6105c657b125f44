//! The names of elements, and what the standard says of each.

/// The element's end tag may be left out, and is put in where another element ends.
pub const IMPLIED: u16 = 1;
/// The standard calls it special: end tags of others don't reach beyond it.
pub const SPECIAL: u16 = 1 << 1;
/// Its end tag ends it alone, whatever begun inside it is still open.
pub const FORMATTING: u16 = 1 << 2;
/// It has no content and no end.
pub const VOID: u16 = 1 << 3;
/// A paragraph ends where it begins.
pub const CLOSES_P: u16 = 1 << 4;
/// What is open outside it can't be ended from within.
pub const SCOPE: u16 = 1 << 5;
/// Its content is text without tags.
pub const RAW: u16 = 1 << 6;
/// A drawing or a formula ends where it begins.
pub const BREAKS_OUT: u16 = 1 << 7;
/// Words run on over it; anything else, known or not to HTML, begins and ends a paragraph of its own.
pub const INLINE: u16 = 1 << 8;
/// A reader of the page doesn't see it.
pub const UNSEEN: u16 = 1 << 9;

macro_rules! tags {
    ($($tag:ident $name:literal: $($($trait:ident)|+)?;)*) => {
        /// An element that the standard or this reader treats in a way of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Tag { $($tag,)* Other }

        fn tag(lowercase: &[u8]) -> Tag {
            const { $(assert!($name.len() <= LONGEST);)* }
            $(const $tag: &[u8] = $name.as_bytes();)*
            match lowercase {
                $($tag => Tag::$tag,)*
                _ => Tag::Other,
            }
        }

        const TRAITS: &[u16] = &[$(0 $($(| $trait)+)?,)* 0];
    };
}

/// The longest name, in bytes.
const LONGEST: usize = 10;

#[allow(non_upper_case_globals, reason = "the names of the tags serve for their texts too")]
mod list {
    use super::*;

    tags! {
        A "a": FORMATTING | INLINE;
        Abbr "abbr": INLINE;
        Acronym "acronym": INLINE;
        Address "address": SPECIAL | CLOSES_P;
        Applet "applet": SPECIAL | SCOPE;
        Area "area": SPECIAL | VOID;
        Article "article": SPECIAL | CLOSES_P;
        Aside "aside": SPECIAL | CLOSES_P;
        Audio "audio": UNSEEN;
        B "b": FORMATTING | INLINE | BREAKS_OUT;
        Base "base": SPECIAL | VOID;
        Basefont "basefont": SPECIAL | VOID;
        Bdi "bdi": INLINE;
        Bdo "bdo": INLINE;
        Bgsound "bgsound": SPECIAL | VOID;
        Big "big": FORMATTING | INLINE | BREAKS_OUT;
        Blink "blink": INLINE;
        Blockquote "blockquote": SPECIAL | CLOSES_P | BREAKS_OUT;
        Body "body": SPECIAL | BREAKS_OUT;
        Br "br": SPECIAL | VOID | BREAKS_OUT;
        Button "button": SPECIAL | UNSEEN;
        Canvas "canvas": UNSEEN;
        Caption "caption": SPECIAL | SCOPE;
        Center "center": SPECIAL | CLOSES_P | BREAKS_OUT;
        Cite "cite": INLINE;
        Code "code": FORMATTING | INLINE | BREAKS_OUT;
        Col "col": SPECIAL | VOID;
        Colgroup "colgroup": SPECIAL;
        Data "data": INLINE;
        Datalist "datalist": UNSEEN;
        Dd "dd": SPECIAL | IMPLIED | BREAKS_OUT;
        Del "del": UNSEEN;
        Details "details": SPECIAL | CLOSES_P;
        Dfn "dfn": INLINE;
        Dialog "dialog": CLOSES_P | UNSEEN;
        Dir "dir": SPECIAL | CLOSES_P;
        Div "div": SPECIAL | CLOSES_P | BREAKS_OUT;
        Dl "dl": SPECIAL | CLOSES_P | BREAKS_OUT;
        Dt "dt": SPECIAL | IMPLIED | BREAKS_OUT;
        Em "em": FORMATTING | INLINE | BREAKS_OUT;
        Embed "embed": SPECIAL | VOID | BREAKS_OUT;
        Fieldset "fieldset": SPECIAL | CLOSES_P;
        Figcaption "figcaption": SPECIAL | CLOSES_P;
        Figure "figure": SPECIAL | CLOSES_P;
        Font "font": FORMATTING | INLINE;
        Footer "footer": SPECIAL | CLOSES_P;
        Form "form": SPECIAL;
        Frame "frame": SPECIAL | VOID;
        Frameset "frameset": SPECIAL;
        H1 "h1": SPECIAL | CLOSES_P | BREAKS_OUT;
        H2 "h2": SPECIAL | CLOSES_P | BREAKS_OUT;
        H3 "h3": SPECIAL | CLOSES_P | BREAKS_OUT;
        H4 "h4": SPECIAL | CLOSES_P | BREAKS_OUT;
        H5 "h5": SPECIAL | CLOSES_P | BREAKS_OUT;
        H6 "h6": SPECIAL | CLOSES_P | BREAKS_OUT;
        Head "head": SPECIAL | BREAKS_OUT;
        Header "header": SPECIAL | CLOSES_P;
        Hgroup "hgroup": SPECIAL | CLOSES_P;
        Hr "hr": SPECIAL | VOID | CLOSES_P | BREAKS_OUT;
        Html "html": SPECIAL;
        I "i": FORMATTING | INLINE | BREAKS_OUT;
        Iframe "iframe": SPECIAL | RAW | UNSEEN;
        Image "image": VOID | INLINE;
        Img "img": SPECIAL | VOID | INLINE | BREAKS_OUT;
        Input "input": SPECIAL | VOID | INLINE;
        Ins "ins": INLINE;
        Kbd "kbd": INLINE;
        Keygen "keygen": SPECIAL | VOID;
        Label "label": INLINE;
        Li "li": SPECIAL | IMPLIED | BREAKS_OUT;
        Link "link": SPECIAL | VOID;
        Listing "listing": SPECIAL | CLOSES_P | BREAKS_OUT;
        Main "main": SPECIAL | CLOSES_P;
        Mark "mark": INLINE;
        Marquee "marquee": SPECIAL | SCOPE;
        Math "math": UNSEEN;
        Menu "menu": SPECIAL | CLOSES_P | BREAKS_OUT;
        Meta "meta": SPECIAL | VOID | BREAKS_OUT;
        Nav "nav": SPECIAL | CLOSES_P | UNSEEN;
        Nobr "nobr": FORMATTING | INLINE | BREAKS_OUT;
        Noembed "noembed": SPECIAL | RAW;
        Noframes "noframes": SPECIAL | RAW | UNSEEN;
        Noscript "noscript": SPECIAL | RAW | UNSEEN;
        Object "object": SPECIAL | SCOPE | UNSEEN;
        Ol "ol": SPECIAL | CLOSES_P | BREAKS_OUT;
        Optgroup "optgroup": IMPLIED;
        Option "option": IMPLIED | UNSEEN;
        P "p": SPECIAL | CLOSES_P | IMPLIED | BREAKS_OUT;
        Param "param": SPECIAL | VOID;
        Plaintext "plaintext": SPECIAL | CLOSES_P | RAW;
        Pre "pre": SPECIAL | CLOSES_P | BREAKS_OUT;
        Q "q": INLINE;
        Rb "rb": IMPLIED | INLINE;
        Rp "rp": IMPLIED | UNSEEN;
        Rt "rt": IMPLIED | UNSEEN;
        Rtc "rtc": IMPLIED;
        Ruby "ruby": INLINE | BREAKS_OUT;
        S "s": FORMATTING | INLINE | BREAKS_OUT;
        Samp "samp": INLINE;
        Script "script": SPECIAL | RAW | UNSEEN;
        Search "search": SPECIAL | CLOSES_P;
        Section "section": SPECIAL | CLOSES_P;
        Select "select": SPECIAL | UNSEEN;
        Small "small": FORMATTING | INLINE | BREAKS_OUT;
        Source "source": SPECIAL | VOID;
        Span "span": INLINE | BREAKS_OUT;
        Strike "strike": FORMATTING | INLINE | BREAKS_OUT;
        Strong "strong": FORMATTING | INLINE | BREAKS_OUT;
        Style "style": SPECIAL | RAW | UNSEEN;
        Sub "sub": INLINE | BREAKS_OUT;
        Summary "summary": SPECIAL | CLOSES_P;
        Sup "sup": INLINE | BREAKS_OUT;
        Svg "svg": UNSEEN;
        Table "table": SPECIAL | SCOPE | BREAKS_OUT;
        Tbody "tbody": SPECIAL;
        Td "td": SPECIAL | SCOPE;
        Template "template": SPECIAL | SCOPE | UNSEEN;
        Textarea "textarea": SPECIAL | RAW | UNSEEN;
        Tfoot "tfoot": SPECIAL;
        Th "th": SPECIAL | SCOPE;
        Thead "thead": SPECIAL;
        Time "time": INLINE;
        Title "title": SPECIAL | RAW | UNSEEN;
        Tr "tr": SPECIAL;
        Track "track": SPECIAL | VOID;
        Tt "tt": FORMATTING | INLINE | BREAKS_OUT;
        U "u": FORMATTING | INLINE | BREAKS_OUT;
        Ul "ul": SPECIAL | CLOSES_P | BREAKS_OUT;
        Var "var": INLINE | BREAKS_OUT;
        Video "video": UNSEEN;
        Wbr "wbr": SPECIAL | VOID | INLINE;
        Xml "xml": UNSEEN;
        Xmp "xmp": SPECIAL | CLOSES_P | RAW;
    }

    /// The tag of this name, written large or small.
    pub fn tag_of(name: &str) -> Tag {
        let mut lowercase = [0; LONGEST];
        let Some(lowercase) = lowercase.get_mut(..name.len()) else { return Tag::Other };
        for (to, from) in lowercase.iter_mut().zip(name.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        tag(lowercase)
    }

    pub fn traits_of(tag: Tag) -> u16 {
        TRAITS[tag as usize]
    }
}

pub use list::Tag;

/// An element's name.
#[derive(Clone, Copy, Debug)]
pub struct Name<'t> {
    pub tag: Tag,
    /// As it is written.
    pub text: &'t str,
}

impl<'t> Name<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { tag: list::tag_of(text), text }
    }

    /// The name of an element that the standard puts in where its tag is left out.
    pub fn implied(tag: Tag) -> Self {
        Self { tag, text: "" }
    }

    /// Whether it has one of these traits.
    pub fn is(self, traits: u16) -> bool {
        list::traits_of(self.tag) & traits != 0
    }

    /// Word writes its own names with a colon: o:p, st1:date.
    pub fn is_inline(self) -> bool {
        self.is(INLINE) || (self.tag == Tag::Other && self.text.contains(':'))
    }

    pub fn is_heading(self) -> bool {
        matches!(self.tag, Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
    }

    pub fn is_row_group(self) -> bool {
        matches!(self.tag, Tag::Tbody | Tag::Thead | Tag::Tfoot)
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag && (self.tag != Tag::Other || self.text.eq_ignore_ascii_case(other.text))
    }
}
