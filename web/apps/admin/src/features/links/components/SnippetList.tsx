import { useTranslation } from "react-i18next";
import { Copyable } from "../../../shared/Copyable.tsx";
import { placesOf, snippetOf } from "./snippets.ts";
import "./words.ts";
import "./links.css";

interface Props {
  name: string;
  address: string | null;
  isLink: boolean;
}

/** What to paste where, each with what it needs; what WeCom does not offer is said. */
export function SnippetList({ name, address, isLink }: Props) {
  const { t } = useTranslation();
  if (address === null) return <p className="meta">{t("links.snippets.notYet")}</p>;
  const words = t("links.snippets.words");
  return (
    <div className="links-snippets">
      {placesOf(isLink).map((place) => (
        <section key={place}>
          <h2>{t(`links.snippets.${place}.title`)}</h2>
          <p>{t(`links.snippets.${place}.what`)}</p>
          <Copyable
            code
            label={t("links.snippets.of", { place: t(`links.snippets.${place}.title`), name })}
            text={snippetOf(place, address, t("links.snippets.imagePath"), words)}
          />
          <p className="meta">{t(`links.snippets.${place}.needs`)}</p>
        </section>
      ))}
      <section>
        <h2>{t("links.snippets.plugin.title")}</h2>
        <p className="meta">{t("links.snippets.plugin.why")}</p>
      </section>
    </div>
  );
}
