"""The gateway to WeCom: who may call when, so that no quota is ever exceeded; long runs."""
