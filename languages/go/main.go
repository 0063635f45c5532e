// Starts a session, logs a batch and lists sessions with the clients of openapi-generator's go.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"drive/legacy"
	"drive/v1"
)

// start has to come back as it is: a 32-bit float would make another minute of it.
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

	text, err := json.Marshal(told)
	check(err)
	fmt.Println(string(text))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
