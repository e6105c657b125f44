/** What `gouji --help` prints. */

import type { Locale } from "../../generated/index.js";

const CHINESE = `gouji：读取并校验政府信息公开工作年度报告（全部在本机进行，不上传任何内容）

用法
  gouji check <文件或文件夹>…      校验，逐处列出问题
  gouji table <文件或文件夹>…      取出三张表的数据
  gouji roll-up <文件或文件夹>…    汇总多份报告，与上级报告核对
  gouji rule [规则]                查看规则说明，如 gouji rule A302

  文件可以是 docx、xlsx、html、txt、csv、md，或装有报告的 zip；- 表示标准输入。

校验
  -f, --format <格式>      text（默认）、csv、json、ndjson、sarif、markdown
      --previous <路径>    上年报告；校验多份时为上年报告的文件夹，按机关名称对应
      --input ndjson       输入每行一份 {"id": …, "text": …}，逐行输出结果
      --year <年份>        报告应属的年度
      --organ-kind <类别>  government（政府）、department（部门）、township（乡镇街道）
      --rule <规则>=<设置> 关闭规则或改变级别：off、error、warning、info；可多次使用

取数
  -f, --format <格式>      markdown（默认）、csv、json、html、xlsx

汇总
      --parent <文件>      上级机关的报告
      --organs <文件>      应报送机关的名单，一行一个
  -f, --format <格式>      text（默认）、csv、json、markdown、html、xlsx

通用
  -o, --output <文件>      写入文件（默认为标准输出）
      --encoding <编码>    文本和网页的编码，如 gb18030（默认自动判断）
      --lang <语言>        zh 或 en（默认随系统）
  -h, --help              显示本说明
  -V, --version           显示版本

退出码
  0 未发现错误；1 发现错误；2 有内容未能校验，或未能全部校验
`;

const ENGLISH = `gouji: reads and checks annual reports on government-information disclosure (on this machine; nothing is uploaded)

Usage
  gouji check <file or folder>…      check, with each finding in its place
  gouji table <file or folder>…      take out the figures of the three tables
  gouji roll-up <file or folder>…    add reports up and hold the sums against the parent's report
  gouji rule [rule]                  what a rule is about, such as gouji rule A302

  Files may be docx, xlsx, html, txt, csv, md, or a zip of reports; - is standard input.

Checking
  -f, --format <format>    text (default), csv, json, ndjson, sarif, markdown
      --previous <path>    last year's report; for many reports the folder of last year's, matched by organ
      --input ndjson       each line of the input is a report {"id": …, "text": …}; a line comes out for each
      --year <year>        the year that the report should be for
      --organ-kind <kind>  government, department, township
      --rule <rule>=<to>   turn a rule off or change its severity: off, error, warning, info; may be repeated

Figures
  -f, --format <format>    markdown (default), csv, json, html, xlsx

Adding up
      --parent <file>      the report of the organ above
      --organs <file>      who should have reported, one a line
  -f, --format <format>    text (default), csv, json, markdown, html, xlsx

For all
  -o, --output <file>      write to a file (default: standard output)
      --encoding <name>    of text and HTML, such as gb18030 (default: told from the input)
      --lang <language>    zh or en (default: the system's)
  -h, --help               print this
  -V, --version            print the version

Exit
  0 no errors; 1 errors found; 2 something could not be checked, or not wholly
`;

export function help(locale: Locale): string {
  return locale === "en" ? ENGLISH : CHINESE;
}
