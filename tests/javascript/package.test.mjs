/** What the package promises to whoever calls it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { entries } from "./support/package.mjs";
import { consistent } from "./support/reports.mjs";

for (const [way, gouji] of Object.entries(entries)) {
  const { GoujiError, applyFixes, check, compare, forms, init, matchOrgans, parse, render, rollUp, rules, version } = gouji;

  /** Every place in a result, with what must stand there where the result says it. */
  function places({ report, findings = [] }) {
    const rows = Object.values(report.tables).flatMap((table) => [...table.rows, ...table.extraRows]);
    return [
      ...rows.map((row) => [row.span, row.written]),
      ...rows.flatMap((row) => row.cells.map((cell) => [cell.span, cell.raw])),
      ...rows.flatMap((row) => row.unplaced.map((value) => [value.span, value.raw])),
      ...report.sections.flatMap((section) => [[section.span], [section.body]]),
      ...findings.flatMap((finding) => [[finding.span], ...finding.related.map(({ span }) => [span])]),
      ...findings.flatMap((finding) => finding.fix?.edits.map((edit) => [edit.span, edit.was]) ?? []),
    ].filter(([span]) => span !== null);
  }

  function throwsGoujiError(run, code, words) {
    assert.throws(run, (error) => {
      assert.ok(error instanceof GoujiError);
      assert.equal(error.name, "GoujiError");
      assert.equal(error.code, code);
      assert.match(error.message, words);
      return true;
    });
  }

  test(`${way}: a report is checked at once, and init is there all the same`, async () => {
    await init();
    const { schema, report, counts } = check(consistent);
    assert.equal(schema, 1);
    assert.equal(report.form, "2021");
    assert.equal(report.year, 2023);
    assert.ok(Object.values(report.tables).every((table) => table.found));
    assert.equal(counts.error, 0);
    assert.deepEqual(parse(consistent), report);
  });

  test(`${way}: results are plain data`, () => {
    const result = check(consistent);
    assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
    assert.deepEqual(structuredClone(result), result);
  });

  test(`${way}: every place is where its text stands`, () => {
    // One character of two code units before everything else moves all places by one unit more than bytes suggest.
    for (const text of [consistent, `𠮷\r\n${consistent}`]) {
      const result = check(text);
      assert.equal(result.report.text, text);
      const all = places(result);
      assert.ok(all.length > 100);
      for (const [span, said] of all) {
        const { start, end, line, column } = span;
        assert.ok(0 <= start && start <= end && end <= text.length);
        if (said !== undefined) assert.equal(text.slice(start, end), said);
        const before = text.slice(0, start).split(/\r\n|\n|\r/);
        assert.deepEqual([line, column], [before.length, before.at(-1).length + 1]);
      }
    }
  });

  test(`${way}: any text gives a report and throws nothing`, () => {
    const poem = "山外雨初晴，\n桥边柳又青。\n归舟三两叶，\n一路听流莺。";
    const noise = Array.from({ length: 1 << 18 }, (_, index) => String.fromCodePoint(33 + ((index * 7919) % 50000))).join("");
    for (const text of ["", " ", poem, noise, "\ud800一\udc00", "😀👨‍👩‍👧‍👦".repeat(99), "\0\u0001\ufeff", "|".repeat(9999)]) {
      const { report, findings, complete } = check(text);
      assert.equal(report.text, text);
      assert.equal(typeof complete, "boolean");
      assert.ok(Array.isArray(findings));
      assert.deepEqual(Object.keys(report.tables), ["disclosure", "applications", "litigation"]);
      assert.ok(Object.values(report.tables).every((table) => !table.found && table.rows.length > 0));
    }
  });

  test(`${way}: what isn't an option throws, and says what is`, () => {
    throwsGoujiError(() => check("", { colour: 1 }), "unknown-option", /colour.*locale/);
    throwsGoujiError(() => parse("", { locale: "en" }), "unknown-option", /locale.*format/);
    throwsGoujiError(() => check("", { format: "pdf", locale: "en" }), "unknown-option", /pdf.*docx/);
    throwsGoujiError(() => check("", { locale: "fr" }), "unknown-option", /zh-CN/);
    throwsGoujiError(() => check("", { rules: { Z999: "off" } }), "unknown-option", /Z999/);
    throwsGoujiError(() => check("", { rules: { A302: "loud" } }), "unknown-option", /warning/);
    throwsGoujiError(() => check("", { year: "last" }), "unknown-option", /2024/);
    throwsGoujiError(() => check("", { previous: { text: 1 } }), "unknown-option", /previous.*text/);
    throwsGoujiError(() => check("", "en"), "unknown-option", /locale/);
    throwsGoujiError(() => check(42), "unknown-option", /Uint8Array/);
    throwsGoujiError(() => rules("fr"), "unknown-option", /zh-CN/);
  });

  test(`${way}: an option that is null or undefined counts as not given`, () => {
    assert.deepEqual(check(consistent, { year: null, rules: undefined }), check(consistent));
  });

  test(`${way}: last year's report may be text, bytes or a report`, () => {
    const asText = check(consistent, { previous: consistent });
    assert.deepEqual(check(consistent, { previous: new TextEncoder().encode(consistent) }), asText);
    assert.deepEqual(check(consistent, { previous: parse(consistent) }), asText);
  });

  test(`${way}: a report is held against last year's, with places in its own text`, () => {
    const text = `𠮷\r\n${consistent}`;
    const findings = compare(parse(consistent), parse(text));
    const { span, expected, actual } = findings.find(({ code }) => code === "X601");
    assert.equal(text.slice(span.start, span.end), String(actual));
    assert.notEqual(expected, actual);
    assert.deepEqual(findings, check(text, { previous: consistent }).findings.filter(({ code }) => code[0] === "X"));
    throwsGoujiError(() => compare({}, parse(text)), "unknown-option", /parse/);
    throwsGoujiError(() => compare(parse(text), parse(text), { year: 2023, locale: "en" }), "unknown-option", /year/);
  });

  test(`${way}: reports are added up and held against the one above them`, () => {
    const more = parse(`𠮷\r\n${consistent.replaceAll("\t40", "\t41")}`);
    const rolled = rollUp(parse(consistent), [more], { organs: ["云溪市文化和旅游局", "云溪市水利局"] });
    const received = rolled.report.tables.applications.rows.find(({ id }) => id === "received");
    assert.equal(received.cells.at(-1).value, 41);
    const { span, source } = rolled.findings.find(({ code }) => code === "R701");
    assert.equal(source, null);
    assert.equal(consistent.slice(span.start, span.end), "40");
    assert.deepEqual(rolled.missing, ["云溪市水利局"]);
    const { report, findings } = rollUp(null, [parse(consistent), more]);
    assert.equal(report.tables.applications.rows.find(({ id }) => id === "received").cells.at(-1).value, 81);
    const same = findings.find(({ code }) => code === "R703");
    assert.equal(same.source, 1);
    assert.ok(more.text.slice(same.span.start, same.span.end).startsWith("2023年"));
    assert.deepEqual(rollUp(null, []).findings, []);
  });

  test(`${way}: organs are found again under other names`, () => {
    const pairs = matchOrgans(["云溪市财政局", "水利局", null], [null, "云溪市水利局", "财政局"]);
    assert.deepEqual(pairs, [2, 1, null]);
    throwsGoujiError(() => matchOrgans("财政局", []), "unknown-option", /null/);
  });

  test(`${way}: what is rendered reads back the same`, () => {
    const { tables } = parse(consistent);
    const figures = (tables) =>
      Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ address, value, state }) => [address, value, state])));
    for (const format of ["html", "markdown", "csv", "text"]) {
      assert.deepEqual(figures(parse(render(parse(consistent), format)).tables), figures(tables), format);
    }
    throwsGoujiError(() => render(parse(consistent), "pdf"), "unknown-option", /pdf.*markdown/);
    throwsGoujiError(() => render({ text: "" }, "html"), "unknown-option", /sections/);
  });

  test(`${way}: fixes are made, and a second check no longer shows what was fixed`, () => {
    const text = `\ud800𠮷\n${consistent.replace("重新核对", "重新的的核对")}`;
    const { report, findings } = check(text);
    const fixed = applyFixes(report.text, findings);
    assert.equal(fixed, text.replace("的的", "的"));
    assert.ok(!check(fixed).findings.some(({ code }) => code === "W802"));
    throwsGoujiError(() => applyFixes(`${text.slice(3)}`, findings), "unknown-option", /report\.text/);
  });

  test(`${way}: after an internal error the next call works`, () => {
    const before = check(consistent);
    const nested = `${"<div>".repeat(400)}<p>总体情况</p>${"</div>".repeat(400)}`;
    assert.equal(check(nested).report.text.trim(), "总体情况");
    // Calls from so deep in the stack that the engine has no room left on it, until one gets an answer.
    let outcome = null;
    const descend = () => {
      try {
        descend();
      } catch {
        if (outcome) return;
        try {
          outcome = check(nested);
        } catch (error) {
          if (!(error instanceof GoujiError)) throw error;
          outcome = error;
        }
      }
    };
    descend();
    if (outcome instanceof GoujiError) assert.equal(outcome.code, "internal");
    else assert.ok(!outcome.complete && outcome.findings.some(({ code }) => code === "I901"));
    assert.deepEqual(check(consistent), before);
  });

  test(`${way}: each rule has its page in both languages, and each finding its rule`, () => {
    const [chinese, english] = [rules(), rules("en")];
    assert.deepEqual(chinese.map(({ code }) => code), english.map(({ code }) => code));
    for (const { code, name, summary, basis, doc } of [...chinese, ...english]) {
      assert.match(code, /^[A-Z][1-9][0-9]{2}$/);
      assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(summary && basis && doc.includes("## "));
    }
    const broken = consistent.replaceAll("\t20\t", "\t21\t");
    for (const { code } of check(broken).findings) assert.ok(chinese.some((rule) => rule.code === code));
  });

  test(`${way}: both forms are given as grids whose every row is as wide as the form`, () => {
    const all = forms();
    assert.deepEqual(all.map(({ id }) => id), ["2019", "2021"]);
    for (const { sections, tables } of all) {
      assert.equal(sections.length, 6);
      for (const { id, grid } of tables) {
        const addresses = grid.flat().map(({ address }) => address).filter(Boolean);
        assert.ok(addresses.length > 0 && addresses.every((address) => address.startsWith(`${id}.`)));
        assert.equal(new Set(addresses).size, addresses.length);
      }
    }
  });

  test(`${way}: the version is a version`, () => assert.match(version(), /^\d+\.\d+\.\d+/));
}
