"""Processes in unusual states: nothing is raised, and what was logged is sent or counted."""

import pytest

from .programs import names, run


@pytest.mark.parametrize("spool", ["", "hh = HoneyHive(api_key='hh_test', base_url=sys.argv[1], spool=sys.argv[0])"])
def test_a_full_table_of_descriptors_at_the_first_event_raises_nothing(server, tmp_path, spool):
    done = run(
        server.url,
        f"""
        import resource
        sys.argv[0] = {str(tmp_path / "spool")!r}
        {spool}
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        free = os.dup(0)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, hard))
        for number in range(3):
            log(str(number))
        with hh.event("dropped") as event:
            event.outputs = {{"a": 1}}
        early = hh.flush(0)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        log("later")
        hh.flush(30)
        stats = hh.stats()
        print(bool(early), stats.delivered, stats.dropped)
        """,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["False", "4", "{'unsent':", "1}"]
    assert names(server) == ["0", "1", "2", "later"]
