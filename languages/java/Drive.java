// Starts a session, logs a batch and lists sessions with the clients of openapi-generator's java, library native.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

public class Drive {
    /** A time that the server has to return unchanged. */
    static final double START = 1767323045123.0;

    public static void main(String[] arguments) throws Exception {
        var hosts = Map.of(
            "v1", new v1.ApiClient().getBaseUri(),
            "legacy", new legacy.ApiClient().getBaseUri());
        var sessions = new v1.api.SessionsApi(client());
        var older = new legacy.api.SessionsApi(olderClient());

        var created = sessions.createSession(
            new v1.model.CreateSessionRequest().sessionName("java").startTime(START));

        var tool = new v1.model.CreateEventRequest()
            .eventType(v1.model.EventType.TOOL).eventName("track-parcel")
            .inputs(Map.of("parcel", "HH-204")).startTime(START).duration(48.0);
        var model = new v1.model.CreateEventRequest()
            .eventType(v1.model.EventType.MODEL).eventName("answer")
            .inputs(Map.of()).outputs(Map.of("content", "It is on its way."));
        var stored = sessions.createSessionEventBatch(
            created.getSessionId(), new v1.model.CreateSessionEventBatchRequest().events(List.of(tool, model)));

        var listed = older.listSessions(null, "{\"event_name\": \"java\"}", 20);

        var runs = new v1.api.ExperimentsApi(client()).listRuns(
            null, null, null, List.of(System.getenv("HH_RUN_IDS").split(",")), null, null, null, null, null);
        var events = new v1.api.EventsApi(client());
        var found = events.searchEvents(new v1.model.SearchEventsRequest().filters(List.of(
            filter("metadata.parcel", new v1.model.EventFilterValue("HH-204")),
            filter("metadata.weight", new v1.model.EventFilterValue(7.0)).type(v1.model.FilterType.NUMBER))));

        System.out.println(new ObjectMapper().writeValueAsString(Map.of(
            "hosts", hosts,
            "created", created.getStartTime(),
            "stored", stored.getSuccess(),
            "listed", listed,
            "runs", runs.getEvaluations().stream().map(run -> run.getRunId()).toList(),
            "found", found.getEvents().stream().map(event -> event.getEventName()).toList(),
            "error", failure(events))));
    }

    private static v1.model.EventFilter filter(String field, v1.model.EventFilterValue value) {
        return new v1.model.EventFilter().field(field).operator(v1.model.FilterOperator.IS).value(value);
    }

    private static List<Object> failure(v1.api.EventsApi events) throws Exception {
        try {
            events.getEvent(System.getenv("HH_MISSING_EVENT"));
            return List.of();
        } catch (v1.ApiException error) {
            var reply = new ObjectMapper().readValue(error.getResponseBody(), v1.model.ErrorResponse.class);
            return List.of(error.getCode(), reply.getMessage());
        }
    }

    private static v1.ApiClient client() {
        var client = new v1.ApiClient();
        client.updateBaseUri(System.getenv("HH_V1_URL"));
        client.setRequestInterceptor(request -> request.header("Authorization", key()));
        return client;
    }

    private static legacy.ApiClient olderClient() {
        var client = new legacy.ApiClient();
        client.updateBaseUri(System.getenv("HH_LEGACY_URL"));
        client.setRequestInterceptor(request -> request.header("Authorization", key()));
        return client;
    }

    private static String key() {
        return "Bearer " + System.getenv("HH_API_KEY");
    }
}
