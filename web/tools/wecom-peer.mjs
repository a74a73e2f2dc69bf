// WeCom's own library as a peer of our tests: one JSON request a line, one JSON answer a line.
import { createInterface } from "node:readline";
import { decrypt, encrypt, getJsApiSignature, getSignature } from "@wecom/crypto";

const doing = {
  seal: ({ key, message, id, token, timestamp, nonce }) => {
    const encrypted = encrypt(key, message, id);
    return { encrypted, signature: getSignature(token, timestamp, nonce, encrypted) };
  },
  open: ({ key, encrypted, token, timestamp, nonce }) => {
    const { message, id } = decrypt(key, encrypted);
    return { message, id, signature: getSignature(token, timestamp, nonce, encrypted) };
  },
  page: ({ url, ticket, nonceStr, timestamp }) =>
    getJsApiSignature({ url, ticket, nonceStr, timestamp }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { verb, ...told } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(doing[verb](told))}\n`);
}
