"""A load generator in a process of its own: raw HTTP/1.1 over kept connections.

`python -m bench.load FILE PORT CONNECTIONS SECONDS` sends the requests of FILE (pickled list of
bytes) in order, each once or for SECONDS, and prints one JSON object: which were answered 200
`success`, how many were not, and the latencies.
"""

import asyncio
import json
import pickle
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

EXPECTED = b"success"


@dataclass(slots=True)
class Tally:
    """What one run saw."""

    acknowledged: list[int] = field(default_factory=list)
    refused: int = 0
    latencies_ms: list[float] = field(default_factory=list)


async def send_all(
    requests: list[bytes],
    port: int,
    connections: int,
    seconds: float,
    *,
    expected: bytes = EXPECTED,
) -> Tally:
    """Send each request once, until they or the seconds end; answers begin with `expected`."""
    tally = Tally()
    places = iter(range(len(requests)))
    until = time.monotonic() + seconds

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            for place in places:
                began = time.perf_counter()
                writer.write(requests[place])
                if await _read_answer(reader, expected):
                    tally.acknowledged.append(place)
                else:
                    tally.refused += 1
                tally.latencies_ms.append((time.perf_counter() - began) * 1000)
                if time.monotonic() > until:
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            # The server went away: what was not answered is not acknowledged, no more is known.
            tally.refused += 1
        finally:
            writer.close()

    await asyncio.gather(*(connection() for _ in range(connections)))
    return tally


async def _read_answer(reader: asyncio.StreamReader, expected: bytes) -> bool:
    head = await reader.readuntil(b"\r\n\r\n")
    lower = head.lower()
    start = lower.index(b"content-length:") + 15
    length = int(lower[start : lower.index(b"\r\n", start)])
    body = await reader.readexactly(length)
    return head.startswith(b"HTTP/1.1 200 ") and body.startswith(expected)


def main() -> None:
    """Run from the command line."""
    file, port, connections, seconds = sys.argv[1:5]
    # Written by the benchmark itself a moment ago.
    requests = pickle.loads(Path(file).read_bytes())  # noqa: S301
    began = time.perf_counter()
    tally = asyncio.run(send_all(requests, int(port), int(connections), float(seconds)))
    json.dump(
        {
            "acknowledged": tally.acknowledged,
            "refused": tally.refused,
            "latencies_ms": tally.latencies_ms,
            "seconds": time.perf_counter() - began,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
