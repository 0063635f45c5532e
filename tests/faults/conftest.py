import pytest

from tests.faults.calling import KINDS
from tests.faults.server import FaultServer


@pytest.fixture
def server():
    with FaultServer() as server:
        yield server


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param
