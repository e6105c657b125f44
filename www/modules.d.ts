declare module "*.css";
declare module "gouji/gouji_bg.wasm?url" {
  const url: string;
  export default url;
}
