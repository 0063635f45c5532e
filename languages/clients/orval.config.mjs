// Settings of orval: a fetch client of the document SPEC in OUT, on top of fetcher.ts.
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
