"""The error of a document."""


class DocumentError(Exception):
    """The document cannot be read, or something in it cannot be carried over.

    Each argument is one problem, a line that begins with its place: ``POST /v1/x: it has no summary``.
    """

    @property
    def problems(self) -> list[str]:
        """Every line of the message."""
        return [line.strip() for line in str(self).splitlines()]

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))
