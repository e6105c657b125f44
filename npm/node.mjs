// One engine for `import` and `require`.
export * from "./node.cjs";
export { init as default } from "./node.cjs";
