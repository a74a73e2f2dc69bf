import { Link } from "@tanstack/react-router";
import { count, nothing } from "@yutang/ui";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { AGAIN_DAYS, type TierRead, usePreview, type Who } from "../api/tiers.ts";
import { type Conditions, RuleWords } from "./RuleEditor.tsx";

interface Props {
  tier: TierRead;
  mayWrite: boolean;
  conditions: Conditions;
  onRule: () => void;
  onInvite: (who: Who) => void;
}

/** One tier: who sits there, what it costs, who moved, who belongs there and is not. */
export function TierColumn({ tier, mayWrite, conditions, onRule, onInvite }: Props) {
  const { t } = useTranslation();
  const name = t(`groups.tiers.${tier.tier}`);
  return (
    <article className="tier" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <p className="meta">{t(`grouptiers.are.${tier.tier}`)}</p>
      </header>
      <p className="tier-persons">
        <b className="num">{count(tier.persons)}</b> {t("grouptiers.persons")}
      </p>
      <p className="meta num">
        <Link to="/groups" search={{ tier: tier.tier }}>
          {t("grouptiers.groups", { n: count(tier.groups), count: tier.groups })}
        </Link>
        {tier.full_groups > 0 && ` · ${t("grouptiers.full", { n: count(tier.full_groups) })}`}
      </p>
      <Effort tier={tier} />
      <dl className="tier-facts">
        <div>
          <dt>{t("grouptiers.came")}</dt>
          <dd className="num">
            {tier.tier === "pond"
              ? count(tier.came)
              : t("grouptiers.cameOf", { n: count(tier.came), up: count(tier.came_up) })}
          </dd>
        </div>
        <div>
          <dt>{t("grouptiers.fell")}</dt>
          <dd className="num">{count(tier.fell_out)}</dd>
        </div>
        <div>
          <dt>{t("grouptiers.messages")}</dt>
          <dd title={t("grouptiers.messagesWhy")}>{nothing}</dd>
        </div>
      </dl>
      {tier.tier === "pond" ? (
        <p className="meta tier-rule">{t("grouptiers.pondRule")}</p>
      ) : (
        <div className="tier-rule">
          <h3>{t("grouptiers.rule.title")}</h3>
          {tier.rule ? (
            <>
              <p className="tier-words">
                <RuleWords rule={tier.rule} conditions={conditions} />
              </p>
              <Missing tier={tier} mayWrite={mayWrite} onInvite={onInvite} />
            </>
          ) : (
            <p className="meta">{t("grouptiers.rule.none")}</p>
          )}
          <Button size="small" onClick={onRule}>
            {t(
              mayWrite
                ? tier.rule
                  ? "grouptiers.rule.change"
                  : "grouptiers.rule.make"
                : "grouptiers.rule.look",
            )}
          </Button>
        </div>
      )}
    </article>
  );
}

/** Should and is, each as a bar; what nothing tells of is a dash. */
function Effort({ tier }: { tier: TierRead }) {
  const { t } = useTranslation();
  return (
    <dl className="tier-effort">
      <dt>{t("grouptiers.shares.should")}</dt>
      <dd>
        <Part value={tier.share} />
      </dd>
      <dt>{t("grouptiers.shares.lived")}</dt>
      <dd
        title={
          tier.lived === null
            ? t("grouptiers.shares.unknown")
            : t("grouptiers.shares.by", { n: count(tier.tasks_done), count: tier.tasks_done })
        }
      >
        {tier.lived === null ? nothing : <Part value={tier.lived} quiet />}
      </dd>
    </dl>
  );
}

function Part({ value, quiet = false }: { value: number; quiet?: boolean }) {
  return (
    <>
      <span className={quiet ? "tier-track quiet" : "tier-track"} aria-hidden="true">
        <i style={{ width: `${value}%` }} />
      </span>
      <span className="num">{value}%</span>
    </>
  );
}

/** Who fulfils the rule and is not there: never was, or left. */
function Missing({ tier, mayWrite, onInvite }: Pick<Props, "tier" | "mayWrite" | "onInvite">) {
  const { t } = useTranslation();
  const asked = { tier: tier.tier, group_ids: [], again_days: AGAIN_DAYS };
  const on = usePreview({ ...asked, who: "on" });
  const back = usePreview({ ...asked, who: "back" });
  return (
    <ul className="tier-missing">
      {([on, back] as const).map((found, place) => {
        const who = place === 0 ? "on" : "back";
        const n = found.data?.invited;
        return (
          <li key={who}>
            <span>
              {t(`grouptiers.missing.${who}`)}{" "}
              <b className="num" title={found.isError ? t("grouptiers.missing.failed") : undefined}>
                {n === undefined ? nothing : `${count(n)}${found.data?.exact ? "" : "+"}`}
              </b>
            </span>
            {mayWrite && (
              <Button
                type="link"
                size="small"
                disabled={!n}
                title={n === 0 ? t("grouptiers.missing.nobody") : undefined}
                onClick={() => onInvite(who)}
              >
                {t(`grouptiers.missing.${who}Act`)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
