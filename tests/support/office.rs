//! Office files made by hand, small enough to read in the test that makes them.

#![allow(dead_code, reason = "each test uses its own part")]

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of the named parts.
pub fn zip<N: AsRef<str>, T: AsRef<[u8]>>(parts: &[(N, T)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_ref(), SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_ref()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A docx with this body and further parts.
pub fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"urn:w\"><w:body>{body}\
         <w:sectPr/></w:body></w:document>"
    );
    let mut all = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)];
    all.extend_from_slice(parts);
    zip(&all)
}

pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// A sheet of a workbook: its name, its state and what stands in its `worksheet`.
pub struct Sheet<'a> {
    pub state: &'a str,
    pub content: String,
}

/// An xlsx with these sheets and further parts.
pub fn xlsx_with(sheets: &[Sheet], parts: &[(&str, &str)]) -> Vec<u8> {
    let mut listed = String::new();
    let mut related = String::new();
    let mut all: Vec<(String, String)> = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let id = index + 1;
        listed += &format!("<sheet name=\"表{id}\" sheetId=\"{id}\" state=\"{}\" r:id=\"rId{id}\"/>", sheet.state);
        related += &format!("<Relationship Id=\"rId{id}\" Target=\"worksheets/sheet{id}.xml\"/>");
        all.push((format!("xl/worksheets/sheet{id}.xml"), format!("<worksheet>{}</worksheet>", sheet.content)));
    }
    all.push(("xl/workbook.xml".into(), format!("<workbook xmlns:r=\"urn:r\"><sheets>{listed}</sheets></workbook>")));
    all.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{related}</Relationships>")));
    all.extend(parts.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())));
    zip(&all)
}

/// An xlsx of one sheet.
pub fn xlsx(content: &str) -> Vec<u8> {
    xlsx_with(&[Sheet { state: "visible", content: content.to_owned() }], &[])
}
