"""`python -m yutang`: the same as the `yutang` command."""

from yutang.cli import main

main()
