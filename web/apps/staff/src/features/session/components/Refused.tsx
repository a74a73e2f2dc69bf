import troubles from "../../../shared/later-troubles.ts";
import { Notice } from "../../../shared/Notice.tsx";
import { signInAddress } from "../../../shared/place.ts";
import { has, learn, t } from "../../../shared/words.ts";

learn(troubles);

/** Where a refused sign-in ends: why, and the way to try again. */
export function Refused() {
  const query = new URLSearchParams(location.search);
  const key = (query.get("why") ?? "").replaceAll(".", "_");
  const known = has(`troubles.${key}.title`) ? key : "staff_wrong_state";
  // Only a path of ours may stand in the address: the page is opened by anybody's link.
  const to = query.get("to") ?? "";
  const page = /^\/m\/[\w/-]*(\?[\w=&.%-]*)?$/.test(to) ? new URL(to, location.origin) : null;
  const again =
    page &&
    signInAddress(
      { corp: page.searchParams.get("corp") ?? "", agent: page.searchParams.get("agent") ?? "" },
      to,
    );
  return (
    <Notice title={t(`troubles.${known}.title`)} text={t(`troubles.${known}.text`)}>
      {again ? (
        <a className="primary" href={again}>
          {t("session.signInButton")}
        </a>
      ) : null}
    </Notice>
  );
}
