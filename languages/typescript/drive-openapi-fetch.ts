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

tell({ created: created.data.start_time, stored: batch.data.success, listed: listed.data });
