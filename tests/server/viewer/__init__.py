"""These tests are a package, so that their browser ends after the last of them."""
