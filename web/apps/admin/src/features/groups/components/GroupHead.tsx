import { clock, count, dateTime, fullMoment, nothing, State } from "@yutang/ui";
import { App, Button } from "antd";
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Detail } from "../api/groups.ts";
import { PhaseLine } from "./PhaseWord.tsx";
import { signed, tones, useGroupName, useOwnerName } from "./words.ts";

/** What it is called, whose it is, how many are in it and who of them is a friend. */
export function GroupHead({ group, zone }: { group: Detail; zone: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const called = useGroupName();
  const named = useOwnerName();
  const name = called(group.name);
  const copy = async (text: string, told: string) => {
    await navigator.clipboard.writeText(text);
    message.success(told);
  };
  const read = group.read_at !== null;
  const facts: { key: string; value: React.ReactNode; why?: string }[] = [
    {
      key: "people",
      value: read ? count(group.people) : nothing,
      why: read ? t("groups.staffToo", { count: group.staff, n: count(group.staff) }) : undefined,
    },
    { key: "friends", value: count(group.friends) },
    { key: "strangers", value: count(group.strangers) },
    { key: "joined", value: signed(group.joined_7, "+") },
    { key: "left", value: signed(group.left_7, "−") },
    { key: "talk", value: nothing, why: t("groups.talkShort") },
  ].map(({ why, ...fact }) => (why === undefined ? fact : { ...fact, why }));
  return (
    <header className="group-head">
      <div className="group-head-top">
        <div className="group-who">
          <h1>
            <span title={name}>{name}</span>
            {group.name && (
              <Button
                type="text"
                size="small"
                aria-label={t("groups.copyName", { name })}
                title={t("groups.copyName", { name })}
                icon={<Copy size={14} aria-hidden="true" />}
                onClick={() => copy(group.name, t("groups.copiedName", { name }))}
              />
            )}
          </h1>
          <p className="meta num">
            <State tone={tones[group.state]} word={t(`groups.states.${group.state}`)} />
            <span>
              {t("groups.ownedBy", { name: named(group.owner) })}
              {group.owner?.left && ` ${t("groups.left")}`}
            </span>
            <span title={fullMoment(group.created_at, zone)}>
              {t("groups.since", { time: dateTime(group.created_at, zone) })}
            </span>
            {group.dismissed_at && (
              <span>{t("groups.until", { time: dateTime(group.dismissed_at, zone) })}</span>
            )}
            <span>
              {group.read_at
                ? t("common.asOf", { time: clock(group.read_at, zone) })
                : t("groups.notRead")}
            </span>
          </p>
        </div>
        <Button onClick={() => copy(group.chat_id, t("groups.copiedId"))}>
          {t("groups.copyId")}
        </Button>
      </div>
      <PhaseLine phase={group.phase} zone={zone} />
      <dl className="group-facts">
        {facts.map(({ key, value, why }) => (
          <div key={key} title={key === "talk" ? t("groups.talkWhy") : undefined}>
            <dt>{t(`groups.facts.${key}`)}</dt>
            <dd className="num">
              {value}
              {why && <span className="meta">{why}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
