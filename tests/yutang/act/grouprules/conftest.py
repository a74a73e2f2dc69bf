"""The company of two departments and a shop, with groups to make rules for."""

from tests.yutang.rights.conftest import company

__all__ = ("company",)
