// Makes the test calls with the fetch client of swagger-typescript-api.
import { Api, FilterOperator, FilterType } from "./generated/v1";
import { HEADERS, MISSING, RUN_IDS, START, URL, report } from "./probe";

const { v1 } = new Api({ baseUrl: URL, baseApiParams: { headers: HEADERS } });

report(async () => {
  const created = await v1.createSession({ session_name: "probe", start_time: START });
  const runs = await v1.listRuns({ "run_ids[]": RUN_IDS });
  const found = await v1.searchEvents({
    filters: [
      { field: "metadata.parcel", operator: FilterOperator.Is, value: "HH-204" },
      { field: "metadata.weight", operator: FilterOperator.Is, value: 7, type: FilterType.Number },
    ],
  });
  const failed = await v1.getEvent(MISSING).catch((response: Awaited<ReturnType<typeof v1.getEvent>>) => response);
  return {
    created: created.data.start_time,
    runs: runs.data.evaluations.map((run) => run.run_id),
    found: found.data.events.map((event) => event.event_name),
    error: [failed.status, failed.error?.message],
  };
});
