import { count as shown } from "@yutang/ui";
import { Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useRetry } from "../api/handovers.ts";
import type { Handover } from "../api/reading.ts";
import type { Taker } from "./draft.ts";
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

/** Who failed or found no room once more, to the same takers or to others. */
export function RetryDialog({ one, sure, most, onClose, onOpen }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const retry = useRetry(one.id);
  const [to, setTo] = useState<"same" | "others">(one.customers.full > 0 ? "others" : "same");
  const [takers, setTakers] = useState<Taker[]>([]);
  const [rule, setRule] = useState(one.rule);
  const exact = sure === most ? "exact" : "most";
  const lacks = to === "others" && takers.length === 0;
  return (
    <ActDialog
      title={t(`handovers.retry.title.${exact}`, { count: most, n: shown(most) })}
      act={t(`handovers.retry.act.${exact}`, { count: most, n: shown(most) })}
      width={560}
      disabled={lacks}
      loading={retry.isPending}
      trouble={retry.error ? words(retry.error) : undefined}
      onAct={() =>
        retry.mutate(
          to === "same"
            ? {}
            : {
                rule,
                takers: takers.map(({ id, share }) => ({
                  staff_id: id,
                  ...(rule === "share" ? { share } : {}),
                })),
              },
          {
            onSuccess: (made) => {
              onClose();
              onOpen(made.id);
            },
          },
        )
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
            plans={[]}
            onDraft={(more) => {
              if (more.takers) setTakers(more.takers);
              if (more.rule) setRule(more.rule);
            }}
          />
          {lacks && <p className="meta">{t("handovers.preview.lack.takers")}</p>}
        </div>
      )}
    </ActDialog>
  );
}
