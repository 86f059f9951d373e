package org.sealpost.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.lint.CertificateRefused;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeToken;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

/** A key that anybody could take apart is not certified, however well its owner proves to have it. */
class RefusedCertificateTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aKeyWhosePrimesAreNeighboursIsRefusedAndNothingHasHappened() throws GeneralSecurityException {
        TokenCode token = handOut();
        EnrolmentRequest request = request(token, neighbours());
        assertThatThrownBy(() -> redeem(request, token)).isInstanceOfSatisfying(CertificateRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo("certificate-refused");
            assertThat(refused.arguments()).containsExactly("rsa-close-primes");
        });
        assertThat(office.get(MailboxRepository.class)
                        .byId(TestPeople.ALICE.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(MailboxState.TOKEN_OUT);
        assertThat(office.get(IssuedCertificateRepository.class).history(TestPeople.ALICE.id()))
                .isEmpty();
        try (ClientEnrolment client = begin(token)) {
            redeem(client.request(), token);
        }
        assertThat(office.get(IssuedCertificateRepository.class).history(TestPeople.ALICE.id()))
                .hasSize(2);
    }

    private TokenCode handOut() {
        TokenDesk desk = office.get(TokenDesk.class);
        return TokenCode.parse(office.call(() -> desk.handOut(TestPeople.ALICE, Act.ENABLE, Mailbox::issueToken))
                .token());
    }

    private static ClientEnrolment begin(TokenCode token) {
        return ClientEnrolment.begin(Providers.best(), RANDOM, "alice@corp.example", token, KeyType.EC_P256);
    }

    private static EnrolmentRequest request(TokenCode token, KeyPair pair) {
        try (ClientEnrolment client = begin(token)) {
            EnrolmentRequest honest = client.request();
            return new EnrolmentRequest(
                    honest.address(),
                    honest.token(),
                    SigningRequest.make(Providers.best(), honest.address(), pair),
                    honest.transportKey());
        }
    }

    private void redeem(EnrolmentRequest request, TokenCode token) {
        SigningRequest proof = SigningRequest.verify(Providers.best(), request.signingRequest());
        TokenCheck check = office.get(TokenCheck.class);
        OneTimeToken checked = office.call(() -> check.redeemable(TestPeople.ALICE.id(), token));
        Enrolment enrolment = office.get(Enrolment.class);
        office.call(() -> enrolment.complete(request, TestPeople.ALICE, proof.publicKey(), checked));
    }

    /** RSA with 2048 bits whose second prime is the next one after the first. */
    private static KeyPair neighbours() throws GeneralSecurityException {
        BigInteger exponent = BigInteger.valueOf(65537);
        BigInteger p = BigInteger.probablePrime(1024, RANDOM).setBit(1022).nextProbablePrime();
        BigInteger q = p.nextProbablePrime();
        BigInteger modulus = p.multiply(q);
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        BigInteger secret = exponent.modInverse(p1.multiply(q1));
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new KeyPair(
                factory.generatePublic(new RSAPublicKeySpec(modulus, exponent)),
                factory.generatePrivate(new RSAPrivateCrtKeySpec(
                        modulus, exponent, secret, p, q, secret.mod(p1), secret.mod(q1), q.modInverse(p))));
    }
}
