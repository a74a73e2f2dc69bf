import { dayOf, fullMoment, hourMinute, useDayTitle } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import {
  BadgeCheck,
  BellOff,
  ClipboardList,
  Eye,
  Flag,
  Gem,
  Headset,
  Hourglass,
  IdCard,
  type LucideIcon,
  MessageCircle,
  NotebookPen,
  PencilLine,
  Phone,
  ReceiptText,
  Repeat,
  ShoppingCart,
  Tag as TagIcon,
  Ticket,
  UserMinus,
  UserPlus,
  Users,
  Zap,
} from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useStageNames } from "../../../shared/stages.ts";
import { LIFE_KINDS, type Life, type LifeKind, useLife } from "../api/profile.ts";
import { cause, sentence } from "./life.ts";

interface Props {
  id: number;
  zone: string;
  kind: LifeKind | undefined;
  onKind: (kind: LifeKind | undefined) => void;
}

/** By day, newest first: what happened, and under it why. More comes while one scrolls. */
export function LifeList({ id, zone, kind, onKind }: Props) {
  const { t } = useTranslation();
  const title = useDayTitle(zone);
  const life = useLife(id, kind);
  const { named } = useStageNames();
  const entries = life.data?.pages.flatMap((page) => page.items) ?? [];
  const cold = life.data?.pages.at(-1)?.cold_before;
  const today = dayOf(new Date(), zone);
  const days = new Map<string, Life[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <section aria-label={t("customers.page.timeline")}>
      <fieldset className="life-kinds">
        <legend className="hidden-words">{t("customers.life.filter")}</legend>
        {[undefined, ...LIFE_KINDS].map((value) => (
          <button
            key={value ?? "all"}
            type="button"
            aria-pressed={value === kind}
            onClick={() => onKind(value)}
          >
            {t(`customers.life.${value ?? "all"}`)}
          </button>
        ))}
      </fieldset>
      {life.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {life.isError && (
        <Failed title={t("customers.life.loadFailed")} onAgain={() => life.refetch()} />
      )}
      {life.isSuccess && entries.length === 0 && !life.hasNextPage && (
        <p className="empty">{t(kind ? "customers.life.emptyKind" : "customers.life.empty")}</p>
      )}
      {[...days].map(([day, own]) => (
        <section key={day} aria-label={day}>
          <h3 className="life-day">
            {day === today
              ? t("customers.life.today", { day: title(own[0]?.at ?? day) })
              : title(own[0]?.at ?? day)}
          </h3>
          <ol className="life">
            {own.map((entry) => (
              <li key={entry.id}>
                <Disc entry={entry} />
                <div className="what">
                  {sentence(t, entry, named)}
                  <span className="meta">{cause(t, entry)}</span>
                  {entry.note?.text && <blockquote>{entry.note.text}</blockquote>}
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
        <More loading={life.isFetchingNextPage} onMore={() => life.fetchNextPage()} />
      )}
      {cold && <p className="meta">{t("customers.life.cold", { day: cold })}</p>}
    </section>
  );
}

/** Comes into sight and asks for more by itself; the button is for the keyboard and as a twin. */
function More({ loading, onMore }: { loading: boolean; onMore: () => unknown }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    if (place.current === null || loading) return;
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) more.current();
      },
      { rootMargin: "400px" },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [loading]);
  return (
    <div className="more" ref={place}>
      <Button loading={loading} onClick={onMore}>
        {t("customers.life.more")}
      </Button>
    </div>
  );
}

const ICONS: Record<string, LucideIcon> = {
  tag: TagIcon,
  welcome: MessageCircle,
  stage: Flag,
  note: NotebookPen,
  follow_up: Phone,
  attribute: PencilLine,
  questions: ClipboardList,
  marketing: BellOff,
  member: Users,
  person: IdCard,
  order: ReceiptText,
  coupon: Ticket,
  membership: BadgeCheck,
  page: Eye,
  product: Eye,
  cart: ShoppingCart,
  service: Headset,
  custom: Zap,
  rfm: Gem,
  "relation.ended": UserMinus,
  "relation.half_added": Hourglass,
  "relation.handed_over": Repeat,
  "relation.transfer_failed": UserMinus,
};

function Disc({ entry }: { entry: Life }) {
  const Icon = ICONS[entry.kind] ?? ICONS[entry.kind.split(".")[0] ?? ""] ?? UserPlus;
  const bad =
    ["relation.ended", "relation.transfer_failed", "marketing.refused"].includes(entry.kind) ||
    (entry.kind === "welcome" && ["late", "failed"].includes(entry.outcome ?? ""));
  const good =
    entry.kind === "relation.added" || (entry.kind === "welcome" && entry.outcome === "sent");
  return (
    <span className={bad ? "disc bad" : good ? "disc ok" : "disc"} aria-hidden="true">
      <Icon size={14} strokeWidth={1.75} />
    </span>
  );
}
