import pytest

from tests.faults.one_call import KINDS
from tests.faults.server import FaultServer


@pytest.fixture
def server():
    with FaultServer() as server:
        yield server


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param
