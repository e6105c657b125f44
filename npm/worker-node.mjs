// The same threads for `import` and `require`.
export * from "./worker.cjs";
export { init as default } from "./worker.cjs";
