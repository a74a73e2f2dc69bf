import { Alert, Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClockField } from "../../../shared/ClockField.tsx";
import { type Rules, useChangeRules } from "../api/notices.ts";

const MINUTES = 5;

/** When the company's people are not disturbed by WeCom. */
export function QuietHours({ rules, mayChange }: { rules: Rules; mayChange: boolean }) {
  const { t } = useTranslation();
  const change = useChangeRules();
  const [wanted, setWanted] = useState<{ from?: string; to?: string }>({});
  const from = wanted.from ?? rules.quiet_from.slice(0, MINUTES);
  const to = wanted.to ?? rules.quiet_to.slice(0, MINUTES);
  const same =
    from === rules.quiet_from.slice(0, MINUTES) && to === rules.quiet_to.slice(0, MINUTES);
  return (
    <Form
      layout="vertical"
      className="told-quiet"
      onFinish={() =>
        change.mutate({ version: rules.version, change: { quiet_from: from, quiet_to: to } })
      }
    >
      <p className="meta">{t("told.page.quietAbout", { zone: rules.timezone })}</p>
      <div className="told-hours">
        <Form.Item label={t("told.page.from")} htmlFor="quiet-from">
          <ClockField
            id="quiet-from"
            value={from}
            disabled={!mayChange}
            onChange={(next) => setWanted({ ...wanted, from: next })}
          />
        </Form.Item>
        <Form.Item label={t("told.page.to")} htmlFor="quiet-to">
          <ClockField
            id="quiet-to"
            value={to}
            disabled={!mayChange}
            onChange={(next) => setWanted({ ...wanted, to: next })}
          />
        </Form.Item>
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          disabled={!mayChange || same || !from || !to}
          title={mayChange ? undefined : t("told.page.locked")}
        >
          {t("told.page.save")}
        </Button>
      </div>
      {from === to && <p className="meta">{t("told.page.none")}</p>}
      {change.isError && <Alert type="error" showIcon title={t("told.page.notSaved")} />}
      {change.isSuccess && same && <p role="status">{t("told.page.saved")}</p>}
    </Form>
  );
}
