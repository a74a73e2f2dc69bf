import { Button, DatePicker, Popover, Select, TreeSelect } from "antd";
import dayjs from "dayjs";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments, useStaff, useTags } from "../../../shared/choices.ts";
import { type Filter, STATES, useChannelOptions } from "../api/customers.ts";

interface Props {
  onAdd: (more: Filter) => void;
}

const KINDS = ["state", "tag", "staff", "department", "channel", "added"] as const;
type Kind = (typeof KINDS)[number];

/** One more condition: first which, then its value; choosing it applies it. */
export function AddFilter({ onAdd }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind>("state");
  const add = (more: Filter) => {
    setOpen(false);
    onAdd(more);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="add-filter">
          <Select<Kind>
            aria-label={t("customers.filters.choose")}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`customers.filters.${value}`) }))}
          />
          <Value kind={kind} onAdd={add} />
        </div>
      }
    >
      <Button type="dashed" icon={<Plus size={14} aria-hidden="true" />}>
        {t("customers.add")}
      </Button>
    </Popover>
  );
}

function Value({ kind, onAdd }: { kind: Kind; onAdd: (more: Filter) => void }): ReactNode {
  const { t } = useTranslation();
  if (kind === "state") {
    return (
      <Select<(typeof STATES)[number]>
        aria-label={t("customers.filters.state")}
        placeholder={t("customers.filters.state")}
        onChange={(state) => onAdd({ state })}
        options={STATES.map((value) => ({ value, label: t(`customers.states.${value}`) }))}
      />
    );
  }
  if (kind === "tag") return <TagValue onAdd={onAdd} />;
  if (kind === "staff") return <StaffValue onAdd={onAdd} />;
  if (kind === "department") return <DepartmentValue onAdd={onAdd} />;
  if (kind === "channel") return <ChannelValue onAdd={onAdd} />;
  return (
    <DatePicker.RangePicker
      allowEmpty={[true, true]}
      maxDate={dayjs()}
      placeholder={[t("customers.filters.from"), t("customers.filters.to")]}
      onChange={(range) => {
        const [from, to] = range ?? [];
        if (from || to) {
          onAdd({
            added_from: from?.format("YYYY-MM-DD"),
            added_to: to?.format("YYYY-MM-DD"),
          });
        }
      }}
    />
  );
}

function TagValue({ onAdd }: Props) {
  const { t } = useTranslation();
  const tags = useTags();
  return (
    <Select<number>
      aria-label={t("customers.filters.tag")}
      placeholder={t("customers.filters.tag")}
      loading={tags.isPending}
      showSearch={{ optionFilterProp: "label" }}
      onChange={(tag) => onAdd({ tag })}
      options={(tags.data?.items ?? []).map((group) => ({
        label: group.name,
        title: group.name,
        options: group.tags.map((tag) => ({ value: tag.id, label: tag.name })),
      }))}
    />
  );
}

function StaffValue({ onAdd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const staff = useStaff(text);
  return (
    <Select<number>
      aria-label={t("customers.filters.staff")}
      placeholder={t("customers.filters.staff")}
      loading={staff.isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(chosen) => onAdd({ staff: chosen })}
      options={(staff.data?.items ?? []).map((one) => ({
        value: one.id,
        label: `${one.name} · ${one.departments[0]?.name ?? one.account}`,
      }))}
    />
  );
}

function DepartmentValue({ onAdd }: Props) {
  const { t } = useTranslation();
  const departments = useDepartments();
  return (
    <TreeSelect<number>
      aria-label={t("customers.filters.department")}
      placeholder={t("customers.filters.department")}
      loading={departments.isPending}
      treeDataSimpleMode
      treeDefaultExpandAll
      onChange={(department) => onAdd({ department })}
      treeData={(departments.data?.items ?? []).map((one) => ({
        id: one.id,
        pId: one.parent_id ?? 0,
        value: one.id,
        title: one.name,
      }))}
    />
  );
}

function ChannelValue({ onAdd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const channels = useChannelOptions(text);
  return (
    <Select<number>
      aria-label={t("customers.filters.channel")}
      placeholder={t("customers.filters.channel")}
      loading={channels.isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(channel) => onAdd({ channel })}
      options={(channels.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
