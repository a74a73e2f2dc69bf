import { count } from "@yutang/ui";
import { Form, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStaffOptions } from "./choices.ts";
import {
  ALL_GROUPS,
  BYS,
  KINDS,
  type ReachDraft,
  type ReachNamed,
  reachOf,
  TIERS,
  useFoundGroups,
  useReachCount,
} from "./reaching.ts";

/** Which groups: all, all of owners, kinds or tiers, or picked ones; with how many that is. */
export function ReachFields({ known }: { known: ReachNamed | undefined }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<ReachDraft>();
  const by = Form.useWatch("by", form) ?? "all";
  return (
    <>
      <Form.Item name="by" label={t("groupcare.fields.reach")}>
        <Radio.Group
          options={BYS.map((value) => ({ value, label: t(`groupcare.reach.by.${value}`) }))}
        />
      </Form.Item>
      {by === "owners" && <Owners known={known} />}
      {by === "groups" && <Groups known={known} />}
      {by === "kinds" && (
        <Form.Item name="kinds" label={t("groupcare.reach.by.kinds")}>
          <Select
            mode="multiple"
            options={KINDS.map((value) => ({ value, label: t(`groups.kinds.${value}`) }))}
          />
        </Form.Item>
      )}
      {by === "tiers" && (
        <Form.Item name="tiers" label={t("groupcare.reach.by.tiers")}>
          <Select
            mode="multiple"
            options={TIERS.map((value) => ({ value, label: t(`groups.tiers.${value}`) }))}
          />
        </Form.Item>
      )}
      <HowMany />
    </>
  );
}

interface Option {
  value: number;
  label: string;
}

/** Those found now, and before them those chosen earlier, so that none shows as a number. */
function joined(found: readonly Option[], known: readonly Option[]): Option[] {
  const values = new Set(found.map((one) => one.value));
  return [...known.filter((one) => !values.has(one.value)), ...found];
}

function Owners({ known }: { known: ReachNamed | undefined }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const found = useStaffOptions(text);
  const had = (known?.owners ?? []).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Form.Item name="owner_ids" label={t("groupcare.reach.by.owners")}>
      <Select<number[]>
        mode="multiple"
        loading={found.loading}
        options={joined(found.options, had)}
        showSearch={{ filterOption: false, onSearch: setText }}
      />
    </Form.Item>
  );
}

function Groups({ known }: { known: ReachNamed | undefined }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const found = useFoundGroups(text);
  const named = (one: { id: number; name: string }) => ({
    value: one.id,
    label: one.name || t("groups.nameless"),
  });
  return (
    <Form.Item name="group_ids" label={t("groupcare.reach.by.groups")}>
      <Select<number[]>
        mode="multiple"
        loading={found.isFetching}
        options={joined((found.data?.items ?? []).map(named), (known?.picked ?? []).map(named))}
        showSearch={{ filterOption: false, onSearch: setText }}
      />
    </Form.Item>
  );
}

function HowMany() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<ReachDraft>();
  const draft = Form.useWatch((all: ReachDraft) => all, form);
  const reach = draft?.by === undefined ? undefined : reachOf({ ...ALL_GROUPS, ...draft });
  const counted = useReachCount(reach ?? { by: "all" }, reach !== undefined);
  const read = counted.data;
  return (
    <p className="meta num" aria-live="polite">
      {reach === undefined && t("groupcare.lacks.reach")}
      {reach &&
        read &&
        t("groupcare.reach.count", { groups: count(read.groups), owners: count(read.owners) })}
      {reach &&
        read &&
        read.ownerless > 0 &&
        t("groupcare.reach.ownerless", { count: read.ownerless, n: count(read.ownerless) })}
    </p>
  );
}
