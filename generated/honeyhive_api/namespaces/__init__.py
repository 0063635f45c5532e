# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Namespaces of a client. Each is imported on first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, AsyncPagesCall, Call, PagesCall
    from .alerts import Alerts, AsyncAlerts
    from .charts import AsyncCharts, Charts
    from .configurations import AsyncConfigurations, Configurations
    from .data_plane_api_keys import AsyncDataPlaneApiKeys, DataPlaneApiKeys
    from .datapoints import AsyncDatapoints, Datapoints
    from .datasets import AsyncDatasets, Datasets
    from .evaluators import AsyncEvaluators, Evaluators
    from .events import AsyncEvents, Events
    from .experiments import AsyncExperiments, Experiments
    from .ingestion_api_keys import AsyncIngestionApiKeys, IngestionApiKeys
    from .metric_versions import AsyncMetricVersions, MetricVersions
    from .metrics import AsyncMetrics, Metrics
    from .projects import AsyncProjects, Projects
    from .queues import AsyncQueues, Queues
    from .sessions import AsyncSessions, Sessions
    from .virtual_dataplanes import AsyncVirtualDataplanes, VirtualDataplanes
    from .workspaces import AsyncWorkspaces, Workspaces


class SyncNamespaces:
    """Namespaces of the synchronous client."""

    if TYPE_CHECKING:
        _call: Call
        _pages: PagesCall

    @cached_property
    def sessions(self) -> Sessions:
        """A session is the root of a tree of events: one conversation, or one run of an application."""
        from .sessions import Sessions

        return Sessions(self._call)

    @cached_property
    def events(self) -> Events:
        """An event is one step of a session, with its inputs, outputs and duration."""
        from .events import Events

        return Events(self._call, self._pages)

    @cached_property
    def datasets(self) -> Datasets:
        """A dataset is a named collection of datapoints."""
        from .datasets import Datasets

        return Datasets(self._call)

    @cached_property
    def datapoints(self) -> Datapoints:
        """A datapoint is a test case for an application: inputs and the expected output."""
        from .datapoints import Datapoints

        return Datapoints(self._call)

    @cached_property
    def experiments(self) -> Experiments:
        """An experiment run evaluates an application on datapoints. Two runs can be compared."""
        from .experiments import Experiments

        return Experiments(self._call, self._pages)

    @cached_property
    def metrics(self) -> Metrics:
        """A metric scores events with code, a model or human reviewers."""
        from .metrics import Metrics

        return Metrics(self._call)

    @cached_property
    def metric_versions(self) -> MetricVersions:
        """A metric has versions, one of which is deployed."""
        from .metric_versions import MetricVersions

        return MetricVersions(self._call)

    @cached_property
    def queues(self) -> Queues:
        """An annotation queue collects events for human review."""
        from .queues import Queues

        return Queues(self._call)

    @cached_property
    def configurations(self) -> Configurations:
        """A configuration stores a model, its settings and a prompt."""
        from .configurations import Configurations

        return Configurations(self._call)

    @cached_property
    def charts(self) -> Charts:
        """A chart plots a metric over time."""
        from .charts import Charts

        return Charts(self._call)

    @cached_property
    def evaluators(self) -> Evaluators:
        """An evaluator scores events with code. It has versions, one of which can be published."""
        from .evaluators import Evaluators

        return Evaluators(self._call)

    @cached_property
    def data_plane_api_keys(self) -> DataPlaneApiKeys:
        """A data plane API key has chosen permissions in one project."""
        from .data_plane_api_keys import DataPlaneApiKeys

        return DataPlaneApiKeys(self._call)

    @cached_property
    def ingestion_api_keys(self) -> IngestionApiKeys:
        """An ingestion API key can only write sessions and events."""
        from .ingestion_api_keys import IngestionApiKeys

        return IngestionApiKeys(self._call)

    @cached_property
    def projects(self) -> Projects:
        """A project contains sessions, datasets, metrics and everything that belongs to them."""
        from .projects import Projects

        return Projects(self._call)

    @cached_property
    def workspaces(self) -> Workspaces:
        """A workspace contains projects."""
        from .workspaces import Workspaces

        return Workspaces(self._call)

    @cached_property
    def virtual_dataplanes(self) -> VirtualDataplanes:
        """A virtual data plane contains workspaces and the data of their projects."""
        from .virtual_dataplanes import VirtualDataplanes

        return VirtualDataplanes(self._call)

    @cached_property
    def alerts(self) -> Alerts:
        """An alert notifies people when a metric crosses a threshold."""
        from .alerts import Alerts

        return Alerts(self._call, self._pages)


class AsyncNamespaces:
    """Namespaces of the asynchronous client."""

    if TYPE_CHECKING:
        _call: AsyncCall
        _pages: AsyncPagesCall

    @cached_property
    def sessions(self) -> AsyncSessions:
        """A session is the root of a tree of events: one conversation, or one run of an application."""
        from .sessions import AsyncSessions

        return AsyncSessions(self._call)

    @cached_property
    def events(self) -> AsyncEvents:
        """An event is one step of a session, with its inputs, outputs and duration."""
        from .events import AsyncEvents

        return AsyncEvents(self._call, self._pages)

    @cached_property
    def datasets(self) -> AsyncDatasets:
        """A dataset is a named collection of datapoints."""
        from .datasets import AsyncDatasets

        return AsyncDatasets(self._call)

    @cached_property
    def datapoints(self) -> AsyncDatapoints:
        """A datapoint is a test case for an application: inputs and the expected output."""
        from .datapoints import AsyncDatapoints

        return AsyncDatapoints(self._call)

    @cached_property
    def experiments(self) -> AsyncExperiments:
        """An experiment run evaluates an application on datapoints. Two runs can be compared."""
        from .experiments import AsyncExperiments

        return AsyncExperiments(self._call, self._pages)

    @cached_property
    def metrics(self) -> AsyncMetrics:
        """A metric scores events with code, a model or human reviewers."""
        from .metrics import AsyncMetrics

        return AsyncMetrics(self._call)

    @cached_property
    def metric_versions(self) -> AsyncMetricVersions:
        """A metric has versions, one of which is deployed."""
        from .metric_versions import AsyncMetricVersions

        return AsyncMetricVersions(self._call)

    @cached_property
    def queues(self) -> AsyncQueues:
        """An annotation queue collects events for human review."""
        from .queues import AsyncQueues

        return AsyncQueues(self._call)

    @cached_property
    def configurations(self) -> AsyncConfigurations:
        """A configuration stores a model, its settings and a prompt."""
        from .configurations import AsyncConfigurations

        return AsyncConfigurations(self._call)

    @cached_property
    def charts(self) -> AsyncCharts:
        """A chart plots a metric over time."""
        from .charts import AsyncCharts

        return AsyncCharts(self._call)

    @cached_property
    def evaluators(self) -> AsyncEvaluators:
        """An evaluator scores events with code. It has versions, one of which can be published."""
        from .evaluators import AsyncEvaluators

        return AsyncEvaluators(self._call)

    @cached_property
    def data_plane_api_keys(self) -> AsyncDataPlaneApiKeys:
        """A data plane API key has chosen permissions in one project."""
        from .data_plane_api_keys import AsyncDataPlaneApiKeys

        return AsyncDataPlaneApiKeys(self._call)

    @cached_property
    def ingestion_api_keys(self) -> AsyncIngestionApiKeys:
        """An ingestion API key can only write sessions and events."""
        from .ingestion_api_keys import AsyncIngestionApiKeys

        return AsyncIngestionApiKeys(self._call)

    @cached_property
    def projects(self) -> AsyncProjects:
        """A project contains sessions, datasets, metrics and everything that belongs to them."""
        from .projects import AsyncProjects

        return AsyncProjects(self._call)

    @cached_property
    def workspaces(self) -> AsyncWorkspaces:
        """A workspace contains projects."""
        from .workspaces import AsyncWorkspaces

        return AsyncWorkspaces(self._call)

    @cached_property
    def virtual_dataplanes(self) -> AsyncVirtualDataplanes:
        """A virtual data plane contains workspaces and the data of their projects."""
        from .virtual_dataplanes import AsyncVirtualDataplanes

        return AsyncVirtualDataplanes(self._call)

    @cached_property
    def alerts(self) -> AsyncAlerts:
        """An alert notifies people when a metric crosses a threshold."""
        from .alerts import AsyncAlerts

        return AsyncAlerts(self._call, self._pages)
