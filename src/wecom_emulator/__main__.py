"""`python -m wecom_emulator`: the same as the `wecom-emulator` command."""

from .cli import main

main()
