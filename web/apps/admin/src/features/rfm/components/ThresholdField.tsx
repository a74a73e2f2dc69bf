import { InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { type Binning, DIMENSIONS, type Settings } from "../api/rfm.ts";

const MOST = 5;

interface Props {
  settings: Settings;
  locked: boolean;
  onChange: (settings: Settings) => void;
}

const binsOf = (binning: Binning | undefined): number =>
  binning?.by === "bounds" ? binning.bounds.length + 1 : (binning?.bins ?? MOST);

/** From which score on one is high: the mean of all, or chosen ones. */
export function ThresholdField({ settings, locked, onChange }: Props) {
  const { t } = useTranslation();
  const threshold = settings.threshold ?? { by: "mean" };
  const middle = (dimension: "r" | "f" | "m") => Math.ceil((binsOf(settings[dimension]) + 1) / 2);
  return (
    <fieldset>
      <legend>{t("rfm.settings.threshold")}</legend>
      <Radio.Group
        disabled={locked}
        value={threshold.by}
        options={[
          { value: "mean", label: t("rfm.settings.mean") },
          { value: "score", label: t("rfm.settings.score") },
        ]}
        onChange={(event) =>
          onChange({
            ...settings,
            threshold:
              event.target.value === "score"
                ? { by: "score", r: middle("r"), f: middle("f"), m: middle("m") }
                : { by: "mean" },
          })
        }
      />
      {threshold.by === "score" && (
        <div className="rfm-bounds">
          {DIMENSIONS.map((dimension) => (
            <InputNumber
              key={dimension}
              min={2}
              max={binsOf(settings[dimension])}
              precision={0}
              disabled={locked}
              aria-label={t("rfm.settings.highFrom", { letter: dimension.toUpperCase() })}
              prefix={`${dimension.toUpperCase()} ≥`}
              value={threshold[dimension]}
              onChange={(value) =>
                value !== null &&
                onChange({ ...settings, threshold: { ...threshold, [dimension]: value } })
              }
            />
          ))}
        </div>
      )}
      <p className="meta">{t("rfm.settings.thresholdHelp")}</p>
    </fieldset>
  );
}
