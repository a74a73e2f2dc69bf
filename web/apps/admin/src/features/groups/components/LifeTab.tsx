import { dayOf, fullMoment, hourMinute, useDayTitle } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import {
  Activity,
  CircleOff,
  type LucideIcon,
  Megaphone,
  PencilLine,
  Repeat,
  UserMinus,
  UserPlus,
  UsersRound,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Happening, useLife } from "../api/groups.ts";
import { cause, sentence } from "./life.ts";

const ICONS: Record<Happening["kind"], LucideIcon> = {
  "group.created": UsersRound,
  "group.renamed": PencilLine,
  "group.owner_changed": Repeat,
  "group.notice_changed": Megaphone,
  "group.dismissed": CircleOff,
  "group.handed_over": Repeat,
  "group.profile_changed": PencilLine,
  "group.phase_changed": Activity,
  "member.joined": UserPlus,
  "member.left": UserMinus,
};

/** By day, newest first: who came and went, and what became of the group itself. */
export function LifeTab({ id, zone }: { id: number; zone: string }) {
  const { t } = useTranslation();
  const title = useDayTitle(zone);
  const life = useLife(id);
  if (life.isPending) return <Skeleton active paragraph={{ rows: 5 }} />;
  if (life.isError) {
    return <Failed title={t("groups.life.failed")} onAgain={() => life.refetch()} />;
  }
  const days = new Map<string, Happening[]>();
  for (const entry of life.data.pages.flatMap((page) => page.items)) {
    const day = dayOf(entry.at, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  if (days.size === 0) return <p className="empty">{t("groups.life.empty")}</p>;
  const today = dayOf(new Date(), zone);
  return (
    <section aria-label={t("groups.tabs.life")}>
      {[...days].map(([day, own]) => (
        <section key={day} aria-label={day}>
          <h3 className="group-day">
            {day === today
              ? t("groups.life.today", { day: title(own[0]?.at ?? day) })
              : title(own[0]?.at ?? day)}
          </h3>
          <ol className="group-life">
            {own.map((entry, at) => (
              <Line key={`${entry.at} ${entry.kind} ${at}`} entry={entry} zone={zone} />
            ))}
          </ol>
        </section>
      ))}
      {life.hasNextPage && (
        <div className="more">
          <Button loading={life.isFetchingNextPage} onClick={() => life.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Line({ entry, zone }: { entry: Happening; zone: string }) {
  const { t } = useTranslation();
  const Icon = ICONS[entry.kind];
  const tone = { "member.joined": " ok", "member.left": " bad" }[entry.kind as string] ?? "";
  return (
    <li>
      <span className={`disc${tone}`} aria-hidden="true">
        <Icon size={14} strokeWidth={1.75} />
      </span>
      <div className="what">
        {sentence(t, entry)}
        <span className="meta">{cause(t, entry)}</span>
      </div>
      <time className="num" dateTime={entry.at} title={fullMoment(entry.at, zone)}>
        {hourMinute(entry.at, zone)}
      </time>
    </li>
  );
}
