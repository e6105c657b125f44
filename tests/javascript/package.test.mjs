/** What the package promises to whoever calls it, on the caller's thread and off it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, workers } from "./support/package.mjs";
import { consistent, lastYear } from "./support/reports.mjs";

for (const [way, gouji] of Object.entries({ ...entries, ...workers })) {
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
    return assert.rejects(run, (error) => {
      assert.ok(error instanceof GoujiError);
      assert.equal(error.name, "GoujiError");
      assert.equal(error.code, code);
      assert.match(error.message, words);
      return true;
    });
  }

  test(`${way}: a report is checked at once, and init is there all the same`, async () => {
    await init();
    const { schema, report, counts } = await check(consistent);
    assert.equal(schema, 1);
    assert.equal(report.form, "2021");
    assert.equal(report.year, 2023);
    assert.ok(Object.values(report.tables).every((table) => table.found));
    assert.equal(counts.error, 0);
    assert.deepEqual(await parse(consistent), report);
  });

  test(`${way}: results are plain data`, async () => {
    const result = await check(consistent);
    assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
    assert.deepEqual(structuredClone(result), result);
  });

  test(`${way}: every place is where its text stands`, async () => {
    // One character of two code units before everything else moves all places by one unit more than bytes suggest.
    for (const text of [consistent, `𠮷\r\n${consistent}`]) {
      const result = await check(text);
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

  test(`${way}: any text gives a report and throws nothing`, async () => {
    const poem = "山外雨初晴，\n桥边柳又青。\n归舟三两叶，\n一路听流莺。";
    const noise = Array.from({ length: 1 << 18 }, (_, index) => String.fromCodePoint(33 + ((index * 7919) % 50000))).join("");
    for (const text of ["", " ", poem, noise, "\ud800一\udc00", "😀👨‍👩‍👧‍👦".repeat(99), "\0\u0001\ufeff", "|".repeat(9999)]) {
      const { report, findings, complete } = await check(text);
      assert.equal(report.text, text);
      assert.equal(typeof complete, "boolean");
      assert.ok(Array.isArray(findings));
      assert.deepEqual(Object.keys(report.tables), ["disclosure", "applications", "litigation"]);
      assert.ok(Object.values(report.tables).every((table) => !table.found && table.rows.length > 0));
    }
  });

  test(`${way}: what isn't an option throws, and says what is`, async () => {
    await throwsGoujiError(async () => check("", { colour: 1 }), "unknown-option", /colour.*locale/);
    await throwsGoujiError(async () => parse("", { locale: "en" }), "unknown-option", /locale.*format/);
    await throwsGoujiError(async () => check("", { format: "pdf", locale: "en" }), "unknown-option", /pdf.*docx/);
    await throwsGoujiError(async () => check("", { locale: "fr" }), "unknown-option", /zh-CN/);
    await throwsGoujiError(async () => check("", { rules: { Z999: "off" } }), "unknown-option", /Z999/);
    await throwsGoujiError(async () => check("", { rules: { A302: "loud" } }), "unknown-option", /warning/);
    await throwsGoujiError(async () => check("", { year: "last" }), "unknown-option", /2024/);
    await throwsGoujiError(async () => check("", { previous: { text: 1 } }), "unknown-option", /previous.*text/);
    await throwsGoujiError(async () => check("", "en"), "unknown-option", /locale/);
    await throwsGoujiError(async () => check(42), "unknown-option", /Uint8Array/);
    await throwsGoujiError(async () => rules("fr"), "unknown-option", /zh-CN/);
  });

  test(`${way}: an option that is null or undefined counts as not given`, async () => {
    assert.deepEqual(await check(consistent, { year: null, rules: undefined }), await check(consistent));
  });

  test(`${way}: last year's report may be text, bytes or a report`, async () => {
    const asText = await check(consistent, { previous: consistent });
    assert.deepEqual(await check(consistent, { previous: new TextEncoder().encode(consistent) }), asText);
    assert.deepEqual(await check(consistent, { previous: await parse(consistent) }), asText);
  });

  test(`${way}: a report is held against last year's, with places in its own text`, async () => {
    const text = `𠮷\r\n${consistent}`;
    const findings = await compare(await parse(lastYear), await parse(text));
    const { span, expected, actual } = findings.find(({ code }) => code === "X601");
    assert.equal(text.slice(span.start, span.end), String(actual));
    assert.notEqual(expected, actual);
    assert.deepEqual(findings, (await check(text, { previous: lastYear })).findings.filter(({ code }) => code[0] === "X"));
    await throwsGoujiError(async () => compare({}, await parse(text)), "unknown-option", /parse/);
    await throwsGoujiError(async () => compare(await parse(text), await parse(text), { year: 2023, locale: "en" }), "unknown-option", /year/);
  });

  test(`${way}: reports are added up and held against the one above them`, async () => {
    const more = await parse(`𠮷\r\n${consistent.replaceAll("\t40", "\t41")}`);
    const rolled = await rollUp(await parse(consistent), [more], { organs: ["云溪市文化和旅游局", "云溪市水利局"] });
    const received = rolled.report.tables.applications.rows.find(({ id }) => id === "received");
    assert.equal(received.cells.at(-1).value, 41);
    const { span, source } = rolled.findings.find(({ code }) => code === "R701");
    assert.equal(source, null);
    assert.equal(consistent.slice(span.start, span.end), "40");
    assert.deepEqual(rolled.missing, ["云溪市水利局"]);
    const { report, findings } = await rollUp(null, [await parse(consistent), more]);
    assert.equal(report.tables.applications.rows.find(({ id }) => id === "received").cells.at(-1).value, 81);
    const same = findings.find(({ code }) => code === "R703");
    assert.equal(same.source, 1);
    assert.ok(more.text.slice(same.span.start, same.span.end).startsWith("2023年"));
    assert.deepEqual((await rollUp(null, [])).findings, []);
  });

  test(`${way}: what is no report is refused, and the way to what doesn't fit is named`, async () => {
    const good = await parse(consistent);
    const changed = (change) => {
      const report = structuredClone(good);
      change(report);
      return report;
    };
    for (const [wrong, way] of [
      [null, ""],
      ["text", ""],
      [changed((report) => delete report.text), "text"],
      [changed((report) => (report.form = "2020")), "form"],
      [changed((report) => (report.year = "2023")), "year"],
      [changed((report) => (report.sections[1].body.start = -1)), "sections.1.body.start"],
      [changed((report) => (report.tables.litigation = null)), "tables.litigation"],
      [changed((report) => report.tables.disclosure.rows.pop()), "tables.disclosure.rows"],
      [changed((report) => (report.tables.applications.rows[3].id = "received")), "tables.applications.rows.3.id"],
      [changed((report) => (report.tables.applications.rows[3].cells[0].state = "odd")), "tables.applications.rows.3.cells.0.state"],
      [changed((report) => (report.tables.applications.rows[3].cells[1].value = "12")), "tables.applications.rows.3.cells.1.value"],
      [changed((report) => (report.tables.applications.rows[3].cells[1].value = Infinity)), "tables.applications.rows.3.cells.1.value"],
    ]) {
      const words = way === "" ? /（Report）。$/ : new RegExp(`（Report）：其中“${way}”`);
      await throwsGoujiError(async () => compare(good, wrong), "unknown-option", words);
      await throwsGoujiError(async () => render(wrong, "html"), "unknown-option", words);
      const inList = new RegExp(`的列表：其中“${["1", way].filter(Boolean).join(".")}”`);
      await throwsGoujiError(async () => rollUp(good, [good, wrong]), "unknown-option", inList);
    }
    await throwsGoujiError(async () => rollUp("", [good]), "unknown-option", /Report）。$/);
    await throwsGoujiError(async () => rollUp(null, good, { locale: "en" }), "unknown-option", /a list of reports/);
    await throwsGoujiError(async () => check("", { previous: 2023, locale: "en" }), "unknown-option", /“previous” must be.*parse\.$/);
    await throwsGoujiError(async () => applyFixes("", [{ fix: { edits: [{ span: null }] } }]), "unknown-option", /“0\.fix\.edits\.0\.span”/);
  });

  test(`${way}: places that lie outside of a report's text do no harm`, async () => {
    const report = await parse(consistent);
    for (const { span } of report.tables.applications.rows.flatMap(({ cells }) => cells)) span.start = 4_000_000_000;
    for (const { body } of report.sections) body.end = 4_000_000_000;
    const { findings } = await rollUp(report, [report, report]);
    const { span } = findings.find(({ code, cells }) => code === "R701" && cells[0].startsWith("applications"));
    assert.deepEqual([span.start, span.end], [consistent.length, consistent.length]);
    assert.ok(Array.isArray(await compare(report, report)));
  });

  test(`${way}: organs are found again under other names`, async () => {
    const pairs = await matchOrgans(["云溪市财政局", "水利局", null], [null, "云溪市水利局", "财政局"]);
    assert.deepEqual(pairs, [2, 1, null]);
    await throwsGoujiError(async () => matchOrgans("财政局", []), "unknown-option", /null/);
  });

  test(`${way}: what is rendered reads back the same`, async () => {
    const { tables } = await parse(consistent);
    const figures = (tables) =>
      Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ address, value, state }) => [address, value, state])));
    for (const format of ["html", "markdown", "csv", "text"]) {
      assert.deepEqual(figures((await parse(await render(await parse(consistent), format))).tables), figures(tables), format);
    }
    await throwsGoujiError(async () => render(await parse(consistent), "pdf"), "unknown-option", /pdf.*markdown/);
    await throwsGoujiError(async () => render({ text: "" }, "html"), "unknown-option", /sections/);
  });

  test(`${way}: fixes are made, and a second check no longer shows what was fixed`, async () => {
    const text = `\ud800𠮷\n${consistent.replace("重新核对", "重新的的核对")}`;
    const { report, findings } = await check(text);
    const fixed = await applyFixes(report.text, findings);
    assert.equal(fixed, text.replace("的的", "的"));
    assert.ok(!(await check(fixed)).findings.some(({ code }) => code === "W802"));
    await throwsGoujiError(async () => applyFixes(null, findings), "unknown-option", /report\.text/);
    await throwsGoujiError(async () => applyFixes(`${text.slice(3)}`, findings), "unknown-option", /report\.text/);
  });

  test(`${way}: each rule has its page in both languages, and each finding its rule`, async () => {
    const [chinese, english] = [await rules(), await rules("en")];
    assert.deepEqual(chinese.map(({ code }) => code), english.map(({ code }) => code));
    for (const { code, name, summary, basis, doc } of [...chinese, ...english]) {
      assert.match(code, /^[A-Z][1-9][0-9]{2}$/);
      assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(summary && basis && doc.includes("## "));
    }
    const broken = consistent.replaceAll("\t20\t", "\t21\t");
    for (const { code } of (await check(broken)).findings) assert.ok(chinese.some((rule) => rule.code === code));
  });

  test(`${way}: both forms are given as grids whose every row is as wide as the form`, async () => {
    const all = await forms();
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

  test(`${way}: the version is a version`, async () => assert.match(await version(), /^\d+\.\d+\.\d+/));
}
