"""UNSET, the value of an absent key; a separate module, so that importing it is cheap."""

from typing import Any, Final, Literal, final


@final
class Unset:
    """Type of UNSET, the value of an absent key; it is falsy."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"  # copy and pickle keep the identity

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let pydantic accept UNSET, for example in ``validate_call``."""
        from pydantic_core import core_schema

        written = core_schema.plain_serializer_function_ser_schema(lambda _: None)
        return core_schema.is_instance_schema(cls, serialization=written)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "null"}


UNSET: Final = Unset()
