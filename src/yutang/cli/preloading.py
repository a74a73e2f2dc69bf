"""What the nursery reads before it has children: all that its copies run."""

import gc
import signal

from setproctitle import setproctitle

from yutang.kernel.processes import end_with_parent

# Before the reading, which takes its time: whoever asked for it may end meanwhile.
end_with_parent(signal.SIGTERM)
setproctitle("yutang nursery")

from . import audience, database, main, serving, working  # noqa: E402 - see above

READ = (audience, database, main, serving, working)

gc.collect()
gc.freeze()
