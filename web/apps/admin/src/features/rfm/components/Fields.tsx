import { Checkbox, InputNumber, Radio, Select, Switch } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { kindName } from "../../../shared/eventKinds.ts";
import { toFen } from "../../../shared/money.ts";
import { DIMENSIONS, type Settings } from "../api/rfm.ts";
import { BinningField } from "./BinningField.tsx";
import { ThresholdField } from "./ThresholdField.tsx";

const STATUSES = ["paid", "shipped", "completed"] as const;
const KINDS = [
  "order.placed",
  "order.paid",
  "page.viewed",
  "product.viewed",
  "cart.added",
  "coupon.used",
] as const;
const DAYS = 3650;
const FEN = 100;

interface Props {
  settings: Settings;
  locked: boolean;
  onChange: (settings: Settings) => void;
}

/** Which orders count, what is frequent, how each of the three is cut. */
export function Fields({ settings, locked, onChange }: Props) {
  const { t } = useTranslation();
  const frequency = settings.frequency ?? { of: "orders" };
  const set = (more: Partial<Settings>) => onChange({ ...settings, ...more });
  return (
    <div className="rfm-fields">
      <Field label={t("rfm.settings.days")} help={t("rfm.settings.daysHelp")}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={DAYS}
            precision={0}
            disabled={locked}
            value={settings.days ?? null}
            suffix={t("rfm.settings.daysUnit")}
            onChange={(days) => days !== null && set({ days })}
          />
        )}
      </Field>
      <fieldset disabled={locked}>
        <legend>{t("rfm.settings.statuses")}</legend>
        <Checkbox.Group
          disabled={locked}
          value={settings.statuses ?? []}
          options={STATUSES.map((value) => ({
            value,
            label: t(`rfm.settings.status.${value}`),
          }))}
          onChange={(statuses) => set({ statuses })}
        />
      </fieldset>
      <Field label={t("rfm.settings.least")}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            precision={2}
            prefix="¥"
            disabled={locked}
            value={(settings.least_fen ?? 0) / FEN}
            onChange={(yuan) => set({ least_fen: toFen(yuan) })}
          />
        )}
      </Field>
      <Field label={t("rfm.settings.net")} help={t("rfm.settings.netHelp")}>
        {(id) => (
          <Switch
            id={id}
            disabled={locked}
            checked={settings.net ?? true}
            onChange={(net) => set({ net })}
          />
        )}
      </Field>
      <fieldset>
        <legend>{t("rfm.settings.frequency")}</legend>
        <Radio.Group
          disabled={locked}
          value={frequency.of}
          options={[
            { value: "orders", label: t("rfm.settings.ofOrders") },
            { value: "events", label: t("rfm.settings.ofEvents") },
          ]}
          onChange={(event) =>
            set({
              frequency:
                event.target.value === "events"
                  ? { of: "events", kinds: ["page.viewed"] }
                  : { of: "orders" },
            })
          }
        />
        {frequency.of === "events" && (
          <Select<string[]>
            mode="tags"
            className="rfm-kinds"
            disabled={locked}
            aria-label={t("rfm.settings.kinds")}
            value={frequency.kinds}
            options={KINDS.map((value) => ({ value, label: kindName(t, value) }))}
            onChange={(kinds) => set({ frequency: { of: "events", kinds } })}
          />
        )}
      </fieldset>
      {DIMENSIONS.map((dimension) => (
        <BinningField
          key={dimension}
          dimension={dimension}
          binning={settings[dimension] ?? { by: "quantile", bins: 5 }}
          locked={locked}
          onChange={(binning) => set({ [dimension]: binning })}
        />
      ))}
      <ThresholdField settings={settings} locked={locked} onChange={onChange} />
    </div>
  );
}

interface FieldProps {
  label: string;
  help?: string;
  children: (id: string) => ReactNode;
}

function Field({ label, help, children }: FieldProps) {
  const id = useId();
  return (
    <div className="rfm-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help && <p className="meta">{help}</p>}
    </div>
  );
}
