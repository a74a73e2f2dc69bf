"""What imports do to people."""

from yutang.kernel.events import Event


class PersonImported(Event, frozen=True):
    """A file made the person known, or changed what is known."""

    kind = "customer.imported"
    import_id: int
    created: bool
