import { count, nothing, State, useWhen } from "@yutang/ui";
import { Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Detail, type Invitee, type InviteeState, STATES, usePeople } from "../api/tiers.ts";
import { inviteeTones, useWords } from "./words.ts";

interface Props {
  id: number;
  zone: string;
  funnel: Detail["funnel"];
}

/** Whom it is for, each with his one state. */
export function PeopleList({ id, zone, funnel }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [state, setState] = useState<InviteeState>();
  const [places, setPlaces] = useState<readonly number[]>([]);
  const found = usePeople(id, state, places.at(-1) ?? 0, funnel);
  const page = found.data;
  const next = page?.next;
  return (
    <>
      <Select<InviteeState | "">
        aria-label={t("grouptiers.detail.filter")}
        className="tier-filter"
        variant="filled"
        value={state ?? ""}
        onChange={(value) => {
          setState(value === "" ? undefined : value);
          setPlaces([]);
        }}
        options={[
          { value: "" as const, label: t("grouptiers.detail.all") },
          ...STATES.map((value) => ({
            value,
            label: `${t(`grouptiers.invitee.${value}`)} ${count(funnel[value] ?? 0)}`,
          })),
        ]}
      />
      {found.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {found.isError && <Failed title={words(found.error)} onAgain={() => found.refetch()} />}
      {page && page.items.length === 0 && <p className="meta">{t("grouptiers.detail.empty")}</p>}
      {page && page.items.length > 0 && (
        <ul className={found.isPlaceholderData ? "tier-people dimmed" : "tier-people"}>
          {page.items.map((one) => (
            <Person key={one.customer_id} one={one} zone={zone} />
          ))}
        </ul>
      )}
      {(places.length > 0 || next) && (
        <div className="tier-foot">
          <Button disabled={places.length === 0} onClick={() => setPlaces(places.slice(0, -1))}>
            {t("common.previous")}
          </Button>
          <Button disabled={!next} onClick={() => next && setPlaces([...places, next])}>
            {t("common.next")}
          </Button>
        </div>
      )}
    </>
  );
}

function Person({ one, zone }: { one: Invitee; zone: string }) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const at = one.left_at ?? one.joined_at ?? one.sent_at ?? one.asked_at;
  return (
    <li>
      <div>
        <a href={`/customers/${one.customer_id}`}>{one.name || t("grouptiers.nameless")}</a>
        <span className="meta">
          {one.staff?.name ?? t("grouptiers.detail.nobody")}
          {one.group && ` · ${one.group.name || t("groups.nameless")}`}
        </span>
      </div>
      <div>
        <State tone={inviteeTones[one.state]} word={t(`grouptiers.invitee.${one.state}`)} />
        <span className="meta num">
          {one.reason ? t(`grouptiers.reasons.${one.reason}`) : at ? when(at) : nothing}
        </span>
      </div>
    </li>
  );
}
