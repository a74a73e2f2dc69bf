import { Drawer, Skeleton } from "antd";
import { Check, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCustomerOptions } from "../../../../shared/choices.ts";
import { OneOf } from "../../../../shared/OneOf.tsx";
import { useExplain } from "../../api/live.ts";
import type { Node } from "../../api/tree.ts";
import type { Explained } from "../../api/types.ts";
import { NoCount } from "../Away.tsx";
import { useSaid } from "../context.ts";
import { typeOf } from "../trouble.ts";

export interface Person {
  id: number;
  name: string;
}

interface Props {
  tree: Node | null;
  /** Who was asked about already, such as one of the sample. */
  person: Person | undefined;
  onClose: () => void;
}

/** Why somebody is in or out: each condition with yes or no, and what is known of him. */
export function ExplainDrawer({ tree, person, onClose }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<number | undefined>(person?.id);
  useEffect(() => setChosen(person?.id), [person?.id]);
  const explained = useExplain(tree, chosen);
  const unseen = ["customers.unknown", "segments.unknown_customer"].includes(
    typeOf(explained.error),
  );
  return (
    <Drawer open size={560} title={t("segments.explain.title")} onClose={onClose}>
      <OneOf
        className="seg-explain-who"
        label={t("segments.explain.who")}
        value={chosen}
        known={person ? { value: person.id, label: person.name } : undefined}
        useFound={useCustomerOptions}
        onChange={setChosen}
      />
      {tree === null && <p className="meta">{t("segments.panel.first")}</p>}
      {chosen === undefined && tree !== null && (
        <p className="meta">{t("segments.explain.choose")}</p>
      )}
      {chosen !== undefined && explained.isLoading && <Skeleton active />}
      {explained.isError &&
        (unseen ? (
          <p>{t("segments.explain.unseen")}</p>
        ) : (
          <NoCount error={explained.error} onAgain={() => explained.refetch()} />
        ))}
      {explained.data && (
        <>
          <p className="seg-verdict" data-in={explained.data.is_in}>
            <Mark holds={explained.data.is_in} />
            {t(explained.data.is_in ? "segments.explain.in" : "segments.explain.out")}
          </p>
          <ul className="seg-tested">
            <Verdict one={explained.data.root} />
          </ul>
        </>
      )}
    </Drawer>
  );
}

function Mark({ holds }: { holds: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={holds ? "seg-mark yes" : "seg-mark no"}>
      {holds ? <Check size={14} aria-hidden="true" /> : <X size={14} aria-hidden="true" />}
      <span className="visually-hidden">
        {t(holds ? "segments.explain.holds" : "segments.explain.fails")}
      </span>
    </span>
  );
}

function Verdict({ one }: { one: Explained }) {
  const { say } = useSaid();
  const parts = one.of ?? [];
  return (
    <li>
      <Mark holds={one.holds} />
      <div>
        <p>{say(one.sentence)}</p>
        {one.facts && <p className="meta">{say(one.facts)}</p>}
        {parts.length > 0 && (
          <ul>
            {parts.map((part) => (
              <Verdict key={part.path} one={part} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
