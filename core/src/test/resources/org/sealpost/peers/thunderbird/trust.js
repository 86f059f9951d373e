// args: an authority's certificate in base64, trusted from now on for mail too.
const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
certificates.addCertFromBase64(args[0], "C,C,C");
return {};
