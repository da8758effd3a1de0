"""A system's queue between the till and its printer: a slip is out when its job is, and waits nowhere but here."""

from dataclasses import dataclass, field

import pytest

from app.devices.printer.print_queue import JobState, QueueTransport
from app.devices.printer.transport import Timeouts
from app.ports.printer import PrinterCondition, PrinterFault

SOON = Timeouts(settle_s=0.02)
WAITING, DONE, LOST = JobState.WAITING, JobState.DONE, JobState.LOST


@dataclass
class Queue:
    """A queue whose job goes through `states`; the last of them stays."""

    name: str = "queue"
    states: list[JobState] = field(default_factory=lambda: [DONE])
    told: PrinterCondition = PrinterCondition.UNKNOWN
    can_withdraw: bool = True
    faults: dict[str, OSError] = field(default_factory=dict)
    submitted: list[bytes] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)

    def condition(self) -> tuple[PrinterCondition, str]:
        self._fail("condition")
        return self.told, "in its own words"

    def submit(self, data: bytes, timeout_s: float) -> str:
        self._fail("submit")
        self.submitted.append(data)
        return "job-1"

    def state(self, job: str) -> JobState:
        self._fail("state")
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]

    def withdraw(self, job: str) -> bool:
        self.withdrawn.append(job)
        return self.can_withdraw

    def _fail(self, step: str) -> None:
        if step in self.faults:
            raise self.faults[step]


def transport(queue: Queue) -> QueueTransport:
    return QueueTransport(queue, SOON, sleep=lambda _: None)


def fault_of(queue: Queue) -> PrinterFault:
    with pytest.raises(PrinterFault) as caught:
        transport(queue).send(b"slip")
    return caught.value


def test_a_slip_is_printed_once_its_job_has_left() -> None:
    queue = Queue(states=[WAITING, WAITING, DONE])
    transport(queue).send(b"slip")
    assert (queue.submitted, queue.withdrawn) == ([b"slip"], [])


def test_a_job_that_does_not_leave_is_taken_back_and_counts_as_begun() -> None:
    queue = Queue(states=[WAITING])
    fault = fault_of(queue)
    assert queue.withdrawn == ["job-1"]
    assert (fault.condition, fault.sent) == (PrinterCondition.TIMEOUT, 4)
    assert fault.detail == "in its own words"


def test_a_job_that_leaves_in_the_last_moment_is_printed() -> None:
    queue = Queue(states=[WAITING], can_withdraw=False)
    transport(queue).send(b"slip")
    assert queue.withdrawn == ["job-1"]


def test_a_job_that_somebody_took_out_is_not_printed() -> None:
    fault = fault_of(Queue(states=[LOST]))
    assert fault.sent == 4


@pytest.mark.parametrize("told", [PrinterCondition.OFFLINE, PrinterCondition.PAPER_OUT, PrinterCondition.COVER_OPEN])
def test_nothing_is_handed_to_a_printer_that_cannot_print(told: PrinterCondition) -> None:
    queue = Queue(told=told)
    fault = fault_of(queue)
    assert (fault.condition, fault.sent, queue.submitted) == (told, 0, [])


def test_a_queue_that_refuses_leaves_the_slip_fresh() -> None:
    fault = fault_of(Queue(faults={"submit": OSError("not accepting jobs")}))
    assert (fault.condition, fault.detail, fault.sent) == (PrinterCondition.OFFLINE, "not accepting jobs", 0)


@pytest.mark.parametrize("step", ["submit", "state"])
def test_a_queue_that_falls_silent_leaves_the_slip_in_doubt(step: str) -> None:
    fault = fault_of(Queue(faults={step: TimeoutError("no answer")}))
    assert (fault.condition, fault.sent) == (PrinterCondition.TIMEOUT, 4)


def test_a_system_that_cannot_be_asked_is_offline() -> None:
    assert transport(Queue(faults={"condition": OSError("no such program")})).status() is PrinterCondition.OFFLINE
