// args: a recipient's address. The certificate that mail would be encrypted to, in base64: what is not known yet is
// fetched from the address book, as the compose window does it.
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const main = Services.wm.getMostRecentWindow("mail:3pane");
const security = Cc["@mozilla.org/messengercompose/composesecure;1"].createInstance(Ci.nsIMsgComposeSecure);
const valid = () =>
  new Promise(found =>
    security.asyncFindCertByEmailAddr(args[0], { findCertDone: (address, certificate) => found(certificate) })
  );
const before = await valid();
const fetching = main.openDialog(
  "chrome://messenger-smime/content/certFetchingStatus.xhtml",
  "",
  "chrome,resizable=1,dialog=1",
  Services.prefs.getCharPref("ldap_2.autoComplete.directoryServer"),
  [args[0]]
);
for (let tries = 0; tries < 200 && !fetching.closed; tries++) {
  await new Promise(wake => main.setTimeout(wake, 50));
}
const after = await valid();
return { before: before?.getBase64DERString() ?? "", after: after?.getBase64DERString() ?? "" };
