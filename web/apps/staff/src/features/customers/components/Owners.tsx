import { dayOf } from "@yutang/ui";
import { Avatar } from "../../../shared/Avatar.tsx";
import { t } from "../../../shared/words.ts";
import type { Customer } from "../api/customers.ts";

/** Which members know him; what they wrote about him is theirs. */
export function Owners({ owners, zone }: { owners: Customer["owners"]; zone: string }) {
  return (
    <section className="card">
      <header>
        <h2>{t("customer.owners.title")}</h2>
        <span className="meta">{t("customer.people", { count: owners.length })}</span>
      </header>
      <ul className="rows">
        {owners.map((owner) => (
          <li key={owner.staff_id}>
            <Avatar name={owner.name} />
            <div className="grow">
              <p className="cutline">
                {owner.me ? t("customer.owners.me", { name: owner.name }) : owner.name}
              </p>
              <p className="meta">
                {owner.left ? `${t("customer.owners.left")} · ` : ""}
                {t(`customer.states.${owner.state}`)}
                {" · "}
                {t("customer.addedOn", { day: dayOf(owner.added_at, zone) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
