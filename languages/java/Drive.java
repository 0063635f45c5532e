// Starts a session, logs a batch and lists sessions with the clients of openapi-generator's java, library native.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

public class Drive {
    /** Has to come back as it is. */
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

        System.out.println(new ObjectMapper().writeValueAsString(Map.of(
            "hosts", hosts,
            "created", created.getStartTime(),
            "stored", stored.getSuccess(),
            "listed", listed)));
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
