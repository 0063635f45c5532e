"""What an exporter is answered, in the encoding that it asked in."""

import orjson
from starlette.responses import Response

PROTOBUF = "application/x-protobuf"
JSON = "application/json"

# The codes of google.rpc.Code by HTTP status.
_CODES = {400: 3, 401: 16, 403: 7, 404: 5, 405: 12, 413: 8, 415: 3, 503: 14}
_INTERNAL = 13
MAX_MESSAGE = 1000


def accepted(media_type: str, rejected: int, reasons: str) -> Response:
    """The answer to spans that are stored, with how many are not and why."""
    reasons = reasons[:MAX_MESSAGE]
    if media_type == PROTOBUF:
        partial_success = _number(1, rejected) + _text(2, reasons)
        return Response(_bytes(1, partial_success) if rejected else b"", media_type=PROTOBUF)
    partial = {"partialSuccess": {"rejectedSpans": str(rejected), "errorMessage": reasons}} if rejected else {}
    return Response(orjson.dumps(partial), media_type=JSON)


def refused(media_type: str, status: int, message: str) -> Response:
    """A google.rpc.Status."""
    code = _CODES.get(status, _INTERNAL)
    if media_type != PROTOBUF:
        return Response(orjson.dumps({"code": code, "message": message}), status, media_type=JSON)
    return Response(_number(1, code) + _text(2, message[:MAX_MESSAGE]), status, media_type=PROTOBUF)


# Three fields do not need generated classes, of which that of google.rpc.Status is in no package the server has.
def _number(field: int, value: int) -> bytes:
    return bytes([field << 3]) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode(errors="replace"))


def _bytes(field: int, value: bytes) -> bytes:
    return bytes([field << 3 | 2]) + _varint(len(value)) + value


def _varint(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*encoded, number])
