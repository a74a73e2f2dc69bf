"""Work on group welcomes: what touches WeCom, and asking owners."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class MakeGroupWelcome(Job, frozen=True):
    """Have WeCom take a welcome into its library."""

    name = "groupcare.make_welcome"
    queue = "wecom"
    corp_id: int
    welcome_id: int

    @override
    def lock(self) -> str:
        """One try at a time: two would make two templates."""
        return f"group_welcome:{self.corp_id}:{self.welcome_id}"


class UpdateGroupWelcome(Job, frozen=True):
    """Have WeCom take over what a welcome says now."""

    name = "groupcare.update_welcome"
    queue = "wecom"
    corp_id: int
    welcome_id: int

    @override
    def lock(self) -> str:
        """An older text must not arrive last."""
        return f"group_welcome:{self.corp_id}:{self.welcome_id}"


class DeleteGroupWelcome(Job, frozen=True):
    """Have WeCom delete a welcome's template."""

    name = "groupcare.delete_welcome"
    queue = "wecom"
    corp_id: int
    welcome_id: int

    @override
    def lock(self) -> str:
        """After the making, never beside it."""
        return f"group_welcome:{self.corp_id}:{self.welcome_id}"


class CheckGroupWelcomes(Job, frozen=True):
    """Ask WeCom whether it still has them, and as we wrote them."""

    name = "groupcare.check_welcomes"
    queue = "wecom"
    corp_id: int

    @override
    def lock(self) -> str:
        """One round at a time."""
        return f"group_welcomes:{self.corp_id}"


class AskGroupOwners(Job, frozen=True):
    """Give each owner who has not been asked his task."""

    name = "groupcare.ask_owners"
    corp_id: int
    welcome_id: int

    @override
    def lock(self) -> str:
        """Tasks of one content are given once."""
        return f"group_welcome:{self.corp_id}:{self.welcome_id}"
