import { Form, Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import type { Detail } from "../api/groups.ts";
import { usePlanRenewal } from "../api/watch.ts";
import { useWatchWords } from "./words.ts";

const WEEK = 7;
const MOST_DAYS = 60;

/** What the new group shall be called; its owner is asked for the rest. */
export function RenewalDialog({ group, onClose }: { group: Detail; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWatchWords();
  const plan = usePlanRenewal(group.id);
  const [name, setName] = useState(
    t("groupwatch.renewal.named", { name: group.name }).slice(0, 30),
  );
  const [notice, setNotice] = useState(group.notice.slice(0, 500));
  const [days, setDays] = useState<number | null>(WEEK);
  const ready = name.trim() !== "" && days !== null;
  return (
    <ActDialog
      title={t("groupwatch.renewal.startTitle", { name: group.name || t("groups.nameless") })}
      act={t("groupwatch.renewal.act", { name: group.owner?.name ?? "" })}
      width={560}
      disabled={!ready}
      loading={plan.isPending}
      trouble={plan.error ? words(plan.error) : undefined}
      onClose={onClose}
      onAct={() => {
        if (ready) plan.mutate({ name, notice, days }, { onSuccess: onClose });
      }}
    >
      <Form layout="vertical">
        <Form.Item
          label={t("groupwatch.renewal.name")}
          htmlFor="renewal-name"
          extra={t("groupwatch.renewal.nameHelp")}
        >
          <Input
            id="renewal-name"
            autoFocus
            maxLength={30}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("groupwatch.renewal.notice")} htmlFor="renewal-notice">
          <Input.TextArea
            id="renewal-notice"
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={notice}
            onChange={(event) => setNotice(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t("groupwatch.renewal.days")}
          htmlFor="renewal-days"
          extra={t("groupwatch.renewal.daysHelp")}
        >
          <InputNumber<number>
            id="renewal-days"
            min={1}
            max={MOST_DAYS}
            precision={0}
            value={days}
            onChange={setDays}
          />
        </Form.Item>
      </Form>
      <p>{t("groupwatch.renewal.who")}</p>
    </ActDialog>
  );
}
