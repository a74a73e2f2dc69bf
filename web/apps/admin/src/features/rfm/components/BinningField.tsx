import { Button, InputNumber, Radio } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Binning, Dimension } from "../api/rfm.ts";

const LEAST = 2;
const MOST = 5;
const FEN = 100;
const FIRST: Record<Dimension, number[]> = {
  r: [30, 90, 180],
  f: [2, 4, 8],
  m: [10_000, 50_000, 100_000],
};

interface Props {
  dimension: Dimension;
  binning: Binning;
  locked: boolean;
  onChange: (binning: Binning) => void;
}

/** How one of the three is cut: bins of equal size, or between bounds. */
export function BinningField({ dimension, binning, locked, onChange }: Props) {
  const { t } = useTranslation();
  const name = t(`rfm.settings.dimension.${dimension}`);
  return (
    <fieldset>
      <legend>{name}</legend>
      <Radio.Group
        disabled={locked}
        value={binning.by}
        options={[
          { value: "quantile", label: t("rfm.settings.quantile") },
          { value: "bounds", label: t("rfm.settings.bounds") },
        ]}
        onChange={(event) =>
          onChange(
            event.target.value === "bounds"
              ? { by: "bounds", bounds: FIRST[dimension] }
              : { by: "quantile", bins: MOST },
          )
        }
      />
      {binning.by === "bounds" ? (
        <Bounds
          dimension={dimension}
          name={name}
          bounds={binning.bounds}
          locked={locked}
          onChange={(bounds) => onChange({ by: "bounds", bounds })}
        />
      ) : (
        <InputNumber
          min={LEAST}
          max={MOST}
          precision={0}
          disabled={locked}
          aria-label={t("rfm.settings.binsOf", { name })}
          value={binning.bins ?? MOST}
          suffix={t("rfm.settings.bins")}
          onChange={(bins) => bins !== null && onChange({ by: "quantile", bins })}
        />
      )}
      {binning.by === "bounds" && (
        <p className="meta">{t(`rfm.settings.dimensionHelp.${dimension}`)}</p>
      )}
    </fieldset>
  );
}

interface BoundsProps {
  dimension: Dimension;
  name: string;
  bounds: readonly number[];
  locked: boolean;
  onChange: (bounds: number[]) => void;
}

function Bounds({ dimension, name, bounds, locked, onChange }: BoundsProps) {
  const { t } = useTranslation();
  const unit = dimension === "m" ? FEN : 1;
  const full = bounds.length === MOST - 1;
  return (
    <div className="rfm-bounds">
      {bounds.map((bound, place) => (
        <span key={place}>
          <InputNumber
            min={0}
            precision={0}
            disabled={locked}
            aria-label={t("rfm.settings.bound", { name, n: place + 1 })}
            value={bound / unit}
            {...(dimension === "m" ? { prefix: "¥" } : {})}
            onChange={(value) =>
              value !== null &&
              onChange(bounds.map((one, at) => (at === place ? value * unit : one)))
            }
          />
          {!locked && bounds.length > 1 && (
            <Button
              type="text"
              size="small"
              icon={<X size={14} aria-hidden="true" />}
              aria-label={t("rfm.settings.dropBound", { name, n: place + 1 })}
              onClick={() => onChange(bounds.filter((_, at) => at !== place))}
            />
          )}
        </span>
      ))}
      {!locked && (
        <Button
          type="text"
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          disabled={full}
          title={full ? t("rfm.settings.boundsFull") : ""}
          onClick={() => onChange([...bounds, (bounds.at(-1) ?? 0) * 2 || unit])}
        >
          {t("rfm.settings.addBound")}
        </Button>
      )}
    </div>
  );
}
