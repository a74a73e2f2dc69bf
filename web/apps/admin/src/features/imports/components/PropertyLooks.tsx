import { useTranslation } from "react-i18next";
import type { Import } from "../api/imports.ts";
import { PROPERTY } from "./behaviour.ts";

/** What the columns that become properties were read as: numbers and times are no texts. */
export function PropertyLooks({ one }: { one: Import }) {
  const { t } = useTranslation();
  const looks = Object.entries(one.shape.looks ?? {});
  if (looks.length === 0) return null;
  const told = looks.map(([index, look]) =>
    t("behaviour.look", {
      name: one.mapping?.columns[index]?.slice(PROPERTY.length) ?? "",
      look: t(`behaviour.looks.${look}`),
    }),
  );
  return (
    <p className="meta" data-looks>
      {t("behaviour.readAs", { list: told.join(t("common.comma")) })}
    </p>
  );
}
