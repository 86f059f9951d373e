package org.sealpost.epf;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/** Puts keys and certificates together again, by what the certificates allow, and refuses what does not belong. */
final class SecurityFileAssembly {
    private final Providers providers;
    private final PfxReader contents;

    SecurityFileAssembly(Providers providers, PfxReader contents) {
        this.providers = providers;
        this.contents = contents;
    }

    SecurityFile assemble() {
        List<OwnedKey> signing = new ArrayList<>();
        List<OwnedKey> encryption = new ArrayList<>();
        contents.keys().forEach((id, key) -> {
            OwnedKey owned = new OwnedKey(key, certificate(id, key));
            (isSigning(owned.certificate()) ? signing : encryption).add(owned);
        });
        if (signing.size() != 1 || encryption.isEmpty()) {
            throw new DamagedSecurityFile("keys", null);
        }
        List<String> addresses = Certificates.addresses(signing.get(0).certificate());
        if (addresses.isEmpty()) {
            throw new DamagedSecurityFile("mailbox", null);
        }
        return new SecurityFile(addresses.get(0), signing.get(0), encryption, contents.others());
    }

    private X509Certificate certificate(String id, PrivateKey key) {
        X509Certificate certificate = contents.owned().get(id);
        if (certificate == null || !OwnedKey.belongTogether(providers, key, certificate.getPublicKey())) {
            throw new DamagedSecurityFile("certificate", null);
        }
        return certificate;
    }

    private static boolean isSigning(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || CertificateProfile.SIGNING.allows(usage);
    }
}
