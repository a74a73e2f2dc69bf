import { useTranslation } from "react-i18next";
import type { StageLeaf, StateLeaf } from "../../api/tree.ts";
import { useOffers, useSaid } from "../context.ts";
import { Several } from "./Filled.tsx";
import type { FieldsProps } from "./fields.ts";
import { MaybeSpan } from "./SpanField.tsx";

/** In one of these stages; with none of them chosen, in none. */
export function StageFields({ leaf, onChange }: FieldsProps<StageLeaf>) {
  const { t } = useTranslation();
  const { stages } = useOffers();
  const { options } = useSaid();
  return (
    <>
      <Several<string>
        label={t("segments.leaf.stage.stages")}
        placeholder={t("segments.leaf.stage.none")}
        value={leaf.stages}
        options={options(stages)}
        onChange={(chosen) => onChange({ ...leaf, stages: chosen })}
      />
      <MaybeSpan
        label={t("segments.leaf.stage.changed")}
        value={leaf.changed}
        onChange={(changed) => {
          const { changed: _, ...rest } = leaf;
          onChange(changed ? { ...rest, changed } : rest);
        }}
      />
    </>
  );
}

export function StateFields({ leaf, onChange }: FieldsProps<StateLeaf>) {
  const { t } = useTranslation();
  const { states } = useOffers();
  const { options } = useSaid();
  return (
    <Several<string>
      label={t("segments.leaf.state.states")}
      value={leaf.states}
      options={options(states)}
      onChange={(states) => onChange({ ...leaf, states })}
    />
  );
}
