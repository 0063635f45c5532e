// Makes the test calls with the fetch client of orval 7 and 8; fetcher.ts adds the base URL and the key.
import { createSession, getEvent, listRuns, searchEvents } from "./generated/v1/api";
import { MISSING, RUN_IDS, START, report } from "./probe";

report(async () => {
  const created = await createSession({ session_name: "probe", start_time: START });
  const runs = await listRuns({ "run_ids[]": RUN_IDS });
  const found = await searchEvents({
    filters: [
      { field: "metadata.parcel", operator: "is", value: "HH-204" },
      { field: "metadata.weight", operator: "is", value: 7, type: "number" },
    ],
  });
  const failed = await getEvent(MISSING);
  if (created.status !== 200 || runs.status !== 200 || found.status !== 200) throw new Error("a call failed");
  return {
    created: created.data.start_time,
    runs: runs.data.evaluations.map((run) => run.run_id),
    found: found.data.events.map((event) => event.event_name),
    error: [failed.status, failed.status === 200 ? undefined : failed.data.message],
  };
});
