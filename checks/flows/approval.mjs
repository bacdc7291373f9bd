// Minutes go round, meet an objection, go round again, lapse and are sent out.

import { GATHERING, GUEST_MAIL, releases, TITLE } from "./invite.mjs";

const MINUTES = `${GATHERING}/protokoll`;
const WISHED = "Die Zahl der offenen Stellen ist um ein Fünftel gestiegen.";

async function circulates(office) {
  await office.goes(MINUTES);
  await office.writes("Einwände möglich bis", "2017-12-07");
  await office.presses("In Umlauf geben");
  await office.isAt("Protokoll", 422);
  await office.sees("Bitte wählen Sie einen Tag nach heute");
  await office.writes("Einwände möglich bis", "2017-12-21");
  await office.presses("In Umlauf geben");
  await office.sees("Im Umlauf");
  await releases(office, "Protokoll im Umlauf");
}

async function objects(guest) {
  await guest.opensMail(GUEST_MAIL, `Protokoll „${TITLE}“`);
  await guest.sees(/\.pdf$/);
  await guest.looks("flow mail minutes");
  await guest.goes(await guest.linkInMail(/\/einwand\//));
  await guest.isAt("Einwände zum Protokoll");
  await guest.looks("flow objection asked");
  await guest.presses("Einwand absenden");
  await guest.isAt("Einwände zum Protokoll", 422);
  await guest.looks("flow objection refused");
  const point = guest.main.getByLabel("Punkt des Protokolls").getByRole("option", { name: /^2\./ });
  await guest.chooses("Punkt des Protokolls", await point.getAttribute("value"));
  await guest.writes("Gewünschter Wortlaut", WISHED);
  await guest.writes("Begründung", "So stand es auf der Folie.");
  await guest.presses("Einwand absenden");
  await guest.sees("Ihr Einwand ist angekommen.");
  await guest.sees(WISHED);
  await guest.looks("flow objection made");
}

async function accepts(office) {
  await office.goes("/weimar/intern");
  await office.pictures("was-ansteht");
  await office.follows(/^Einwand von/);
  await office.isAt("Einwände zum Protokoll");
  await office.looks("flow objections office");
  await office.pictures("einwand");
  const text = office.main.getByLabel("Öffentlicher Teil");
  const written = await text.inputValue();
  await text.fill(written.replace(/^Die Zahl.*$/m, WISHED));
  await office.writes("Einwände möglich bis", "2018-01-10");
  await office.presses("Einwand annehmen");
  await office.sees("Der Einwand ist angenommen und der Text geändert.");
  await office.goes(MINUTES);
  await office.sees(WISHED);
  await office.sees("In Umlauf bis 10.01.2018");
  await office.looks("flow minutes circulated");
  await office.follows("Fassungen");
  await office.sees("Einwand angenommen");
  await office.looks("flow revisions");
  await releases(office, "Protokoll im Umlauf");
}

async function distributes(office, guest) {
  await office.goes(MINUTES);
  await office.sees("Genehmigt durch Ablauf der Frist");
  await office.looks("flow minutes approved");
  await office.pictures("protokoll-genehmigt");
  await office.presses("Verteilen");
  await office.sees("Das Protokoll ist verteilt.");
  await releases(office, "Genehmigtes Protokoll");
  await guest.opensMail(GUEST_MAIL, `Genehmigtes Protokoll „${TITLE}“`);
  const files = guest.main.getByRole("link", { name: /\.pdf$/ });
  const pdf = await guest.context.request.get(await files.first().evaluate((link) => link.href));
  const head = (await pdf.body()).subarray(0, 5).toString();
  if (head !== "%PDF-") throw new Error(`the attachment begins with "${head}"`);
}

/** From the first term to the mail with the approved minutes. */
export async function approves(stage, { office, guest }) {
  await stage.does("office circulates the minutes", () => circulates(office));
  await stage.does("guest objects from the mail", () => objects(guest));
  await stage.does("office accepts, a new revision goes round", () => accepts(office));
  await stage.does("guest reads the second revision", async () => {
    await guest.opensMail(GUEST_MAIL, `Protokoll „${TITLE}“`);
    await guest.sees(/2\. Fassung/);
    await guest.goes(await guest.linkInMail(/\/einwand\//));
    await guest.sees("angenommen");
  });
  await stage.does("the term lapses", () => office.waitsUntil("2018-01-11"));
  await stage.does("the link to object goes with it", async () => {
    await guest.page.reload();
    await guest.isAt("Dieser Link gilt nicht mehr", 404);
    await guest.looks("flow link over");
  });
  await stage.does("office distributes, the mail carries the PDF", () => distributes(office, guest));
}
