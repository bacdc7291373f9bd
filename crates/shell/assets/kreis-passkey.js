// Passkeys: asks the browser for one and sends its answer with the form. Every sentence comes
// from a data attribute; without this script the form is not shown.

const bytes = (text) => {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
};
const text = (buffer) => {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

/** The question as the browser takes it: bytes where the answer had letters. */
function question(said) {
  const asked = { ...said.publicKey, challenge: bytes(said.publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (asked[list]) asked[list] = asked[list].map((key) => ({ ...key, id: bytes(key.id) }));
  }
  return { publicKey: asked };
}

/** The answer as it travels: letters where the browser had bytes. */
function answer(key) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (key.response[part]) response[part] = text(key.response[part]);
  }
  const transports = key.response.getTransports?.();
  if (transports) response.transports = transports;
  return { id: key.id, rawId: text(key.rawId), type: key.type, response, extensions: key.getClientExtensionResults() };
}

async function asks(form) {
  const said = await fetch(form.dataset.passkeyAsk, { method: "POST", credentials: "same-origin" });
  if (!said.ok || said.redirected) throw new Error(said.statusText);
  const asked = question(await said.json());
  const key = form.dataset.passkey === "new" ? await navigator.credentials.create(asked) : await navigator.credentials.get(asked);
  form.elements.credential.value = JSON.stringify(answer(key));
}

function passkey(form) {
  const status = form.querySelector("[data-passkey-status]");
  if (!window.PublicKeyCredential || location.origin !== form.dataset.origin) {
    status.textContent = form.dataset.elsewhere;
    form.querySelector("button").disabled = true;
    return;
  }
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    status.textContent = form.dataset.asking;
    try {
      await asks(form);
    } catch {
      status.textContent = form.dataset.failed;
      return;
    }
    form.submit();
  });
}

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  passkey(form);
  form.classList.add("is-ready");
});
