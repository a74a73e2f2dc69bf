import { count } from "@yutang/ui";
import { InputNumber, Radio } from "antd";
import { X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Giver, TakerPlan } from "../api/reading.ts";
import { type Draft, RULES, TAKERS, type Taker } from "./draft.ts";
import { StaffSelect } from "./StaffSelect.tsx";

interface Props {
  giver: Pick<Giver, "staff">;
  draft: Pick<Draft, "takers" | "rule">;
  /** What the preview says of each. */
  plans: readonly TakerPlan[];
  onDraft: (more: Partial<Pick<Draft, "takers" | "rule">>) => void;
}

/** From here on a member's list is nearly full. */
export const WARN_SHARE = 0.8;

/** Who takes over, how it is split among them, and how much room each has. */
export function TakersPart({ giver, draft, plans, onDraft }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const { takers, rule } = draft;
  return (
    <section className="handover-step">
      <h2>{t("handovers.new.takers")}</h2>
      {takers.length > 0 && (
        <ul className="handover-takers">
          {takers.map((taker) => (
            <TakerRow
              key={taker.id}
              taker={taker}
              rule={rule}
              plan={plans.find((one) => one.staff.id === taker.id)}
              onShare={(share) =>
                onDraft({
                  takers: takers.map((one) => (one.id === taker.id ? { ...one, share } : one)),
                })
              }
              onRemove={() => onDraft({ takers: takers.filter((one) => one.id !== taker.id) })}
            />
          ))}
        </ul>
      )}
      <StaffSelect
        label={t("handovers.new.addTaker")}
        without={[giver.staff.id, ...takers.map((one) => one.id)]}
        disabled={takers.length >= TAKERS}
        onChoose={({ value, label }) =>
          onDraft({
            takers: [...takers, { id: value, name: label.split(" · ")[0] ?? label, share: 1 }],
          })
        }
      />
      <h3 id={title}>{t("handovers.new.rule")}</h3>
      <Radio.Group
        className="handover-split"
        aria-labelledby={title}
        value={rule}
        onChange={({ target }) => onDraft({ rule: target.value })}
        options={RULES.map((value) => ({
          value,
          label: (
            <>
              {t(`handovers.split.${value}.name`)}
              <span className="meta">{t(`handovers.split.${value}.what`)}</span>
            </>
          ),
        }))}
      />
    </section>
  );
}

interface RowProps {
  taker: Taker;
  rule: Draft["rule"];
  plan: TakerPlan | undefined;
  onShare: (share: number) => void;
  onRemove: () => void;
}

function TakerRow({ taker, rule, plan, onShare, onRemove }: RowProps) {
  const { t } = useTranslation();
  return (
    <li data-taker={taker.id}>
      <span className="handover-taker">
        <b className="cut" title={taker.name}>
          {taker.name}
        </b>
        {plan && (
          <span className="meta num">
            {t("handovers.new.room", { has: count(plan.has), left: count(plan.room_left) })}
          </span>
        )}
        {plan && <Trouble plan={plan} rule={rule} />}
      </span>
      {rule === "share" && (
        <InputNumber
          min={0}
          max={10_000}
          precision={0}
          value={taker.share}
          prefix={<span className="meta">{t("handovers.new.share")}</span>}
          aria-label={t("handovers.new.shareOf", { name: taker.name })}
          onChange={(share) => onShare(share ?? 0)}
        />
      )}
      <button
        type="button"
        className="handover-remove"
        aria-label={t("handovers.new.remove", { name: taker.name })}
        title={t("handovers.new.remove", { name: taker.name })}
        onClick={onRemove}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  );
}

/** Why somebody gets nobody, or how full he will be. */
function Trouble({ plan, rule }: { plan: TakerPlan; rule: Draft["rule"] }) {
  const { t } = useTranslation();
  if (!plan.ready) return <span className="handover-bad">{t("handovers.new.notReady")}</span>;
  if (!plan.fits)
    return <span className="handover-warn">{t(`handovers.split.${rule}.misfit`)}</span>;
  if (plan.over > 0) {
    return (
      <span className="handover-warn num">
        {t("handovers.new.over", { count: plan.over, n: count(plan.over) })}
      </span>
    );
  }
  const share = fullness(plan);
  if (share < WARN_SHARE) return null;
  return (
    <span className="handover-warn num">
      {t("handovers.new.nearlyFull", { percent: Math.round(share * 100) })}
    </span>
  );
}

/** How full a member's list is once all of these are his. */
export function fullness(plan: Pick<TakerPlan, "has" | "customers" | "room_left">): number {
  const limit = plan.has + plan.room_left;
  return limit === 0 ? 1 : (plan.has + plan.customers) / limit;
}
