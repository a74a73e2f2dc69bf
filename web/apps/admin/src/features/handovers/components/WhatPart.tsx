import { count } from "@yutang/ui";
import { Radio, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStoreOptions } from "../../../shared/choices.ts";
import { type StageKey, useStageNames } from "../../../shared/stages.ts";
import { useGroupOptions } from "../api/handovers.ts";
import type { Giver } from "../api/reading.ts";
import type { Draft } from "./draft.ts";

interface Props {
  giver: Giver;
  draft: Draft;
  mayGroups: boolean;
  onDraft: (more: Partial<Draft>) => void;
}

/** Which customers, and which groups. */
export function WhatPart({ giver, draft, mayGroups, onDraft }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const customers = (
    draft.picked.length > 0
      ? (["picked", "all", "some", "none"] as const)
      : (["all", "some", "none"] as const)
  ).map((value) => ({
    value,
    label: t(`handovers.new.customers.${value}`, {
      count: value === "picked" ? draft.picked.length : giver.customers,
      n: count(value === "picked" ? draft.picked.length : giver.customers),
    }),
    disabled: giver.customers === 0 && value !== "none",
  }));
  const groups = (["all", "some", "none"] as const).map((value) => ({
    value,
    label: t(`handovers.new.groups.${value}`, { count: giver.groups, n: count(giver.groups) }),
    disabled: value !== "none" && (giver.groups === 0 || (value === "some" && !mayGroups)),
    ...(value === "some" && !mayGroups ? { title: t("handovers.new.groups.forbidden") } : {}),
  }));
  return (
    <section className="handover-step">
      <h2>{t("handovers.new.what")}</h2>
      <h3 id={`${title}-customers`}>{t("handovers.leavers.customers")}</h3>
      <Radio.Group
        aria-labelledby={`${title}-customers`}
        value={draft.customers}
        options={customers}
        onChange={({ target }) => onDraft({ customers: target.value })}
      />
      {giver.customers === 0 && <p className="meta">{t("handovers.new.customers.nobody")}</p>}
      {draft.customers === "some" && <Conditions giver={giver} draft={draft} onDraft={onDraft} />}
      <h3 id={`${title}-groups`}>{t("handovers.leavers.groups")}</h3>
      <Radio.Group
        aria-labelledby={`${title}-groups`}
        value={draft.groups}
        options={groups}
        onChange={({ target }) => onDraft({ groups: target.value })}
      />
      {giver.groups === 0 && <p className="meta">{t("handovers.new.groups.nothing")}</p>}
      {draft.groups === "some" && (
        <GroupSelect
          owner={giver.staff.id}
          value={draft.groupIds}
          onChange={(groupIds) => onDraft({ groupIds })}
        />
      )}
      <p className="meta">{t("handovers.new.along")}</p>
    </section>
  );
}

function Conditions({ giver, draft, onDraft }: Pick<Props, "giver" | "draft" | "onDraft">) {
  const { t } = useTranslation();
  const stages = useStageNames();
  const [q, setQ] = useState("");
  const stores = useStoreOptions(q);
  const labels = {
    stages: t("handovers.new.some.stages"),
    tags: t("handovers.new.some.tags"),
    store: t("handovers.new.some.store"),
  };
  return (
    <div className="handover-some">
      <Select<StageKey[]>
        mode="multiple"
        aria-label={labels.stages}
        placeholder={labels.stages}
        value={draft.stages}
        onChange={(next) => onDraft({ stages: next })}
        options={stages.options.flatMap((one) => {
          const found = giver.stages.find((known) => known.key === one.value);
          return found ? [{ ...one, label: `${one.label} ${count(found.count)}` }] : [];
        })}
      />
      <Select<number[]>
        mode="multiple"
        aria-label={labels.tags}
        placeholder={labels.tags}
        value={draft.tags}
        onChange={(next) => onDraft({ tags: next })}
        showSearch={{ optionFilterProp: "label" }}
        options={giver.tags.map((one) => ({
          value: one.id,
          label: `${one.name} ${count(one.count)}`,
        }))}
      />
      <Select<number>
        aria-label={labels.store}
        placeholder={labels.store}
        allowClear
        value={draft.store ?? null}
        onChange={(next) => onDraft({ store: next ?? undefined })}
        loading={stores.loading}
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={stores.options}
      />
      <p className="meta">{t("handovers.new.some.about")}</p>
    </div>
  );
}

interface GroupSelectProps {
  owner: number;
  value: number[];
  onChange: (ids: number[]) => void;
}

function GroupSelect({ owner, value, onChange }: GroupSelectProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const found = useGroupOptions(owner, q);
  const label = t("handovers.new.groups.choose");
  return (
    <Select<number[]>
      mode="multiple"
      className="handover-select"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={onChange}
      loading={found.loading}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={found.options}
    />
  );
}
