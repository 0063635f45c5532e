// Makes the test calls with the clients of openapi-generator's typescript-axios.
import { isAxiosError } from "axios";

import * as v1 from "./generated/v1";
import { KEY, MISSING, RUN_IDS, START, URL, report } from "./probe";

const settings = new v1.Configuration({ basePath: URL, accessToken: KEY });
const events = new v1.EventsApi(settings);

report(async () => {
  const created = await new v1.SessionsApi(settings).createSession({ session_name: "probe", start_time: START });
  const runs = await new v1.ExperimentsApi(settings).listRuns(undefined, undefined, undefined, RUN_IDS);
  const found = await events.searchEvents({
    filters: [
      { field: "metadata.parcel", operator: v1.FilterOperator.Is, value: "HH-204" },
      { field: "metadata.weight", operator: v1.FilterOperator.Is, value: 7, type: v1.FilterType.Number },
    ],
  });
  const error = await events.getEvent(MISSING).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  const response = isAxiosError<v1.ErrorResponse>(error) ? error.response : undefined;
  return {
    created: created.data.start_time,
    runs: runs.data.evaluations.map((run) => run.run_id),
    found: found.data.events.map((event) => event.event_name),
    error: [response?.status, response?.data.message],
  };
});
