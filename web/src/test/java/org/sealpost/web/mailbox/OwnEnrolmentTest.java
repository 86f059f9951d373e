package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.net.URI;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.MailProgram;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.OwnSecurity;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxState;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SigningRequest;
import org.sealpost.pki.Subject;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

/** An enrolment spends its token: from then on nothing may come between the only signing key and its owner. */
class OwnEnrolmentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Providers PROVIDERS = Providers.best();
    private static final Subject ALICE = new Subject("alice@corp.example");

    private final Passphrase password = Passphrase.copyOf("seven geese at the pond");
    private final TokenCode token = TokenCode.generate(RANDOM);
    private final OwnEnrolment enrolment = new OwnEnrolment();
    private final Kept kept = new Kept();

    @BeforeEach
    void wire() {
        enrolment.security = new Alice();
        enrolment.enrolment = new KeyManager();
        enrolment.roaming = kept;
        enrolment.files = new SecurityFileStore(PROVIDERS, RANDOM, 1);
        enrolment.providers = PROVIDERS;
        enrolment.random = RANDOM;
    }

    @AfterEach
    void close() {
        password.close();
    }

    @Test
    void theFileIsHandedOverAndKeptIfItsOwnerWants() {
        NewSecurityFile made = enrolment.enrol(token, password, true);
        assertThat(made.lost()).isFalse();
        assertThat(kept.files).containsExactly(made.epf());
        assertOpens(made);
    }

    @Test
    void aFileThatIsNotToBeKeptIsNotMissed() {
        NewSecurityFile made = enrolment.enrol(token, password, false);
        assertThat(made.lost()).isFalse();
        assertThat(kept.files).isEmpty();
        assertOpens(made);
    }

    @Test
    void aServerThatCannotKeepTheFileHandsItOverAndSaysSo() {
        kept.failing = true;
        NewSecurityFile made = enrolment.enrol(token, password, true);
        assertThat(made.lost()).isTrue();
        assertOpens(made);
    }

    @Test
    void aRefusedEnrolmentHandsNothingOver() {
        enrolment.enrolment = new EnrolmentService() {
            @Override
            public EnrolmentReply enrol(EnrolmentRequest request) {
                throw new EJBException("no connection");
            }
        };
        assertThatThrownBy(() -> enrolment.enrol(token, password, true)).isInstanceOf(EJBException.class);
        assertThat(kept.files).isEmpty();
    }

    private void assertOpens(NewSecurityFile made) {
        try (SecurityFile file = enrolment.files.open(made.epf(), password)) {
            assertThat(file.mailbox()).isEqualTo(ALICE.address());
        }
    }

    /** Keeps files, or fails as a service does whose database is gone. */
    private static final class Kept extends RoamingService {
        final List<byte[]> files = new ArrayList<>();
        boolean failing;

        @Override
        public void store(byte[] epf) {
            if (failing) {
                throw new EJBException("no connection");
            }
            files.add(epf);
        }
    }

    private static final class Alice extends OwnSecurityService {
        @Override
        public OwnSecurity status() {
            return new OwnSecurity(
                    new DirectoryEntry(new MailboxId("id-alice"), ALICE.address(), "Alice", "alice", "Sales", false),
                    MailboxState.TOKEN_OUT,
                    new MailboxOptions(true, true),
                    MailProgram.SEALPOST,
                    Optional.empty(),
                    List.of(),
                    false);
        }
    }

    /** The Key Manager's part with a real authority: certifies what the request proves, and makes the encryption pair. */
    private static final class KeyManager extends EnrolmentService {
        private final KeyPairs pairs = new KeyPairs(PROVIDERS, RANDOM);
        private final CertificateAuthority authority = new CertificateAuthority(
                PROVIDERS,
                CertificateAuthority.createRoot(
                        PROVIDERS,
                        pairs,
                        new CertificateAuthority.RootOrder(
                                "Corp", KeyType.EC_P256, CertificateOrder.newSerial(RANDOM), NOW)),
                new CertificateAuthority.Addresses(
                        URI.create("http://localhost/pki/sealpost.crl"),
                        URI.create("http://localhost/pki/sealpost-delta.crl"),
                        URI.create("http://localhost/pki/ocsp"),
                        URI.create("http://localhost/pki/ca.cer")));

        @Override
        public EnrolmentReply enrol(EnrolmentRequest request) {
            SigningRequest proven = SigningRequest.verify(PROVIDERS, request.signingRequest());
            var pair = pairs.generate(KeyType.EC_P256);
            OwnedKey encryption =
                    new OwnedKey(pair.getPrivate(), certify(CertificateProfile.ENCRYPTION, pair.getPublic()));
            try (IssuedKeys keys = new IssuedKeys(
                    certify(CertificateProfile.SIGNING, proven.publicKey()),
                    List.of(encryption),
                    List.of(authority.certificate()))) {
                return keys.sealFor(request, new Hpke(PROVIDERS, RANDOM));
            }
        }

        private X509Certificate certify(CertificateProfile profile, PublicKey key) {
            return authority.issue(new CertificateOrder(
                    profile, ALICE, key, CertificateOrder.newSerial(RANDOM), NOW, Capabilities.OWN));
        }
    }
}
