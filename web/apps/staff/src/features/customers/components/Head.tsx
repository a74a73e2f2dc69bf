import { dayOf, nothing, State, type Tone } from "@yutang/ui";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../../../shared/Avatar.tsx";
import { t, whenSaid } from "../../../shared/words.ts";
import { acts, type Customer } from "../api/customers.ts";
import { daysSince } from "./days.ts";
import { Refusal } from "./lazily.tsx";
import { Problem } from "./Problem.tsx";
import { stageName } from "./stages.ts";
import { useAct } from "./useAct.ts";

const tones: Record<string, Tone> = { friend: "ok", half: "warn", deleted_by_customer: "off" };

/** Who he is, at which stage, four facts, and what stands in the way of talking to him. */
export function Head({ customer, zone }: { customer: Customer; zone: string }) {
  const name = customer.name || t("shell.nameless");
  const others = customer.owners.filter(
    (owner) => !owner.me && !owner.left && owner.state === "friend",
  ).length;
  const days = daysSince(customer.added_at, zone);
  const wecom = customer.platform === "wecom";
  const refused = customer.marketing_refused_at !== null;
  const warnings = [
    ...(customer.state === "friend" ? [] : [customer.state]),
    ...(refused ? ["refused_marketing"] : []),
  ];
  const facts = [
    {
      label: "sinceAdded",
      value: days === 0 ? t("customer.today") : t("customer.days", { count: days }),
    },
    {
      label: "lastActive",
      value: customer.last_active_at ? whenSaid(customer.last_active_at, zone) : nothing,
      why: customer.last_active_at ? undefined : t("customer.notTold"),
    },
    { label: "channel", value: customer.channel?.name ?? nothing },
    { label: "otherStaff", value: others ? t("customer.people", { count: others }) : nothing },
  ];
  return (
    <>
      <section className="card who">
        <div className="row">
          <Avatar name={name} picture={customer.avatar} large />
          <div className="grow">
            <h1>
              <span className="name" title={name}>
                {name}
              </span>{" "}
              <span className={wecom ? "from wecom" : "from"}>
                {wecom
                  ? t("customer.ofCompany", { company: customer.company || t("customer.wecom") })
                  : t("customer.wechat")}
              </span>
            </h1>
            <p className="remark">{customer.remark || t("customer.noRemark")}</p>
          </div>
          <Stage customer={customer} />
        </div>
        <dl className="facts">
          {facts.map(({ label, value, why }) => (
            <div key={label}>
              <dt>{t(`customer.facts.${label}`)}</dt>
              <dd title={why ?? value}>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="meta about">
          <State
            tone={tones[customer.state] ?? "off"}
            word={t(`customer.states.${customer.state}`)}
          />
          {" · "}
          {t("customer.addedOn", { day: dayOf(customer.added_at, zone) })}
          {customer.phones.map((phone) => (
            <span key={phone} className="num">
              {" · "}
              {phone}
            </span>
          ))}
        </p>
        {refused ? null : <Promotions customer={customer} />}
      </section>
      {warnings.map((warning) => (
        <section key={warning} className="card next">
          <h2>{t(`customer.next.${warning}.title`)}</h2>
          <p>{t(`customer.next.${warning}.text`)}</p>
          {warning === "refused_marketing" ? <Promotions customer={customer} /> : null}
        </section>
      ))}
    </>
  );
}

/** Writes down that he wants no promotions, or takes it back. */
function Promotions({ customer }: { customer: Customer }) {
  const [writing, setWriting] = useState(false);
  if (writing) return <Refusal customer={customer} onDone={() => setWriting(false)} />;
  return (
    <button type="button" className="plain act" onClick={() => setWriting(true)}>
      {t(customer.marketing_refused_at ? "customer.refusal.back.act" : "customer.refusal.act")}
    </button>
  );
}

/** One tap changes it: the client's own list opens, on a phone a wheel. */
function Stage({ customer }: { customer: Customer }) {
  const act = useAct(customer.external_id, (stage: string | null) =>
    acts.stage(customer.external_id, stage),
  );
  const shown = act.isPending ? act.variables : customer.stage;
  return (
    <span className="stage">
      <select
        aria-label={t("customer.stage.label")}
        value={shown ?? ""}
        disabled={act.isPending}
        onChange={(event) => act.mutate(event.target.value || null)}
      >
        <option value="">{t("customer.stage.none")}</option>
        {customer.stages.map((stage) => (
          <option key={stage.key} value={stage.key}>
            {stageName(stage.key, customer.stages)}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden="true" />
      <Problem error={act.error} />
    </span>
  );
}
