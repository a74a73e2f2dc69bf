import { Button, DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useChannelOptions,
  useSegmentOptions,
  useStaffOptions,
  useStoreOptions,
  useTags,
} from "../../../shared/choices.ts";
import { AddCondition, DepartmentSelect } from "../../../shared/conditions.tsx";
import { Several } from "../../../shared/Several.tsx";
import { useStageNames } from "../../../shared/stages.ts";
import { type Filter, idsOf, STATES } from "../api/customers.ts";
import { FieldTest } from "./FieldTest.tsx";
import { TailTest } from "./TailTest.tsx";

interface Props {
  filter: Filter;
  mayPhones: boolean;
  onAdd: (more: Filter) => void;
}

const KINDS = [
  "tag",
  "tag_all",
  "tag_none",
  "tag_least",
  "staff",
  "department",
  "store",
  "segment",
  "channel",
  "state",
  "stage",
  "recent",
  "added",
  "way",
  "silent",
  "refused",
  "untagged",
  "unowned",
  "field",
  "tail",
] as const;
type Kind = (typeof KINDS)[number];
const OLD = ["state", "tag", "staff", "department", "store", "segment", "channel", "added"];
const WAYS = [1, 2, 3, 4, 6, 9, 10, 16, 201, 202];
const RECENT = [1, 7, 30, 90];

/** Every condition a list can have. */
export function AddFilter({ filter, mayPhones, onAdd }: Props) {
  const { t } = useTranslation();
  const label = (one: Kind) =>
    t(OLD.includes(one) ? `customers.filters.${one}` : `lists.filters.${one}`);
  const levels = useTags().data?.items.some((group) => group.ordered);
  const kinds = KINDS.filter((one) =>
    one === "tail" ? mayPhones : one === "tag_least" ? levels : true,
  );
  return (
    <AddCondition<Kind>
      button={t("customers.add")}
      choose={t("customers.filters.choose")}
      first="tag"
      kinds={kinds.map((value) => ({ value, label: label(value) }))}
    >
      {(kind, close) => (
        <Value
          key={kind}
          kind={kind}
          filter={filter}
          label={label(kind)}
          onAdd={(more) => {
            close();
            onAdd(more);
          }}
        />
      )}
    </AddCondition>
  );
}

interface ValueProps {
  filter: Filter;
  label: string;
  onAdd: (more: Filter) => void;
}

function Value({ kind, filter, label, onAdd }: ValueProps & { kind: Kind }): ReactNode {
  const { t } = useTranslation();
  const one = (options: { value: string; label: string }[], take: (value: string) => Filter) => (
    <Select<string>
      aria-label={label}
      placeholder={label}
      onChange={(value) => onAdd(take(value))}
      options={options}
    />
  );
  const yesNo = [
    { value: "1", label: t("lists.yes") },
    { value: "0", label: t("lists.no") },
  ];
  switch (kind) {
    case "tag":
    case "tag_all":
    case "tag_none":
    case "tag_least":
      return <TagValue filter={filter} label={label} onAdd={onAdd} of={kind} />;
    case "staff":
      return <StaffValue filter={filter} label={label} onAdd={onAdd} />;
    case "department":
      return <DepartmentSelect label={label} onChange={(department) => onAdd({ department })} />;
    case "store":
      return <StoreValue label={label} onAdd={onAdd} />;
    case "segment":
      return <SegmentValue label={label} onAdd={onAdd} />;
    case "channel":
      return <ChannelValue filter={filter} label={label} onAdd={onAdd} />;
    case "field":
      return <FieldTest onAdd={(field) => onAdd({ field })} />;
    case "tail":
      return <TailTest onAdd={(tail) => onAdd({ tail })} />;
    case "state":
      return one(
        STATES.map((value) => ({ value, label: t(`customers.states.${value}`) })),
        (state) => ({ state: state as (typeof STATES)[number] }),
      );
    case "stage":
      return <StageValue filter={filter} label={label} onAdd={onAdd} />;
    case "way":
      return (
        <Several
          label={label}
          options={WAYS.map((value) => ({ value, label: t(`customers.ways.${value}`) }))}
          chosen={idsOf(filter.way)}
          onChosen={(ways) => onAdd({ way: ways.join(",") || undefined })}
        />
      );
    case "recent":
      return one(
        RECENT.map((n) => ({ value: String(n), label: t("lists.recentDays", { n, count: n }) })),
        (value) => ({ recent: Number(value), added_from: undefined, added_to: undefined }),
      );
    case "silent":
    case "refused":
      return one(yesNo, (value) => ({ [kind]: value as "0" | "1" }));
    case "untagged":
    case "unowned":
      return <Button onClick={() => onAdd({ [kind]: "1" })}>{t("customers.filters.apply")}</Button>;
    default:
      return <AddedValue onAdd={onAdd} />;
  }
}

function AddedValue({ onAdd }: Pick<ValueProps, "onAdd">) {
  const { t } = useTranslation();
  return (
    <DatePicker.RangePicker
      allowEmpty={[true, true]}
      maxDate={dayjs()}
      placeholder={[t("customers.filters.from"), t("customers.filters.to")]}
      onChange={(range) => {
        const [from, to] = range ?? [];
        if (from || to) {
          onAdd({
            recent: undefined,
            added_from: from?.format("YYYY-MM-DD"),
            added_to: to?.format("YYYY-MM-DD"),
          });
        }
      }}
    />
  );
}

const joined = (ids: number[]) =>
  ids.length > 1 ? ids.join(",") : ids.length === 1 ? ids[0] : undefined;

function TagValue({
  filter,
  label,
  onAdd,
  of,
}: ValueProps & { of: "tag" | "tag_all" | "tag_none" | "tag_least" }) {
  const tags = useTags();
  const groups = (tags.data?.items ?? []).filter((group) => of !== "tag_least" || group.ordered);
  return (
    <Several<number>
      label={label}
      loading={tags.isPending}
      chosen={idsOf(filter[of])}
      onChosen={(ids) => onAdd({ [of]: joined(ids) })}
      options={groups.flatMap((group) =>
        group.tags.map((tag) => ({ value: tag.id, label: `${group.name} · ${tag.name}` })),
      )}
    />
  );
}

function StageValue({ filter, label, onAdd }: ValueProps) {
  const { options, loading } = useStageNames();
  return (
    <Several<string>
      label={label}
      options={options}
      loading={loading}
      chosen={filter.stage?.split(",") ?? []}
      onChosen={(stages) => onAdd({ stage: stages.join(",") || undefined })}
    />
  );
}

function StaffValue({ filter, label, onAdd }: ValueProps) {
  const [text, setText] = useState("");
  return (
    <Several<number>
      label={label}
      {...useStaffOptions(text)}
      onSearch={setText}
      chosen={idsOf(filter.staff)}
      onChosen={(ids) => onAdd({ staff: joined(ids) })}
    />
  );
}

function StoreValue({ label, onAdd }: Pick<ValueProps, "label" | "onAdd">) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      aria-label={label}
      placeholder={label}
      {...useStoreOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(store) => onAdd({ store })}
    />
  );
}

function SegmentValue({ label, onAdd }: Pick<ValueProps, "label" | "onAdd">) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      aria-label={label}
      placeholder={label}
      {...useSegmentOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(segment) => onAdd({ segment })}
    />
  );
}

function ChannelValue({ filter, label, onAdd }: ValueProps) {
  const [text, setText] = useState("");
  return (
    <Several<number>
      label={label}
      {...useChannelOptions(text)}
      onSearch={setText}
      chosen={idsOf(filter.channel)}
      onChosen={(ids) => onAdd({ channel: joined(ids) })}
    />
  );
}
