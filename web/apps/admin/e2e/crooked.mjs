// An api of the demo's own database whose two roads, to WeCom and back to itself, can be bent.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { emulator } from "./browser.mjs";

/** A proxy on a free port; `bend` holds what it does wrong, nothing while it is empty. */
async function startProxy() {
  const proxy = { bend: {}, target: "" };
  const server = createServer((incoming, outgoing) => {
    const { bend } = proxy;
    if (bend.silent) return;
    const path = bend.path ? bend.path(incoming.url) : incoming.url;
    const { host } = new URL(proxy.target);
    const outward = request(
      proxy.target + path,
      { method: incoming.method, headers: { ...incoming.headers, host } },
      async (answer) => {
        const parts = [];
        for await (const part of answer) parts.push(part);
        const body = Buffer.concat(parts);
        const sent = bend.body ? bend.body(body) : body;
        const headers = { ...answer.headers, "content-length": sent.length };
        delete headers["transfer-encoding"];
        if (bend.date) headers.date = bend.date();
        outgoing.writeHead(bend.status ?? answer.statusCode, headers);
        outgoing.end(sent);
      },
    );
    outward.on("error", () => outgoing.destroy());
    incoming.pipe(outward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy.url = `http://127.0.0.1:${server.address().port}`;
  proxy.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return proxy;
}

async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

// The demo's own person has a first password that another test has to meet.
const ADD_PERSON = `
import asyncio, sys
from sqlalchemy import text
from yutang.bootstrap import build_runtime
from yutang.kernel.access import service as access
from yutang.kernel.settings import Settings

async def main(login, password):
    runtime = build_runtime(Settings(), pool_size=1)
    async with runtime.database.owner() as session:
        corp_id = await session.scalar(text("select min(id) from corps"))
        known = await session.scalar(text("select 1 from users where login = :l"), {"l": login})
        if not known:
            await access.add_user(
                session, corp_id, login=login, name="Doctor", role="admin", password=password
            )
    await runtime.close()

asyncio.run(main(*sys.argv[1:]))
`;

/** Who looks after the connection. */
export const doctor = { login: "doctor", password: "doctor of the pond" };

async function addPerson(env) {
  const argv = ["-c", ADD_PERSON, doctor.login, doctor.password];
  const child = spawn(process.env.YUTANG_E2E_PYTHON, argv, {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`no person could be added: status ${status}`);
}

/** Starts the api; `wecom` and `road` are the proxies before WeCom and before the api itself. */
export async function startCrooked() {
  const home = process.env.YUTANG_E2E_HOME;
  const secret = (name) => readFileSync(`${home}/postgres/${name}`, "utf8").trim();
  const [wecom, road, port] = [await startProxy(), await startProxy(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  wecom.target = emulator;
  road.target = url;
  const env = {
    ...process.env,
    YUTANG_HOME: home,
    YUTANG_DATABASE_URL: `postgresql://postgres:${secret("password")}@127.0.0.1:${secret("port")}/yutang`,
    YUTANG_PORT: String(port),
    YUTANG_PUBLIC_URL: road.url,
    YUTANG_WECOM_BASE_URL: wecom.url,
  };
  await addPerson(env);
  const child = spawn(process.env.YUTANG_E2E_PYTHON, ["-m", "yutang", "api"], {
    env,
    stdio: ["ignore", "ignore", "ignore"],
  });
  const stop = async () => {
    wecom.stop();
    road.stop();
    if (child.exitCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
  };
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) return { url, wecom, road, stop };
    if (child.exitCode !== null) break;
    await wait(100);
  }
  await stop();
  throw new Error("the second api did not get ready");
}
