"""The index entry of every operation, by operationId."""

from honeyhive_api.index import INDEX, operation
from honeyhive_api.types import Operation

OPERATIONS: dict[str, Operation] = {name: operation(name) for name in INDEX}
