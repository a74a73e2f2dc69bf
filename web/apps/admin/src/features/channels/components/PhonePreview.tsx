import { useTranslation } from "react-i18next";
import "../../../shared/phone.css";

interface Props {
  text: string;
  picture: string | undefined;
  link: { title: string; description: string } | undefined;
  staffName: string | undefined;
  company: string;
}

/** What the new friend sees, with a name filled in. */
export function PhonePreview({ text, picture, link, staffName, company }: Props) {
  const { t } = useTranslation();
  const shown = text.replaceAll("{name}", t("channels.preview.customer"));
  return (
    <aside className="phone" aria-label={t("channels.preview.title")}>
      <div className="phone-bar">
        {staffName ?? t("channels.preview.staff")} <span className="phone-corp">@{company}</span>
      </div>
      <div className="phone-chat">
        {!shown && picture === undefined && !link && (
          <p className="phone-hint">{t("channels.preview.empty")}</p>
        )}
        {shown && <div className="bubble">{shown}</div>}
        {picture && <img className="phone-picture" src={picture} alt="" width={160} height={120} />}
        {picture === "" && (
          <div className="phone-picture-kept">{t("channels.preview.picture")}</div>
        )}
        {link && (
          <div className="phone-link">
            <b>{link.title}</b>
            <span>{link.description}</span>
          </div>
        )}
      </div>
    </aside>
  );
}
