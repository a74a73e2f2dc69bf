"""A generated company becomes part of a corp."""

from dataclasses import replace

from wecom_emulator.derivation import Plan
from wecom_emulator.state import ROOT, Corp, Department

from . import frame
from .chats import Groups
from .company import Company
from .people import Persons, Population
from .rows import Rows


def attach(corp: Corp) -> None:
    """Let the corp see the people its plan describes; nothing where it has none."""
    if corp.plan is None:
        return
    rows = Rows(Company(corp.corpid, corp.plan))
    corp.derived = Population(corp, rows)
    corp.persons = Persons(rows, corp.persons)
    corp.groups = Groups(rows, corp.groups)


def generate(corp: Corp, plan: Plan, customers_of_a_member: int) -> None:
    """Give a corp that has no generated people yet those of a plan, beside whom it has.

    It gets the room for them: of itself, and of members who have more than is usual.
    """
    company = Company(corp.corpid, plan)
    corp.departments.setdefault(ROOT, Department(ROOT, corp.name, 0, 1))
    corp.departments |= {each.id: each for each in frame.departments(company)}
    members = frame.members(company)
    for t, member in enumerate(members):
        if company.places(t) >= customers_of_a_member:
            member.customer_limit = 2 * company.places(t)
    corp.staff |= {member.userid: member for member in members}
    corp.tag_groups |= {group.group_id: group for group in frame.library(company)}
    corp.plan = replace(plan)
    # At most as many; who has room by that is counted no further.
    corp.loads = {member.userid: company.places(t) for t, member in enumerate(members)}
    attach(corp)
