"""Delivery of events: the queue, batches, retries, and the threads that send them."""
