// args: a PKCS #12 file, its password. As the certificate manager's button Import does it.
const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(args[0]);
const code = certificates.importPKCS12File(file, args[1]);
const own = certificates
  .getCerts()
  .filter(one => one.certType & Ci.nsIX509Cert.USER_CERT)
  .map(one => one.emailAddress);
return { code, own };
