import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Who } from "../../../../shared/Links.tsx";
import { SAMPLE, useSample } from "../../api/live.ts";
import type { Node } from "../../api/tree.ts";
import { NoCount } from "../Away.tsx";
import { useSaid } from "../context.ts";

interface Props {
  tree: Node | null;
  size?: number;
  /** Asks why this one is in it. */
  onExplain: (customer: { id: number; name: string }) => void;
}

/** A few of those one may see, each with the reason. */
export function SampleList({ tree, size = SAMPLE, onExplain }: Props) {
  const { t } = useTranslation();
  const { say } = useSaid();
  const [seed, setSeed] = useState(1);
  const sample = useSample(tree, seed, size);
  const items = sample.data?.items ?? [];
  return (
    <section className="seg-sample">
      <div className="seg-line">
        <h3>
          {sample.data
            ? t("segments.sample.title", { count: items.length, n: items.length })
            : t("segments.sample.some")}
        </h3>
        <button
          type="button"
          className="link"
          disabled={tree === null || sample.isFetching}
          onClick={() => setSeed(seed + 1)}
        >
          {t("segments.sample.others")}
        </button>
      </div>
      {tree === null && <p className="meta">{t("segments.panel.first")}</p>}
      {tree !== null && sample.isPending && (
        <Skeleton active paragraph={{ rows: 4 }} title={false} />
      )}
      {sample.isError && <NoCount error={sample.error} onAgain={() => sample.refetch()} />}
      {sample.data && items.length === 0 && <p className="meta">{t("segments.panel.nobody")}</p>}
      <ul className={sample.isPlaceholderData ? "dimmed" : ""}>
        {items.map(({ customer, reason }) => {
          const name = customer.name || t("customers.nameless");
          return (
            <li key={customer.id}>
              <Who id={customer.id} name={name} />
              <button
                type="button"
                className="seg-why"
                title={reason ? say(reason) : undefined}
                aria-label={t("segments.sample.why", { name })}
                onClick={() => onExplain({ id: customer.id, name })}
              >
                {reason ? say(reason) : t("segments.sample.explain")}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
