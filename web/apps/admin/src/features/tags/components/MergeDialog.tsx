import { count } from "@yutang/ui";
import { Alert, App, Select, Skeleton } from "antd";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Group, type Tag, useGroup, useLibrary, useMerge, useMergePlan } from "../api/tags.ts";
import { TagDialog } from "./TagDialog.tsx";
import { useTrouble } from "./trouble.ts";

const A_MINUTE = 60;
const AN_HOUR = 3600;

/** Another tag takes this one's place: how many people, how many calls, how long. */
export function MergeDialog({
  group,
  tag,
  onClose,
}: {
  group: Group;
  tag: Tag;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const { message } = App.useApp();
  const [q, setQ] = useState("");
  const [groupId, setGroupId] = useState(group.id);
  const [into, setInto] = useState<number | undefined>();
  const groups = useLibrary({ kind: group.kind, q: q || undefined }, undefined);
  const chosen = useGroup(groupId);
  const plan = useMergePlan(tag.id, into);
  const merge = useMerge(tag.id);
  const target = chosen.data?.items.find((one) => one.id === into);
  const listed = groups.data?.items ?? [];
  const options = (listed.some((row) => row.id === groupId) ? listed : [group, ...listed]).map(
    (row) => ({ value: row.id, label: row.name }),
  );
  return (
    <TagDialog
      width={560}
      title={t("tags.merge.title", { name: tag.name })}
      act={target ? t("tags.merge.act", { name: target.name }) : t("tags.merge.actNone")}
      disabled={target === undefined || !plan.data}
      loading={merge.isPending}
      error={merge.error}
      onAct={() =>
        into !== undefined &&
        merge.mutate(into, {
          onSuccess: () => {
            message.success(t("tags.merge.begun", { name: tag.name }));
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <p>{t("tags.merge.about", { name: tag.name })}</p>
      <div className="tags-two">
        <Select<number>
          showSearch={{ filterOption: false, onSearch: setQ }}
          aria-label={t("tags.merge.group")}
          value={groupId}
          onChange={(id) => {
            setGroupId(id);
            setInto(undefined);
          }}
          options={options}
        />
        <Select<number>
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("tags.merge.tag")}
          placeholder={t("tags.merge.tag")}
          value={into ?? null}
          onChange={setInto}
          options={(chosen.data?.items ?? [])
            .filter((one) => one.id !== tag.id && !one.archived)
            .map((one) => ({ value: one.id, label: one.name }))}
          notFoundContent={t("tags.merge.none")}
        />
      </div>
      {into !== undefined && plan.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {plan.isError && <Alert type="error" showIcon title={trouble(plan.error)} />}
      {plan.data && (
        <dl className="tags-plan num" aria-live="polite">
          <dt>{t("tags.merge.customers")}</dt>
          <dd>
            {plan.data.exact
              ? count(plan.data.customers)
              : t("tags.merge.moreThan", { n: count(plan.data.customers) })}
          </dd>
          <dt>{t("tags.merge.both")}</dt>
          <dd>{count(plan.data.both)}</dd>
          <dt>{t("tags.merge.calls")}</dt>
          <dd>
            {plan.data.calls === 0
              ? t("tags.merge.noCalls")
              : `${count(plan.data.calls)} · ${duration(plan.data.seconds, t)}`}
          </dd>
        </dl>
      )}
    </TagDialog>
  );
}

function duration(seconds: number, t: TFunction): string {
  if (seconds < A_MINUTE) return t("tags.merge.seconds", { n: Math.max(seconds, 1) });
  if (seconds < AN_HOUR) return t("tags.merge.minutes", { n: Math.round(seconds / A_MINUTE) });
  return t("tags.merge.hours", { n: Math.round(seconds / AN_HOUR) });
}
