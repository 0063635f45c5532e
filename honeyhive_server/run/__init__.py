"""Ways to run the server: `honeyhive serve`, a process, and LocalServer on a thread."""
