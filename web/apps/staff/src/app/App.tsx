import { useQuery } from "@tanstack/react-query";
import { ProblemError } from "@yutang/api";
import { lazy, Suspense, useEffect, useState } from "react";
import { CustomerPage } from "../features/customers/components/CustomerPage.tsx";
import { sessionQuery } from "../features/session/api/session.ts";
import { Elsewhere, SignedOut } from "../features/session/components/Elsewhere.tsx";
import { Failure } from "../shared/Failure.tsx";
import { Loading } from "../shared/Loading.tsx";
import { readPlace, signInHere } from "../shared/place.ts";
import { Tabs } from "../shared/Tabs.tsx";

// A visit is beside a chat, of the day or of what one was told: each loads its own page.
const TodayPage = lazy(async () => ({
  default: (await import("../features/adds/components/TodayPage.tsx")).TodayPage,
}));

const NoticesPage = lazy(async () => ({
  default: (await import("../features/notices/components/NoticesPage.tsx")).NoticesPage,
}));

const GroupPage = lazy(async () => ({
  default: (await import("./later-pages.ts")).GroupPage,
}));

const InvitePage = lazy(async () => ({
  default: (await import("../features/customers/components/later-invite.ts")).InvitePage,
}));

const WatchPage = lazy(async () => ({
  default: (await import("./later-pages.ts")).WatchPage,
}));

const OwnRulesPage = lazy(async () => ({
  default: (await import("./later-pages.ts")).OwnRulesPage,
}));

const DutyCard = lazy(async () => ({
  default: (await import("../features/duty/components/later-duty.ts")).DutyCard,
}));

const OwnTargetsPage = lazy(async () => ({
  default: (await import("./later-pages.ts")).OwnTargetsPage,
}));

const Refused = lazy(async () => ({
  default: (await import("./later-pages.ts")).Refused,
}));

const place = readPlace();
const path = location.pathname.replace(/\/+$/, "") || "/m";

/**
 * WeCom signs its member in unasked. The emulator's phone changes its member in one browser, so
 * that a page opened in its frame always asks anew who it is.
 */
function unasked(signedOut: boolean): string | null {
  if (place.signed || !(place.framed || (place.inWeCom && signedOut))) return null;
  return signInHere(place);
}

export function App() {
  if (path === "/m/refused") {
    return (
      <main>
        <Suspense fallback={<Loading />}>
          <Refused />
        </Suspense>
      </main>
    );
  }
  return <SignedIn />;
}

function SignedIn() {
  // Beside a group the first page is the group's.
  const [group, setGroup] = useState<string>();
  const framed = unasked(false);
  const { data, error, isPending, refetch } = useQuery({ ...sessionQuery, enabled: !framed });
  const signedOut = error instanceof ProblemError && error.problem.type === "staff.signed_out";
  const away = framed ?? (signedOut ? unasked(true) : null);
  useEffect(() => {
    if (away) location.replace(away);
  }, [away]);
  const today = path === "/m/today";
  const told = path === "/m/notices";
  const invite = path === "/m/invite";
  const watched = path.startsWith("/m/watch/");
  const rules = path === "/m/group-rules";
  const aims = path === "/m/targets";
  const apart = today || told || invite || watched || rules || aims;
  if (data) {
    return (
      <>
        <main>
          {apart ? (
            <Suspense fallback={<Loading />}>
              {today ? (
                <TodayPage
                  session={data}
                  duty={
                    <Suspense>
                      <DutyCard zone={data.corp.timezone} />
                    </Suspense>
                  }
                />
              ) : null}
              {told ? <NoticesPage session={data} /> : null}
              {invite ? <InvitePage /> : null}
              {watched ? <WatchPage /> : null}
              {rules ? <OwnRulesPage /> : null}
              {aims ? <OwnTargetsPage zone={data.corp.timezone} /> : null}
            </Suspense>
          ) : (
            <CustomerPage
              session={data}
              elsewhere={<Elsewhere />}
              group={(chatId) => (
                <Suspense fallback={<Loading />}>
                  <GroupPage
                    key={chatId}
                    chatId={chatId}
                    zone={data.corp.timezone}
                    onShown={setGroup}
                  />
                </Suspense>
              )}
            />
          )}
        </main>
        <Tabs here={watched || invite || aims ? "/m/today" : apart ? path : "/m/"} first={group} />
      </>
    );
  }
  return (
    <main>
      {away || isPending ? (
        <Loading />
      ) : signedOut ? (
        <SignedOut />
      ) : (
        <Failure error={error} retry={() => void refetch()} />
      )}
    </main>
  );
}
