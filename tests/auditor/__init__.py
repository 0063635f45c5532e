"""Auditor of the delivery guarantee: it compares an application's ids with the store and the spool, never with the SDK.

``python -m tests.auditor --schedules 1000 --seed 7``
"""
