package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.CertificateProfile.ENCRYPTION;
import static org.sealpost.pki.CertificateProfile.SIGNING;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyProof;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.ProofFailed;
import org.sealpost.pki.SampleAuthority;
import org.sealpost.pki.SigningRequest;
import org.sealpost.pki.Subject;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.RenewalConfirmation;
import org.sealpost.protocol.RenewalRequest;

class ClientRenewalTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Providers PROVIDERS = Providers.best();
    private static final Subject ALICE = new Subject("alice@corp.example");
    private static final Set<CertificateProfile> BOTH = Set.of(SIGNING, ENCRYPTION);

    private final SampleAuthority authority = SampleAuthority.create();
    private final Hpke hpke = new Hpke(PROVIDERS, RANDOM);
    private final SecurityFile present = new SecurityFile(
            ALICE.address(),
            authority.issue(SIGNING, ALICE, KeyType.EC_P256),
            List.of(encryption(), encryption()),
            List.of(authority.certificate()));

    private ClientRenewal begin(Set<CertificateProfile> which) {
        return ClientRenewal.begin(PROVIDERS, RANDOM, present, which, NOW);
    }

    private OwnedKey encryption() {
        return authority.issue(ENCRYPTION, ALICE, KeyType.EC_P256);
    }

    private X509Certificate certify(PublicKey key) {
        return authority
                .authority()
                .issue(new CertificateOrder(
                        SIGNING, ALICE, key, CertificateOrder.newSerial(RANDOM), NOW, Capabilities.OWN));
    }

    private X509Certificate granted(RenewalRequest request) {
        return request.signing()
                ? certify(SigningRequest.verify(PROVIDERS, request.signingRequest())
                        .publicKey())
                : present.signing().certificate();
    }

    /** The Key Manager's part. */
    private EnrolmentReply grant(RenewalRequest request, OwnedKey... encryption) {
        return new IssuedKeys(granted(request), List.of(encryption), List.of(authority.certificate()))
                .sealFor(request, hpke);
    }

    @Test
    void bothPairsAreNewAndTheHistoryStays() {
        List<OwnedKey> before = present.encryption();
        try (ClientRenewal renewal = begin(BOTH)) {
            OwnedKey made = encryption();
            SecurityFile renewed = renewal.complete(grant(renewal.request(), made));
            assertThat(renewed.signing().certificate().getPublicKey())
                    .isNotEqualTo(present.signing().certificate().getPublicKey());
            assertThat(OwnedKey.belongTogether(
                            PROVIDERS,
                            renewed.signing().privateKey(),
                            renewed.signing().certificate().getPublicKey()))
                    .isTrue();
            assertThat(renewed.encryption())
                    .extracting(OwnedKey::certificate)
                    .containsExactly(
                            made.certificate(),
                            before.get(0).certificate(),
                            before.get(1).certificate());
        }
    }

    @Test
    void signingKeyAloneIsRenewed() {
        try (ClientRenewal renewal = begin(Set.of(SIGNING))) {
            assertThat(renewal.request().encryption()).isFalse();
            SecurityFile renewed = renewal.complete(grant(renewal.request()));
            assertThat(renewed.encryption()).isEqualTo(present.encryption());
            assertThat(renewed.signing().certificate())
                    .isNotEqualTo(present.signing().certificate());
        }
    }

    @Test
    void encryptionKeyAloneIsRenewed() {
        try (ClientRenewal renewal = begin(Set.of(ENCRYPTION))) {
            assertThat(renewal.request().signing()).isFalse();
            SecurityFile renewed = renewal.complete(grant(renewal.request(), encryption()));
            assertThat(renewed.signing()).isEqualTo(present.signing());
            assertThat(renewed.encryption()).hasSize(3);
        }
    }

    @Test
    void nothingToRenewIsAMistake() {
        assertThatThrownBy(() -> begin(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeyInForceVouchesForTheWholeRequest() {
        try (ClientRenewal renewal = begin(BOTH)) {
            RenewalRequest sent = renewal.request();
            PublicKey inForce = present.signing().certificate().getPublicKey();
            KeyProof.verify(PROVIDERS, inForce, sent.statement(), sent.proof());
            List<RenewalRequest> changed = List.of(
                    with(sent, "mallory@corp.example", sent.encryption(), sent.signingRequest()),
                    with(sent, sent.address(), false, sent.signingRequest()),
                    with(sent, sent.address(), true, new byte[0]),
                    new RenewalRequest(
                            sent.address(),
                            NOW.plusSeconds(1),
                            true,
                            sent.signingRequest(),
                            sent.transportKey(),
                            sent.proof()),
                    new RenewalRequest(sent.address(), NOW, true, sent.signingRequest(), new byte[65], sent.proof()));
            assertThat(changed).allSatisfy(one -> assertThatThrownBy(
                            () -> KeyProof.verify(PROVIDERS, inForce, one.statement(), one.proof()))
                    .isInstanceOf(ProofFailed.class));
        }
    }

    private static RenewalRequest with(RenewalRequest sent, String address, boolean encryption, byte[] signing) {
        return new RenewalRequest(address, NOW, encryption, signing, sent.transportKey(), sent.proof());
    }

    @Test
    void anotherKeyVouchesForNothing() {
        try (ClientRenewal renewal = begin(BOTH)) {
            RenewalRequest sent = renewal.request();
            PublicKey other = authority.pair(KeyType.EC_P256).getPublic();
            assertThatThrownBy(() -> KeyProof.verify(PROVIDERS, other, sent.statement(), sent.proof()))
                    .isInstanceOf(ProofFailed.class);
            assertThatThrownBy(() -> KeyProof.verify(PROVIDERS, other, sent.statement(), new byte[0]))
                    .isInstanceOf(ProofFailed.class);
        }
    }

    @Test
    void replyOpensForItsRequestOnly() {
        try (ClientRenewal one = begin(BOTH);
                ClientRenewal two = begin(BOTH)) {
            EnrolmentReply reply = grant(one.request(), encryption());
            assertThatThrownBy(() -> two.complete(reply)).isInstanceOf(UnwrapFailed.class);
        }
    }

    @Test
    void somethingElseThanAskedForIsRefused() {
        try (ClientRenewal signingOnly = begin(Set.of(SIGNING));
                ClientRenewal both = begin(BOTH)) {
            EnrolmentReply tooMuch = grant(signingOnly.request(), encryption());
            EnrolmentReply tooLittle = grant(both.request());
            OwnedKey mixed =
                    new OwnedKey(encryption().privateKey(), encryption().certificate());
            EnrolmentReply misfit = grant(both.request(), mixed);
            EnrolmentReply foreign = new IssuedKeys(
                            certify(authority.pair(KeyType.EC_P256).getPublic()), List.of(encryption()), List.of())
                    .sealFor(both.request(), hpke);
            assertThatThrownBy(() -> signingOnly.complete(tooMuch)).isInstanceOf(BadEncoding.class);
            assertThat(List.of(tooLittle, misfit, foreign))
                    .allSatisfy(reply ->
                            assertThatThrownBy(() -> both.complete(reply)).isInstanceOf(BadEncoding.class));
        }
    }

    @Test
    void confirmationIsVouchedForByTheKeyInTheStoredFile() {
        try (ClientRenewal renewal = begin(BOTH);
                Passphrase password = Passphrase.copyOf("secret")) {
            SecurityFile renewed = renewal.complete(grant(renewal.request(), encryption()));
            SecurityFileStore store = new SecurityFileStore(PROVIDERS, RANDOM);
            byte[] epf = store.seal(renewed, password);
            try (SecurityFile stored = store.open(epf, password)) {
                RenewalConfirmation confirmation = ClientRenewal.confirmation(PROVIDERS, stored);
                assertThat(confirmation.signing())
                        .isEqualTo(stored.signing().certificate().getSerialNumber());
                assertThat(confirmation.encryption())
                        .isEqualTo(stored.currentEncryption().certificate().getSerialNumber());
                PublicKey key = stored.signing().certificate().getPublicKey();
                KeyProof.verify(PROVIDERS, key, confirmation.statement(), confirmation.proof());
                byte[] altered = confirmation.proof().clone();
                altered[altered.length - 1] ^= 1;
                assertThatThrownBy(() -> KeyProof.verify(PROVIDERS, key, confirmation.statement(), altered))
                        .isInstanceOf(ProofFailed.class);
            }
        }
    }

    @Test
    void aProofOfOneKindIsNoProofOfAnother() {
        try (ClientRenewal renewal = begin(BOTH)) {
            RenewalConfirmation confirmation = ClientRenewal.confirmation(PROVIDERS, present);
            PublicKey key = present.signing().certificate().getPublicKey();
            assertThat(Arrays.equals(renewal.request().statement(), confirmation.statement()))
                    .isFalse();
            assertThatThrownBy(() -> KeyProof.verify(
                            PROVIDERS,
                            key,
                            confirmation.statement(),
                            renewal.request().proof()))
                    .isInstanceOf(ProofFailed.class);
        }
    }
}
