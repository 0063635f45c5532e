"""Programs on older versions of the vendor's own clients, run against the local server by `make vendors-older`."""
