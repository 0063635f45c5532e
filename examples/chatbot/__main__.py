"""`python examples/chatbot`: chats once, and prints the replies and the link to the trace.

It sends to HH_API_URL with HH_API_KEY; without these, to a local server that lives as long as the chat.
"""

import contextlib
import os

from honeyhive_server import LocalServer


def main() -> None:
    """Chat, and wait until the service has stored the trace."""
    with contextlib.ExitStack() as stack:
        if "HH_API_URL" not in os.environ:
            server = stack.enter_context(LocalServer())
            os.environ |= {"HH_API_URL": server.url, "HH_API_KEY": "hh_local"}
        from bot import QUESTIONS, chat, hh  # this import makes the client, which reads the environment

        for question, answer in zip(QUESTIONS, chat(), strict=True):
            print(f"{question}\n  {answer}")
        stored = hh.flush()
        print(f"{stored.delivered} records are stored at {os.environ['HH_API_URL']}")
        hh.close()


if __name__ == "__main__":
    main()
