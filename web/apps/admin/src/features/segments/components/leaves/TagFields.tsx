import { useTranslation } from "react-i18next";
import type { TagLeaf } from "../../api/tree.ts";
import { Many, Pick } from "./Filled.tsx";
import type { FieldsProps } from "./fields.ts";

const HOWS = ["any", "all", "none", "some", "untagged"] as const;
const BARE: readonly TagLeaf["how"][] = ["some", "untagged"];

export function TagFields({ leaf, onChange }: FieldsProps<TagLeaf>) {
  const { t } = useTranslation();
  return (
    <>
      <Pick
        label={t("segments.leaf.tag.how")}
        value={leaf.how}
        options={HOWS.map((how) => ({ value: how, label: t(`segments.leaf.tag.hows.${how}`) }))}
        onChange={(how) =>
          onChange(
            BARE.includes(how) ? { leaf: "tag", how } : { leaf: "tag", how, tags: leaf.tags ?? [] },
          )
        }
      />
      {!BARE.includes(leaf.how) && (
        <Many
          of="tag"
          label={t("segments.leaf.tag.tags")}
          value={leaf.tags}
          onChange={(tags) => onChange({ ...leaf, tags })}
        />
      )}
    </>
  );
}
