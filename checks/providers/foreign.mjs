// A provider of sign-in that nobody here wrote (npm oidc-provider), strict as it comes, and in
// front of it what makes it say wrong things: tokens are changed and signed again with the
// provider's own key, so that it is the claim that must be noticed and not the signature.

import { createPrivateKey, createSign, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { toolsFolder } from "../tools.mjs";

const LIBRARY = join(toolsFolder, "npm", "node_modules", "oidc-provider", "lib", "index.js");
const SCOPES = "openid email profile groups";

let keys = 0;

function freshKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  keys += 1;
  return { ...privateKey.export({ format: "jwk" }), kid: `key-${keys}`, use: "sig", alg: "RS256" };
}

const packed = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const unpacked = (part) => JSON.parse(Buffer.from(part, "base64url").toString());

/** The same token with other claims, signed with this key. */
function signed(token, change, key) {
  const [head, body] = token.split(".");
  const parts = `${packed({ ...unpacked(head), kid: key.kid })}.${packed(change(unpacked(body)))}`;
  const sign = createSign("RSA-SHA256").update(parts);
  return `${parts}.${sign.sign(createPrivateKey({ key, format: "jwk" })).toString("base64url")}`;
}

/** Runs on a port of the loopback for as long as the checks do. */
export class Foreign {
  /** Who signs in there next, and who there is: claims by subject. */
  visitor = "";
  people = {};
  /** How long a code can be redeemed, in seconds. */
  codeLives = 60;
  /** Changes what the token says; none leaves it as it is. */
  tamper = null;
  /** Signs with a key that is published nowhere. */
  withForeignKey = false;
  /** Changes what the provider says of itself. */
  disguise = null;

  static async start(secret) {
    const foreign = new Foreign();
    foreign.secret = secret;
    foreign.server = createServer((request, response) => foreign.answer(request, response));
    foreign.server.listen(0, "127.0.0.1");
    await once(foreign.server, "listening");
    foreign.issuer = `http://127.0.0.1:${foreign.server.address().port}`;
    return foreign;
  }

  /** Begins, or begins anew with other keys. */
  async opensFor(redirect) {
    const { default: Provider } = await import(pathToFileURL(LIBRARY).href);
    this.redirect = redirect ?? this.redirect;
    this.key = freshKey();
    this.provider = new Provider(this.issuer, this.settings());
  }

  settings() {
    return {
      clients: [{ client_id: "kreis", client_secret: this.secret, redirect_uris: [this.redirect] }],
      jwks: { keys: [this.key] },
      cookies: { keys: ["only-here"] },
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"], groups: ["groups"] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
      pkce: { required: () => true },
      ttl: { AuthorizationCode: () => this.codeLives, AccessToken: 60, IdToken: 600, Interaction: 600, Grant: 600, Session: 600 },
      findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...this.people[subject] }) }),
      loadExistingGrant: (context) => this.grant(context),
    };
  }

  /** Everybody agrees at once; what is checked is ours and not the provider's. */
  async grant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope(SCOPES);
    await grant.save();
    return grant;
  }

  async answer(request, response) {
    const path = new URL(request.url, this.issuer).pathname;
    if (path.startsWith("/interaction/")) {
      const result = { login: { accountId: this.visitor } };
      await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    if (path === "/token" || path.endsWith("openid-configuration")) this.overwrites(path, response);
    this.provider.callback()(request, response);
  }

  /** Changes what leaves: the body comes whole in one piece. */
  overwrites(path, response) {
    const end = response.end.bind(response);
    response.end = (body, ...rest) => {
      let text = body?.toString() ?? "";
      if (text.startsWith("{")) text = JSON.stringify(this.changed(path, JSON.parse(text)));
      response.removeHeader("content-length");
      return end(text, ...rest);
    };
  }

  changed(path, said) {
    if (path !== "/token") return this.disguise ? this.disguise(said) : said;
    if (!said.id_token || !(this.tamper || this.withForeignKey)) return said;
    const key = this.withForeignKey ? { ...freshKey(), kid: this.key.kid } : this.key;
    return { ...said, id_token: signed(said.id_token, this.tamper ?? ((claims) => claims), key) };
  }

  async close() {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}
