"""Events, filters, JSON and errors: what all other folders share."""
