"""The open door over HTTPS: calls signed by hand, as docs/open-api.md shows it, and whatever else may come."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
import schemathesis.specs.openapi.schemas  # now: beside running threads Python 3.11 may stumble over it
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from sync.office.cli.machine import SystemClock
from sync.office.services.door.open_tokens import CloseToken, MakeToken
from sync.office.storage.engines import open_sqlite
from sync.office.storage.migrate import migrate
from sync.office.web.callers import FRESH_SECONDS
from sync.office.web.gate import OUTSIDE
from tests.sync.office.conftest import KEY
from tests.sync.office.desk import Desk
from tests.sync.office.services.door.test_answer_call import Door
from tests.sync.office.web.running import Running, running

PAGE = Path("docs/open-api.md").read_text(encoding="utf-8")
ACTION: dict[str, Any] = {"id": "visit-1", "who": {"phone": "13800000001"}, "action": "review"}
# What a reader would paste.
EXAMPLE: dict[str, Any] = {}
exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0], EXAMPLE)  # our own page


@dataclass
class Web:
    """A running head office, and the web shop's key."""

    office: Running
    key: str

    def tell(self, path: str, call: object, *, name: str = "shop", key: str = "", at: float = 0) -> requests.Response:
        """Tell it as the page does; `at` shifts the caller's clock (s)."""
        EXAMPLE["time"] = _Shifted(at)
        answer: requests.Response = EXAMPLE["tell"](
            self.office.address, name, key or self.key, path, call, self.office.certificate
        )
        return answer


class _Shifted:
    """The caller's clock: head office's, and so much off."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def time(self) -> float:
        return SystemClock().now_ms() / 1000 + self._seconds


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    folder = tmp_path_factory.mktemp("office")
    database = open_sqlite(folder / "office.db", KEY)
    database.write(migrate)
    desk = Desk(database)
    desk.clock.now = SystemClock().now_ms()
    Door(desk)
    key = MakeToken(desk.world)("shop", ("actions", "orders"), 30)
    with running(desk, folder) as served:
        yield Web(served, key)
    database.close()


def test_the_pages_own_lines_tell_an_action_and_it_counts_once(web: Web) -> None:
    first, again = web.tell("/v1/open/actions", ACTION), web.tell("/v1/open/actions", ACTION)
    assert first.status_code == again.status_code == 200, first.text
    assert first.json() == again.json()
    assert first.json()["points"] == 20
    other = web.tell("/v1/open/actions", ACTION | {"amount": 7})
    assert (other.status_code, other.json()["why"]) == (409, "id_reused")


def test_the_pages_order_is_as_described(web: Web) -> None:
    (order,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    call = json.loads(order)
    call |= {"who": {"phone": "13800000002"}, "coupons": [], "paid": [{"kind": "cash", "amount_minor": 11_900}]}
    answer = web.tell("/v1/open/orders", call)
    assert answer.status_code == 200, answer.text
    assert answer.json()["points"] == 2 * 119
    back = {"id": "b1", "who": call["who"], "order": call["id"], "lines": [{"index": 0, "amount_minor": 11_900}]}
    assert web.tell("/v1/open/returns", back).json()["points"] == 0


def test_the_pages_shell_lines_work_as_well(web: Web, tmp_path: Path) -> None:
    (script,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    script = script.replace("https://127.0.0.1:8460", web.office.address).replace("open:web-shop", "open:shop")
    script = script.replace("office.pem", web.office.certificate).replace("sign_in", "review")
    (tmp_path / "key.pem").write_text(web.key)
    done = subprocess.run(["bash", "-ec", script], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert '"answer":"done"' in done.stdout, done.stdout + done.stderr


def test_a_wrong_key_an_old_signature_an_unknown_name_and_a_closed_token_stay_outside(web: Web) -> None:
    stranger = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    call = ACTION | {"id": "never"}
    assert web.tell("/v1/open/actions", call, key=stranger).status_code == 401
    assert web.tell("/v1/open/actions", call, name="nobody").status_code == 401
    for seconds in (FRESH_SECONDS + 30, -FRESH_SECONDS - 30):
        answer = web.tell("/v1/open/actions", call, at=seconds)
        assert answer.status_code == 401
        assert "created" in answer.json()["error"]
    key = MakeToken(web.office.desk.world)("short", ("actions",), 30)
    assert web.tell("/v1/open/actions", call | {"id": "short-1"}, name="short", key=key).status_code == 200
    assert web.tell("/v1/open/orders", {}, name="short", key=key).status_code == 400
    CloseToken(web.office.desk.world)("short")
    assert web.tell("/v1/open/actions", call, name="short", key=key).status_code == 401
    bare = requests.post(web.office.address + "/v1/open/actions", json=call, verify=web.office.certificate, timeout=10)
    assert bare.status_code == 401


def test_a_token_tells_only_what_it_is_for(web: Web) -> None:
    key = MakeToken(web.office.desk.world)("quiz", ("actions",), 30)
    line = {"product": "p1", "list_minor": 1, "net_minor": 1}
    order = {"id": "o", "who": ACTION["who"], "lines": [line], "paid": [{"kind": "cash", "amount_minor": 1}]}
    answer = web.tell("/v1/open/orders", order, name="quiz", key=key)
    assert (answer.status_code, answer.json()["why"]) == (403, "scope")


def test_a_tills_signature_opens_no_call_and_a_token_no_tills_door(web: Web) -> None:
    assert web.tell("/v1/lease", ACTION).status_code == 401
    assert web.tell("/v1/push", ACTION).status_code == 401


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_whatever_a_caller_tells_there_is_no_500(web: Web, data: st.DataObject) -> None:
    schema = schemathesis.openapi.from_dict(web.office.gate._app.openapi())  # type: ignore[attr-defined]
    path = data.draw(st.sampled_from(sorted(OUTSIDE)))
    mode = data.draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
    case = data.draw(schema[path]["POST"].as_strategy(generation_mode=mode))
    body = case.body
    if isinstance(body, dict) and "who" in body:
        body["who"] = ACTION["who"]
    try:
        answer = web.tell(path, body)
    except (TypeError, ValueError):
        return  # no JSON, so nothing the page's lines could send
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text
    if answer.status_code != 200:
        assert answer.json()["error"]
