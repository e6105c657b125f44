/** `npx gouji`, installed from the tarball. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { unzipSync, zipSync } from "fflate";
import { gouji as run } from "./support/command.mjs";
import { docx } from "./support/office.mjs";
import { entries, project, put } from "./support/package.mjs";
import { consistent } from "./support/reports.mjs";

const { check, parse, render, rules } = entries.import;
const root = new URL("../../", import.meta.url);
const example = (name) => readFileSync(new URL(`www/examples/${name}.txt`, root), "utf8");
const [broken, clean] = [example("broken-total"), example("clean")];
const pdf = "%PDF-1.7\n";

const place = project({ "faulty.txt": broken, "clean.txt": clean });
const gouji = (args, options) => run(place, args, options);

/** How many columns a character takes in a terminal; good enough for what stands in the tests' reports. */
const width = (text) => [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);

test("npx finds the command, and it says what it can do", async () => {
  const printed = execFileSync("npx", ["--no-install", "gouji", "--version"], { cwd: place, encoding: "utf8" });
  assert.match(printed, /^gouji \d+\.\d+\.\d+\n$/);
  const help = await gouji(["--help"]);
  assert.equal(help.code, 0);
  assert.match(help.out, /用法/);
  assert.match((await gouji(["--help", "--lang", "en"])).out, /Usage/);
  assert.match((await gouji(["--help"], { env: { LANG: "en_GB.UTF-8" } })).out, /Usage/);
  assert.match((await gouji(["--help"], { env: { LANG: "C" } })).out, /用法/);
  assert.equal((await gouji([])).code, 2);
});

test("a clean report ends with 0, errors with 1, what could not be checked with 2", async () => {
  put(place, { "scan.pdf": pdf, "poem.txt": "山外雨初晴，桥边柳又青。" });
  assert.equal((await gouji(["check", "clean.txt"])).code, 0);
  assert.equal((await gouji(["check", "clean.txt", "faulty.txt"])).code, 1);
  assert.equal((await gouji(["check", "faulty.txt", "poem.txt"])).code, 2);
  const { code, out } = await gouji(["check", "scan.pdf", "missing.docx", "clean.txt"]);
  assert.equal(code, 2);
  assert.match(out, /^未能校验 scan\.pdf: .*PDF/m);
  assert.match(out, /^未能校验 missing\.docx: 文件不存在/m);
  assert.match(out, /^clean\.txt: 未发现问题$/m);
  assert.match(out, /共 3 份报告.*2 份未能校验/);
});

test("carets stand under the place, as wide as it is", async () => {
  for (const [name, text] of [["faulty.txt", broken], ["other.txt", example("sentence-disagrees")]]) {
    put(place, { [name]: text });
    const { out } = await gouji(["check", name]);
    const shown = [...out.matchAll(/--> .*:(\d+):(\d+)\n +\|\n\d+ \| (.*)\n +\| ( *)(\^+)\n/g)];
    const { findings } = check(text);
    assert.equal(shown.length, findings.filter(({ span }) => span).length);
    for (const [index, [, line, column, source, spaces, carets]] of shown.entries()) {
      const { span } = findings[index];
      assert.deepEqual([Number(line), Number(column)], [span.line, span.column]);
      const marked = text.slice(span.start, span.end);
      assert.equal(carets.length, width(marked));
      let at = 0;
      while (width(source.slice(0, at)) < spaces.length) at++;
      assert.equal(source.slice(at, at + marked.length), marked);
    }
  }
});

test("a long line is cut around the place, and nothing in it steers the terminal", async () => {
  const [line] = broken.split("\n").filter((each) => each.includes("办结15件"));
  put(place, { "long.txt": broken.replace(line, `${"甲".repeat(300)}\u001b[31m\u202e。${line}${"乙".repeat(300)}`) });
  const { out } = await gouji(["check", "long.txt"]);
  const shown = /\d+ \| (….*办结15件.*…)\n/.exec(out);
  assert.ok(shown && width(shown[1]) <= 102);
  assert.doesNotMatch(out, /[\u001b\u202e]/);
});

test("colours are for terminals, and where they are asked for", async () => {
  const red = "\u001b[31m";
  assert.ok(!(await gouji(["check", "faulty.txt"])).out.includes(red));
  assert.ok((await gouji(["check", "faulty.txt"], { env: { FORCE_COLOR: "1" } })).out.includes(red));
  assert.ok(!(await gouji(["check", "faulty.txt"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).out.includes(red));
});

test("a terminal sees colours, and how far it has come where the output goes elsewhere", () => {
  put(place, Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`many/${index}.txt`, clean])));
  const command = `${process.execPath} node_modules/gouji/cli.cjs check`;
  const env = { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "", TERM: "xterm", NO_COLOR: "", FORCE_COLOR: "" };
  const terminal = (line) => execFileSync("script", ["-qec", line, "/dev/null"], { cwd: place, encoding: "utf8", env });
  assert.match(terminal(`${command} faulty.txt || true`), /\u001b\[31m错误\[A302\]/);
  assert.match(terminal(`${command} many --format csv > many.csv`), / 12\/12/);
  assert.ok(!readFileSync(join(place, "many.csv"), "utf8").includes("12/12"));
});

test("JSON and NDJSON hold what the engine gives", async () => {
  const expected = [
    { file: "clean.txt", result: check(clean, { locale: "en" }) },
    { file: "faulty.txt", result: check(broken, { locale: "en" }) },
  ];
  const args = ["check", "clean.txt", "faulty.txt", "--lang", "en", "--format"];
  assert.deepEqual(JSON.parse((await gouji([...args, "json"])).out), expected);
  const lines = (await gouji([...args, "ndjson"])).out.trimEnd().split("\n");
  assert.deepEqual(lines.map((line) => JSON.parse(line)), expected);
});

test("CSV opens in a spreadsheet: with its mark, text no formula, a file that fails in a row of its own", async () => {
  put(place, { "=1.pdf": pdf });
  const { out } = await gouji(["check", "faulty.txt", "=1.pdf", "--format", "csv"]);
  const lines = out.split("\r\n");
  assert.equal(lines[0], "\ufefffile,organ,year,line,column,severity,code,name,message,cells,actual,expected,fix");
  assert.equal(lines.length, check(broken).findings.length + 3);
  assert.match(lines[1], /^faulty\.txt,某某市示例委员会,2024,6,35,warning,P404,concluded-differs,/);
  assert.match(lines.at(-2), /^'=1\.pdf,,,,,failed,unreadable,,/);
});

test("Markdown is a table a file", async () => {
  const { out } = await gouji(["check", "faulty.txt", "clean.txt", "--format", "markdown"]);
  assert.match(out, /^## faulty\.txt$/m);
  assert.match(out, /^\| 错误 \| faulty\.txt:56:22 \| A302 \| /m);
  assert.match(out, /^## clean\.txt\n\n未发现问题$/m);
});

test("SARIF is valid after its schema, with places, fixes and what could not be checked", async () => {
  const schema = JSON.parse(
    readFileSync(new URL("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", root), "utf8"),
  );
  const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);
  put(place, { "报告/扭 曲.txt": broken, "报告/a.docx": docx(broken) });
  const { out, code } = await gouji(["check", "报告", "scan.pdf", "--format", "sarif", "--lang", "en"]);
  assert.equal(code, 2);
  const log = JSON.parse(out);
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
  const [{ results, tool, invocations, columnKind }] = log.runs;
  assert.equal(columnKind, "utf16CodeUnits");
  assert.equal(tool.driver.rules.length, rules().length);
  const of = (uri) => results.filter(({ locations }) => locations[0].physicalLocation.artifactLocation.uri === uri);
  const placed = of(encodeURI("报告/扭 曲.txt"));
  const { findings } = check(broken, { locale: "en" });
  assert.deepEqual(placed.map(({ ruleId }) => ruleId), findings.map(({ code }) => code));
  for (const [index, { ruleId, ruleIndex, locations, fixes }] of placed.entries()) {
    const { span, fix } = findings[index];
    assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    const { region } = locations[0].physicalLocation;
    assert.deepEqual([region.startLine, region.startColumn, region.charOffset], [span.line, span.column, span.start]);
    assert.equal(region.endColumn - region.startColumn, span.end - span.start);
    assert.equal(fixes?.[0].artifactChanges[0].replacements.length, fix?.edits.length);
  }
  const drawn = of(encodeURI("报告/a.docx"));
  assert.ok(drawn.length > 0 && drawn.every(({ locations, fixes }) => !locations[0].physicalLocation.region && !fixes));
  assert.equal(invocations[0].executionSuccessful, false);
  assert.match(invocations[0].toolExecutionNotifications[0].message.text, /PDF/);
});

test("folders are walked, zips are opened, and what editors leave behind is passed over", async () => {
  const gbk = Uint8Array.from([0xb1, 0xa8, 0xb8, 0xe6]);
  const named = (name) => String.fromCharCode(...name);
  put(place, {
    "all/b/二.docx": docx(clean),
    "all/a.txt": clean,
    "all/~$二.docx": "owner",
    "all/Thumbs.db": "x",
    "all/.DS_Store": "x",
    "all/.git/config": "x",
    "all/c.zip": zipSync({
      "towns/甲.txt": new TextEncoder().encode(clean),
      "towns/~$甲.txt": new Uint8Array(3),
      "__MACOSX/甲.txt": new Uint8Array(3),
      "乙.docx": docx(broken),
    }),
    "all/d.zip": zipSync({ [`${named(gbk)}.txt`]: new TextEncoder().encode(clean) }),
    "all/e.zip": "PK\u0003\u0004 broken",
  });
  // Windows marks no name as UTF-8.
  const unmarked = readFileSync(join(place, "all/d.zip"));
  for (let at = 0; at < unmarked.length - 4; at++) {
    if (unmarked.readUInt32LE(at) === 0x04034b50) unmarked.writeUInt16LE(0, at + 6);
    if (unmarked.readUInt32LE(at) === 0x02014b50) unmarked.writeUInt16LE(0, at + 8);
  }
  put(place, { "all/d.zip": unmarked });
  const { out } = await gouji(["check", "all", "--format", "ndjson"]);
  const outcomes = out.trimEnd().split("\n").map((line) => JSON.parse(line));
  const files = outcomes.map(({ file }) => file);
  assert.deepEqual(files.slice(0, 4), ["all/a.txt", "all/b/二.docx", "all/c.zip/towns/甲.txt", "all/c.zip/乙.docx"]);
  assert.equal(files.length, 6);
  assert.equal(outcomes[4].result.counts.error, 0);
  assert.ok(outcomes[5].error);
});

test("standard input is a report as well", async () => {
  const { out, code } = await gouji(["check", "-"], { input: docx(broken) });
  assert.equal(code, 1);
  assert.match(out, /--> stdin:\d+:\d+/);
});

test("options reach the engine, and those that aren't there are told", async () => {
  const off = await gouji(["check", "faulty.txt", "--format", "json", "--rule", "A302=off", "--rule", "unbalanced=info"]);
  const [{ result }] = JSON.parse(off.out);
  assert.ok(!result.findings.some(({ code }) => code === "A302"));
  assert.equal(result.findings.find(({ code }) => code === "A301").severity, "info");
  for (const [args, words] of [
    [["check", "clean.txt", "--colour"], /--colour/],
    [["chekc"], /roll-up/],
    [["check"], /文件/],
    [["check", "clean.txt", "--format", "html"], /sarif/],
    [["check", "clean.txt", "--parent", "x"], /--previous/],
    [["check", "clean.txt", "--rule", "Z999=off"], /Z999/],
    [["check", "clean.txt", "--rule", "A302"], /A302=off/],
    [["check", "clean.txt", "--lang", "fr"], /fr/],
    [["check", "clean.txt", "--format"], /--format/],
    [["rule", "Z999"], /Z999/],
  ]) {
    const { err, out, code } = await gouji(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, words);
    assert.equal(out, "");
  }
});

test("a report is held against last year's: a file, or the folder's of the same organ", async () => {
  const organ = (text, name) => text.replaceAll("云溪市文化和旅游局", name);
  put(place, {
    "2023/one.txt": organ(consistent, "云溪市财政局"),
    "2023/two.txt": organ(consistent, "云溪市水利局"),
    "2023/new.txt": organ(consistent, "云溪市数据局"),
    "2022/x.txt": organ(consistent, "水利局"),
    "2022/y.docx": docx(organ(consistent, "云溪市财政局")),
  });
  const codes = ({ result }) => result.findings.map(({ code }) => code);
  const single = JSON.parse((await gouji(["check", "2023/one.txt", "--previous", "2022/y.docx", "--format", "json"])).out);
  assert.ok(codes(single[0]).some((code) => code.startsWith("X6")));
  const { out, code } = await gouji(["check", "2023", "--previous", "2022", "--format", "json"]);
  const [fresh, one, two] = JSON.parse(out);
  assert.deepEqual([fresh.previous, one.previous, two.previous], [null, "2022/y.docx", "2022/x.txt"]);
  assert.ok(codes(one).some((each) => each.startsWith("X6")) && codes(two).some((each) => each.startsWith("X6")));
  assert.ok(!codes(fresh).some((each) => each.startsWith("X6")));
  assert.equal(code, 2);
  assert.match((await gouji(["check", "2023", "--previous", "2022"])).out, /2023\/new\.txt: .*没有找到同一机关的上年报告/);
  assert.match((await gouji(["check", "2023", "--previous", "2022/x.txt"])).err, /文件夹/);
});

test("a stream of reports comes out line for line, in order, in little memory", async () => {
  const count = 1000;
  const text = JSON.stringify(clean);
  const lines = function* () {
    for (let id = 0; id < count; id++) yield `{"id":${id},"text":${text}}\n`;
  };
  const { out, code } = await gouji(["check", "--input", "ndjson", "-"], {
    input: Readable.from(lines()),
    node: ["--max-old-space-size=32"],
  });
  const answers = out.trimEnd().split("\n");
  assert.equal(code, 0);
  assert.ok(out.length > 40e6);
  const { result } = JSON.parse(answers[0]);
  assert.deepEqual(result, check(clean));
  assert.deepEqual(answers.map((answer) => Number(/^\{"id":(\d+),/.exec(answer)[1])), Array.from({ length: count }, (_, id) => id));
});

test("a bad line of a stream is one error line", async () => {
  const good = JSON.stringify({ id: "最后", text: `${clean}\u2028` });
  const input = `{"id":1}\nno json\n\n[1]\n{"id":2,"text":"<table>${"<div>".repeat(600)}"}\n${good}`;
  const { out, code } = await gouji(["check", "--input", "ndjson", "-", "--lang", "en"], { input });
  assert.equal(code, 2);
  const answers = out.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(answers.map(({ id, line, error }) => [id, line, error?.code]), [
    [1, 1, "unreadable"],
    [null, 2, "unreadable"],
    [null, 3, "unreadable"],
    [null, 4, "unreadable"],
    [2, 5, "too-large"],
    ["最后", undefined, undefined],
  ]);
  assert.match(answers[1].error.message, /JSON/);
  assert.equal(answers[5].result.counts.error, 0);
});

test("table gives the figures as CSV, JSON, HTML, Markdown and XLSX", async () => {
  const report = parse(clean);
  const cells = Object.values(report.tables).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const csv = (await gouji(["table", "clean.txt", "--format", "csv"])).out.split("\r\n");
  assert.equal(csv[0], "\ufefffile,organ,year,form,address,row,column,value,unit,raw,state,placed,line");
  assert.deepEqual(csv.slice(1, -1).map((line) => [line.split(",")[4], Number(line.split(",")[7])]), cells.map(({ address, value }) => [address, value]));
  const [{ tables, organ }] = JSON.parse((await gouji(["table", "clean.txt", "--format", "json"])).out);
  assert.deepEqual(tables, report.tables);
  assert.equal(organ, report.organ);
  const html = (await gouji(["table", "clean.txt", "--format", "html"])).out;
  assert.match(html, /^<!doctype html>/);
  assert.ok(html.includes(render(report, "html")));
  const markdown = (await gouji(["table", "clean.txt"])).out;
  assert.ok(markdown.includes(render(report, "markdown")));
  for (const paths of [["clean.txt"], ["clean.txt", "faulty.txt"]]) {
    const { out } = await gouji(["table", ...paths, "--format", "xlsx", "--output", "tables.xlsx"]);
    assert.equal(out, "");
    const parts = unzipSync(readFileSync(join(place, "tables.xlsx")));
    assert.equal(Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name)).length, paths.length === 1 ? 3 : 1);
  }
  const read = JSON.parse((await gouji(["table", "tables.xlsx", "scan.pdf", "--format", "json"])).out);
  assert.equal(read.length, 1);
});

test("the official grids as XLSX read back the same", async () => {
  await gouji(["table", "clean.txt", "--format", "xlsx", "--output", "grids.xlsx"]);
  const again = parse(readFileSync(join(place, "grids.xlsx")));
  const values = ({ tables }) => Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
  assert.deepEqual(values(again), values(parse(clean)));
  assert.ok(statSync(join(place, "grids.xlsx")).size > 0);
});

test("roll-up adds reports up, holds them against the parent's and names who is missing", async () => {
  const organ = (name) => consistent.replaceAll("云溪市文化和旅游局", name);
  put(place, {
    "county.docx": docx(organ("云溪市人民政府")),
    "list.txt": "石桥镇\r\n柳林镇\r\n白塔镇\r\n",
    "towns/1.txt": organ("云溪市石桥镇人民政府"),
    "towns/2.txt": organ("云溪市柳林镇人民政府"),
    "towns/3.pdf": pdf,
  });
  const args = ["roll-up", "--parent", "county.docx", "--organs", "list.txt", "towns"];
  const { out, code } = await gouji(args);
  assert.equal(code, 2);
  assert.match(out, /R701/);
  assert.match(out, /\[R702\]: .*白塔镇/);
  assert.match(out, /^未能校验 towns\/3\.pdf/m);
  const json = JSON.parse((await gouji([...args, "--format", "json"])).out);
  assert.deepEqual(json.missing, ["白塔镇"]);
  assert.deepEqual(json.files, ["towns/1.txt", "towns/2.txt"]);
  const received = ({ tables }) => tables.applications.rows[0].cells.at(-1).value;
  assert.equal(received(json.report), 2 * received(parse(consistent)));
  assert.ok(out.includes(render(json.report, "text")));
  const csv = (await gouji([...args, "--format", "csv"])).out;
  assert.match(csv, /applications\.received\.total,/);
});

test("rule shows a rule's page, by code or by name", async () => {
  const [page] = rules("en").filter(({ code }) => code === "A302");
  const shown = (await gouji(["rule", "a302", "--lang", "en"])).out;
  assert.ok(shown.includes(page.doc));
  assert.equal((await gouji(["rule", "outcomes-do-not-add-up", "--lang", "en"])).out, shown);
  assert.equal((await gouji(["rule"])).out.trimEnd().split("\n").length, rules().length);
});
