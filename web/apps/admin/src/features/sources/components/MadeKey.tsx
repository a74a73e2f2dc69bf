import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { Copyable } from "../../../shared/Copyable.tsx";
import type { Made } from "../api/sources.ts";
import { placesOf, snippetOf } from "./snippets.ts";

/** The key or the secret, this once: who closes it without keeping it makes another one. */
export function MadeKey({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useTranslation();
  const text = made.key ?? made.secret ?? "";
  const what = t(made.key === null ? "sources.secret" : "sources.key");
  const [place] = placesOf(made.source.kind);
  return (
    <Modal
      open
      width={640}
      title={t("sources.made.title", { name: made.source.name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("sources.made.done")}
        </Button>
      }
    >
      <p>{t("sources.made.why", { what })}</p>
      <Copyable text={text} label={what} />
      {place && (
        <>
          <h3 className="meta">{t(`sources.snippets.${place}`)}</h3>
          <Copyable
            code
            label={t(`sources.snippets.${place}`)}
            text={snippetOf(place, location.origin, text, made.source.id)}
          />
        </>
      )}
    </Modal>
  );
}
