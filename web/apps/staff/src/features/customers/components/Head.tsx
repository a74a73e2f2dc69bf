import { dayOf, nothing, State, type Tone } from "@yutang/ui";
import { Avatar } from "../../../shared/Avatar.tsx";
import { t } from "../../../shared/words.ts";
import type { Customer } from "../api/customers.ts";
import { daysSince } from "./days.ts";

const tones: Record<string, Tone> = { friend: "ok", half: "warn", deleted_by_customer: "off" };

/** Who he is, three facts, and what stands in the way of talking to him. */
export function Head({ customer, zone }: { customer: Customer; zone: string }) {
  const name = customer.name || t("shell.nameless");
  const others = customer.owners.filter((owner) => !owner.me && owner.state === "friend").length;
  const days = daysSince(customer.added_at, zone);
  const wecom = customer.platform === "wecom";
  const warning =
    customer.state !== "friend"
      ? customer.state
      : customer.marketing_refused_at
        ? "refused_marketing"
        : null;
  const facts = [
    {
      label: "sinceAdded",
      value: days === 0 ? t("customer.today") : t("customer.days", { count: days }),
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
          <State
            tone={tones[customer.state] ?? "off"}
            word={t(`customer.states.${customer.state}`)}
          />
        </div>
        <dl className="facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{t(`customer.facts.${label}`)}</dt>
              <dd title={value}>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="meta">
          {t("customer.addedOn", { day: dayOf(customer.added_at, zone) })}
          {customer.phones.map((phone) => (
            <span key={phone} className="num">
              {" · "}
              {phone}
            </span>
          ))}
        </p>
      </section>
      {warning ? (
        <section className="card next">
          <h2>{t(`customer.next.${warning}.title`)}</h2>
          <p>{t(`customer.next.${warning}.text`)}</p>
        </section>
      ) : null}
    </>
  );
}
