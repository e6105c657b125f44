import type { Locale } from "gouji";

/** All that the page says, in Chinese: the original. */

export const zh = {
  language: "zh-CN" as Locale,
  name: "勾稽",
  tagline: "政府信息公开工作年度报告校验",
  private: "本页不上传任何内容",
  privateShort: "不上传",
  privateHow:
    "校验在您的浏览器里进行：程序随网页一次载入，之后不再发出请求。页面的安全策略（CSP）不许它向任何其他网站发送数据；断开网络也能照常使用。",
  engineVersion: (version: string) => `校验引擎 ${version}`,
  switchLanguage: "English",
  toDark: "改用深色",
  toLight: "改用浅色",
  screens: { label: "页面", check: "校验", rules: "规则" },
  panes: { label: "视图", text: "文本", tables: "表格", findings: "问题" },

  severity: { error: "错误", warning: "提醒", info: "提示" },

  verdict: {
    empty: "请粘贴一份年度报告",
    emptyDetail: "贴入即校验：三张表的勾稽关系、正文与表格是否一致、格式与用语。",
    clean: "未发现问题",
    cleanDetail: "各表勾稽关系成立，正文与表格相符。",
    cleanWithInfo: (infos: number) => `未发现错误。另有 ${infos} 处提示，可酌情修改。`,
    faulty: (errors: number, warnings: number) =>
      errors > 0 && warnings > 0
        ? `发现 ${errors} 处错误、${warnings} 处提醒`
        : errors > 0
          ? `发现 ${errors} 处错误`
          : `发现 ${warnings} 处提醒`,
    alsoInfo: (infos: number) => `另有 ${infos} 处提示`,
    incomplete: "未能全部校验",
    incompleteDetail: (faults: string, reasons: string[]) =>
      `${faults ? `${faults}；` : ""}${reasons.length > 0 ? `没有校验到的：${reasons.join("；")}` : "有的数字没有读出，见下方问题。"}`,
    notReport: "这不是年度报告",
    checking: "正在校验…",
    failed: "没有校验成",
    failedDetail: "校验引擎出了内部错误，已重新启动。文本没有改动，请稍作修改或刷新后再试。",
    noOrgan: "未写明机关",
    year: (year: number) => `${year} 年度`,
    form: { "2019": "2019 年格式", "2021": "2021 年格式", mixed: "两种格式混用" },
    formLabel: "表格格式",
  },

  editor: {
    heading: "报告文本",
    label: "年度报告全文",
    placeholder: "把年度报告全文粘贴到这里，或拖入文件",
    open: "打开文件",
    clear: "清空",
    examples: "看一个示例",
    drop: "松开即打开",
    reading: (name: string) => `正在读取 ${name}…`,
    phrases: { "Control character": "控制字符", "Selection deleted": "已删除所选内容" },
  },

  tables: {
    heading: "三张表格",
    tabs: { disclosure: "二 主动公开", applications: "三 申请办理", litigation: "四 复议诉讼" },
    faults: (count: number) => `，${count} 处有问题`,
    missing: "报告里没有找到这张表。",
    blankForm: "空表样式，贴入报告后在此显示读出的数字",
    states: {
      inferred: "推断",
      blank: "空白",
      placeholder: "以文字或符号代替数字",
      unreadable: "读不出数字",
      ambiguous: "未知",
      missing: "缺失",
    },
    how: {
      exact: "按原位读取",
      inferred: "由各行各列之和推断：只有这一种放法成立",
      blank: "此格空白",
      placeholder: "此处写的不是数字",
      unreadable: "此处的文字读不成数字",
      ambiguous: "数字少于列数，放法不止一种，不能断定此格是多少",
      missing: "报告里没有这一行或这一列",
    },
    raw: (raw: string) => `原文“${raw}”`,
    line: (line: number) => `第 ${line} 行`,
    unplaced: (figures: string) => `本行原有数字：${figures}`,
    hint: "点选一格或一个问题，这里写出它的来历和算式。方向键在表中移动。",
    inspector: "所选单元格与算式",
    extraRows: "格式之外的行",
    restZero: (count: number) => `其余 ${count} 项为 0`,
    partsSum: "各项之和",
  },

  findings: {
    heading: "问题",
    none: "没有问题。",
    noneShown: "没有符合筛选的问题。",
    waiting: "贴入报告后，问题逐条列在这里。",
    line: (line: number) => `第 ${line} 行`,
    wholeReport: "全文",
    rule: (code: string) => `规则说明 ${code}`,
    filter: "按轻重筛选",
    family: "类别",
    allFamilies: "全部类别",
    families: {
      form: "格式",
      cells: "单元格",
      arithmetic: "勾稽关系",
      prose: "正文与表格",
      dates: "年度与日期",
      previous: "与上年相比",
      many: "多份报告",
      words: "用语与隐私",
      program: "程序",
    } as Record<string, string>,
    order: "排列",
    orders: { place: "按位置", rule: "按规则" },
    fix: "改正",
    fixRule: (code: string, count: number) => `改正 ${code} 共 ${count} 处`,
    fixAll: (count: number) => `全部改正 ${count} 处`,
    fixed: (count: number) => `已改 ${count} 处。`,
    undo: "撤销",
    also: "同样的还有",
    keys: "F8 下一处 · Shift+F8 上一处 · Esc 返回文本",
  },

  changes: {
    open: "改动清单",
    heading: "改动清单",
    intro: "照此逐处改到原文件里。",
    table: "表",
    row: "行",
    column: "列",
    was: "原值",
    text: "改为",
    line: "行号",
    prose: "正文",
    copy: "复制清单",
    copied: "已复制。",
    close: "关闭",
  },

  rules: {
    heading: "规则",
    intro: "每条规则有一个固定的编号。下面写明它查什么、依据什么。",
    back: "返回校验",
  },
};

export type Words = typeof zh;
