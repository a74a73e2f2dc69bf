"""When a known person counts as changed by a row, beyond name, birthday and identities."""

from datetime import datetime

from .planning import COLUMN_OF_KIND, Plan

_TAGS = """
    m.tags is not null and exists (
      select from unnest(string_to_array(m.tags, ',')) as t(part)
      where t.part like '+%' or not exists (
        select from customer_tags w where w.corp_id = :corp_id and w.customer_id = m.known_id
          and w.tag_id = case when t.part like '+%' then -1 else t.part::bigint end))
"""
_TAGS_OF_ALL = """
    exists (
      select from unnest(cast(:tag_ids as bigint[])) as t(id) where not exists (
        select from customer_tags w where w.corp_id = :corp_id and w.customer_id = m.known_id
          and w.tag_id = t.id))
"""
_STAGE = "m.stage is not null and m.stage is distinct from c.stage"
# Who withdrew a consent after the day that is declared now did not give it anew.
_CONSENT = """
    exists (
      select from unnest(cast(:purposes as text[])) as p(purpose) where not exists (
        select from consents k where k.corp_id = :corp_id and k.customer_id = m.known_id
          and k.purpose = p.purpose
          and (k.withdrawn_at is null or k.withdrawn_at >= :given_at)))
"""


def conditions(plan: Plan, given_at: datetime | None) -> tuple[list[str], dict[str, object]]:
    """SQL over `m` and `c` for `customers.compare_staged`, and its values."""
    targets = {reader.target for reader in plan.readers}
    found: list[str] = []
    values: dict[str, object] = {}
    if "tags" in targets:
        found.append(_TAGS)
    if plan.mapping.tag_ids:
        found.append(_TAGS_OF_ALL)
        values["tag_ids"] = plan.mapping.tag_ids
    if "stage" in targets:
        found.append(_STAGE)
    if plan.purposes and given_at is not None:
        found.append(_CONSENT)
        values |= {"purposes": plan.purposes, "given_at": given_at}
    for one in plan.fields.values():
        column, typed = COLUMN_OF_KIND[one.kind]
        staged = f"m.f{one.id:d}"
        found.append(
            f"{staged} is not null and not exists (select from field_values v"
            f" where v.corp_id = :corp_id and v.customer_id = m.known_id"
            f" and v.field_id = {one.id:d} and v.{column} = {typed.format(staged)})"
        )
    return found, values
