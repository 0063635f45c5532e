// Starts a session, logs a batch and lists sessions with the clients of openapi-generator's go.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"drive/legacy"
	"drive/v1"
)

// start is a time that the server has to return unchanged; as a 32-bit float, it would be another minute.
const start = 1767323045123

func main() {
	v1Host, legacyHost := v1.NewConfiguration(), legacy.NewConfiguration()
	told := map[string]any{
		"hosts": map[string]string{"v1": v1Host.Servers[0].URL, "legacy": legacyHost.Servers[0].URL},
	}
	v1Host.Servers[0].URL = os.Getenv("HH_V1_URL")
	legacyHost.Servers[0].URL = os.Getenv("HH_LEGACY_URL")
	key := os.Getenv("HH_API_KEY")
	ctx := context.WithValue(context.Background(), v1.ContextAccessToken, key)
	older := context.WithValue(context.Background(), legacy.ContextAccessToken, key)
	sessions := v1.NewAPIClient(v1Host).SessionsAPI

	session := v1.CreateSessionRequest{}
	session.SetSessionName("go")
	session.SetStartTime(start)
	created, _, err := sessions.CreateSession(ctx).CreateSessionRequest(session).Execute()
	check(err)
	told["created"] = created.GetStartTime()

	tool := v1.CreateEventRequest{EventType: v1.EVENTTYPE_TOOL, Inputs: map[string]interface{}{"parcel": "HH-204"}}
	tool.SetEventName("track-parcel")
	tool.SetStartTime(start)
	tool.SetDuration(48)
	model := v1.CreateEventRequest{EventType: v1.EVENTTYPE_MODEL, Inputs: map[string]interface{}{}}
	model.SetEventName("answer")
	model.SetOutputs(map[string]interface{}{"content": "It is on its way."})
	batch := v1.CreateSessionEventBatchRequest{Events: []v1.CreateEventRequest{tool, model}}
	stored, _, err := sessions.CreateSessionEventBatch(ctx, created.SessionId).
		CreateSessionEventBatchRequest(batch).Execute()
	check(err)
	told["stored"] = stored.Success

	listed, _, err := legacy.NewAPIClient(legacyHost).SessionsAPI.ListSessions(older).
		Limit(20).Query(`{"event_name": "go"}`).Execute()
	check(err)
	told["listed"] = listed

	experiments, events := v1.NewAPIClient(v1Host).ExperimentsAPI, v1.NewAPIClient(v1Host).EventsAPI
	runs, _, err := experiments.ListRuns(ctx).RunIds(strings.Split(os.Getenv("HH_RUN_IDS"), ",")).Execute()
	check(err)
	ids := []string{}
	for _, run := range runs.Evaluations {
		ids = append(ids, run.GetRunId())
	}
	told["runs"] = ids

	found, _, err := events.SearchEvents(ctx).SearchEventsRequest(search()).Execute()
	check(err)
	names := []string{}
	for _, event := range found.Events {
		names = append(names, event.GetEventName())
	}
	told["found"] = names

	_, response, err := events.GetEvent(ctx, os.Getenv("HH_MISSING_EVENT")).Execute()
	told["error"] = []any{response.StatusCode, message(err)}

	text, err := json.Marshal(told)
	check(err)
	fmt.Println(string(text))
}

func search() v1.SearchEventsRequest {
	parcel, weight, kind := "HH-204", 7.0, v1.FILTERTYPE_NUMBER
	filters := []v1.EventFilter{
		{Field: "metadata.parcel", Operator: v1.FILTEROPERATOR_IS, Value: v1.EventFilterValue{String: &parcel}},
		{Field: "metadata.weight", Operator: v1.FILTEROPERATOR_IS, Value: v1.EventFilterValue{Float64: &weight}, Type: &kind},
	}
	return v1.SearchEventsRequest{Filters: filters}
}

func message(err error) string {
	failure, ok := err.(*v1.GenericOpenAPIError)
	if !ok {
		return ""
	}
	if reply, ok := failure.Model().(v1.ErrorResponse); ok {
		return reply.Message
	}
	return ""
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
