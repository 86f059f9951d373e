// args: the port of an address book on this machine and its certificate in base64, the base, a login, its password.
// As "New LDAP Directory" makes it, with the password remembered, its certificate accepted and completion switched on.
const { LDAPDirectoryUtils } = ChromeUtils.importESModule("resource:///modules/accountcreation/LDAPDirectoryUtils.sys.mjs");
const [port, certificate, base, login, password] = args;
const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
Cc["@mozilla.org/security/certoverride;1"]
  .getService(Ci.nsICertOverrideService)
  .rememberValidityOverride("localhost", port, {}, certificates.constructX509FromBase64(certificate), true);
const book = LDAPDirectoryUtils.createDirectory({
  name: "Corp",
  hostname: "localhost",
  port,
  ssl: true,
  baseDn: base,
  bindDn: login,
});
const remembered = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
remembered.init(book.lDAPURL.prePath, null, book.lDAPURL.spec, "", password, "", "");
await Services.logins.addLoginAsync(remembered);
Services.prefs.setBoolPref("ldap_2.autoComplete.useDirectory", true);
Services.prefs.setCharPref("ldap_2.autoComplete.directoryServer", book.dirPrefId);
return {};
