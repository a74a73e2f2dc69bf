"""A WeCom that runs on one machine, refusals included; shares no code with Yutang."""
