<?php
// Makes the test calls with the client of openapi-generator's php, with the system's installation of Guzzle.
require 'GuzzleHttp/autoload.php';
spl_autoload_register(function (string $name): void {
    if (str_starts_with($name, 'V1\\')) {
        require __DIR__ . '/generated/v1/lib/' . strtr(substr($name, 3), '\\', '/') . '.php';
    }
});

$settings = (new V1\Configuration())->setHost(getenv('HH_V1_URL'))->setAccessToken(getenv('HH_API_KEY'));
$http = new GuzzleHttp\Client();
$events = new V1\Api\EventsApi($http, $settings);

$created = (new V1\Api\SessionsApi($http, $settings))->createSession(
    new V1\Model\CreateSessionRequest(['session_name' => 'probe', 'start_time' => 1767323045123])
);
$runs = (new V1\Api\ExperimentsApi($http, $settings))->listRuns(run_ids: explode(',', getenv('HH_RUN_IDS')));
$found = $events->searchEvents(new V1\Model\SearchEventsRequest(['filters' => [
    new V1\Model\EventFilter(['field' => 'metadata.parcel', 'operator' => 'is', 'value' => 'HH-204']),
    new V1\Model\EventFilter(['field' => 'metadata.weight', 'operator' => 'is', 'value' => 7, 'type' => 'number']),
]]));
try {
    $events->getEvent(getenv('HH_MISSING_EVENT'));
    $failed = [null, null];
} catch (V1\ApiException $error) {
    $failed = [$error->getCode(), $error->getResponseObject()?->getMessage()];
}

echo json_encode([
    'created' => $created->getStartTime(),
    'runs' => array_map(fn ($run) => $run->getRunId(), $runs->getEvaluations()),
    'found' => array_map(fn ($event) => $event->getEventName(), $found->getEvents()),
    'error' => $failed,
]), "\n";
