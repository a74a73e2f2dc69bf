import { Notice } from "../../../shared/Notice.tsx";
import { pageAddress, readPlace, signInHere } from "../../../shared/place.ts";
import { t } from "../../../shared/words.ts";

/** A plain browser at the sidebar's address: it says where the page opens. */
export function Elsewhere() {
  return (
    <Notice title={t("session.elsewhere.title")} text={t("session.elsewhere.text")}>
      <a className="primary" href={pageAddress("/m/today")}>
        {t("session.elsewhere.today")}
      </a>
    </Notice>
  );
}

/** Nobody is signed in and nothing says that WeCom would do it by itself. */
export function SignedOut() {
  const place = readPlace();
  const address = signInHere(place);
  const words = place.signed ? "notKept" : address ? "signIn" : "noApp";
  return (
    <Notice title={t(`session.${words}.title`)} text={t(`session.${words}.text`)}>
      {address ? (
        <a className="primary" href={address}>
          {t("session.signInButton")}
        </a>
      ) : null}
    </Notice>
  );
}
