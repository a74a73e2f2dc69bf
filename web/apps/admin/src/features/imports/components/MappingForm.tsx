import { ProblemError } from "@yutang/api";
import { Alert, Button, Checkbox, DatePicker, Input, Radio, Select, Skeleton } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Import,
  type Mapping,
  SUBJECTS,
  type Subject,
  type Target,
  useAct,
  useTargets,
} from "../api/imports.ts";
import { propertiesOf } from "./behaviour.ts";
import { EventParts } from "./EventParts.tsx";
import { lackingOf } from "./lacking.ts";
import { OrderParts } from "./OrderParts.tsx";

interface Props {
  one: Import;
  onAsked: () => void;
}

type Consent = NonNullable<Mapping["consent"]>;
const NONE = "";

const NAMES = {
  members: "imports.targets",
  orders: "imports.orderTargets",
  events: "behaviour.targets",
} as const;
const HARMLESS = {
  members: "imports.checkHarmless",
  orders: "imports.checkHarmlessOrders",
  events: "behaviour.checkHarmless",
} as const;
const GUESSES = { members: "guess", orders: "order_guess", events: "event_guess" } as const;

function guess(one: Import, subject: Subject): Mapping {
  const guessed: Record<string, string> = {};
  const taken = new Set<string>();
  for (const column of one.shape.columns) {
    const target = column[GUESSES[subject]];
    if (target && (target === "tags" || !taken.has(target))) {
      guessed[column.index] = target;
      taken.add(target);
    }
  }
  return {
    subject,
    columns: guessed,
    unknown_tags: "refuse",
    tag_ids: [],
    consent: null,
    shop: one.shape.shop ?? "file",
    statuses: {},
    kind: null,
  };
}

/** What each column means; whose phones they are; then a look at what would happen. */
export function MappingForm({ one, onAsked }: Props) {
  const { t } = useTranslation();
  const [mapping, setMapping] = useState(() => one.mapping ?? guess(one, one.subject));
  const subject = mapping.subject ?? "members";
  const offered = useTargets(subject).data;
  const targets: readonly Target[] = offered?.items ?? [];
  const act = useAct(one.id);
  const chosen = Object.values(mapping.columns);
  // A phone number on an order says whose it is; it is no leave to call him.
  const phones = subject === "members" && chosen.includes("phone");
  const sensitive = targets.some((target) => target.sensitive && chosen.includes(target.key));
  const consent: Consent = mapping.consent ?? {
    source: "",
    purposes: [...(phones ? ["phone" as const] : []), ...(sensitive ? ["sensitive" as const] : [])],
    given_on: "",
  };
  const asksConsent = phones || sensitive;
  const lacks = lackingOf(subject, chosen, targets, mapping.kind);
  const lacking = lacks
    ? t(`imports.lacking.${lacks}`)
    : asksConsent && consent.source.trim().length < 2
      ? t("imports.lacking.source")
      : asksConsent && !consent.given_on
        ? t("imports.lacking.day")
        : null;

  const name = (target: Target) => target.name ?? t(`${NAMES[subject]}.${target.key}`);
  const put = (index: number, target: string) => {
    const columns = { ...mapping.columns };
    if (target === NONE) delete columns[index];
    else columns[index] = target;
    // Where a column says what happened, the file as a whole says it no more.
    setMapping({ ...mapping, columns, ...(target === "kind" ? { kind: null } : {}) });
  };
  const declare = (more: Partial<Consent>) =>
    setMapping({ ...mapping, consent: { ...consent, ...more } });
  const purposes = [
    ...(phones ? (["phone", "marketing"] as const) : []),
    ...(sensitive ? (["sensitive"] as const) : []),
  ];
  const needed: Consent["purposes"] = [
    ...(phones ? (["phone"] as const) : []),
    ...(sensitive ? (["sensitive"] as const) : []),
    ...(phones && consent.purposes.includes("marketing") ? (["marketing"] as const) : []),
  ];

  if (targets.length === 0) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking) return;
        const body = { ...mapping, consent: asksConsent ? { ...consent, purposes: needed } : null };
        act.mutate({ check: body }, { onSuccess: onAsked });
      }}
    >
      <fieldset className="import-subject">
        <legend>{t("imports.holds")}</legend>
        <Radio.Group
          value={subject}
          onChange={(event) => setMapping(guess(one, event.target.value))}
          options={SUBJECTS.map((value) => ({ value, label: t(`imports.holdsOne.${value}`) }))}
        />
      </fieldset>
      {subject === "orders" && one.shape.shop && (
        <Alert
          type="info"
          showIcon
          title={t("imports.shopKnown", { shop: t(`imports.shops.${one.shape.shop}`) })}
          description={t("imports.shopNote")}
        />
      )}
      {one.remembered && <Alert type="info" showIcon title={t("imports.remembered")} />}
      <table className="import-columns">
        <thead>
          <tr>
            <th scope="col">{t("imports.column")}</th>
            <th scope="col">{t("imports.samples")}</th>
            <th scope="col">{t("imports.becomes")}</th>
          </tr>
        </thead>
        <tbody>
          {one.shape.columns.map((column) => (
            <tr key={column.index}>
              <th scope="row">{column.name || t("imports.unnamed", { n: column.index + 1 })}</th>
              <td className="meta">
                {subject !== "members" && column.masked && (
                  <strong className="import-masked">{t("imports.masked")}</strong>
                )}
                <span className="import-samples" title={column.samples.join("\n")}>
                  {column.samples.slice(0, 3).join(t("common.comma")) || "–"}
                </span>
              </td>
              <td>
                <Select
                  aria-label={t("imports.becomesOf", { column: column.name })}
                  showSearch={{ optionFilterProp: "label" }}
                  value={mapping.columns[column.index] ?? NONE}
                  onChange={(target) => put(column.index, target)}
                  options={[
                    { value: NONE, label: t("imports.skip") },
                    ...[
                      ...targets.map((target) => ({ key: target.key, name: name(target) })),
                      ...(subject === "events"
                        ? propertiesOf(column, mapping.columns[column.index], t)
                        : []),
                    ].map((target) => ({
                      value: target.key,
                      label: target.name,
                      disabled:
                        target.key !== "tags" &&
                        mapping.columns[column.index] !== target.key &&
                        chosen.includes(target.key),
                    })),
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {subject === "orders" && <OrderParts one={one} mapping={mapping} onChange={setMapping} />}
      {subject === "events" && (
        <EventParts kinds={offered?.kinds ?? []} mapping={mapping} onChange={setMapping} />
      )}
      {subject === "members" && chosen.includes("tags") && (
        <fieldset>
          <legend>{t("imports.unknownTags.title")}</legend>
          <Radio.Group
            value={mapping.unknown_tags}
            onChange={(event) => setMapping({ ...mapping, unknown_tags: event.target.value })}
            options={(["refuse", "create"] as const).map((value) => ({
              value,
              label: t(`imports.unknownTags.${value}`),
            }))}
          />
        </fieldset>
      )}
      {asksConsent && (
        <fieldset>
          <legend>{t("imports.consent.title")}</legend>
          <p className="meta">{t("imports.consent.why")}</p>
          <label htmlFor="import-source">{t("imports.consent.source")}</label>
          <Input
            id="import-source"
            maxLength={200}
            value={consent.source}
            placeholder={t("imports.consent.example")}
            onChange={(event) => declare({ source: event.target.value })}
          />
          <span>{t("imports.consent.purposes")}</span>
          <div className="import-purposes">
            {purposes.map((purpose) => (
              <Checkbox
                key={purpose}
                checked={purpose !== "marketing" || consent.purposes.includes("marketing")}
                disabled={purpose !== "marketing"}
                onChange={(event) =>
                  declare({
                    purposes: event.target.checked
                      ? [...consent.purposes, purpose]
                      : consent.purposes.filter((kept) => kept !== purpose),
                  })
                }
              >
                {t(`imports.consent.${purpose}`)}
              </Checkbox>
            ))}
          </div>
          <label htmlFor="import-day">{t("imports.consent.day")}</label>
          <DatePicker
            id="import-day"
            // Enter takes the day; it must not begin the dry run as well.
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            value={consent.given_on ? dayjs(consent.given_on) : null}
            disabledDate={(day) => day.isAfter(dayjs(), "day")}
            onChange={(day) => declare({ given_on: day ? day.format("YYYY-MM-DD") : "" })}
          />
        </fieldset>
      )}
      {act.error && (
        <Alert
          type="error"
          showIcon
          title={act.error instanceof ProblemError ? act.error.problem.detail : t("common.offline")}
        />
      )}
      <footer className="import-act">
        <Button
          type="primary"
          htmlType="submit"
          disabled={lacking !== null}
          loading={act.isPending}
        >
          {t("imports.check")}
        </Button>
        <span className="meta">{lacking ?? t(HARMLESS[subject])}</span>
      </footer>
    </form>
  );
}
