/** Puts text on the clipboard, with rich text beside it where given; also where the host is no secure context. */
export async function copyText(text: string, html?: string): Promise<void> {
  if (navigator.clipboard && "ClipboardItem" in window) {
    const flavours: Record<string, Blob> = { "text/plain": new Blob([text], { type: "text/plain" }) };
    if (html !== undefined) flavours["text/html"] = new Blob([html], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    return;
  }
  document.addEventListener(
    "copy",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData("text/plain", text);
      if (html !== undefined) event.clipboardData?.setData("text/html", html);
    },
    { once: true, capture: true },
  );
  // The only way on a plain-http host.
  document.execCommand("copy");
}
