// A browser without a window: keeps cookies for each host and port, follows what it is told.

const MOST_STEPS = 12;

let browsers = 0;

/** One person's browser. */
export class Browser {
  jars = new Map();
  from = `192.0.2.${(browsers += 1)}`;

  /** Opens an address and goes on to where it leads; the last page, and every address on the way. */
  async goes(address, fields) {
    const way = [];
    let next = new URL(address);
    let body = fields && new URLSearchParams(fields);
    for (let step = 0; step < MOST_STEPS; step += 1) {
      way.push(next.href);
      const answer = await this.asks(next, body);
      const target = answer.headers.get("location");
      if (!target) return { way, status: answer.status, url: next, text: await answer.text() };
      next = new URL(target, next);
      body = undefined;
    }
    throw new Error(`no end of ${way.join(" → ")}`);
  }

  /** Opens an address and stops before the first one that this says yes to. */
  async goesUntil(address, isThere) {
    let next = new URL(address);
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (isThere(next)) return next.href;
      const target = (await this.asks(next)).headers.get("location");
      if (!target) break;
      next = new URL(target, next);
    }
    throw new Error(`${next.href} leads nowhere`);
  }

  async asks(url, body) {
    const jar = this.jars.get(url.host) ?? new Map();
    this.jars.set(url.host, jar);
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "), "x-forwarded-for": this.from };
    if (body) Object.assign(headers, { origin: url.origin, "content-type": "application/x-www-form-urlencoded" });
    const answer = await fetch(url, { method: body ? "POST" : "GET", headers, body, redirect: "manual" });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair] = cookie.split(";");
      const split = pair.indexOf("=");
      const [name, value] = [pair.slice(0, split), pair.slice(split + 1)];
      if (value === "" || /max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
}
