// The engine works off the page's thread, so that typing never waits for it.
import { check } from "./gouji/worker.js";

const text = document.querySelector("#text");
const verdict = document.querySelector("#verdict");
const list = document.querySelector("#findings");

text.addEventListener("input", async () => {
  const asked = text.value;
  const { findings, counts, complete } = await check(asked);
  // Another key was pressed meanwhile.
  if (asked !== text.value) return;
  verdict.textContent = !complete
    ? "未能全部校验"
    : findings.length === 0
      ? "未发现问题"
      : `错误 ${counts.error} 处，提醒 ${counts.warning} 处，提示 ${counts.info} 处`;
  list.replaceChildren(
    ...findings.map(({ severity, message, span }) => {
      const item = document.createElement("li");
      item.className = severity;
      item.textContent = span ? `第 ${span.line} 行：${message}` : message;
      return item;
    }),
  );
});
