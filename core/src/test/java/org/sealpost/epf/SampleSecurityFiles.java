package org.sealpost.epf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SampleAuthority;
import org.sealpost.pki.Subject;

/** One security file for all tests of this package: sealing is slow on purpose. */
final class SampleSecurityFiles {
    /** ASCII, because the JDK opens no other. */
    static final String PASSWORD = "Tr0ub4dor & 3";

    static final Providers PROVIDERS = Providers.best();
    static final SecureRandom RANDOM = new SecureRandom();
    static final SecurityFileStore STORE = new SecurityFileStore(PROVIDERS, RANDOM);
    static final SampleAuthority AUTHORITY = SampleAuthority.create();
    static final SecurityFile FILE = file();
    static final byte[] EPF = STORE.seal(FILE, password());

    private SampleSecurityFiles() {}

    static Passphrase password() {
        return Passphrase.copyOf(PASSWORD);
    }

    private static SecurityFile file() {
        Subject alice = new Subject("alice@corp.example");
        OwnedKey signing = AUTHORITY.issue(CertificateProfile.SIGNING, alice, KeyType.EC_P256);
        OwnedKey newest = AUTHORITY.issue(CertificateProfile.ENCRYPTION, alice, KeyType.RSA_2048);
        OwnedKey older = AUTHORITY.issue(CertificateProfile.ENCRYPTION, alice, KeyType.EC_P256);
        OwnedKey oldest = AUTHORITY.issue(CertificateProfile.ENCRYPTION, alice, KeyType.RSA_2048);
        return new SecurityFile(
                "alice@corp.example", signing, List.of(newest, older, oldest), List.of(AUTHORITY.certificate()));
    }

    static KeyStore inTheJdk(byte[] epf) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(epf), PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same file as the JDK writes it: certificates encrypted, in another order. */
    static byte[] rewrittenByTheJdk() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            inTheJdk(EPF).store(out, PASSWORD.toCharArray());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
