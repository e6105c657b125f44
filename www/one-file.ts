import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { LICENCES } from "./licences.ts";

/** Puts the page's script and style into its HTML and names the script by its hash in the content security policy. */
export function oneFile(): Plugin {
  return {
    name: "gouji:one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = Object.values(bundle).find(({ fileName }) => fileName.endsWith(".html"));
      if (page?.type !== "asset") this.error("the page is missing from the bundle");
      let html = String(page.source);
      for (const file of Object.values(bundle)) {
        if (file === page) continue;
        const name = escapeRegExp(file.fileName);
        if (file.type === "chunk") {
          const script = file.code.replaceAll("</script", "<\\/script");
          html = put(html, new RegExp(`<script[^>]*src="\\./${name}"[^>]*></script>`), "");
          html = put(html, /<\/body>/, `<script type="module">${script}</script></body>`);
          html = put(html, /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, policy(script));
        } else if (file.fileName === LICENCES) {
          const text = escapeText(String(file.source));
          html = put(html, /<\/body>/, `<pre id="${LICENCES}" hidden>\n${text}</pre></body>`);
        } else if (file.fileName.endsWith(".svg")) {
          html = put(html, new RegExp(`\\./${name}`), `data:image/svg+xml,${encodeURIComponent(String(file.source))}`);
        } else {
          html = put(html, new RegExp(`<link[^>]*href="\\./${name}"[^>]*>`), `<style>${String(file.source)}</style>`);
        }
        delete bundle[file.fileName];
      }
      page.source = html;
      page.fileName = "gouji.html";
    },
  };
}

/** Leaves out the engine's address in the package: the worker of this page hands it the bytes, and twice is once too many. */
export function engineOnce(): Plugin {
  return {
    name: "gouji:engine-once",
    transform(code) {
      return code.replace(/new URL\("gouji_bg\.wasm", import\.meta\.url\)/g, "undefined");
    },
  };
}

/** Nothing may be fetched at all: this page has everything. A hash in `style-src` would switch 'unsafe-inline' off. */
function policy(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  const content = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "connect-src 'none'",
    "worker-src blob:",
    "form-action 'none'",
    "base-uri 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${content.join("; ")}" />`;
}

/** Fails loudly where the page isn't as expected; the replacement is taken literally. */
function put(html: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(html)) throw new Error(`the page has no ${pattern}`);
  return html.replace(pattern, () => replacement);
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
