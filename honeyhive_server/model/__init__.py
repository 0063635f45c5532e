"""The plain types and functions below everything else: events, filters, JSON, requests and responses."""
