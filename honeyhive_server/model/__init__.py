"""The plain types and functions that all other packages use: events, filters, JSON, requests and responses."""
