// Makes the test calls with kubb's fetch client, which ignores the status: a failed call returns the error as data.
import { setConfig } from "./generated/v1/.kubb/fetch";
import { createSession } from "./generated/v1/clients/createSession";
import { getEvent } from "./generated/v1/clients/getEvent";
import { listRuns } from "./generated/v1/clients/listRuns";
import { searchEvents } from "./generated/v1/clients/searchEvents";
import { HEADERS, MISSING, RUN_IDS, START, URL, report } from "./probe";

setConfig({ baseURL: URL, headers: { ...HEADERS, "Content-Type": "application/json" } });

report(async () => {
  const created = await createSession({ session_name: "probe", start_time: START });
  const runs = await listRuns({ "run_ids[]": RUN_IDS });
  const found = await searchEvents({
    filters: [
      { field: "metadata.parcel", operator: "is", value: "HH-204" },
      { field: "metadata.weight", operator: "is", value: 7, type: "number" },
    ],
  });
  const failed: unknown = await getEvent(MISSING);
  return {
    created: created.start_time,
    runs: runs.evaluations.map((run) => run.run_id),
    found: found.events.map((event) => event.event_name),
    error: [undefined, (failed as { message?: string }).message],
  };
});
