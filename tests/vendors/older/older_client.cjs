// The vendor's TypeScript client 1.0: run in a folder that has it, with the server's URL as the argument.
const assert = require("node:assert");
const { createRequire } = require("node:module");
const { HoneyHive } = createRequire(process.cwd() + "/")("honeyhive");

async function main() {
  const hh = new HoneyHive({ bearerAuth: "hh_test", serverURL: process.argv[2] });
  const started = await hh.session.startSession({
    session: { project: "p", sessionName: "old session", source: "test" },
  });
  const sessionId = started.sessionId;
  const made = await hh.events.createEvent({
    event: {
      project: "p", source: "test", eventName: "old event", eventType: "model",
      config: { model: "m" }, inputs: { q: 1 }, duration: 3.5, sessionId,
    },
  });
  assert(made.success);
  const dataset = await hh.datasets.createDataset({ project: "p", name: "old dataset" });
  assert(dataset.inserted);
  const datasets = await hh.datasets.getDatasets("p");
  assert.deepStrictEqual(datasets.testcases.map((each) => each.name), ["old dataset"]);
  const point = await hh.datapoints.createDatapoint({ project: "p", inputs: { a: 1 } });
  const points = await hh.datapoints.getDatapoints("p");
  assert.deepStrictEqual(points.datapoints.map((each) => each.id), [point.result.insertedId]);
  assert.deepStrictEqual(await hh.metrics.getMetrics("p"), []);
  assert.deepStrictEqual((await hh.projects.getProjects()).map((each) => each.name), ["p"]);
  const read = await hh.session.getSession(sessionId);
  assert.deepStrictEqual([read.eventName, read.sessionId], ["old session", sessionId]);
  console.log("ok");
}

main();
