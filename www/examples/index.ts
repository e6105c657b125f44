/** Reports to try the page with: written for it, of organs that don't exist. */

import type { Locale } from "gouji";
import brokenTotal from "./broken-total.txt?raw";
import cells from "./cells-filled-in-wrongly.txt?raw";
import clean from "./clean.txt?raw";
import form from "./form-out-of-date.txt?raw";
import sentence from "./sentence-disagrees.txt?raw";

interface Example {
  id: string;
  title: Record<Locale, string>;
  text: string;
}

export const examples: Example[] = [
  { id: "clean", title: { "zh-CN": "没有问题的报告", en: "A report without faults" }, text: clean },
  { id: "broken-total", title: { "zh-CN": "总计算错了一格", en: "One total is wrong" }, text: brokenTotal },
  {
    id: "sentence-disagrees",
    title: { "zh-CN": "正文的数字对不上", en: "Figures in the prose disagree" },
    text: sentence,
  },
  { id: "cells-filled-in-wrongly", title: { "zh-CN": "格子填得不规范", en: "Cells filled in wrongly" }, text: cells },
  { id: "form-out-of-date", title: { "zh-CN": "用了旧格式", en: "A form that is out of date" }, text: form },
];
