"""Ready-made masks: each finds one kind of personal or secret data inside of strings."""
