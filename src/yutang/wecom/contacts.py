"""The corp's own people: departments and members in the app's visible range (document 90193)."""

from typing import Any

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.external_profiles import ExternalProfile, ProfileAttribute
from yutang.wecom.transport import Transport


class Department(Lenient):
    """A department; the root has id 1 and parent 0, the larger ``order`` comes first."""

    id: Int = 0
    name: str = ""
    name_en: str = ""
    department_leader: tuple[str, ...] = ()
    parentid: Int = 0
    order: Int = 0


class SimpleUser(Lenient):
    """A member's names only; ``open_userid`` is told to providers."""

    userid: str = ""
    name: str = ""
    department: tuple[Int, ...] = ()
    open_userid: str = ""


class MemberAttributes(Lenient):
    """A member's attributes that the corp defined, text or web."""

    attrs: tuple[ProfileAttribute, ...] = ()


class User(SimpleUser):
    """A member; apps made since 2022-06 get mobile, avatar and the like empty.

    ``status``: 1 activated, 2 disabled, 4 not activated, 5 left. ``department`` may hold only
    those that the app sees; ``order`` and ``is_leader_in_dept`` go with it. ``qr_code`` is the
    address of a page.
    """

    order: tuple[Int, ...] = ()
    position: str = ""
    mobile: str = ""
    gender: str = ""
    email: str = ""
    biz_mail: str = ""
    telephone: str = ""
    address: str = ""
    avatar: str = ""
    thumb_avatar: str = ""
    alias: str = ""
    is_leader_in_dept: tuple[Int, ...] = ()
    direct_leader: tuple[str, ...] = ()
    main_department: Int = 0
    status: Int = 0
    qr_code: str = ""
    external_position: str = ""
    external_profile: ExternalProfile = ExternalProfile()
    extattr: MemberAttributes = MemberAttributes()


class _Departments(Answer):
    department: tuple[Department, ...] = ()


class _SimpleUsers(Answer):
    userlist: tuple[SimpleUser, ...] = ()


class _Users(Answer):
    userlist: tuple[User, ...] = ()


class _UserFound(User, Answer):
    pass


class Contacts:
    """Verbs on members and departments."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def departments(self, id_: int | None = None) -> tuple[Department, ...]:
        """Return a department and all below it, by default all that are visible, unordered."""
        path = "/cgi-bin/department/list"
        query: dict[str, Any] = {} if id_ is None else {"id": id_}
        return (await self._transport.get(path, _Departments, **query)).department

    async def users_simple(
        self, department_id: int, *, fetch_child: bool = False
    ) -> tuple[SimpleUser, ...]:
        """Return the names of a department's members."""
        answer = await self._transport.get(
            "/cgi-bin/user/simplelist",
            _SimpleUsers,
            department_id=department_id,
            fetch_child=int(fetch_child),
        )
        return answer.userlist

    async def users(self, department_id: int, *, fetch_child: bool = False) -> tuple[User, ...]:
        """Return a department's members in full.

        Raises InvalidParameterError (45029) when there are too many: ask for each department
        without its children. Raises ForbiddenError (48009) for the contacts-sync secret.
        """
        answer = await self._transport.get(
            "/cgi-bin/user/list",
            _Users,
            department_id=department_id,
            fetch_child=int(fetch_child),
        )
        return answer.userlist

    async def user(self, userid: str) -> User:
        """Read one member; raises UnknownStaffError for one who has left."""
        return await self._transport.get("/cgi-bin/user/get", _UserFound, userid=userid)
