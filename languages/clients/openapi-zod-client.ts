// Makes the test calls with the zodios client of openapi-zod-client.
import { isAxiosError } from "axios";

import { createApiClient } from "./generated/v1";
import { HEADERS, MISSING, RUN_IDS, START, URL, report } from "./probe";

const api = createApiClient(URL, { axiosConfig: { headers: HEADERS } });

report(async () => {
  const created = await api.createSession({ session_name: "probe", start_time: START });
  const runs = await api.listRuns({ queries: { "run_ids[]": RUN_IDS } });
  const found = await api.searchEvents({
    filters: [
      { field: "metadata.parcel", operator: "is", value: "HH-204" },
      { field: "metadata.weight", operator: "is", value: 7, type: "number" },
    ],
  });
  const error = await api.getEvent({ params: { event_id: MISSING } }).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  const response = isAxiosError<{ message: string }>(error) ? error.response : undefined;
  return {
    created: created.start_time,
    runs: runs.evaluations.map((run) => run.run_id),
    found: found.events.map((event) => event.event_name),
    error: [response?.status, response?.data.message],
  };
});
