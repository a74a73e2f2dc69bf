"""Each area of the emulator, endpoint by endpoint."""
