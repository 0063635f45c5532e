"""Delivery of events: the queue, batches, retries, and the threads that send them.

A record is an event, the start of a session, or a change of an event or session. Its path::

    Worker.log -> Store.put ............................ the user's thread (worker.py, queue.py)
    DeliveryThreads -> DeliveryPolicy.next ............. store -> lanes -> batch (threads.py, policy.py, lanes.py)
    Sender.send -> Connection.send ..................... the request (sender.py)
    DeliveryPolicy.ended -> settle or FailurePolicy .... the reply (replies.py, failure_policy.py, breaker.py)

``policy``, ``failure_policy``, ``backlog``, ``lanes``, ``retries``, ``breaker`` and ``concurrency`` have no threads,
no clocks and no I/O: each call gets the time as a ``Now``, and all calls are made under one lock, ``Sender.changed``.
Tests drive them with a simulated clock. ``threads``, ``sender`` and ``worker`` have no rules about failures.

Invariants, each with the test in ``tests/tracing`` that holds it:

1.  Conservation: accepted + recovered = delivered + pending + dropped, at every moment. (test_delivery.py,
    Conservation; test_spool_counters.py, Durable)
2.  A pending record is in exactly one place: the store, a lane, a batch in flight, the retry queue, or set aside after
    it failed while others were stored. Only ``Backlog`` moves it. (test_delivery.py, Conservation)
3.  A lane, usually a session, is sent in order and by one request at a time; lanes are sent in parallel.
    (test_lanes.py, test_each_lane_is_sent_in_order_and_by_one_request_at_a_time)
4.  A batch that is in flight or failed holds its lanes: their later records wait. A batch that is set aside holds no
    lane. (test_faults.py, test_a_refused_event_does_not_delay_others)
5.  A retry sends the same bytes, unless the service rejected the event as too large. (test_faults.py,
    test_one_fault_costs_one_retry_that_is_the_same_to_the_byte)
6.  A failure is ambiguous: its cause may be an outage or a refused event. Only the success of another request shows
    which of the two, and no request is sent merely to find out. (test_delivery.py,
    test_one_event_that_is_always_refused_delays_the_others_by_seconds_only)
7.  Everything is held back only if several different requests fail alike while none succeeds. If the service worked
    within the last minute, the halves of one batch do not count as different requests. (test_delivery.py,
    test_events_with_403_beside_good_traffic_hold_it_back_only_if_three_requests_in_a_row_have_them)
8.  A refused key costs three requests in 7 s, one after 8 s, then one a minute. The same holds for a key that is
    withdrawn later. (test_delivery.py,
    test_a_key_that_is_withdrawn_costs_three_requests_in_7_seconds_and_then_one_a_minute)
9.  An outage drops no event: a failed attempt counts towards dropping an event only if other requests are confirmed.
    (test_set_aside.py, test_an_event_is_kept_as_long_as_nothing_else_is_confirmed)
10. An event that the service rejects as too large is truncated, even if it is set aside, and keeps its ids.
    (test_delivery.py, test_an_event_with_403_and_then_413_is_truncated)
11. flush() makes one attempt of its own during a pause, but at most one attempt a second and none before the time of a
    Retry-After header. It also does so if the pause begins while flush() waits. (test_faults.py,
    test_flush_makes_its_attempt_after_a_request_in_flight_has_failed; test_breaker.py,
    test_flush_waits_for_the_retry_after_header)
12. The circuit breaker still works at exit: events that are logged then wait for its pauses. (test_exit.py,
    test_late_events_respect_a_retry_after)
13. At exit, one thread abandons the backlog. It sees each record that was put into the store by then; a later record is
    delivered by the thread that logs it. For this, ``log`` reads ``_is_ending`` after the put, and ``end`` sets the
    flag before it abandons the backlog. (test_exit.py, test_threads_that_log_late_at_the_same_time_deliver_every_event)
14. A signal handler or a ``__del__`` may log while it interrupts any code, including another log call. (test_queue.py,
    test_a_signal_handler_may_log_while_the_same_thread_is_logging) If the handler raises in a log call, the exception
    propagates, and the record of that call is still accepted. (test_interrupts.py)
15. No record waits unnoticed: either a delivery thread watches the queue, or the flag ``is_asleep`` is set, and then
    the next log call wakes one. A thread first sets its flags and then checks the queue. A log call first puts its
    record and then reads the flags.
    (test_faults.py, test_after_the_thread_has_died_the_next_event_starts_it_again)
16. No line is logged under a lock: a user's log handler may log events. (test_faults.py,
    test_a_log_handler_may_wait_for_another_thread_that_uses_the_client)
17. With sampling at the end, a session is kept or discarded ``keep_for`` seconds after the end of its last block, event
    or span in this process, even if another service began the session. (test_keep_without_end.py,
    test_a_session_is_undecided_while_one_of_its_events_runs,
    test_a_trace_with_a_remote_parent_is_decided_after_its_last_span)
18. A step that is sent before its end (``live_steps.py``) is neither counted nor retried, and its failure does not
    affect records. It holds its lanes while it is in flight, so that the final version is sent later.
    (test_live_steps.py, test_steps_on_many_threads_send_their_final_version_last_and_once)

Two locks are taken in this order: ``Sender.changed``, then the lock of the store. ``put`` takes only the second one, so
that a log call never waits for the policy.
"""
