import wasm from "gouji/gouji_bg.wasm?url";

/** The engine's wasm: an address, or in the one-file page the bytes themselves, as that page may fetch nothing. */
export function engineSource(): string | Uint8Array<ArrayBuffer> {
  const inlined = /^data:[^,]*;base64,(.*)$/.exec(wasm)?.[1];
  return inlined === undefined ? wasm : Uint8Array.from(atob(inlined), (byte) => byte.charCodeAt(0));
}
