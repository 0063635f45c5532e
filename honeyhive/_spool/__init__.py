"""Spool: events on disk before the log call returns, so that they outlive the process.

``SpoolStore`` implements the store protocol of ``_tracing.delivery``. It reads records for delivery; its base class
``SpoolWriter`` writes them on the caller's thread. Each client of each process writes its own journal, and holds the
journal's lock as long as it lives. A journal without a living owner is claimed by one living process, which delivers
and deletes it.

The records of undecided sessions, which are not sampled in or out yet, are in a separate journal
(``undecided_journal.py``). A living process sends them from memory; this journal is read only after its death.

Files of a journal, in a folder of mode 0700; the files have mode 0600:

==================================  ===================================================================================
``<start>-<random>.lock``           boot id and monotonic seconds; locked with flock. <start>: 16 digits of microseconds
``<start>-<random>.<number>.log``   a segment: frames, one after the other; <number>: 6 digits from 000001
``<start>-<random>.<number>.done``  the marks of the segment, one for each settled frame
``<start>-<random>.<number>.open``  frames of open steps, then zeros; a dead process's frames become segment 000000
``<start>-<random>.<number>.damaged``  a segment that was damaged, renamed once its intact frames were settled
==================================  ===================================================================================

A frame, all numbers little-endian:

======  =====  ========================================================================================================
offset  bytes  content
======  =====  ========================================================================================================
0       4      FF 48 48 01: a byte that UTF-8 never has, "HH", and the version of the format
4       4      CRC-32 of bytes 12 to 28, the fields; without it the length could not be trusted
8       4      CRC-32 of everything from byte 12 to the end of the frame
12      4      length of everything behind the head: both ids and the JSON
16      8      time of logging, unix milliseconds
24      1      kind: 0 session start, 1 event, 2 change
25      2      length of the event id
27      2      length of the session id
29             event id, session id, JSON of the record, all in UTF-8
======  =====  ========================================================================================================

A mark has 8 bytes: the frame's offset in the segment (4) and the CRC-32 of these four bytes (4).

Invariants, each with the test in ``tests/tracing`` that holds it:

1.  A record is appended with one write before the log call returns, and before it is counted. (test_durable.py,
    test_kill_9_at_any_moment_loses_nothing)
2.  A write that stops half-way is undone, or else no further frame is written to that segment. (test_spool.py,
    test_a_disk_that_fails_makes_records_wait_in_memory_until_it_is_back)
3.  A frame is marked only after the service confirmed it, or after it was dropped. After a kill in between, the record
    is sent again with the same ids, and never lost. (test_spool_counters.py, Durable)
4.  A damaged mark is ignored: better to send a record twice than never. (test_spool.py,
    test_records_with_a_damaged_mark_are_sent_again)
5.  If any byte is damaged, all earlier records are recovered. (test_spool.py,
    test_records_before_a_damaged_byte_are_recovered)
6.  A segment is deleted before its marks, and the lock last: after a crash at any moment in between, the remaining
    files are safe to recover. (test_spool.py, test_files_are_deleted_when_all_their_records_are_delivered)
7.  A journal is read by one process only. That process takes the lock, and then lists the files again.
    (test_durable.py, test_each_record_of_two_processes_on_one_spool_is_delivered_once_if_one_is_killed)
8.  Records of dead processes are delivered before those of this one, oldest first. (test_spool.py,
    test_records_of_a_dead_process_come_first_and_delivered_ones_are_not_repeated)
9.  If the disk fails, records wait in memory. Records in memory are always newer than those on disk. (test_spool.py,
    test_a_disk_that_fails_makes_records_wait_in_memory_until_it_is_back)
10. A segment ends at 8 MiB, or at 1 MiB once all its records are settled, so that delivered events do not stay on disk.
    (test_spool.py, test_a_large_file_without_pending_records_is_replaced)
11. A step is in the file of open steps before its constructor returns, and a value before its assignment returns. Once
    the owner is dead, the process that claims the journal sends the step, ended as interrupted. (test_open_steps.py,
    test_kill_9_inside_a_block_sends_it_as_interrupted_with_everything_that_was_set)
12. A step whose event is in a segment of the journal has ended. So before a segment is deleted, the file of open steps
    is rewritten without ended steps. (test_open_steps.py, test_segments_go_only_after_the_steps_that_ended_in_them)
13. The folder is private, and no link or pipe in it is followed. (test_spool.py,
    test_links_and_pipes_in_the_folder_are_not_followed)
14. The files of undecided sessions follow the same rules: each record is written once, whatever a signal handler does
    meanwhile, and a deleted folder is made again. (test_undecided_journal.py,
    test_handlers_that_raise_at_any_moment_lose_nothing_and_leave_nothing, test_a_deleted_folder_is_made_again)
15. Files of a dead process are deleted only after the files that replace them are on the disk. Otherwise a power cut
    could lose records that were safe before. (test_open_steps.py,
    test_a_power_cut_during_recovery_loses_no_step_of_a_dead_process)
16. ``flush()`` counts the records of dead processes as pending, even if no thread has searched the folder yet.
    (test_durable.py, test_flush_is_false_if_no_thread_has_searched_the_spool_yet)
"""
