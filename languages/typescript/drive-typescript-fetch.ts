// Starts a session, logs a batch and lists sessions with the clients of openapi-generator's typescript-fetch.
import * as legacy from "./generated/legacy-fetch/index.js";
import * as v1 from "./generated/v1-fetch/index.js";
import { START, env, tell } from "./told.js";

const accessToken = env("HH_API_KEY");
const sessions = new v1.SessionsApi(new v1.Configuration({ basePath: env("HH_V1_URL"), accessToken }));
const older = new legacy.SessionsApi(new legacy.Configuration({ basePath: env("HH_LEGACY_URL"), accessToken }));

const created = await sessions.createSession({
  createSessionRequest: { sessionName: "typescript-fetch", startTime: START },
});

const batch = await sessions.createSessionEventBatch({
  sessionId: created.sessionId,
  createSessionEventBatchRequest: {
    events: [
      { eventType: v1.EventType.Tool, eventName: "track-parcel", inputs: { parcel: "HH-204" }, startTime: START, duration: 48 },
      { eventType: v1.EventType.Model, eventName: "answer", inputs: {}, outputs: { content: "It is on its way." } },
    ],
  },
});

const listed = await older.listSessions({ limit: 20, query: JSON.stringify({ event_name: "typescript-fetch" }) });

const settings = new v1.Configuration({ basePath: env("HH_V1_URL"), accessToken });
const events = new v1.EventsApi(settings);
const runs = await new v1.ExperimentsApi(settings).listRuns({ runIds: env("HH_RUN_IDS").split(",") });
const found = await events.searchEvents({
  searchEventsRequest: {
    filters: [
      { field: "metadata.parcel", operator: v1.FilterOperator.Is, value: "HH-204" },
      { field: "metadata.weight", operator: v1.FilterOperator.Is, value: 7, type: v1.FilterType.Number },
    ],
  },
});
const failed = await events.getEvent({ eventId: env("HH_MISSING_EVENT") }).catch((error: unknown) => error);
const reply = failed instanceof v1.ResponseError ? failed.response : undefined;

tell({
  hosts: { v1: v1.BASE_PATH, legacy: legacy.BASE_PATH },
  created: created.startTime,
  stored: batch.success,
  listed: listed.map(legacy.SessionEventToJSON),
  runs: runs.evaluations.map((run) => run.runId),
  found: found.events.map((event) => event.eventName),
  error: [reply?.status, reply && v1.ErrorResponseFromJSON(await reply.json()).message],
});
