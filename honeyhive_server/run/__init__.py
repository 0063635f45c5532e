"""Ways to run the server: the command `serve`, its process, and LocalServer on a thread."""
