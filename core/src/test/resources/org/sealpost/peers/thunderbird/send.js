// args: from, to, whether to sign, whether to encrypt. As the compose window does it for "Send later".
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
const [from, to, signs, encrypts] = args;
const own = address =>
  certificates.getCerts().find(one => one.emailAddress == address && one.certType & Ci.nsIX509Cert.USER_CERT);
const identity = MailServices.accounts.allIdentities[0];
identity.email = from;
for (const [use, certificate] of [["signing", own(from)], ["encryption", own(to)]]) {
  identity.setUnicharAttribute(`${use}_cert_name`, certificate.displayName);
  identity.setCharAttribute(`${use}_cert_dbkey`, certificate.dbKey);
}
const security = Cc["@mozilla.org/messengercompose/composesecure;1"].createInstance(Ci.nsIMsgComposeSecure);
security.signMessage = signs;
security.requireEncryptMessage = encrypts;
const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
fields.from = from;
fields.to = to;
fields.subject = "Plans";
fields.body = "The plans for the new building are ready.\r\n";
fields.forcePlainText = true;
fields.composeSecure = security;
await new Promise(found =>
  security.asyncFindCertByEmailAddr(to, {
    findCertDone(address, certificate) {
      if (certificate) {
        security.cacheValidCertForEmail(address, certificate.dbKey);
      }
      found();
    },
  })
);
const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
parameters.composeFields = fields;
parameters.identity = identity;
parameters.type = Ci.nsIMsgCompType.New;
parameters.format = Ci.nsIMsgCompFormat.PlainText;
await MailServices.compose
  .initCompose(parameters, null, null)
  .sendMsg(Ci.nsIMsgCompDeliverMode.Later, identity, "account1", null, null);
return {};
