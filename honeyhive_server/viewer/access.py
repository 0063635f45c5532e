"""Who may see pages: everyone who reaches the server, or with --require-key whoever gives the key as a password.

A browser asks for the password by itself (HTTP Basic) and sends it to this server only; no cookie, no form.
"""

import base64
import binascii
import hmac

from ..http.auth import Headers, check_key
from ..model.config import Behaviour
from ..model.http_error import Refusal

ASK = {"WWW-Authenticate": 'Basic realm="HoneyHive: any user name, the API key as password", charset="UTF-8"'}


def check_viewer(headers: Headers, behaviour: Behaviour) -> None:
    """Refuse (401) a request without the required key, as Basic password or as Bearer key."""
    required = behaviour.require_key
    if required is None:
        return
    scheme, _, credentials = headers.get(b"authorization", b"").partition(b" ")
    if scheme.lower() == b"bearer":
        check_key(headers, behaviour)
    elif scheme.lower() != b"basic" or not hmac.compare_digest(_password(credentials), required.encode()):
        raise Refusal(401, "The key of this server is needed: give it as the password, with any user name.", ASK)


def _password(credentials: bytes) -> bytes:
    try:
        return base64.b64decode(credentials.strip(), validate=True).partition(b":")[2]
    except binascii.Error:
        return b""
