import { Alert, App, Button, Drawer, InputNumber } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Rule, type TierRead, useRuleCount, useSetRule } from "../api/tiers.ts";
import { asked, type Conditions, RuleEditor, RuleFound, RuleWords } from "./RuleEditor.tsx";
import { useWords } from "./words.ts";

interface Props {
  tier: TierRead;
  mayWrite: boolean;
  conditions: Conditions;
  onClose: () => void;
}

const BACK_DAYS = 365;

/** Who belongs into a tier. */
export function RuleDrawer({ tier, mayWrite, conditions, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const days = useId();
  const [rule, setRule] = useState<Rule>(tier.rule ?? { match: "all", include: [{}], exclude: [] });
  const [back, setBack] = useState(tier.back_after_days);
  const counted = useRuleCount(asked(rule));
  const save = useSetRule(() => {
    message.success(t("grouptiers.rule.saved"));
    onClose();
  });
  const send = (next: Rule | null) =>
    save.mutate({ tier: tier.tier, rule: next, back_after_days: back, version: tier.version });
  const trouble = save.error ?? counted.error;
  return (
    <Drawer
      open
      size={720}
      title={t("grouptiers.rule.of", { tier: t(`groups.tiers.${tier.tier}`) })}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          {mayWrite && tier.rule && (
            <Button danger loading={save.isPending} onClick={() => send(null)}>
              {t("grouptiers.rule.remove")}
            </Button>
          )}
          <span className="drawer-gap" />
          <Button onClick={onClose}>{t(mayWrite ? "common.cancel" : "common.close")}</Button>
          {mayWrite && (
            <Button type="primary" loading={save.isPending} onClick={() => send(asked(rule))}>
              {t("grouptiers.rule.save")}
            </Button>
          )}
        </div>
      }
    >
      {!mayWrite && <p className="meta">{t("grouptiers.locked")}</p>}
      <p className="tier-sentence">
        <RuleWords rule={rule} conditions={conditions} />
      </p>
      {mayWrite && (
        <RuleEditor
          rule={rule}
          counted={counted.data}
          dimmed={counted.isPlaceholderData}
          conditions={conditions}
          onRule={setRule}
        />
      )}
      {counted.data && <RuleFound counted={counted.data} />}
      <div className="tier-days">
        <label htmlFor={days}>{t("grouptiers.rule.backAfter")}</label>
        <InputNumber
          id={days}
          min={0}
          max={BACK_DAYS}
          precision={0}
          disabled={!mayWrite}
          value={back}
          onChange={(value) => setBack(value ?? 0)}
          suffix={t("grouptiers.rule.days")}
        />
      </div>
      {trouble && <Alert type="error" showIcon title={words(trouble)} />}
    </Drawer>
  );
}
