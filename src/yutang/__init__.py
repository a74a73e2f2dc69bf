"""Yutang: the platform with which a company runs its private domain on WeCom."""
