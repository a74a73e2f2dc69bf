import { count } from "@yutang/ui";
import { Button, Select } from "antd";
import { Plus, X } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Filters, Rule, RuleCount } from "../api/tiers.ts";

/** The conditions of a customer list; they are another feature's, so the route puts them in. */
export type Conditions = (filters: Filters, onChange?: (filters: Filters) => void) => ReactNode;

export const MOST_CARDS = 8;

interface Props {
  rule: Rule;
  counted: RuleCount | undefined;
  dimmed: boolean;
  conditions: Conditions;
  onRule: (rule: Rule) => void;
}

/** All or any of some lists of customers, and none of others. */
export function RuleEditor({ rule, counted, dimmed, conditions, onRule }: Props) {
  const { t } = useTranslation();
  const exclude = rule.exclude;
  return (
    <div className={dimmed ? "rule-editor dimmed" : "rule-editor"}>
      <fieldset className="rule-part">
        <legend>
          {t("grouptiers.rule.fulfils")}{" "}
          <Select<"all" | "any">
            aria-label={t("grouptiers.rule.match")}
            size="small"
            variant="filled"
            value={rule.match ?? "all"}
            onChange={(match) => onRule({ ...rule, match })}
            options={(["all", "any"] as const).map((value) => ({
              value,
              label: t(`grouptiers.rule.${value}`),
            }))}
          />
        </legend>
        <Cards
          cards={rule.include}
          counts={counted?.include}
          least={1}
          add={t("grouptiers.rule.addInclude")}
          conditions={conditions}
          onCards={(include) => onRule({ ...rule, include })}
        />
      </fieldset>
      <fieldset className="rule-part none">
        <legend>{t("grouptiers.rule.noneOf")}</legend>
        <Cards
          cards={exclude}
          counts={spread(exclude, counted?.exclude)}
          least={0}
          add={t("grouptiers.rule.addExclude")}
          conditions={conditions}
          onCards={(next) => onRule({ ...rule, exclude: next })}
        />
      </fieldset>
    </div>
  );
}

/** What is sent of it: a set without conditions would exclude everybody. */
export function asked(rule: Rule): Rule {
  return { ...rule, exclude: rule.exclude.filter(isSaid) };
}

/** Counts of the sets that were sent, each at its own place. */
function spread(
  cards: readonly Filters[],
  counts: readonly number[] | undefined,
): (number | undefined)[] | undefined {
  let place = 0;
  return counts && cards.map((card) => (isSaid(card) ? counts[place++] : undefined));
}

const isSaid = (card: Filters): boolean => Object.keys(card).length > 0;

interface CardsProps {
  cards: readonly Filters[];
  counts: readonly (number | undefined)[] | undefined;
  least: number;
  add: string;
  conditions: Conditions;
  onCards: (cards: Filters[]) => void;
}

function Cards({ cards, counts, least, add, conditions, onCards }: CardsProps) {
  const { t } = useTranslation();
  return (
    <>
      {cards.map((card, place) => (
        <div className="rule-card" key={place}>
          <div className="rule-conditions">
            {conditions(card, (next) =>
              onCards(cards.map((one, other) => (other === place ? next : one))),
            )}
          </div>
          <span className="meta num">
            {counts?.[place] !== undefined &&
              t("grouptiers.rule.people", { n: count(counts[place] ?? 0), count: counts[place] })}
          </span>
          {cards.length > least && (
            <Button
              type="text"
              size="small"
              aria-label={t("grouptiers.rule.drop", { n: place + 1 })}
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => onCards(cards.filter((_, other) => other !== place))}
            />
          )}
        </div>
      ))}
      <Button
        type="link"
        size="small"
        icon={<Plus size={14} aria-hidden="true" />}
        disabled={cards.length >= MOST_CARDS}
        title={
          cards.length >= MOST_CARDS ? t("grouptiers.rule.most", { n: MOST_CARDS }) : undefined
        }
        onClick={() => onCards([...cards, {}])}
      >
        {add}
      </Button>
    </>
  );
}

/** A rule in words. */
export function RuleWords({ rule, conditions }: { rule: Rule; conditions: Conditions }) {
  const { t } = useTranslation();
  const between = t(rule.match === "any" ? "grouptiers.rule.or" : "grouptiers.rule.and");
  const joined = (cards: readonly Filters[], word: string) =>
    cards.map((card, place) => (
      <Fragment key={place}>
        {place > 0 && word}
        {conditions(card)}
      </Fragment>
    ));
  const exclude = rule.exclude.filter(isSaid);
  return (
    <>
      {joined(rule.include, between)}
      {exclude.length > 0 && (
        <>
          {t("grouptiers.rule.but")}
          {joined(exclude, t("grouptiers.rule.or"))}
        </>
      )}
    </>
  );
}

/** The number a rule finds, and some of those people. */
export function RuleFound({ counted }: { counted: RuleCount }) {
  const { t } = useTranslation();
  const n = counted.exact ? count(counted.total) : `${count(counted.total)}+`;
  return (
    <div className="rule-found" aria-live="polite">
      <p>
        <b className="num">{n}</b> {t("grouptiers.rule.found", { count: counted.total })}
      </p>
      {counted.samples.length > 0 && (
        <ul>
          {counted.samples.map((one) => (
            <li key={one.customer_id}>
              <a href={`/customers/${one.customer_id}`}>{one.name || t("grouptiers.nameless")}</a>
              <span className="meta">
                {t("grouptiers.rule.because", {
                  places: one.fulfils.map((place) => place + 1).join(t("common.comma")),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
