"""Help of each namespace: a sentence about its use, and an example.

A namespace that is not in the table gets its description from openapi.yaml and the example of its first command.
"""

from typing import Final

_TEXTS: Final = {
    "sessions": (
        "Start, list, compare and download sessions.",
        "honeyhive sessions create --session-name support-chat",
    ),
    "events": ("Log, search, follow, import and download events.", "honeyhive events list --since 2h"),
    "datasets": (
        "Create, fill, upload and download datasets.",
        "honeyhive datasets upload cases.csv --column question=inputs --column answer=ground_truth",
    ),
    "datapoints": (
        "Create, list and change the test cases of datasets.",
        "honeyhive datapoints list --dataset-name support-questions",
    ),
    "experiments": (
        "List, compare and change experiment runs, which 'honeyhive evaluate' creates.",
        "honeyhive experiments list",
    ),
    "metrics": ("Define metrics that score events, and try them.", "honeyhive metrics list"),
    "metric_versions": ("List, add and deploy versions of a metric.", "honeyhive metric-versions list metric-1"),
    "evaluators": ("List, write and publish evaluators.", "honeyhive evaluators list project-1"),
    "queues": ("Collect events for people to review.", "honeyhive queues list"),
    "configurations": ("Store prompts with a model and its settings.", "honeyhive configurations list --env prod"),
    "charts": ("Chart metrics over time.", "honeyhive charts list project-1"),
    "data_plane_api_keys": (
        "Create API keys with chosen permissions.",
        "honeyhive data-plane-api-keys create project-1 --name dashboards --permissions '[\"project.chart.get\"]'",
    ),
    "ingestion_api_keys": (
        "Create API keys that can only write sessions and events.",
        "honeyhive ingestion-api-keys create project-1 --name production",
    ),
    "projects": ("Create, change and archive projects.", "honeyhive projects get project-1"),
    "workspaces": ("Create, change and archive workspaces.", "honeyhive workspaces get workspace-1"),
    "virtual_dataplanes": (
        "Create, rename and archive virtual data planes.",
        "honeyhive virtual-dataplanes get vdp-1",
    ),
    "alerts": ("List and create alerts on metrics.", "honeyhive alerts list project-1"),
}


def sentence(namespace: str, described: str) -> str:
    """Return the sentence about the use of the namespace; ``described`` is used for a namespace without a sentence."""
    return _TEXTS.get(namespace, (described, ""))[0]


def group_help(namespace: str, described: str) -> str:
    """Return the help text of a namespace's group; ``described`` is the description from openapi.yaml."""
    words, example = _TEXTS.get(namespace, ("", ""))
    return "\n\n".join(part for part in (words, f"Example: {example}" if example else "", described) if part)
