import { dayOf, fullMoment, hourMinute, useDayTitle } from "@yutang/ui";
import { Alert, Button, Segmented, Skeleton } from "antd";
import { Hourglass, MessageCircle, Tag as TagIcon, UserMinus, UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LIFE_KINDS, type Life, type LifeKind, useLife } from "../api/customers.ts";
import { cause, sentence } from "./life.ts";

interface Props {
  id: number;
  zone: string;
  kind: LifeKind | undefined;
  onKind: (kind: LifeKind | undefined) => void;
}

/** By day, newest first: what happened, and under it why. */
export function LifeList({ id, zone, kind, onKind }: Props) {
  const { t } = useTranslation();
  const title = useDayTitle(zone);
  const life = useLife(id, kind);
  const entries = life.data?.pages.flatMap((page) => page.items) ?? [];
  const days = new Map<string, Life[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <section aria-label={t("customers.page.timeline")}>
      <Segmented
        aria-label={t("customers.life.filter")}
        value={kind ?? "all"}
        options={["all", ...LIFE_KINDS].map((value) => ({
          value,
          label: t(`customers.life.${value}`),
        }))}
        onChange={(value) => onKind(value === "all" ? undefined : (value as LifeKind))}
      />
      {life.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {life.isError && (
        <Alert
          type="error"
          showIcon
          title={t("customers.life.loadFailed")}
          action={<Button onClick={() => life.refetch()}>{t("common.again")}</Button>}
        />
      )}
      {life.isSuccess && entries.length === 0 && (
        <p className="empty">{t(kind ? "customers.life.emptyKind" : "customers.life.empty")}</p>
      )}
      {[...days].map(([day, own]) => (
        <section key={day} aria-label={day}>
          <h3 className="life-day">{title(own[0]?.at ?? day)}</h3>
          <ol className="life">
            {own.map((entry) => (
              <li key={entry.id}>
                <Disc entry={entry} />
                <div className="what">
                  {sentence(t, entry)}
                  <span className="meta">{cause(t, entry)}</span>
                </div>
                <time className="num" dateTime={entry.at} title={fullMoment(entry.at, zone)}>
                  {hourMinute(entry.at, zone)}
                </time>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {life.hasNextPage && (
        <div className="more">
          <Button loading={life.isFetchingNextPage} onClick={() => life.fetchNextPage()}>
            {t("customers.life.more")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Disc({ entry }: { entry: Life }) {
  const [group] = entry.kind.split(".");
  const Icon =
    group === "tag"
      ? TagIcon
      : group === "welcome"
        ? MessageCircle
        : entry.kind === "relation.ended"
          ? UserMinus
          : entry.kind === "relation.half_added"
            ? Hourglass
            : UserPlus;
  const bad = entry.kind === "relation.ended" || ["late", "failed"].includes(entry.outcome ?? "");
  const good = entry.kind === "relation.added" || entry.outcome === "sent";
  return (
    <span className={bad ? "disc bad" : good ? "disc ok" : "disc"} aria-hidden="true">
      <Icon size={14} strokeWidth={1.75} />
    </span>
  );
}
