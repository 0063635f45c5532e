"""Event ids are UUIDs that differ even between forks of a process and copies of a running machine."""

import copy
import subprocess
import sys
from pathlib import Path
from uuid import RFC_4122, UUID

import pytest
from honeyhive_api.ids import is_uuid

from honeyhive._tracing.events.new_id import IdGenerator

FORK = """
import os, sys

def in_child():
    from honeyhive._tracing.events.new_id import new_id
    os.write(writing, new_id().encode())
    os._exit(0)

reading, writing = os.pipe()
if sys.argv[1] == "in a hook":  # that comes before those of the package
    os.register_at_fork(after_in_child=in_child)
from honeyhive._tracing.events.new_id import new_id
if os.fork() == 0:
    in_child()
print(new_id(), os.read(reading, 100).decode())
"""


def test_an_id_is_a_random_uuid():
    ids = IdGenerator()
    made = [ids.new() for _ in range(1_000)]

    assert len(set(made)) == 1_000
    assert {(UUID(one).version, UUID(one).variant) for one in made} == {(4, RFC_4122)}
    assert all(is_uuid(one) and str(UUID(one)) == one for one in made)


def test_every_bit_that_is_not_fixed_varies():
    ids = IdGenerator()
    made = [UUID(ids.new()).int for _ in range(200)]
    ever, always = 0, -1
    for one in made:
        ever |= one
        always &= one

    assert (ever ^ always).bit_count() == 122


def test_copies_of_a_running_machine_make_ids_of_their_own():
    clock = [1_767_323_045.0]
    ids = IdGenerator(lambda: clock[0])
    ids.new()
    copies = copy.deepcopy(ids), copy.deepcopy(ids)
    for later in (2.0, -3_600.0):  # the clock may be set back
        clock[0] += later
        one, other = (each.new() for each in copies)

        assert one != other


@pytest.mark.parametrize("place", ["in a hook", "after all hooks"])
def test_a_forked_child_makes_ids_of_its_own(place):
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", FORK, place], capture_output=True, text=True, check=True, cwd=root)
    parents, childs = done.stdout.split()

    assert parents != childs
