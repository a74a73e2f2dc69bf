"""A company's frame: its departments and members, and the apps that call for it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Department:
    """A department; the root is 1."""

    id: int
    name: str
    parentid: int
    order: int


def below(departments: Mapping[int, Department], inner: int, outer: Collection[int]) -> bool:
    """Whether a department is one of `outer` or beneath one of them."""
    seen: set[int] = set()
    while inner not in seen:
        if inner in outer:
            return True
        seen.add(inner)
        found = departments.get(inner)
        if found is None:
            return False
        inner = found.parentid
    return False


@dataclass(slots=True)
class Staff:
    """A member."""

    userid: str
    name: str
    department: list[int]
    status: int = 1
    """1 activated, 2 disabled, 4 not activated, 5 left."""
    mobile: str = ""
    contact: bool = True
    """Whether he has the customer-contact feature."""
    verified: bool = True
    """Whether his real name is verified."""
    console_welcome: str = ""
    """A welcome text set for him in WeCom's own console: adds of him carry no code then."""
    banned: bool = False
    """Whether he may hand over nothing (40143)."""
    signed_in_lately: bool = True
    """Whether he signed in within the last year; else nothing goes from him or to him (40205)."""
    customer_limit: int | None = None
    """How many customers he may have; None is the usual limit."""
    licensed: bool = True
    """Whether he has the licence that apps of providers need to read his customers."""


@dataclass(slots=True)
class Leaver:
    """A member who left: his customers and groups wait for somebody."""

    userid: str
    name: str
    left_at: int
    department: list[int] = field(default_factory=list)
    """Where he was: an app that saw him then still sees what he left."""
    signed_in_lately: bool = True


@dataclass(slots=True)
class App:
    """A self-built app."""

    agentid: int
    secret: str
    sidebar_url: str = ""
    """The page its chats open beside them; none has no sidebar."""
    visible: list[str] | None = None
    """Members of its visible range; None together with no departments is everybody."""
    visible_departments: list[int] | None = None
    """Departments of its visible range, those below them included."""
    may_call_contact: bool | None = None
    """Whether it stands among the apps that may call customer contact; None: the first one does."""
    trusted_ips: list[str] | None = None
    """Addresses and networks it may be called from; None is everywhere, as for apps of old."""
    stopped: bool = False
    withdrawn: bool = False
    """Its permissions were taken back because it slept for long (48006)."""
    unauthorised: list[str] = field(default_factory=list)
    """Beginnings of paths whose function the company never authorised (48001)."""
    trusted_domains: list[str] = field(default_factory=list)
    """Hosts whose pages may ask for the JS-SDK and sign-in; none is checked where it is empty."""
    redirect_domain: str = ""
    """The host that sign-in may come back to, as `agent/get` tells it."""

    def sees(self, member: "Staff", departments: Mapping[int, "Department"]) -> bool:
        """Whether the member is in its visible range."""
        if self.visible is None and self.visible_departments is None:
            return True
        if member.userid in (self.visible or ()):
            return True
        return any(
            below(departments, mine, self.visible_departments or ()) for mine in member.department
        )

    def sees_department(self, id_: int, departments: Mapping[int, "Department"]) -> bool:
        """Whether a department is in its visible range."""
        if self.visible is None and self.visible_departments is None:
            return True
        return below(departments, id_, self.visible_departments or ())
