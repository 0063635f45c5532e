# Makes the test calls with the client of openapi-generator's ruby.
require 'json'
require 'uri'
require 'v1'

V1.configure do |settings|
  url = URI(ENV.fetch('HH_V1_URL'))
  settings.scheme = url.scheme
  settings.host = "#{url.host}:#{url.port}"
  settings.server_index = nil
  settings.access_token = ENV.fetch('HH_API_KEY')
end

start = 1_767_323_045_123
events = V1::EventsApi.new
created = V1::SessionsApi.new.create_session(V1::CreateSessionRequest.new(session_name: 'probe', start_time: start))
runs = V1::ExperimentsApi.new.list_runs(run_ids: ENV.fetch('HH_RUN_IDS').split(','))
found = events.search_events(
  V1::SearchEventsRequest.new(
    filters: [
      V1::EventFilter.new(field: 'metadata.parcel', operator: 'is', value: 'HH-204'),
      V1::EventFilter.new(field: 'metadata.weight', operator: 'is', value: 7, type: 'number')
    ]
  )
)
failed = begin
  events.get_event(ENV.fetch('HH_MISSING_EVENT'))
  nil
rescue V1::ApiError => e
  e
end

puts JSON.generate(
  created: created.start_time,
  runs: runs.evaluations.map(&:run_id),
  found: found.events.map(&:event_name),
  error: [failed.code, JSON.parse(failed.response_body)['message']]
)
