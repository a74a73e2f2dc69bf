import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { MOST_DAYS, SPANS, type Span, type SpanKind, UNITS } from "../../api/tree.ts";
import { useOffers } from "../context.ts";
import { Amount, Pick } from "./Filled.tsx";

interface Props {
  value: Span;
  onChange: (span: Span) => void;
}

const USUAL_DAYS = 30;
const BACKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function blank(kind: SpanKind, before: Span): Span {
  const days = "days" in before ? before.days : USUAL_DAYS;
  if (kind === "sliding" || kind === "before") return { kind, days };
  if (kind === "calendar") return { kind, unit: "month", back: 0 };
  if (kind === "absolute") return { kind, from: null, to: null };
  return { kind };
}

/** When something was: ever, lately, long ago, in a part of the calendar, between two days. */
export function SpanField({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Pick<SpanKind>
        label={t("segments.span.label")}
        value={value.kind}
        options={SPANS.map((kind) => ({ value: kind, label: t(`segments.span.kinds.${kind}`) }))}
        onChange={(kind) => onChange(blank(kind, value))}
      />
      {(value.kind === "sliding" || value.kind === "before") && (
        <Amount
          label={t("segments.span.days")}
          suffix={t(value.kind === "before" ? "segments.span.daysAgo" : "segments.span.day")}
          min={1}
          max={MOST_DAYS}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
      {value.kind === "calendar" && (
        <Pick<string>
          label={t("segments.span.part")}
          value={`${value.unit}.${value.back}`}
          options={UNITS.flatMap((unit) =>
            BACKS.filter((back) => back < 2 || unit !== "year" || back < 5).map((back) => ({
              value: `${unit}.${back}`,
              label:
                back < 2
                  ? t(`segments.span.parts.${unit}.${back}`)
                  : t(`segments.span.parts.${unit}.back`, { n: back }),
            })),
          )}
          onChange={(chosen) => {
            const [unit, back] = chosen.split(".");
            const found = UNITS.find((one) => one === unit);
            if (found) onChange({ kind: "calendar", unit: found, back: Number(back) });
          }}
        />
      )}
      {value.kind === "absolute" && <Days value={value} onChange={onChange} />}
    </>
  );
}

type Absolute = Extract<Span, { kind: "absolute" }>;

const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Two days of the corp's zone, both counted; on the wire the second is the day after the last. */
function Days({ value, onChange }: { value: Absolute; onChange: (span: Span) => void }) {
  const { t } = useTranslation();
  const { zone } = useOffers();
  const local = (moment: string) =>
    dayjs(
      BARE_DAY.test(moment)
        ? moment
        : new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(
            new Date(moment),
          ),
    );
  const from = value.from ? local(value.from) : null;
  const to = value.to ? local(value.to).subtract(1, "day") : null;
  return (
    <DatePicker.RangePicker
      variant="filled"
      className="seg-days"
      allowEmpty={[true, true]}
      value={[from, to]}
      placeholder={[t("segments.span.from"), t("segments.span.to")]}
      aria-label={t("segments.span.between")}
      onChange={(range) => {
        const [first, last] = range ?? [];
        onChange({
          kind: "absolute",
          from: first?.format("YYYY-MM-DD") ?? null,
          to: last?.add(1, "day").format("YYYY-MM-DD") ?? null,
        });
      }}
    />
  );
}

/** A window that may be left out. */
export function MaybeSpan({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Span | undefined;
  onChange: (span: Span | undefined) => void;
}) {
  const { t } = useTranslation();
  if (!value || value.kind === "ever") {
    return (
      <button
        type="button"
        className="seg-more"
        onClick={() => onChange({ kind: "sliding", days: USUAL_DAYS })}
      >
        {t("segments.more", { what: label })}
      </button>
    );
  }
  return (
    <span className="seg-part">
      <span className="seg-word">{label}</span>
      <SpanField
        value={value}
        onChange={(next) => onChange(next.kind === "ever" ? undefined : next)}
      />
    </span>
  );
}
