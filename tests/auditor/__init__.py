"""Auditor of the delivery guarantee: it looks for an application's ids in the database and the spool, without the SDK.

``python -m tests.auditor --schedules 1000 --seed 7``
"""
