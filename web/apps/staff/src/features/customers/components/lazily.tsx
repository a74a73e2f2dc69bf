import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";
import { t } from "../../../shared/words.ts";

type Later = typeof import("./later.ts");

/** A part that is fetched when it is first opened; after that all of them are there. */
function part<Name extends keyof Later>(name: Name) {
  const Part = lazy(async () => ({
    default: (await import("./later.ts"))[name] as ComponentType<object>,
  }));
  return (props: ComponentProps<Later[Name]>) => (
    <Suspense fallback={<p className="empty">{t("shell.loading")}</p>}>
      <Part {...props} />
    </Suspense>
  );
}

export const FollowForm = part("FollowForm");
export const Invitations = lazy(async () => ({
  default: (await import("./later-invite.ts")).Invitations,
}));
export const MoreTags = part("MoreTags");
export const Orders = lazy(async () => ({
  default: (await import("./later-orders.ts")).Orders,
}));
export const Refusal = part("Refusal");
export const Round = part("Round");
export const Writing = part("Writing");
