import { count } from "@yutang/ui";
import { Alert, Radio, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useRetry, useRetryPreview } from "../api/handovers.ts";
import type { Handover, Retry } from "../api/reading.ts";
import type { Taker } from "./draft.ts";
import { Found } from "./PreviewPanel.tsx";
import { TakersPart } from "./TakersPart.tsx";
import { useWords } from "./words.ts";
import "./form.css";

interface Props {
  one: Handover;
  /** So many at least, and so many at most. */
  sure: number;
  most: number;
  onClose: () => void;
  onOpen: (id: number) => void;
}

/** Who failed or found no room once more, to the same takers or to others; first what would come of it. */
export function RetryDialog({ one, sure, most, onClose, onOpen }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const retry = useRetry(one.id);
  const [to, setTo] = useState<"same" | "others">(one.customers.full > 0 ? "others" : "same");
  const [takers, setTakers] = useState<Taker[]>([]);
  const [rule, setRule] = useState(one.rule);
  const lacks = to === "others" && takers.length === 0;
  const body = lacks ? null : bodyOf(to, takers, rule);
  const preview = useRetryPreview(one.id, body);
  const shown = body === null || preview.isError ? undefined : preview.data;
  const can = shown ? shown.customers.can + shown.groups.can : 0;
  const all = shown ? shown.customers.matching + shown.groups.matching : most;
  const exact = shown || sure === most ? "exact" : "most";
  // Before anything is weighed, as many as are surely left.
  const acted = shown ? can : sure === most ? most : 0;
  return (
    <ActDialog
      title={t(`handovers.retry.title.${exact}`, { count: all, n: count(all) })}
      act={
        acted > 0
          ? t("handovers.retry.act.exact", { count: acted, n: count(acted) })
          : t("handovers.retry.act.none")
      }
      width={560}
      disabled={can === 0 || preview.isFetching}
      loading={retry.isPending}
      trouble={retry.error ? words(retry.error) : undefined}
      onAct={() =>
        body &&
        retry.mutate(body, {
          onSuccess: (made) => {
            onClose();
            onOpen(made.id);
          },
        })
      }
      onClose={onClose}
    >
      <p>{t("handovers.retry.about")}</p>
      <Radio.Group
        aria-label={t("handovers.new.takers")}
        value={to}
        onChange={({ target }) => setTo(target.value)}
        options={(["same", "others"] as const).map((value) => ({
          value,
          label: t(`handovers.retry.${value}`),
        }))}
      />
      {to === "others" && (
        <div className="handover-retry">
          <TakersPart
            giver={{ staff: one.from }}
            draft={{ takers, rule }}
            plans={shown?.takers ?? []}
            onDraft={(more) => {
              if (more.takers) setTakers(more.takers);
              if (more.rule) setRule(more.rule);
            }}
          />
        </div>
      )}
      <section className="handover-retry" aria-label={t("handovers.preview.title")}>
        {lacks && <p className="meta">{t("handovers.preview.lack.takers")}</p>}
        {body !== null && preview.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
        {preview.isError && <Alert type="error" showIcon title={words(preview.error)} />}
        {shown && <Found preview={shown} old={preview.isFetching} />}
        {shown && can === 0 && <p className="meta">{t("handovers.preview.nothingCan")}</p>}
      </section>
    </ActDialog>
  );
}

/** What is asked of the server: nothing for the same takers, else who and how. */
function bodyOf(to: "same" | "others", takers: readonly Taker[], rule: Handover["rule"]): Retry {
  if (to === "same") return {};
  return {
    rule,
    takers: takers.map(({ id, share }) => ({
      staff_id: id,
      ...(rule === "share" ? { share } : {}),
    })),
  };
}
