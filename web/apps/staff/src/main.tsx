import "@yutang/ui/base.css";
import "./app/staff.css";
import "./app/acts.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { client } from "@yutang/api";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { beginChat } from "./features/customers/components/useChat.ts";
import { sessionQuery } from "./features/session/api/session.ts";
import { early } from "./shared/early.ts";
import { readPlace } from "./shared/place.ts";
import { retryOnce } from "./shared/retry.ts";
import { speak } from "./shared/words.ts";

const queries = new QueryClient({
  defaultOptions: { queries: { retry: retryOnce, refetchOnWindowFocus: true } },
});

client.use(early);
// Asked for together with the words, so that none waits for another.
void queries.prefetchQuery(sessionQuery);
if (readPlace().inWeCom && /^\/m\/?$/.test(location.pathname)) beginChat(queries);

// The address asks, else the client's language decides, which on a phone is WeCom's. Web views as
// old as ours know no `await` outside a function.
void speak(new URLSearchParams(location.search).get("lang") ?? navigator.language).then(
  (language) => {
    document.documentElement.lang = language;
    const root = document.getElementById("root");
    if (root) {
      createRoot(root).render(
        <StrictMode>
          <QueryClientProvider client={queries}>
            <App />
          </QueryClientProvider>
        </StrictMode>,
      );
    }
  },
);
