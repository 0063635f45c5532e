"""Choice of the worker for a client's options."""

from collections.abc import Callable
from functools import partial

from .delivery.keep_rules import SamplingRules
from .delivery.sampling_worker import SamplingWorker
from .delivery.worker import Worker
from .disabled import DisabledWorker
from .option_checks import check_keep
from .options import Options


def worker_for(options: Options, is_chosen: Callable[[str], bool], *, is_enabled: bool) -> Callable[..., Worker]:
    """Return the class of the worker, or a function that makes one. Raises ConfigurationError for a wrong ``keep``.

    ``is_chosen`` returns True for the id of a session in the sampled share.
    """
    check_keep(options)
    if not is_enabled:
        return DisabledWorker
    if options.keep is None or options.sample_rate >= 1:
        return Worker
    return partial(SamplingWorker, rules=SamplingRules(options.keep, options.keep_for, is_chosen, options.queue))
