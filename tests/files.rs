//! Files of every kind are drawn as the text that a person sees in them, or refused with a sentence that says what to do.

mod support;

use gouji::options::{Error, ErrorCode, Format, Input, ReadOptions};
use gouji::read::source::{Source, read};
use gouji::report::Layout;
use support::office::{Sheet, docx, docx_with, xlsx, xlsx_with, zip};

fn source(bytes: &[u8]) -> Source {
    read(Input::Bytes(bytes), &ReadOptions::default()).unwrap()
}

fn drawn(bytes: &[u8]) -> String {
    source(bytes).text
}

fn refusal(bytes: &[u8]) -> Error {
    read(Input::Bytes(bytes), &ReadOptions::default()).unwrap_err()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

#[test]
fn a_string_of_text_is_the_text_itself() {
    let text = "二、主动公开\r\n规章\t1\u{feff}\n";
    let read = |options: &ReadOptions| read(Input::Text(text), options).unwrap();
    assert_eq!(read(&ReadOptions::default()), Source { text: text.to_owned(), drawn: None });
    let html = "<p>前言</p>";
    let as_text = ReadOptions { format: Some(Format::Text), ..ReadOptions::default() };
    assert_eq!(gouji::read::source::read(Input::Text(html), &as_text).unwrap().text, html);
}

#[test]
fn merged_cells_of_a_document_cover_their_places() {
    let body = [
        paragraph("二、主动公开"),
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>".to_owned(),
        row(&[cell("<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>", "角"), cell("", "甲"), cell("", "乙")]),
        row(&[cell("<w:gridSpan w:val=\"2\"/><w:vMerge/>", "看不见"), cell("", "1"), cell("", "")]),
        row(&[cell("<w:vMerge w:val=\"continue\"/>", "丙"), cell("", "丁"), cell("<w:gridSpan w:val=\"2\"/>", "3")]),
        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>".to_owned(),
        format!("{}{}</w:tr></w:tbl>", cell("", "戊"), cell("", "4")),
    ];
    let text = "二、主动公开\n角\t\t甲\t乙\n\t\t1\t\u{a0}\n丙\t丁\t3\t\n\t戊\t4\t\n";
    assert_eq!(source(&docx(&body.concat())), Source { text: text.to_owned(), drawn: Some(Layout::Docx) });
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let body = "<w:p><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>13</w:t></w:r></w:ins>\
                <w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>件</w:t></w:r></w:moveTo></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>\
                <w:p><w:r><w:t>后半</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>";
    let rows = row(&[cell("", "甲"), cell("", "1")]);
    assert_eq!(drawn(&docx(&format!("{body}{rows}</w:tbl>"))), "13件\n前半后半\n甲\t1\n");
}

#[test]
fn what_a_reader_of_the_document_does_not_see_is_left_out() {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr>\
                <w:t>显</w:t></w:r><w:r><w:fldChar><w:fldData>AAA</w:fldData></w:fldChar></w:r>\
                <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t xml:space=\"preserve\"> 年 </w:t><w:tab/><w:t>报</w:t>\
                <w:br/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:char=\"2116\"/></w:r>\
                <w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r>\
                </w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>框</w:t></w:pict>\
                </mc:Fallback></mc:AlternateContent></w:r></w:p>\
                <w:sdt><w:sdtPr><w:t>控件</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>a &lt;&#x4e00;&amp;b\
                </w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>";
    assert_eq!(drawn(&docx(body)), "显 年 报 №\na <一&b\n");
}

#[test]
fn automatic_numbers_are_text() {
    let level = |number: usize, format: &str, text: &str, suffix: &str| {
        format!(
            "<w:lvl w:ilvl=\"{number}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:suff w:val=\"{suffix}\"/>\
             <w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"7\">{}{}{}</w:abstractNum><w:num w:numId=\"1\">\
         <w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/>\
         <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"11\"/></w:lvlOverride></w:num></w:numbering>",
        level(0, "chineseCountingThousand", "%1、", "tab"),
        level(1, "chineseCounting", "（%2）", "nothing"),
        level(2, "decimal", "%3.", "space"),
    );
    let styles = "<w:styles><w:style w:styleId=\"H\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
                  <w:style w:styleId=\"K\"><w:basedOn w:val=\"H\"/></w:style></w:styles>";
    let item =
        |properties: &str, text: &str| format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let at = |list: usize, level: usize| {
        format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
    };
    let body = [
        item("<w:pStyle w:val=\"H\"/>", "总体情况"),
        item(&at(1, 1), "主动公开"),
        item(&at(1, 2), "网站"),
        item(&at(1, 1), "依申请公开"),
        item("<w:pStyle w:val=\"K\"/>", "主动公开"),
        item(&at(1, 1), "其他"),
        item(&at(2, 0), "另起"),
        item(&format!("<w:pStyle w:val=\"H\"/>{}", at(0, 0)), "无编号"),
        item(&at(1, 0), ""),
    ];
    let file = docx_with(&body.concat(), &[("word/numbering.xml", &numbering), ("word/styles.xml", styles)]);
    let text =
        "一、总体情况\n（一）主动公开\n1. 网站\n（二）依申请公开\n二、主动公开\n（一）其他\n十一、另起\n无编号\n";
    assert_eq!(drawn(&file), text);
}

#[test]
fn a_report_pasted_in_a_sheet_is_paragraphs_and_tables() {
    let text = |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = [
        format!("<row r=\"1\">{}</row>", text("A1", "某局2024年度报告")),
        format!("<row r=\"2\">{}</row>", text("A2", "二、主动公开政府信息情况")),
        format!("<row r=\"3\">{}</row>", text("A3", "第二十条第（一）项")),
        format!("<row r=\"4\">{}{}{}</row>", text("A4", "信息内容"), text("B4", "制发"), text("C4", "废止")),
        format!("<row r=\"5\">{}<c r=\"B5\"><v>3</v></c><c r=\"C5\"/></row>", text("A5", "规章")),
        format!("<row r=\"6\">{}</row>", text("A6", "第二十条第（八）项")),
        format!("<row r=\"7\">{}<c r=\"B7\"><v>0.30000000000000004</v></c></row>", text("A7", "收费")),
        format!("<row r=\"8\">{}<c r=\"B8\"/><c r=\"C8\"/></row>", text("A8", "合计")),
        format!("<row r=\"9\">{}</row>", text("A9", "三、收到和处理情况")),
        format!("<row r=\"11\">{}</row>", text("A11", "无。")),
    ];
    let merges =
        "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:C3\"/><mergeCell ref=\"A9:C9\"/></mergeCells>";
    let file = xlsx(&format!("<sheetData>{}</sheetData>{merges}", rows.concat()));
    let expected = "某局2024年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\t\t\n信息内容\t制发\t废止\n\
                    规章\t3\t\u{a0}\n第二十条第（八）项\t\u{a0}\t\u{a0}\n收费\t0.3\t\u{a0}\n合计\t\u{a0}\t\u{a0}\n\
                    三、收到和处理情况\n无。\n";
    assert_eq!(source(&file), Source { text: expected.to_owned(), drawn: Some(Layout::Xlsx) });
}

#[test]
fn sheets_come_in_order_without_the_hidden_ones() {
    let sheet = |state, label: &str| Sheet {
        state,
        content: format!(
            "<sheetData><row><c t=\"inlineStr\"><is><r><t>{label}</t></r><rPh><t>注音</t></rPh></is></c>\
             <c t=\"s\"><v>1</v></c><c t=\"str\"><f>A1</f><v>x</v></c><c s=\"1\"><v>45672</v></c><c t=\"b\"><v>1</v></c>\
             <c><v>1.5E+3</v></c></row></sheetData>"
        ),
    };
    let strings = "<sst><si><t>零</t></si><si><r><t>共</t></r><r><t>享</t></r></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>";
    let file = xlsx_with(
        &[sheet("visible", "甲"), sheet("hidden", "乙"), sheet("veryHidden", "丙"), sheet("visible", "丁")],
        &[("xl/sharedStrings.xml", strings), ("xl/styles.xml", styles)],
    );
    let row = |label| format!("{label}\t共享\tx\t2025年1月15日\tTRUE\t1500\n");
    assert_eq!(drawn(&file), format!("{}\n{}", row("甲"), row("丁")));
}

/// A sheet with a cell of text, or the cell given as it is, in each place.
fn sheet_of(rows: &[(&str, &[&str])]) -> String {
    let cell = |(column, content): (usize, &&str)| match *content {
        "" => String::new(),
        content if content.starts_with('<') => content.to_owned(),
        text => format!("<c r=\"{}ROW\" t=\"inlineStr\"><is><t>{text}</t></is></c>", char::from(b'A' + column as u8)),
    };
    let row = |(number, (attributes, cells)): (usize, &(&str, &[&str]))| {
        let cells: String = cells.iter().enumerate().map(cell).collect();
        let number = (number + 1).to_string();
        format!("<row r=\"{number}\" {attributes}>{}</row>", cells.replace("ROW", &number))
    };
    format!("<sheetData>{}</sheetData>", rows.iter().enumerate().map(row).collect::<String>())
}

#[test]
fn hidden_rows_and_columns_of_a_sheet_are_not_read() {
    let rows = sheet_of(&[
        ("", &["项目", "备注", "件数"]),
        ("hidden=\"1\"", &["草稿", "甲", "9"]),
        ("", &["规章", "乙", "3"]),
        ("ht=\"0\" customHeight=\"1\"", &["旧", "丙", "8"]),
        ("", &["许可", "丁", "5"]),
    ]);
    let columns = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"16384\" width=\"0\"/></cols>";
    assert_eq!(drawn(&xlsx(&format!("{columns}{rows}"))), "项目\t件数\n规章\t3\n许可\t5\n");
}

#[test]
fn a_merged_cell_is_read_where_it_comes_to_be_seen() {
    let rows = sheet_of(&[
        ("", &["项目", "", "", "件数"]),
        ("hidden=\"true\"", &["结果", "隐", "公开", "1"]),
        ("", &["", "", "不公开", "2"]),
        ("", &["", "", "其他", "3"]),
    ]);
    let columns = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>";
    let merges =
        "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:B2\"/></mergeCells>";
    let text = "项目\t\t件数\n结果\t不公开\t2\n\t其他\t3\n";
    assert_eq!(drawn(&xlsx(&format!("{columns}{rows}{merges}"))), text);
    let columns = "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>";
    let text = "项目\t\t件数\n\u{a0}\t不公开\t2\n\u{a0}\t其他\t3\n";
    assert_eq!(drawn(&xlsx(&format!("{columns}{rows}<mergeCell ref=\"A1:C1\"/>"))), text);
}

#[test]
fn a_number_is_read_as_the_sheet_shows_it() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"180\" formatCode=\"0&quot;件&quot;\"/></numFmts><cellXfs>\
                  <xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"3\"/><xf numFmtId=\"14\"/><xf numFmtId=\"180\"/>\
                  </cellXfs></styleSheet>";
    let cell = |style: usize, value: &str| format!("<c s=\"{style}\"><v>{value}</v></c>");
    let cells = [cell(0, "0.5"), cell(1, "0.5"), cell(2, "1295"), cell(3, "12"), cell(4, "5"), cell(99, "7")].concat();
    let row = format!("<sheetData><row>{cells}<c t=\"e\"><v>#REF!</v></c></row></sheetData>");
    let sheet = Sheet { state: "visible", content: row };
    let text = drawn(&xlsx_with(&[sheet], &[("xl/styles.xml", styles)]));
    assert_eq!(text, "0.5\t50%\t1,295\t1900年1月12日\t5件\t7\t#REF!\n");
}

#[test]
fn zeros_that_a_sheet_does_not_show_are_blank() {
    let rows = sheet_of(&[("", &["规章", "<c r=\"B1\"><v>0</v></c>", "<c r=\"C1\"><v>10</v></c>"])]);
    let view = "<sheetViews><sheetView showZeros=\"0\"/></sheetViews>";
    assert_eq!(drawn(&xlsx(&rows)), "规章\t0\t10\n");
    assert_eq!(drawn(&xlsx(&format!("{view}{rows}"))), "规章\t\u{a0}\t10\n");
}

#[test]
fn no_figure_is_claimed_for_a_formula_that_was_not_computed() {
    let row = "<sheetData><row><c t=\"inlineStr\"><is><t>合计</t></is></c><c><f>SUM(A1:A3)</f><v>6</v></c>\
               <c><f>SUM(B1:B3)</f><v></v></c><c><f>1+1</f></c></row></sheetData>";
    assert_eq!(drawn(&xlsx(row)), "合计\t6\t=SUM(B1:B3)\t=1+1\n");
    let workbook = "<workbook xmlns:r=\"urn:r\"><workbookPr date1904=\"1\"/><sheets><sheet r:id=\"rId1\"/></sheets>\
                    <calcPr fullCalcOnLoad=\"1\"/></workbook>";
    let related = "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/a.xml\"/></Relationships>";
    let sheet = format!("<worksheet>{row}</worksheet>");
    let file =
        zip(&[("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", related), ("xl/worksheets/a.xml", &sheet)]);
    assert_eq!(drawn(&file), "合计\t=SUM(A1:A3)\t=SUM(B1:B3)\t=1+1\n");
}

#[test]
fn characters_that_a_sheet_writes_as_codes_are_read() {
    let rows = sheet_of(&[("", &["本年新_x000D_\n制作", "_x4e00__x_", "a_x00"])]);
    assert_eq!(drawn(&xlsx(&rows)), "本年新 制作\t一_x_\ta_x00\n");
}

#[test]
fn text_in_every_encoding_and_pages_as_bytes_are_read() {
    let page = "<html><head><meta charset=gbk></head><body><p>总体情况</p></body></html>";
    let bytes = encoding_rs::GBK.encode(page).0;
    assert_eq!(source(&bytes), Source { text: "总体情况\n".to_owned(), drawn: Some(Layout::Html) });
    let named = |label: &str| ReadOptions { encoding: Some(label.to_owned()), ..ReadOptions::default() };
    assert_eq!(read(Input::Bytes(b"\x93\xfa"), &named("shift_jis")).unwrap().text, "日");
    assert_eq!(read(Input::Bytes(b"1"), &named("utf-99")).unwrap_err().code, ErrorCode::UnknownOption);
    assert_eq!(drawn(b""), "");
}

/// Word, Excel and many systems open such files by what is in them, and so does this program.
#[test]
fn a_file_is_told_by_its_bytes_whatever_its_name_says() {
    let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=gb2312></head><body><table>\
                <tr><td>规章<td x:num>2</table></body></html>";
    let sheet = encoding_rs::GB18030.encode(page).0;
    assert_eq!(source(&sheet), Source { text: "规章\t2\n".to_owned(), drawn: Some(Layout::Html) });
    let tabs = "行政许可\t12\n㐀㐁𠮷\t1\n";
    assert_eq!(source(&encoding_rs::GB18030.encode(tabs).0), Source { text: tabs.to_owned(), drawn: None });
    let xml_page = "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>总体情况</p></body></html>";
    assert_eq!(drawn(xml_page.as_bytes()), "总体情况\n");
}

#[test]
fn parts_of_a_document_may_be_numbered_or_have_the_separators_of_windows() {
    let document = format!("<w:document><w:body>{}</w:body></w:document>", paragraph("总体情况"));
    assert_eq!(drawn(&zip(&[("word/document2.xml", &document)])), "总体情况\n");
    assert_eq!(drawn(&zip(&[("word\\document.xml", &document)])), "总体情况\n");
}

#[test]
fn what_is_no_report_is_refused_by_name() {
    let compound = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 64], &name].concat()
    };
    let part = |name: &str| zip(&[(name, "")]);
    let cases: Vec<(Vec<u8>, &str, &str)> = vec![
        (b"%PDF-1.7 ...".to_vec(), "PDF", "PDF"),
        (compound("WordDocument"), ".doc", "old document"),
        (compound("Workbook"), ".xls", ".xls"),
        (compound("EncryptedPackage"), "密码", "password"),
        (part("OFD.xml"), "OFD", "OFD"),
        (b"\x89PNG\r\n\x1a\n....".to_vec(), "图片", "picture"),
        (b"\xff\xd8\xff\xe0....".to_vec(), "图片", "picture"),
        (b"GIF89a".to_vec(), "图片", "picture"),
        (b"BM\x10\0\0\0\0\0\0\0".to_vec(), "图片", "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), "图片", "picture"),
        (b"II*\0....".to_vec(), "图片", "picture"),
        (b"{\\rtf1 1}".to_vec(), "RTF", "RTF"),
        (part("ppt/presentation.xml"), "演示文稿", "presentation"),
        (part("xl/workbook.bin"), ".xlsb", ".xlsb"),
        (zip(&[("mimetype", ""), ("content.xml", "")]), "OpenDocument", "OpenDocument"),
        (zip(&[("甲局.docx", ""), ("乙局.DOCX", "")]), "解压", "unpack"),
        (zip(&[("甲局.docx", "")]), "解压", "unpack"),
        (part("data.bin"), ".docx", "neither"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n".to_vec(),
            ".mht",
            ".mhtml",
        ),
        (b"From: <Saved>\r\nSubject: 1\r\nContent-Type: multipart/related;\r\n".to_vec(), ".mht", ".mhtml"),
        (
            b"<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:x\"><Table>"
                .to_vec(),
            "XML",
            "as XML",
        ),
        (b"\xef\xbb\xbf<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"urn:w\">".to_vec(), "XML", "as XML"),
        (b"<?xml version=\"1.0\"?><pkg:package><pkg:part/>".to_vec(), "XML", "as XML"),
        (b"<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"urn:u\">".to_vec(), "XML", "as XML"),
        (b"\x1f\x8b\x08".to_vec(), "压缩包", "archive"),
        (b"Rar!\x1a\x07".to_vec(), "压缩包", "archive"),
        (b"7z\xbc\xaf\x27\x1c".to_vec(), "压缩包", "archive"),
        (b"PK\x03\x04 and no more".to_vec(), "损坏", "damaged"),
        (b"\0\x01\x02\x03\0\0\0\0 program".to_vec(), "无法识别", "known kind"),
        (zip(&[("word/document.xml", "<w:document><w:body><w:p>")]), "损坏", "damaged"),
        (zip(&[("xl/workbook.xml", "<workbook/>")]), "损坏", "damaged"),
    ];
    for (bytes, chinese, english) in cases {
        let error = refusal(&bytes);
        assert_eq!(error.code, ErrorCode::Unreadable, "{}", error.english);
        assert!(error.chinese.contains(chinese) && error.chinese.contains('请'), "{}", error.chinese);
        assert!(error.english.contains(english), "{}", error.english);
    }
    let as_docx = ReadOptions { format: Some(Format::Docx), ..ReadOptions::default() };
    for input in [Input::Text("文字"), Input::Bytes(b"not a zip")] {
        assert_eq!(read(input, &as_docx).unwrap_err().code, ErrorCode::Unreadable);
    }
}

#[test]
fn a_file_over_a_limit_is_refused_with_the_limit() {
    let deep = |tag: &str| format!("<w:{tag}>").repeat(100_000);
    let bomb = zip(&[("word/document.xml", vec![b' '; 201 << 20])]);
    let squeezed = zip(&[("word/document.xml", vec![b' '; 20 << 20])]);
    let cells = cell("<w:gridSpan w:val=\"4000000000\"/>", "1");
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (docx(&deep("sdt")), "500"),
        (docx(&deep("tbl")), "500"),
        (bomb, "200 MB"),
        (squeezed, "300"),
        (vec![b'1'; 65 << 20], "64 MB"),
        (docx(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>")), "100 columns"),
        (xlsx("<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>"), "100 columns"),
        (zip(&(0..10_001).map(|part| (part.to_string(), "")).collect::<Vec<_>>()), "10000 files"),
    ];
    for (bytes, limit) in cases {
        let error = refusal(&bytes);
        assert_eq!(error.code, ErrorCode::TooLarge, "{limit}: {}", error.english);
        assert!(error.english.contains(limit) && error.english.contains("limit"), "{limit}: {}", error.english);
        assert!(error.chinese.contains("上限"), "{}", error.chinese);
    }
}

#[test]
fn numbers_that_no_sheet_can_have_are_read_or_refused() {
    let most = usize::MAX;
    let cell = "<c t=\"inlineStr\"><is><t>规章</t></is></c><c><v>1</v></c>";
    let contents = [
        format!("<sheetData><row r=\"{most}\">{cell}</row><row>{cell}</row></sheetData>"),
        format!("<cols><col min=\"3\" max=\"{most}\" hidden=\"1\"/></cols><sheetData><row>{cell}</row></sheetData>"),
        format!("<cols><col min=\"9\" max=\"2\" hidden=\"1\"/></cols><sheetData><row>{cell}</row></sheetData>"),
        format!("<sheetData><row>{cell}</row></sheetData><mergeCell ref=\"A1:ZZZ{most}\"/><mergeCell ref=\"B9:A1\"/>"),
        format!("<sheetData><row><c s=\"{most}\"><v>1e{most}</v></c>{cell}</row></sheetData>"),
        format!("<sheetData><row><c t=\"s\"><v>{most}</v></c><c t=\"s\"><v>-1</v></c>{cell}</row></sheetData>"),
    ];
    for content in contents {
        let text = drawn(&xlsx(&content));
        assert!(text.contains("规章\t1"), "{content}: {text}");
    }
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"9\" formatCode=\"0%%%%%%%%%%%%%%%%,,,;;;;[;&quot;;_\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    let content =
        "<sheetData><row><c s=\"0\"><v>79228162514264337593543950335</v></c><c><v>1</v></c></row></sheetData>";
    let sheet = Sheet { state: "visible", content: content.to_owned() };
    assert!(drawn(&xlsx_with(&[sheet], &[("xl/styles.xml", styles)])).starts_with("79228162514264337593543950335\t"));
}

#[test]
fn a_sheet_that_repeats_one_long_text_is_refused_over_the_limit() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "一".repeat(1 << 20));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(50);
    let sheet = Sheet {
        state: "visible",
        content: format!("<sheetData>{}</sheetData>", format!("<row>{cells}</row>").repeat(9)),
    };
    let error = refusal(&xlsx_with(&[sheet], &[("xl/sharedStrings.xml", &strings)]));
    assert_eq!(error.code, ErrorCode::TooLarge, "{}", error.english);
}

#[test]
fn entities_are_never_expanded() {
    let declared = "<!DOCTYPE x [<!ENTITY a \"一二三\"><!ENTITY b \"&a;&a;\">]>";
    let document = format!("{declared}<document><body><p><r><t>前&b;后</t></r></p></body></document>");
    assert_eq!(drawn(&zip(&[("word/document.xml", document)])), "前后\n");
}
