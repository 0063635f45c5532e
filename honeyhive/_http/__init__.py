"""The only package that uses httpx: transports, the deadline of a call, TLS and proxies."""
