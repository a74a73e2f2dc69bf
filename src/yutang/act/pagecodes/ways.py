"""Statements of the ways that a page code's members need; each names its corp."""

from typing import Final

from sqlalchemy import text

# A member who left, one who is disabled, and everybody of a deleted code needs none.
WANTED: Final = """
    wanted as (
      select s.id as staff_id from staff s
      where s.corp_id = :corp_id and s.status not in ('left', 'disabled')
        and cast(:living as boolean)
        and (s.id = any(cast(:extra as bigint[]))
             or exists (select from channel_staff m where m.corp_id = s.corp_id
                        and m.channel_id = :channel_id and m.staff_id = s.id)))
"""

PREPARE: Final = text(
    f"""
    with {WANTED}, needless as (
      delete from page_code_ways w
      where w.corp_id = :corp_id and w.channel_id = :channel_id
        and w.status = 'wanted' and w.config_id is null
        and w.staff_id not in (select staff_id from wanted)
    ), again as (
      update page_code_ways w
      set status = case when w.config_id is null then 'wanted' else 'active' end, error = null
      where w.corp_id = :corp_id and w.channel_id = :channel_id and w.status = 'failed'
        and cast(:anew as boolean) and w.staff_id in (select staff_id from wanted)
    )
    insert into page_code_ways (corp_id, channel_id, staff_id)
    select :corp_id, :channel_id, staff_id from wanted order by staff_id
    on conflict (corp_id, channel_id, staff_id) do nothing
    """  # noqa: S608 - the text above
)

NEXT: Final = text(
    f"""
    with {WANTED}
    select w.id, w.staff_id, s.account, w.status, w.config_id, w.qr_content,
           w.staff_id not in (select staff_id from wanted) as needless
    from page_code_ways w
    join staff s on s.corp_id = w.corp_id and s.id = w.staff_id
    where w.corp_id = :corp_id and w.channel_id = :channel_id
      and (w.staff_id not in (select staff_id from wanted)
           or w.status in ('wanted', 'making')
           or (w.status = 'active' and (w.remark is distinct from :remark
                                        or w.skip_verify is distinct from :skip_verify
                                        or w.qr_content is null)))
    order by (w.status = 'making') desc, needless desc, w.id
    limit 1
    """  # noqa: S608 - the text above
)

FAILED: Final = text(
    """
    select count(*) as ways, count(*) filter (where status = 'failed') as failed,
           min(error) filter (where status = 'failed') as error
    from page_code_ways where corp_id = :corp_id and channel_id = :channel_id
    """
)

MARK: Final = text(
    """
    update page_code_ways
    set status = :status, error = :error,
        config_id = coalesce(cast(:config_id as text), config_id),
        qr_content = coalesce(cast(:qr_content as text), qr_content),
        remark = case when cast(:told as boolean) then cast(:remark as text) else remark end,
        skip_verify = case when cast(:told as boolean) then cast(:skip_verify as boolean)
                           else skip_verify end
    where corp_id = :corp_id and id = :id
    """
)

REMOVE: Final = text("delete from page_code_ways where corp_id = :corp_id and id = :id")
