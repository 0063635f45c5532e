// Makes the test calls with the client of @hey-api/openapi-ts.
import { client } from "./generated/v1/client.gen";
import { createSession, getEvent, listRuns, searchEvents } from "./generated/v1/sdk.gen";
import { KEY, MISSING, RUN_IDS, START, URL, report } from "./probe";

client.setConfig({ baseUrl: URL, auth: KEY });

report(async () => {
  const created = await createSession({ body: { session_name: "probe", start_time: START }, throwOnError: true });
  const runs = await listRuns({ query: { "run_ids[]": RUN_IDS }, throwOnError: true });
  const found = await searchEvents({
    body: {
      filters: [
        { field: "metadata.parcel", operator: "is", value: "HH-204" },
        { field: "metadata.weight", operator: "is", value: 7, type: "number" },
      ],
    },
    throwOnError: true,
  });
  const failed = await getEvent({ path: { event_id: MISSING } });
  return {
    created: created.data.start_time,
    runs: runs.data.evaluations.map((run) => run.run_id),
    found: found.data.events.map((event) => event.event_name),
    error: [failed.response?.status, failed.error?.message],
  };
});
