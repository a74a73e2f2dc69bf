import { count } from "@yutang/ui";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Act, DryRun, Rule } from "../api/rules.ts";
import { totals, useReasons, useRuleWords } from "./words.ts";

interface Props {
  found: DryRun;
  acts: readonly Act[];
  tags: Rule["tags"];
  onCustomer: (id: number) => void;
}

/** Whom a rule would be about, what would change and what not. */
export function DryRunPanel({ found, acts, tags, onCustomer }: Props) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const reasons = useReasons();
  const skipped = totals(found.outcomes);
  return (
    <div className="rules-dry" data-dry-run role="status">
      <p className="rules-big num">
        {t("tagrules.dry.changes", { count: found.changes, n: count(found.changes) })}
      </p>
      <p className="meta num">
        {t(found.days === null ? "tagrules.dry.found" : "tagrules.dry.foundIn", {
          count: found.found,
          n: count(found.found),
          all: count(found.universe),
          days: found.days ?? 0,
        })}
      </p>
      {found.looked_at < found.found && (
        <Alert
          type="info"
          showIcon
          title={t("tagrules.dry.partly", { n: count(found.looked_at) })}
        />
      )}
      <ul className="rules-facts">
        {acts.map((act, place) => (
          <li key={place}>
            <span>{words.then(act, tags)}</span>
            <b className="num">
              {count(
                found.outcomes.find((one) => one.act === place && one.outcome === "changed")
                  ?.count ?? 0,
              )}
            </b>
          </li>
        ))}
        {found.leaving > 0 && (
          <li>
            <span>{t("tagrules.dry.leaving")}</span>
            <b className="num">{count(found.leaving)}</b>
          </li>
        )}
        {skipped.map(([reason, n]) => (
          <li key={reason} className="meta">
            <span>{reasons(reason)}</span>
            <span className="num">{count(n)}</span>
          </li>
        ))}
        {found.calls > 0 && (
          <li className="meta">
            <span>{t("tagrules.dry.calls")}</span>
            <span className="num">{count(found.calls)}</span>
          </li>
        )}
      </ul>
      {found.sample.length > 0 && (
        <p className="rules-people">
          {t("tagrules.dry.among")}{" "}
          {found.sample.map((one, place) => (
            <span key={one.id}>
              {place > 0 && t("common.comma")}
              <button type="button" className="link" onClick={() => onCustomer(one.id)}>
                {one.name}
              </button>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
