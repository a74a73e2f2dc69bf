import { ProblemError } from "@yutang/api";
import { Alert, App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Detail, KINDS, type Kind, TIERS, type Tier, useSetProfile } from "../api/groups.ts";
import { LabelsSelect } from "./LabelsSelect.tsx";
import { useWords } from "./words.ts";

interface Props {
  group: Detail;
  mayWrite: boolean;
  /** Reads the group anew: somebody else changed it. */
  onAgain: () => unknown;
}

const AIM_LENGTH = 500;

/** What a group is for. Who comes second is told so, and what he wrote stays. */
export function ProfileTab({ group, mayWrite, onAgain }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [kind, setKind] = useState<Kind | null>(group.kind);
  const [tier, setTier] = useState<Tier | null>(group.tier);
  const [aim, setAim] = useState(group.aim);
  const [labels, setLabels] = useState(group.labels);
  const save = useSetProfile(group.id);
  const same =
    kind === group.kind &&
    tier === group.tier &&
    aim.trim() === group.aim &&
    [...labels].sort().join("\n") === [...group.labels].sort().join("\n");
  const late =
    save.error instanceof ProblemError && save.error.problem.type === "groups.changed_meanwhile";
  const why = !mayWrite ? t("groups.profile.forbidden") : same ? t("groups.profile.same") : "";
  return (
    <Form
      layout="vertical"
      className="group-profile"
      onFinish={() =>
        save.mutate(
          { kind, tier, aim: aim.trim(), labels, version: group.profile_version },
          { onSuccess: () => message.success(t("groups.profile.saved")) },
        )
      }
    >
      {!mayWrite && <Alert type="info" showIcon title={t("groups.profile.forbidden")} />}
      <div className="group-pair">
        <Form.Item label={t("groups.profile.kind")} extra={kind && t(`groups.kindsAre.${kind}`)}>
          <Select<Kind | "none">
            aria-label={t("groups.profile.kind")}
            disabled={!mayWrite}
            value={kind ?? "none"}
            onChange={(value) => setKind(value === "none" ? null : value)}
            options={[...KINDS, "none" as const].map((value) => ({
              value,
              label: t(`groups.kinds.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("groups.profile.tier")} extra={tier && t(`groups.tiersAre.${tier}`)}>
          <Select<Tier | "none">
            aria-label={t("groups.profile.tier")}
            disabled={!mayWrite}
            value={tier ?? "none"}
            onChange={(value) => setTier(value === "none" ? null : value)}
            options={[...TIERS, "none" as const].map((value) => ({
              value,
              label: t(`groups.tiers.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item label={t("groups.profile.aim")} extra={t("groups.profile.aimHelp")}>
        <Input.TextArea
          aria-label={t("groups.profile.aim")}
          disabled={!mayWrite}
          maxLength={AIM_LENGTH}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={aim}
          onChange={(event) => setAim(event.target.value)}
        />
      </Form.Item>
      <Form.Item label={t("groups.profile.labels")}>
        {mayWrite ? (
          <LabelsSelect label={t("groups.profile.labels")} value={labels} onChange={setLabels} />
        ) : (
          labels.join(t("common.comma")) || "–"
        )}
      </Form.Item>
      {save.error && (
        <Alert
          type={late ? "warning" : "error"}
          showIcon
          title={words(save.error)}
          action={
            late && <Button onClick={() => onAgain()}>{t("groups.profile.readAgain")}</Button>
          }
        />
      )}
      <Button
        type="primary"
        htmlType="submit"
        disabled={why !== ""}
        title={why}
        loading={save.isPending}
      >
        {t("groups.profile.save")}
      </Button>
    </Form>
  );
}
