// Settings of kubb: types and a fetch client of the document SPEC in OUT. The packages are those of NODE_MODULES.
import { createRequire } from "node:module";

const load = createRequire(`${process.env.NODE_MODULES}/settings.js`);
const { defineConfig } = load("@kubb/core");
const { pluginClient } = load("@kubb/plugin-client");
const { pluginOas } = load("@kubb/plugin-oas");
const { pluginTs } = load("@kubb/plugin-ts");

export default defineConfig({
  root: ".",
  input: { path: process.env.SPEC },
  output: { path: process.env.OUT, clean: true, format: false, lint: false },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs({ output: { path: "models" } }),
    pluginClient({ output: { path: "clients" }, client: "fetch", bundle: true }),
  ],
});
