// Starts a session, logs a batch and lists sessions with the types of openapi-typescript and the client openapi-fetch.
import createClient from "openapi-fetch";

import type { paths as Legacy } from "./generated/legacy.js";
import type { paths as V1 } from "./generated/v1.js";
import { START, env, tell } from "./told.js";

const headers = { Authorization: `Bearer ${env("HH_API_KEY")}` };
const v1 = createClient<V1>({ baseUrl: env("HH_V1_URL"), headers });
const legacy = createClient<Legacy>({ baseUrl: env("HH_LEGACY_URL"), headers });

const created = await v1.POST("/v1/sessions", { body: { session_name: "openapi-fetch", start_time: START } });
if (created.error) throw new Error(created.error.message);

const batch = await v1.POST("/v1/sessions/{session_id}/events/batch", {
  params: { path: { session_id: created.data.session_id } },
  body: {
    events: [
      { event_type: "tool", event_name: "track-parcel", inputs: { parcel: "HH-204" }, start_time: START, duration: 48 },
      { event_type: "model", event_name: "answer", inputs: {}, outputs: { content: "It is on its way." } },
    ],
  },
});
if (batch.error) throw new Error(batch.error.message);

const listed = await legacy.GET("/session", {
  params: { query: { limit: 20, query: JSON.stringify({ event_name: "openapi-fetch" }) } },
});
if (listed.error) throw new Error(listed.error.message);

const runs = await v1.GET("/v1/runs", { params: { query: { "run_ids[]": env("HH_RUN_IDS").split(",") } } });
if (runs.error) throw new Error(runs.error.message);
const found = await v1.POST("/v1/events/search", {
  body: {
    filters: [
      { field: "metadata.parcel", operator: "is", value: "HH-204" },
      { field: "metadata.weight", operator: "is", value: 7, type: "number" },
    ],
  },
});
if (found.error) throw new Error(found.error.message);
const failed = await v1.GET("/v1/events/{event_id}", { params: { path: { event_id: env("HH_MISSING_EVENT") } } });

tell({
  created: created.data.start_time,
  stored: batch.data.success,
  listed: listed.data,
  runs: runs.data.evaluations.map((run) => run.run_id),
  found: found.data.events.map((event) => event.event_name),
  error: [failed.response.status, failed.error?.message],
});
