// Settings of kubb: it writes types and a fetch client for the document SPEC into OUT. NODE_MODULES has kubb's packages.
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
