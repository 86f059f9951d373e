// args: a file with a message, whether a word about a signature is waited for. Opens it in a tab and reads the tab.
const { MailUtils } = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
const main = Services.wm.getMostRecentWindow("mail:3pane");
const tabs = main.document.getElementById("tabmail");
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(args[0]);
const before = tabs.tabInfo.length;
MailUtils.openEMLFile(main, file, Services.io.newFileURI(file));
const pause = () => new Promise(wake => main.setTimeout(wake, 50));
const unknown = -1;
const notYet = 1039; // VERIFY_NOT_YET_ATTEMPTED
let page, body;
for (let tries = 0; tries < 200; tries++) {
  await pause();
  page = tabs.tabInfo[before]?.chromeBrowser?.contentWindow;
  body = page?.document?.getElementById("messagepane")?.contentDocument;
  const loaded = body?.readyState == "complete" && body.URL != "about:blank";
  const judged = page?.gSignatureStatus != unknown && page?.gSignatureStatus != notYet;
  // what cannot be decrypted has nothing to be signed
  if (loaded && (judged || !args[1] || page.gEncryptionStatus > 0)) {
    break;
  }
}
const word = status => (status == unknown || status === undefined ? "" : `${status}`);
const shown = {
  encryption: word(page.gEncryptionStatus),
  signature: word(page.gSignatureStatus),
  subject: page.document.getElementById("expandedsubjectBox").textContent.trim(),
  text: [...body.querySelectorAll(".moz-text-plain, .moz-text-flowed, .moz-text-html")]
    .map(one => one.textContent.trim())
    .join("\n"),
  attachments: (page.currentAttachments ?? []).map(one => one.name),
};
tabs.closeTab(tabs.tabInfo[before]);
return shown;
