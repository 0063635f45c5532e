"""The ASGI application: routes, authentication, and the frame of each response."""
