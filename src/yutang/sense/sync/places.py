"""Where a run stands while several batches of members are read at once."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence


class Place:
    """Which members are done, as ranges of accounts: members who come meanwhile are not among them.

    `accounts` are all that there are now; `ranges` those that an earlier try finished.
    """

    def __init__(self, accounts: Iterable[str], ranges: Sequence[Sequence[str]] = ()) -> None:
        self._accounts = sorted(set(accounts))
        starts = sorted((str(first), str(last)) for first, last in ranges)
        begins = [first for first, _ in starts]
        self._done: set[str] = set()
        for account in self._accounts:
            at = bisect_right(begins, account) - 1
            if at >= 0 and account <= starts[at][1]:
                self._done.add(account)

    @property
    def accounts(self) -> Sequence[str]:
        """All members."""
        return self._accounts

    @property
    def total(self) -> int:
        """How many members there are."""
        return len(self._accounts)

    @property
    def done(self) -> int:
        """How many of them are done."""
        return len(self._done)

    def left(self, size: int) -> list[list[str]]:
        """The others, in batches of at most `size`."""
        accounts = [account for account in self._accounts if account not in self._done]
        return [accounts[start : start + size] for start in range(0, len(accounts), size)]

    def with_done(self, batch: Iterable[str]) -> "Place":
        """The place once these are done as well."""
        after = Place(())
        after._accounts, after._done = self._accounts, self._done | set(batch)
        return after

    def finish(self, batch: Iterable[str]) -> None:
        """These are done."""
        self._done.update(batch)

    def ranges(self) -> list[list[str]]:
        """First and last account of every stretch that is done."""
        found: list[list[str]] = []
        fits = False
        for account in self._accounts:
            if account not in self._done:
                fits = False
            elif fits:
                found[-1][1] = account
            else:
                found.append([account, account])
                fits = True
        return found
