import { count } from "@yutang/ui";
import { Form, InputNumber, Radio, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { type Rules, usePreview, useStartPlan } from "../api/watch.ts";
import { useWatchWords } from "./words.ts";

const RULES = ["any", "kind", "tier"] as const;
const KEEPS = ["oldest", "tier"] as const;
const MOST = 50;

/** Who counts as doubled and where he stays; how many owners would be asked, before they are. */
export function DoublesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWatchWords();
  const start = useStartPlan();
  const [rules, setRules] = useState<Rules>({ rule: "any", least: 2, keep: "oldest" });
  const preview = usePreview(rules);
  const told = preview.data;
  return (
    <ActDialog
      title={t("groupwatch.doubles.title")}
      act={t("groupwatch.doubles.act", {
        count: told?.owners ?? 0,
        n: count(told?.owners ?? 0),
      })}
      width={560}
      disabled={!told || told.removals === 0 || preview.isPlaceholderData}
      loading={start.isPending}
      trouble={start.error ? words(start.error) : undefined}
      onClose={onClose}
      onAct={() => start.mutate(rules, { onSuccess: onClose })}
    >
      <Form layout="vertical">
        <Form.Item label={t("groupwatch.doubles.rule")}>
          <Radio.Group
            aria-label={t("groupwatch.doubles.rule")}
            value={rules.rule}
            onChange={(event) => setRules({ ...rules, rule: event.target.value })}
            options={RULES.map((value) => ({
              value,
              label: t(`groupwatch.doubles.rules.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("groupwatch.doubles.least")} htmlFor="doubles-least">
          <InputNumber<number>
            id="doubles-least"
            min={2}
            max={MOST}
            precision={0}
            value={rules.least}
            onChange={(least) => least !== null && setRules({ ...rules, least })}
          />
        </Form.Item>
        <Form.Item label={t("groupwatch.doubles.keep")} extra={t("groupwatch.doubles.keepHelp")}>
          <Radio.Group
            aria-label={t("groupwatch.doubles.keep")}
            value={rules.keep}
            onChange={(event) => setRules({ ...rules, keep: event.target.value })}
            options={KEEPS.map((value) => ({
              value,
              label: t(`groupwatch.doubles.keeps.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
      {preview.isPending && <Skeleton active paragraph={{ rows: 1 }} title={false} />}
      {preview.isError && (
        <Failed title={t("groupwatch.failed")} onAgain={() => preview.refetch()} />
      )}
      {told && (
        <p className="num" aria-live="polite">
          {told.removals === 0
            ? t("groupwatch.doubles.nothing")
            : t("groupwatch.doubles.will", {
                persons: count(told.persons),
                removals: count(told.removals),
                owners: count(told.owners),
              })}
          {told.not_asked > 0 &&
            ` ${t("groupwatch.doubles.notAsked", { count: told.not_asked, n: count(told.not_asked) })}`}
        </p>
      )}
    </ActDialog>
  );
}
