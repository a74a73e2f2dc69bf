"""The emulator is held to what WeCom does."""
