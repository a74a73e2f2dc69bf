"""What can be wrong with the gateway."""

from yutang.kernel.errors import InvalidError


class BadLimitsError(InvalidError):
    """The file of limits cannot be read or does not hold limits."""

    code = "gateway.bad_limits"
