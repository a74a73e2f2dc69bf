import { useTranslation } from "react-i18next";
import type { GroupLeaf } from "../../api/tree.ts";
import { useOffers, useSaid } from "../context.ts";
import { Many, Pick, Several, Words } from "./Filled.tsx";
import { type Change, type FieldsProps, tidy } from "./fields.ts";
import { MoreParts } from "./MoreParts.tsx";
import { MaybeSpan } from "./SpanField.tsx";

const PRESENCES = ["in", "left", "never"] as const;

/** In a group, out of it again, or never in one; of these groups, kinds, tiers, labels. */
export function GroupFields({ leaf, onChange }: FieldsProps<GroupLeaf>) {
  const { t } = useTranslation();
  const offers = useOffers();
  const { options } = useSaid();
  const change = (more: Change<GroupLeaf>) => onChange(tidy<GroupLeaf>({ ...leaf, ...more }));
  const used = (list: readonly unknown[] | undefined) => (list?.length ?? 0) > 0;
  return (
    <>
      <Pick
        label={t("segments.leaf.group.presence")}
        value={leaf.presence}
        options={PRESENCES.map((one) => ({
          value: one,
          label: t(`segments.leaf.group.presences.${one}`),
        }))}
        onChange={(presence) =>
          change(presence === "never" ? { presence, joined: undefined } : { presence })
        }
      />
      <MoreParts
        parts={[
          {
            key: "groups",
            label: t("segments.leaf.group.groups"),
            used: used(leaf.groups),
            field: (
              <Many
                of="group"
                label={t("segments.leaf.group.groups")}
                value={leaf.groups}
                onChange={(groups) => change({ groups })}
              />
            ),
          },
          {
            key: "kinds",
            label: t("segments.leaf.group.kinds"),
            used: used(leaf.kinds),
            field: (
              <Several<string>
                label={t("segments.leaf.group.kinds")}
                value={leaf.kinds}
                options={offers.group_kinds.map((value) => ({
                  value,
                  label: t(`groups.kinds.${value}`, value),
                }))}
                onChange={(kinds) => change({ kinds })}
              />
            ),
          },
          {
            key: "tiers",
            label: t("segments.leaf.group.tiers"),
            used: used(leaf.tiers),
            field: (
              <Several<string>
                label={t("segments.leaf.group.tiers")}
                value={leaf.tiers}
                options={options(offers.group_tiers)}
                onChange={(tiers) => change({ tiers })}
              />
            ),
          },
          {
            key: "labels",
            label: t("segments.leaf.group.labels"),
            used: used(leaf.labels),
            field: (
              <Words
                label={t("segments.leaf.group.labels")}
                value={leaf.labels}
                known={offers.group_labels}
                onChange={(words) => change({ labels: words })}
              />
            ),
          },
        ]}
      />
      {leaf.presence !== "never" && (
        <MaybeSpan
          label={t("segments.leaf.group.joined")}
          value={leaf.joined}
          onChange={(joined) => change({ joined })}
        />
      )}
    </>
  );
}
