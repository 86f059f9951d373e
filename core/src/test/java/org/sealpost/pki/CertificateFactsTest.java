package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Capabilities;

class CertificateFactsTest {
    private static final SampleAuthority AUTHORITY = SampleAuthority.create();

    private final OwnedKey bob = AUTHORITY.issue(CertificateProfile.ENCRYPTION, "bob@corp.example");

    @Test
    void aMailboxsCertificateSaysWhatItsOwnerReads() {
        assertThat(CertificateFacts.reads(bob.certificate())).contains(Capabilities.OWN);
    }

    @Test
    void aMailboxsCertificateSaysWhereToLookForRevocations() {
        assertThat(CertificateFacts.revocationLists(bob.certificate()))
                .containsExactly(URI.create("http://localhost:8080/pki/ca.crl"));
    }

    @Test
    void anAuthoritysOwnCertificateSaysNeither() {
        assertThat(CertificateFacts.reads(AUTHORITY.certificate())).isEmpty();
        assertThat(CertificateFacts.revocationLists(AUTHORITY.certificate())).isEmpty();
    }
}
