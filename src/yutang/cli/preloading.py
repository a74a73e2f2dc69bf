"""What the nursery reads before it has children: all that its copies run."""

import gc
import signal

from setproctitle import setproctitle

from yutang.kernel.processes import end_with_parent

# Before the reading, which takes its time: whoever asked for it may end meanwhile.
end_with_parent(signal.SIGTERM)
# Ctrl-C is its parent's to answer.
signal.signal(signal.SIGINT, signal.SIG_IGN)
setproctitle("yutang nursery")
# A fifth of the reading would be collections that find nothing.
gc.disable()

from . import audience, main, serving, working  # noqa: E402 - see above

READ = (audience, main, serving, working)

# What was made while reading stays for good: no collection ever looks at it again.
gc.freeze()
gc.enable()
