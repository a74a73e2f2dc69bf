import { Form, InputNumber, Select, Skeleton, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type PreferencesChange,
  useChangePreferences,
  usePreferences,
} from "../../../shared/preferences.ts";
import { useWatchWords } from "./words.ts";

const WHO = ["owner", "leader", "nobody"] as const;
const LEAST = 2;
const MOST = 90;

/** After how long a group counts as silent, and who gets word of it. */
export function SilenceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWatchWords();
  const read = usePreferences();
  const change = useChangePreferences();
  const [wanted, setWanted] = useState<PreferencesChange>({});
  const now = read.data && { ...read.data, ...wanted };
  const set = (more: PreferencesChange) => setWanted({ ...wanted, ...more });
  return (
    <ActDialog
      title={t("groupwatch.settings.title")}
      act={t("groupwatch.settings.save")}
      disabled={Object.keys(wanted).length === 0}
      loading={change.isPending}
      trouble={change.error ? words(change.error) : undefined}
      onClose={onClose}
      onAct={() => {
        if (read.data) {
          change.mutate({ version: read.data.version, change: wanted }, { onSuccess: onClose });
        }
      }}
    >
      {read.isPending && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
      {read.isError && <Failed title={t("groupwatch.failed")} onAgain={() => read.refetch()} />}
      {now && (
        <Form layout="vertical">
          <Form.Item
            label={t("groupwatch.settings.on")}
            htmlFor="silence-on"
            extra={t("groupwatch.settings.onHelp")}
          >
            <Switch
              id="silence-on"
              checked={now.group_silence ?? true}
              onChange={(group_silence) => set({ group_silence })}
            />
          </Form.Item>
          <Form.Item
            label={t("groupwatch.settings.days")}
            htmlFor="silence-days"
            extra={t("groupwatch.settings.daysHelp")}
          >
            <InputNumber<number>
              id="silence-days"
              min={LEAST}
              max={MOST}
              precision={0}
              value={now.group_silence_days ?? null}
              onChange={(days) => days !== null && set({ group_silence_days: days })}
            />
          </Form.Item>
          <Form.Item label={t("groupwatch.settings.tell")} htmlFor="silence-tell">
            <Select
              id="silence-tell"
              value={now.group_silence_tell ?? "owner"}
              onChange={(group_silence_tell) => set({ group_silence_tell })}
              options={WHO.map((value) => ({
                value,
                label: t(`groupwatch.settings.who.${value}`),
              }))}
            />
          </Form.Item>
        </Form>
      )}
    </ActDialog>
  );
}
