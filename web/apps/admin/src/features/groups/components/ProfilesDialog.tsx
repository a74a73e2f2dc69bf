import { count } from "@yutang/ui";
import { App, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { KINDS, type Row, TIERS, useSetProfiles } from "../api/groups.ts";
import { LabelsSelect } from "./LabelsSelect.tsx";
import { changedBy, NOTHING, setOf } from "./many.ts";
import { useWords } from "./words.ts";

interface Props {
  picked: readonly Row[];
  onClose: () => void;
  onDone: () => void;
}

/** Kind, tier and labels of many; how many that changes is told before. */
export function ProfilesDialog({ picked, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [wanted, setWanted] = useState(NOTHING);
  const change = useSetProfiles();
  const words = useWords();
  const n = changedBy(wanted, picked).length;
  const same = picked.length - n;
  const worn = [...new Set(picked.flatMap((row) => row.labels))].sort();
  const choice = (field: "kind" | "tier", all: readonly string[]) => (
    <Form.Item label={t(`groups.profile.${field}`)}>
      <Select<string>
        aria-label={t(`groups.profile.${field}`)}
        value={wanted[field]}
        onChange={(value) => setWanted({ ...wanted, [field]: value })}
        options={[
          { value: "keep", label: t("groups.many.keep") },
          ...all.map((value) => ({ value, label: t(`groups.${field}s.${value}`) })),
          { value: "none", label: t("groups.many.none") },
        ]}
      />
    </Form.Item>
  );
  return (
    <ActDialog
      title={t("groups.many.title", { count: picked.length, n: count(picked.length) })}
      act={t("groups.many.act", { count: n, n: count(n) })}
      disabled={n === 0}
      loading={change.isPending}
      trouble={change.error ? words(change.error) : undefined}
      onClose={onClose}
      onAct={() =>
        change.mutate(
          { group_ids: picked.map((row) => row.id), set: setOf(wanted) },
          {
            onSuccess: ({ changed }) => {
              message.success(t("groups.many.done", { count: changed, n: count(changed) }));
              onDone();
            },
          },
        )
      }
    >
      <Form layout="vertical">
        <div className="group-pair">
          {choice("kind", KINDS)}
          {choice("tier", TIERS)}
        </div>
        <Form.Item label={t("groups.many.add")}>
          <LabelsSelect
            label={t("groups.many.add")}
            value={wanted.add}
            onChange={(add) => setWanted({ ...wanted, add })}
          />
        </Form.Item>
        {worn.length > 0 && (
          <Form.Item label={t("groups.many.remove")}>
            <Select<string[]>
              mode="multiple"
              aria-label={t("groups.many.remove")}
              placeholder={t("groups.many.remove")}
              value={wanted.remove}
              onChange={(remove) => setWanted({ ...wanted, remove })}
              options={worn.map((value) => ({ value }))}
            />
          </Form.Item>
        )}
      </Form>
      <p className="num" aria-live="polite">
        {n === 0
          ? t("groups.many.nothing")
          : `${t("groups.many.will", { count: n, n: count(n) })}${
              same > 0 ? t("groups.many.same", { count: same, n: count(same) }) : ""
            }`}
      </p>
    </ActDialog>
  );
}
