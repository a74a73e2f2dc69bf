"""Every call of wechatpy's enterprise client, over its own requests, against the emulator."""
