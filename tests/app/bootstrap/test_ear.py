"""The ear hears news once, waits for what was read, and never hammers a head office that is away or does not wait."""

import queue
import threading
from collections.abc import Iterator

import pytest

from app.bootstrap.ear import Ear
from sync.client.office import UnreachableError
from sync.protocol.messages import Listen, News

SECONDS = 5.0


def place(cursor: int) -> Listen:
    return Listen(till="T01", epoch=1, server_epoch="e", cursor=cursor, wait_ms=20_000)


class Line:
    """Head office in the hands of the test: it answers what is put in, when it is put in."""

    def __init__(self) -> None:
        self.asked: queue.Queue[Listen] = queue.Queue()
        self.answers: queue.Queue[int | Exception] = queue.Queue()
        self.is_closed = False

    def listen(self, message: Listen) -> News:
        self.asked.put(message)
        answer = self.answers.get(timeout=SECONDS)
        if isinstance(answer, Exception):
            raise answer
        return News(server_epoch="e", head=answer)

    def close(self) -> None:
        self.is_closed = True
        self.answers.put(UnreachableError())


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def told() -> threading.Semaphore:
    return threading.Semaphore(0)


@pytest.fixture
def ear(line: Line, told: threading.Semaphore) -> Iterator[Ear]:
    made = Ear(line, told.release)
    made.start()
    yield made
    made.close()
    made._thread.join(SECONDS)
    assert not made._thread.is_alive()
    assert line.is_closed


def is_quiet(line: Line) -> bool:
    try:
        line.asked.get(timeout=0.1)
    except queue.Empty:
        return True
    return False


def test_it_asks_nobody_before_it_knows_from_where(ear: Ear, line: Line) -> None:
    assert is_quiet(line)
    ear.listen_from(place(3))
    assert line.asked.get(timeout=SECONDS).cursor == 3


def test_news_are_told_once_and_the_next_are_waited_for_from_where_all_was_read(
    ear: Ear, line: Line, told: threading.Semaphore
) -> None:
    ear.listen_from(place(3))
    line.asked.get(timeout=SECONDS)
    line.answers.put(5)
    assert told.acquire(timeout=SECONDS)
    assert is_quiet(line)
    ear.listen_from(place(5))
    assert line.asked.get(timeout=SECONDS).cursor == 5


@pytest.mark.parametrize("answer", [3, UnreachableError()])
def test_whoever_answers_at_once_or_not_at_all_is_not_asked_again_by_itself(
    ear: Ear, line: Line, told: threading.Semaphore, answer: int | Exception
) -> None:
    ear.listen_from(place(3))
    line.asked.get(timeout=SECONDS)
    line.answers.put(answer)
    assert is_quiet(line)
    assert not told.acquire(blocking=False)
    ear.listen_from(place(3))
    assert line.asked.get(timeout=SECONDS).cursor == 3


def test_where_the_whole_time_passed_it_goes_on_waiting(ear: Ear, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bootstrap.ear._TOO_SOON_SECONDS", 0.0)
    ear.listen_from(place(3))
    line.asked.get(timeout=SECONDS)
    line.answers.put(3)
    assert line.asked.get(timeout=SECONDS).cursor == 3
