import * as ww from "@wecom/jssdk";
import {
  type Beside,
  type Bridge,
  BridgeError,
  isGroup,
  type Sign,
  type Signature,
  troubleOf,
} from "./bridge.ts";

const PATIENCE_MS = 8000;

const told = (from: Signature) => ({
  timestamp: from.timestamp,
  nonceStr: from.nonce,
  signature: from.signature,
});

function refusal(error: unknown): BridgeError {
  if (error instanceof BridgeError) return error;
  const { errMsg } = error as { errMsg?: unknown };
  return troubleOf(String(errMsg ?? error));
}

/** The SDK waits for the client's bridge without end; a person does not. */
function withPatience<T>(answer: Promise<T>): Promise<T> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new BridgeError("no_answer")), PATIENCE_MS);
    }),
  ]);
}

/** WeCom itself; a page beside another chat is another page, so the chat never changes. */
export function wecomBridge(corpId: string, agentId: number, sign: Sign): Bridge {
  const refused = new Promise<never>((_, reject) => {
    const fail = (error: unknown) => reject(refusal(error));
    ww.register({
      corpId,
      agentId,
      jsApiList: ["getContext", "getCurExternalContact", "getCurExternalChat"],
      getConfigSignature: async (url) => told((await sign(url)).config),
      getAgentConfigSignature: async (url) => told((await sign(url)).agent_config),
      onConfigFail: fail,
      onAgentConfigFail: fail,
    });
  });
  refused.catch(() => undefined);

  async function ask(): Promise<Beside> {
    try {
      const group = isGroup((await ww.getContext()).entry);
      return group ? await ww.getCurExternalChat() : await ww.getCurExternalContact();
    } catch (error) {
      throw refusal(error);
    }
  }

  return {
    current: () => withPatience(Promise.race([ask(), refused])),
    onChat: () => () => undefined,
  };
}
