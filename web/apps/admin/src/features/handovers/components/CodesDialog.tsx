import { count } from "@yutang/ui";
import { App, Checkbox } from "antd";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useReplace } from "../api/handovers.ts";
import type { Code } from "../api/reading.ts";
import { TAKERS } from "./draft.ts";
import { StaffSelect } from "./StaffSelect.tsx";
import { useWords } from "./words.ts";
import "./form.css";

export interface Person {
  id: number;
  name: string;
}

interface Props {
  giver: Person;
  first: readonly Person[];
  codes: readonly Code[];
  /** There are more than one act takes. */
  more: boolean;
  onClose: () => void;
}

/** Who goes into which codes in the place of who gives; no code is left without anybody. */
export function CodesDialog({ giver, first, codes, more, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const replace = useReplace(giver.id);
  const [takers, setTakers] = useState<readonly Person[]>(first);
  const [chosen, setChosen] = useState(codes.map((one) => one.id));
  const why =
    takers.length === 0
      ? t("handovers.codes.noTaker")
      : chosen.length === 0
        ? t("handovers.codes.noCode")
        : "";
  return (
    <ActDialog
      title={t("handovers.codes.title", { name: giver.name })}
      act={t("handovers.codes.act", { count: chosen.length, n: count(chosen.length) })}
      width={560}
      className="handover-codes-form"
      disabled={why !== ""}
      loading={replace.isPending}
      trouble={replace.error ? words(replace.error) : undefined}
      onAct={() =>
        replace.mutate(
          { staff_ids: takers.map((one) => one.id), channel_ids: chosen },
          {
            onSuccess: () => {
              message.success(t("handovers.codes.done"));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>{t("handovers.codes.about")}</p>
      <h3>{t("handovers.codes.who")}</h3>
      {takers.length > 0 && (
        <ul className="handover-takers">
          {takers.map((taker) => (
            <li key={taker.id}>
              <b className="cut handover-taker" title={taker.name}>
                {taker.name}
              </b>
              <button
                type="button"
                className="handover-remove"
                aria-label={t("handovers.new.remove", { name: taker.name })}
                title={t("handovers.new.remove", { name: taker.name })}
                onClick={() => setTakers(takers.filter((one) => one.id !== taker.id))}
              >
                <X size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <StaffSelect
        label={t("handovers.codes.add")}
        without={[giver.id, ...takers.map((one) => one.id)]}
        disabled={takers.length >= TAKERS}
        onChoose={({ value, label }) =>
          setTakers([...takers, { id: value, name: label.split(" · ")[0] ?? label }])
        }
      />
      <h3>{t("handovers.codes.which")}</h3>
      <Checkbox.Group
        className="handover-code-list"
        value={chosen}
        onChange={setChosen}
        options={codes.map((one) => ({
          value: one.id,
          label: (
            <>
              {one.name}
              <span className="meta">
                {one.sole
                  ? t("handovers.codes.alone")
                  : t("handovers.codes.with", {
                      shown: one.staff
                        .filter((member) => member.id !== giver.id && !member.left)
                        .map((member) => member.name)
                        .join(t("common.comma")),
                    })}
              </span>
            </>
          ),
        }))}
      />
      {more && <p className="meta">{t("handovers.codes.more")}</p>}
      {why !== "" && <p className="meta">{why}</p>}
    </ActDialog>
  );
}
