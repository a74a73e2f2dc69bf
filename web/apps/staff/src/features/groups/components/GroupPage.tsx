import { useQuery } from "@tanstack/react-query";
import { ProblemError } from "@yutang/api";
import { clock, count, nothing } from "@yutang/ui";
import { useEffect } from "react";
import en from "../../../locales/en/later-group.json";
import zh from "../../../locales/zh-CN/later-group.json";
import { Avatar } from "../../../shared/Avatar.tsx";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { Notice } from "../../../shared/Notice.tsx";
import { learn, t, whenSaid } from "../../../shared/words.ts";
import { type Group, groupQuery, type Stay } from "../api/groups.ts";
import { Rules } from "./Rules.tsx";
import "./group.css";

learn({ "zh-CN": zh, en });

interface Props {
  chatId: string;
  zone: string;
  /** Told what the page is called while it is there. */
  onShown: (name: string | undefined) => void;
}

/** The sidebar beside a group chat: what it is for, who is in it, who came last. */
export function GroupPage({ chatId, zone, onShown }: Props) {
  const { data, error, refetch, isFetching } = useQuery(groupQuery(chatId));
  const name = data?.name || (data ? t("group.nameless") : "");
  useEffect(() => {
    onShown(t("group.tab"));
    return () => onShown(undefined);
  }, [onShown]);
  useEffect(() => {
    document.title = name || t("group.title");
  }, [name]);
  if (!data) {
    if (!error || isFetching) return <Loading />;
    const unknown = error instanceof ProblemError && error.problem.type === "groups.unknown";
    const again = () => void refetch();
    if (!unknown) return <Failure error={error} retry={again} />;
    return (
      <Notice title={t("group.unknown.title")} text={t("group.unknown.text")}>
        <button type="button" className="primary" onClick={again}>
          {t("failures.retry")}
        </button>
      </Notice>
    );
  }
  return (
    <>
      <Head group={data} name={name} />
      <Purpose group={data} />
      <Rules chatId={chatId} />
      <Newest group={data} zone={zone} />
      {data.read_at ? (
        <p className="fresh">
          {t(error || !data.in_scope ? "group.stale" : "shell.asOf", {
            time:
              error || !data.in_scope ? whenSaid(data.read_at, zone) : clock(data.read_at, zone),
          })}
        </p>
      ) : null}
    </>
  );
}

const signed = (value: number, sign: string) => (value ? `${sign}${value}` : "0");

function Head({ group, name }: { group: Group; name: string }) {
  const known = group.read_at !== null;
  const facts = [
    { label: "people", value: known ? count(group.people) : nothing },
    { label: "friends", value: known ? count(group.friends) : nothing },
    { label: "moved", value: `${signed(group.joined_7, "+")} ${signed(group.left_7, "−")}` },
    { label: "talk", value: nothing, why: t("group.talkWhy") },
  ];
  return (
    <section className="card who">
      <h1>
        <span className="name" title={name}>
          {name}
        </span>
      </h1>
      <p className="remark">
        {t("group.owner", { name: group.owner?.name ?? t("group.ownerUnseen") })}
        {group.owner?.left ? ` · ${t("group.left")}` : ""}
        {known ? ` · ${t("group.staff", { count: group.staff })}` : ""}
      </p>
      <dl className="facts">
        {facts.map(({ label, value, why }) => (
          <div key={label}>
            <dt>{t(`group.facts.${label}`)}</dt>
            <dd title={why} className="num">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <p className="meta">{t("group.talkWhy")}</p>
      {group.strangers > 0 ? (
        <p className="meta">{t("group.strangers", { count: group.strangers })}</p>
      ) : null}
    </section>
  );
}

function Purpose({ group }: { group: Group }) {
  const sorted = [
    group.kind && t(`group.kinds.${group.kind}`),
    group.tier && t(`group.tiers.${group.tier}`),
  ].filter(Boolean);
  const nothingSaid = sorted.length === 0 && !group.aim && group.labels.length === 0;
  return (
    <section className="card next">
      <h2>{group.aim || t("group.aim")}</h2>
      <p>{nothingSaid ? t("group.noPurpose") : sorted.join(" · ")}</p>
      {group.labels.length > 0 ? (
        <div className="chips">
          {group.labels.map((label) => (
            <span key={label} className="chip">
              {label}
            </span>
          ))}
        </div>
      ) : null}
    </section>
  );
}

const SCENES: Record<number, string> = { 1: "invited", 2: "link", 3: "code" };

function Newest({ group, zone }: { group: Group; zone: string }) {
  return (
    <section className="card">
      <header>
        <h2>{t("group.newest.title")}</h2>
      </header>
      {group.newest.length === 0 ? (
        <p className="empty">{t("group.newest.none")}</p>
      ) : (
        <ul className="rows">
          {group.newest.map((stay) => (
            <Came key={stay.member} stay={stay} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Came({ stay, zone }: { stay: Stay; zone: string }) {
  const name = stay.customer?.name || stay.name || t("shell.nameless");
  const friend = stay.customer?.state === "friend";
  return (
    <li>
      <Avatar name={name} />
      <div className="grow">
        <p className="cutline">
          {name}
          {stay.nickname && stay.nickname !== name ? (
            <span className="meta"> {stay.nickname}</span>
          ) : null}
        </p>
        <p className="meta">
          {[
            whenSaid(stay.joined_at, zone),
            t(`group.scenes.${SCENES[stay.scene ?? 0] ?? "unknown"}`),
            stay.customer ? t(friend ? "group.friend" : "group.stranger") : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}
