import { useTranslation } from "react-i18next";
import { COMPARISONS, type Compare } from "../../api/tree.ts";
import { Amount, Pick } from "./Filled.tsx";

interface Props {
  label: string;
  value: Compare;
  onChange: (compare: Compare) => void;
  suffix?: string | undefined;
  /** In fen on the wire, in yuan on the screen. */
  money?: boolean;
  decimals?: number;
}

const FEN = 100;

/** At least, at most, exactly, between: with its number or two. */
export function CompareField({ label, value, onChange, suffix, money, decimals = 0 }: Props) {
  const { t } = useTranslation();
  const shown = (n: number) => (money ? n / FEN : n);
  const meant = (n: number) => (money ? Math.round(n * FEN) : n);
  const look = {
    ...(money ? { prefix: "\u00a5", decimals: 2 } : { decimals }),
    ...(suffix ? { suffix } : {}),
  };
  return (
    <>
      <Pick
        label={t("segments.compare.label")}
        value={value.is}
        options={COMPARISONS.map((is) => ({ value: is, label: t(`segments.compare.${is}`) }))}
        onChange={(is) => {
          const { to: _, ...rest } = value;
          onChange(is === "between" ? { ...rest, is, to: value.to ?? value.n } : { ...rest, is });
        }}
      />
      <Amount
        label={label}
        {...look}
        value={shown(value.n)}
        onChange={(n) => onChange({ ...value, n: meant(n) })}
      />
      {value.is === "between" && (
        <>
          <span className="seg-word">{t("segments.compare.and")}</span>
          <Amount
            label={t("segments.compare.upTo", { what: label })}
            {...look}
            value={shown(value.to ?? value.n)}
            onChange={(to) => onChange({ ...value, to: meant(to) })}
          />
        </>
      )}
    </>
  );
}
