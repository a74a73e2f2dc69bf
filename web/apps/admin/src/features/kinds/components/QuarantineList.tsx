import { count, State, useWhen } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { kindName } from "../../../shared/eventKinds.ts";
import { Failed } from "../../../shared/Failed.tsx";
import { type Heap, type Kind, useQuarantine } from "../api/kinds.ts";
import { DecideDrawer } from "./DecideDrawer.tsx";

interface Props {
  zone: string;
  kinds: Kind[];
  mayWrite: boolean;
}

/** Heaps of events that fit nothing, each with why, examples and a way out. */
export function QuarantineList({ zone, kinds, mayWrite }: Props) {
  const { t } = useTranslation();
  const found = useQuarantine();
  const [decided, setDecided] = useState<Heap>();
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.isError) {
    return <Failed title={t("kinds.quarantine.failed")} onAgain={() => found.refetch()} />;
  }
  const { items, events, released, dropped } = found.data;
  return (
    <>
      <p className="meta">
        {t("kinds.quarantine.about", { days: 30, rows: count(1_000_000) })}
        {!mayWrite && ` · ${t("kinds.quarantine.noRight")}`}
      </p>
      <p className="meta num" aria-live="polite">
        {[
          events > 0 ? t("kinds.quarantine.waiting", { n: count(events) }) : "",
          released > 0 ? t("kinds.quarantine.released", { n: count(released) }) : "",
          dropped > 0 ? t("kinds.quarantine.dropped", { n: count(dropped) }) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {items.length === 0 && <p className="empty">{t("kinds.quarantine.empty")}</p>}
      <ul className="kind-heaps">
        {items.map((one) => (
          <HeapRow
            key={`${one.said}.${one.reason}.${one.property}`}
            heap={one}
            zone={zone}
            onDecide={mayWrite ? () => setDecided(one) : undefined}
          />
        ))}
      </ul>
      {decided && (
        <DecideDrawer heap={decided} kinds={kinds} onClose={() => setDecided(undefined)} />
      )}
    </>
  );
}

/** The source of what came in files. */
const FILES = 0;

function HeapRow(props: { heap: Heap; zone: string; onDecide: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { heap } = props;
  const when = useWhen(props.zone);
  return (
    <li>
      <div>
        <strong>{heap.said}</strong>
        {heap.kind !== null && <span className="meta"> {kindName(t, heap.kind)}</span>}{" "}
        <State
          tone="warn"
          word={t([`kinds.quarantine.reasons.${heap.reason}`, "kinds.quarantine.reasons.other"], {
            reason: heap.reason,
          })}
        />
        <div className="meta num">
          {[
            t("kinds.quarantine.events", { count: heap.events, n: count(heap.events) }),
            t("kinds.quarantine.span", { first: when(heap.first_at), last: when(heap.last_at) }),
            t("kinds.quarantine.sources", {
              ids: heap.sources
                .map((id) => (id === FILES ? t("kinds.quarantine.files") : id))
                .join(t("common.comma")),
            }),
          ].join(" · ")}
        </div>
        {heap.property !== "" && <div className="meta">「{heap.property}」</div>}
        <div className="kind-examples" role="group" aria-label={t("kinds.quarantine.example")}>
          {heap.examples.map((one, place) => (
            <code key={place}>
              {Object.entries(one)
                .map(([name, value]) => `${name}: ${value}`)
                .join("; ") || "{}"}
            </code>
          ))}
        </div>
      </div>
      {props.onDecide && (
        <Button
          aria-label={`${t("kinds.quarantine.decide")} ${heap.said} ${heap.property}`}
          onClick={props.onDecide}
        >
          {t("kinds.quarantine.decide")}
        </Button>
      )}
    </li>
  );
}
