"""Departments, members and the tag library: what is read before the customers."""

from yutang.kernel.runtime import Runtime
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.sense.translating import department_facts, member_facts
from yutang.wecom.client import WeCom


async def sync_directory(runtime: Runtime, corp_id: int, client: WeCom) -> None:
    """Departments and members that the app may see, then all tags. Raises what WeCom refuses."""
    departments = [department_facts(found) for found in await client.contacts.departments()]
    members = {
        user.userid.lower(): member_facts(user)
        for department in departments
        for user in await client.contacts.users(department.id)
    }
    async with runtime.database.owner() as session:
        await staff.mirror_departments(session, corp_id, departments)
        await staff.record_members(session, corp_id, list(members.values()))
    asked_at = runtime.clock()
    library = await tags.fetch_library(client)
    async with runtime.database.owner() as session:
        await tags.mirror_library(session, corp_id, library, asked_at)
