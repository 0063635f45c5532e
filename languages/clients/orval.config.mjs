// Settings of orval: it writes a fetch client for the document SPEC into OUT; the client uses fetcher.ts.
export default {
  client: {
    input: process.env.SPEC,
    output: {
      target: process.env.OUT,
      client: "fetch",
      override: { mutator: { path: "./fetcher.ts", name: "fetcher" } },
    },
  },
};
