"""Escaping of stored values, security headers, and access to pages."""

import base64
from urllib.parse import quote, urlencode

import httpx
import pytest
from playwright.sync_api import expect

from honeyhive_server import LocalServer
from tests.server.viewer.logged_runs import row, run

PAYLOADS = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "\"><svg onload=document.title='owned'>",
    "' autofocus onfocus=document.title='owned' x='",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "</pre></textarea></title><h1>out</h1>",
    "<a hx-get='/x' hx-trigger='load' hx-on:click='1'>x</a>",
    "javascript:document.title='owned'",
]
COUNT = "window.violations = 0; document.addEventListener('securitypolicyviolation', () => window.violations++);"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_html_in_events_is_escaped(context_of, traces, payload):
    context = context_of()
    context.add_init_script(COUNT)
    page = context.new_page()
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    everywhere = {key: {payload: payload, "deep": [{payload: [payload]}]} for key in ("outputs", "metadata", "metrics")}
    session = traces.session(
        payload, project=payload, source=payload, inputs={"messages": [{"role": payload, "content": payload}]}
    )
    ids = [
        traces.event(
            session,
            payload,
            event_type=kind,
            project=payload,
            error=payload,
            inputs={"messages": [{"role": "user", "content": payload, "tool_calls": [{"name": payload}]}]},
            config={"model": payload},
            **{payload: payload},
            **everywhere,
        )
        for kind in ("model", "tool")
    ]

    for path in ("/", "/completions", "/all-events", f"/?q={httpx.QueryParams({'q': payload})['q']}"):
        page.goto(path)
        expect(page.locator(".rows .c-name a").first).to_have_text(payload)
        assert page.evaluate("window.violations") == 0
    for event in (session, *ids):
        page.goto(f"/sessions/{session}?event={event}")
        page.get_by_role("treeitem").last.click()
        expect(page.locator("#panel h2")).to_contain_text(payload)
        assert page.title() == f"{payload} · HoneyHive local"
        assert page.locator("main script, main img, main h1 h1, main [onerror], main [hx-on\\:click]").count() == 0
        assert page.evaluate("window.violations") == 0


@pytest.mark.parametrize("payload", PAYLOADS)
def test_html_in_experiments_is_escaped(context_of, traces, payload):
    context = context_of()
    context.add_init_script(COUNT)
    page = context.new_page()
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    ids = []
    for score in (1, 0):
        ids.append(run(traces, payload, dataset_id=payload, description=payload, run_id=f"{payload}{score}"))
        fields = {"inputs": {"q": payload}, "outputs": {"a": payload}, "feedback": {"ground_truth": payload}}
        metrics = {payload: score, "text": f"{payload} {score}"}
        first = row(traces, ids[-1], payload, **fields, metrics=metrics, project=payload)
        traces.event(first, payload, metrics={payload: 1})
        row(traces, ids[-1], f"{payload} failed", error=payload)
    old, new = (quote(each, safe="") for each in ids)
    metric = f"metric.{quote(payload, safe='')}"

    for path in (
        "/experiments",
        f"/experiments?dataset={quote(payload)}&project={quote(payload)}",
        f"/experiments/{new}",
        f"/experiments/{new}?{urlencode({'sort': metric})}",
        f"/experiments/{new}?compare={old}",
        f"/experiments/{new}?{urlencode({'compare': ids[0], 'show': 'regressed', 'metric': metric[7:]})}",
    ):
        page.goto(path)
        expect(page.locator(".c-name a").first).to_have_text(payload)
        assert payload in page.locator("main").inner_text()
        assert page.title() in (
            f"{payload} \N{MIDDLE DOT} HoneyHive local",
            "Experiments \N{MIDDLE DOT} HoneyHive local",
        )
        assert page.locator("main script, main img, main h1 h1, main [onerror], main [hx-on\\:click]").count() == 0
        assert page.evaluate("window.violations") == 0
    assert page.locator(".wide").last.locator("tbody tr").count() == 1


def test_invisible_and_bidi_characters_are_shown(page, traces):
    session = traces.session(
        "odd", inputs={"text": "a\x1b[31m\u202eb\u200b\x07", "esc\x1b": 1}, outputs={"nul": "a\x00b"}
    )

    page.goto(f"/sessions/{session}")

    expect(page.locator("#panel")).to_contain_text("a␛[31m⟨U+202E⟩b⟨U+200B⟩␇")
    expect(page.locator("#panel")).to_contain_text("esc␛")
    copied = page.request.get(f"/sessions/{session}/json?field=inputs").json()
    assert copied["text"] == "a\x1b[31m\u202eb\u200b\x07", "what is copied is what was stored"


def test_content_security_policy_and_cache_control_no_store(served):
    answer = httpx.get(served.url)

    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/sessions/x", "/experiments", "/experiments/x", "/static/x/viewer.css"])
def test_a_page_under_another_host_is_403(served, path):
    answer = httpx.get(f"{served.url}{path}", headers={"Host": "rebound.example:80"})

    assert answer.status_code == 403


def test_pages_need_the_required_key_as_basic_or_bearer():
    with LocalServer(require_key="hh_secret") as server:
        no_key = httpx.get(server.url)
        wrong = [
            httpx.get(server.url, auth=("me", "hh_other")),
            httpx.get(server.url, headers={"Authorization": "Basic !"}),
        ]
        right = httpx.get(server.url, auth=("me", "hh_secret"))
        bearer = httpx.get(server.url, headers={"Authorization": "Bearer hh_secret"})
        nobody = base64.b64encode(b"hh_secret").decode()
        unnamed = httpx.get(server.url, headers={"Authorization": f"Basic {nobody}"})

    assert no_key.status_code == 401
    assert no_key.headers["www-authenticate"].startswith("Basic ")
    assert [each.status_code for each in (*wrong, unnamed)] == [401, 401, 401]
    assert (right.status_code, bearer.status_code) == (200, 200)
    assert "hh_secret" not in right.text


def test_a_browser_with_basic_password_sees_new_rows(browser):
    with LocalServer(require_key="hh_secret") as server:
        context = browser.new_context(http_credentials={"username": "me", "password": "hh_secret"})
        page = context.new_page()
        page.goto(server.url)
        with httpx.Client(base_url=server.url, headers={"Authorization": "Bearer hh_secret"}) as http:
            http.post("/v1/sessions", json={"session_name": "late"})
        expect(page.locator(".rows .c-name a")).to_have_text(["late"])
        context.close()


def test_the_viewer_is_read_only_and_gets_no_simulated_fault(served):
    assert httpx.post(served.url).status_code == 404
    served.fail_next(503)

    assert httpx.get(served.url).status_code == 200
    assert httpx.get(f"{served.url}/session", headers={"Authorization": "Bearer x"}).status_code == 503
    assert served.violations == []
