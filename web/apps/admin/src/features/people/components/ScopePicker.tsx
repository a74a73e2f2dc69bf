import { Alert, Radio, Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Scope, useScopes } from "../api/people.ts";
import { useScopeName } from "./words.ts";

interface Props {
  value?: Scope[];
  onChange?: (scopes: Scope[]) => void;
  id?: string;
  /** One who does not see the whole company cannot give it. */
  mayGiveAll: boolean;
}

const CORP: Scope = { kind: "corp", ref_id: 0, name: null };
const KINDS = ["department", "store"] as const;

/** Whose customers: the whole company, or departments and stores besides one's own. */
export function ScopePicker({ value = [], onChange, id, mayGiveAll }: Props) {
  const { t } = useTranslation();
  const all = value.some((one) => one.kind === "corp");
  return (
    <div id={id} className="scope-picker">
      <Radio.Group
        aria-label={t("people.scope.label")}
        value={all ? "corp" : "some"}
        onChange={(event) => onChange?.(event.target.value === "corp" ? [CORP] : [])}
        options={[
          {
            value: "some",
            label: t("people.scope.some"),
          },
          {
            value: "corp",
            label: t("people.scope.corpAll"),
            disabled: !(mayGiveAll || all),
            title: mayGiveAll ? "" : t("people.scope.corpNotYours"),
          },
        ]}
      />
      {!all && (
        <>
          <p className="meta">{t("people.scope.someHelp")}</p>
          {KINDS.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              chosen={value.filter((one) => one.kind === kind)}
              onChosen={(next) =>
                onChange?.([...value.filter((one) => one.kind !== kind), ...next])
              }
            />
          ))}
        </>
      )}
    </div>
  );
}

interface KindProps {
  kind: (typeof KINDS)[number];
  chosen: Scope[];
  onChosen: (scopes: Scope[]) => void;
}

function Kind({ kind, chosen, onChosen }: KindProps) {
  const { t } = useTranslation();
  const name = useScopeName();
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useScopes(kind, query, open);
  const known = new Map([...(found.data?.items ?? []), ...chosen].map((one) => [one.ref_id, one]));
  return (
    <div className="scope-kind">
      <span className="meta" aria-hidden="true">
        {t(`people.scope.${kind}`)}
      </span>
      <Select<number[]>
        mode="multiple"
        aria-label={t(`people.scope.${kind}`)}
        placeholder={t(`people.scope.${kind}Hint`)}
        value={chosen.map((one) => one.ref_id)}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        onOpenChange={setOpen}
        notFoundContent={
          found.isError ? (
            <Alert type="error" title={t("people.scope.loadFailed")} />
          ) : (
            t(found.isPending ? "people.scope.loading" : `people.scope.${kind}None`)
          )
        }
        options={(found.data?.items ?? []).map((one) => ({ value: one.ref_id, label: name(one) }))}
        labelRender={({ value }) => {
          const one = known.get(Number(value));
          return one ? name(one) : String(value);
        }}
        onChange={(ids) =>
          onChosen(ids.flatMap((ref) => known.get(ref) ?? [{ kind, ref_id: ref, name: null }]))
        }
      />
    </div>
  );
}
