"""A device's one I/O thread, and the assertion that its I/O happens there."""

import threading
from collections.abc import Callable


class OwnThread:
    """Starts one daemon thread, is told to stop it, and knows whether the caller runs on it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    @property
    def stopping(self) -> bool:
        """Whether the thread shall end."""
        return self._stopping.is_set()

    def start(self, run: Callable[[], object]) -> None:
        """Run `run` on a new thread; a thread that stopped can be started anew."""
        if self._thread is not None:
            raise RuntimeError(f"{self._name} runs already")
        self._stopping.clear()
        self._thread = threading.Thread(target=run, name=self._name, daemon=True)
        self._thread.start()

    def pause(self, seconds: float) -> bool:
        """Wait on the thread itself; `False` as soon as it shall stop."""
        return not self._stopping.wait(seconds)

    def ask_to_stop(self) -> None:
        """Let `stopping` be true from now on."""
        self._stopping.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; `False` if the thread is still at it (it dies with the process)."""
        thread, self._thread = self._thread, None
        if thread is None or thread is threading.current_thread():
            return True
        thread.join(timeout_s)
        return not thread.is_alive()

    def check(self) -> None:
        """Assert that the caller is this thread."""
        assert threading.current_thread() is self._thread, f"I/O of {self._name} outside its thread"
