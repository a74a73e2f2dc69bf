"""Touchpoints: where strangers meet the company, with which hook, code, owner and cost."""
