import { count } from "@yutang/ui";
import { Alert, Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Read,
  type Settings,
  type SettingsRead,
  type Size,
  usePreview,
  useSaveSettings,
} from "../api/rfm.ts";
import { Fields } from "./Fields.tsx";
import { sum, useWords } from "./words.ts";

interface Props {
  read: SettingsRead;
  now: Read;
  mayWrite: boolean;
  onClose: () => void;
}

/** How buyers are scored; what that would give is shown before it is kept. */
export function SettingsDrawer({ read, now, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [settings, setSettings] = useState<Settings>(read.settings);
  const preview = usePreview();
  const save = useSaveSettings(onClose);
  const change = (next: Settings) => {
    preview.reset();
    setSettings(next);
  };
  const trouble = save.error ?? preview.error;
  return (
    <Drawer
      open
      size={560}
      title={t("rfm.settings.title")}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          {mayWrite && (
            <Button loading={preview.isPending} onClick={() => preview.mutate(settings)}>
              {t("rfm.settings.preview")}
            </Button>
          )}
          <span className="drawer-gap" />
          <Button onClick={onClose}>{t(mayWrite ? "common.cancel" : "common.close")}</Button>
          {mayWrite && (
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate({ version: read.version, settings })}
            >
              {t("rfm.settings.save")}
            </Button>
          )}
        </div>
      }
    >
      <p className="meta">{t(mayWrite ? "rfm.settings.lead" : "rfm.locked")}</p>
      <Fields settings={settings} locked={!mayWrite} onChange={change} />
      {trouble && <Alert type="error" showIcon title={words(trouble)} />}
      {preview.data && (
        <section className="rfm-preview" aria-live="polite">
          <h3>
            {t("rfm.settings.would", {
              count: preview.data.people,
              n: count(preview.data.people),
              money: sum(preview.data.amount_fen),
            })}
          </h3>
          <Compared classes={preview.data.classes} now={now.run ? now.classes : undefined} />
        </section>
      )}
    </Drawer>
  );
}

function Compared({
  classes,
  now,
}: {
  classes: readonly Size[];
  now: readonly Size[] | undefined;
}) {
  const { t } = useTranslation();
  const signed = (more: number) =>
    more === 0 ? "±0" : `${more > 0 ? "+" : "−"}${count(Math.abs(more))}`;
  return (
    <table className="rfm-compared">
      <tbody>
        {classes.map((one) => {
          const known = now?.find((other) => other.key === one.key)?.people;
          return (
            <tr key={one.key}>
              <th scope="row">{t(`rfm.classes.${one.key}`)}</th>
              <td className="num">{count(one.people)}</td>
              <td className="meta num">
                {known !== undefined &&
                  t("rfm.settings.against", { more: signed(one.people - known) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
