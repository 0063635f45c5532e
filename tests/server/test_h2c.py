"""Requests for an upgrade to HTTP/2 without TLS (h2c), as raw bytes."""

import socket

import pytest

BODY = b'{"event_type":"tool","inputs":{"parcel":"HH-204"}}'
# The request that Java's HttpClient sends by default, if HTTP_1_1 is not set.
JAVA = (
    b"POST /v1/events HTTP/1.1\r\n"
    b"Connection: Upgrade, HTTP2-Settings\r\n"
    b"Content-Length: %d\r\n"
    b"Host: 127.0.0.1\r\n"
    b"HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\n"
    b"Upgrade: h2c\r\n"
    b"User-Agent: Java-http-client/17.0.17\r\n"
    b"Authorization: Bearer hh_test\r\n"
    b"Content-Type: application/json\r\n\r\n" % len(BODY)
)


LAST = b"GET /session HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


def answers(server, *parts: bytes, last: bytes = LAST) -> bytes:
    """Send the given bytes and a final request on one connection. Return the responses."""
    port = int(server.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for part in (*parts, last):
            connection.sendall(part)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("cut", [0, 30, len(JAVA) - 1, len(JAVA), len(JAVA) + 10])
def test_an_h2c_upgrade_is_answered_with_http1(server, cut):
    whole = JAVA + BODY

    answer = answers(server, whole[:cut], whole[cut:])

    assert answer.startswith(b"HTTP/1.1 200 ")
    assert [event["inputs"] for event in server.events()] == [{"parcel": "HH-204"}]


def test_an_h2c_upgrade_with_chunked_body_is_read(server):
    head = JAVA.replace(b"Content-Length: %d" % len(BODY), b"Transfer-Encoding: chunked")

    assert answers(server, head, b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)).startswith(b"HTTP/1.1 200 ")


def test_the_connection_stays_open_after_an_upgrade_request(server):
    many = 500

    answer = answers(server, (JAVA + BODY) * many)

    assert answer.count(b"HTTP/1.1 200 ") == len(server.events()) == many


def test_connection_close_beside_an_upgrade_closes(server):
    asking = JAVA.replace(b"HTTP2-Settings\r\n", b"HTTP2-Settings, close\r\n", 1)

    answer = answers(server, asking + BODY)

    assert (answer.count(b"HTTP/1.1 "), b"connection: close" in answer.lower()) == (1, True)


@pytest.mark.parametrize("protocol", [b"websocket", b"TLS/1.0", b""])
def test_other_upgrades_are_ignored(server, protocol):
    assert answers(server, JAVA.replace(b"h2c", protocol) + BODY).startswith(b"HTTP/1.1 200 ")


def test_connect_is_rejected(server):
    tunnel = b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n"

    # No request follows: the server closes the connection, and unread bytes would reset it before the response arrives.
    assert answers(server, tunnel, last=b"")[9:12] in (b"400", b"403")
