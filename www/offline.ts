import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Tells the service worker which files the site has, and adds what makes the site installable. */
export function offline(): Plugin {
  return {
    name: "gouji:offline",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((file) => file.type === "chunk" && file.name === "service-worker");
      const page = Object.values(bundle).find(({ fileName }) => fileName === "index.html");
      const icon = Object.values(bundle).find(({ fileName }) => fileName.endsWith(".svg"));
      if (worker?.type !== "chunk" || page?.type !== "asset" || !icon) this.error("a part of the site is missing");
      this.emitFile({ type: "asset", fileName: MANIFEST, source: manifest(icon.fileName) });
      page.source = String(page.source).replace("</head>", `  <link rel="manifest" href="./${MANIFEST}" />\n  </head>`);
      const others = Object.values(bundle).filter((file) => file !== worker && file !== page);
      const files = ["./", MANIFEST, ...others.map(({ fileName }) => fileName)].sort();
      const version = createHash("sha256").update(files.join()).update(String(page.source)).digest("hex").slice(0, 16);
      worker.code = worker.code.replace("globalThis.__SITE__", JSON.stringify({ files, version }));
    },
  };
}

const MANIFEST = "gouji.webmanifest";

function manifest(icon: string): string {
  return JSON.stringify({
    name: "勾稽：政府信息公开工作年度报告校验",
    short_name: "勾稽",
    lang: "zh-CN",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#f7f5ef",
    theme_color: "#f7f5ef",
    icons: [{ src: icon, sizes: "any", type: "image/svg+xml" }],
  });
}
