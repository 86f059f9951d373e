package org.sealpost.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Providers;
import org.sealpost.model.CertificateState;
import org.sealpost.model.MailboxState;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/** Renewing and revoking by CMP: what the signing key in force vouches for. */
class CmpRenewalTest {
    private static final String ADDRESS = Desk.ALICE.address();
    private static final InfoTypeAndValue CA_CERTS = new InfoTypeAndValue(CMPObjectIdentifiers.id_it_caCerts);

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aRenewalThatIsRepeatedIsRefused() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        byte[] renewal = desk.program()
                .signed(Wishes.request(PKIBody.TYPE_KEY_UPDATE_REQ, own()), alice.signing(), alice.certificate());
        assertThat(desk.answer(renewal).type()).isEqualTo(PKIBody.TYPE_KEY_UPDATE_REP);
        assertThat(desk.answer(renewal).failure()).isEqualTo(PKIFailureInfo.transactionIdInUse);
    }

    @Test
    void theSigningKeyInForceVouchesForItsFollower() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        KeyPair next = Desk.pair();
        Program program = desk.program();
        Answer given = desk.answer(program.signed(
                Wishes.request(PKIBody.TYPE_KEY_UPDATE_REQ, Wishes.own(0, next, alice.certificate())),
                alice.signing(),
                alice.certificate()));
        assertThat(given.signatureHolds()).isTrue();
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.PREPARED);
        desk.answer(program.answering(given.nonce())
                .signed(Wishes.confirm(given.certificate(0), 0, true), alice.signing(), alice.certificate()));
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.ISSUED);
        assertThat(desk.log())
                .contains("PREPARE_RENEWAL SUCCESS alice@corp.example", "RENEW SUCCESS alice@corp.example");
    }

    @Test
    void aNewEncryptionKeyComesSealedToTheOldOne() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        Answer given = desk.answer(desk.program()
                .implicit()
                .signed(
                        Wishes.request(PKIBody.TYPE_KEY_UPDATE_REQ, Wishes.made(0, alice.encryptionCertificate())),
                        alice.signing(),
                        alice.certificate()));
        assertThat(OwnedKey.belongTogether(
                        Providers.best(),
                        given.keySealedTo(0, alice.encryption().getPrivate()),
                        given.certificate(0).getPublicKey()))
                .isTrue();
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void aStrangersSignatureVouchesForNothing() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        PKIBody wish = Wishes.request(PKIBody.TYPE_KEY_UPDATE_REQ, own());
        assertThat(desk.answer(desk.program().signed(wish, Desk.pair(), alice.certificate()))
                        .failure())
                .isEqualTo(PKIFailureInfo.badMessageCheck);
        assertThat(desk.answer(desk.program().signed(wish, alice.encryption(), alice.encryptionCertificate()))
                        .failure())
                .isEqualTo(PKIFailureInfo.signerNotTrusted);
        assertThat(desk.answer(desk.program().timeless().signed(wish, alice.signing(), alice.certificate()))
                        .failure())
                .isEqualTo(PKIFailureInfo.badTime);
        byte[] old = desk.program().signed(wish, alice.signing(), alice.certificate());
        desk.later(Vouchers.SKEW.plusSeconds(2));
        assertThat(desk.answer(old).failure()).isEqualTo(PKIFailureInfo.badTime);
    }

    @Test
    void onlyACertificateOfOnesOwnInForceIsFollowed() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        for (X509Certificate wrong : List.of(alice.encryptionCertificate(), authority())) {
            PKIBody wish = Wishes.request(PKIBody.TYPE_KEY_UPDATE_REQ, Wishes.own(0, Desk.pair(), wrong));
            assertThat(desk.answer(desk.program().signed(wish, alice.signing(), alice.certificate()))
                            .failure())
                    .isEqualTo(PKIFailureInfo.badCertId);
        }
    }

    @Test
    void aTokenDoesNotRenewAndACertificateDoesNotEnrol() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        assertThat(desk.answer(desk.program().signed(initial(), alice.signing(), alice.certificate()))
                        .failure())
                .isEqualTo(PKIFailureInfo.notAuthorized);
    }

    @Test
    void aKeyThatMayBeInOtherHandsEndsEverything() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        Answer done = desk.answer(desk.program()
                .signed(
                        Wishes.revoke(alice.certificate(), CRLReason.keyCompromise),
                        alice.signing(),
                        alice.certificate()));
        assertThat(done.type()).isEqualTo(PKIBody.TYPE_REVOCATION_REP);
        assertThat(desk.states()).containsOnly(CertificateState.REVOKED);
        assertThat(desk.mailbox()).isEqualTo(MailboxState.REVOKED);
        assertThat(desk.log()).contains("REVOKE SUCCESS alice@corp.example");
    }

    @Test
    void whatWasReplacedEndsAlone() throws Exception {
        Desk.Enrolled alice = desk.enrolled();
        PKIBody end = Wishes.revoke(alice.certificate(), CRLReason.superseded);
        assertThat(desk.answer(desk.program().signed(end, alice.signing(), alice.certificate()))
                        .failure())
                .isEqualTo(PKIFailureInfo.badRequest);
        KeyPair next = Desk.pair();
        desk.later(Duration.ofSeconds(5));
        Answer given = desk.answer(desk.program()
                .implicit()
                .signed(
                        Wishes.request(PKIBody.TYPE_KEY_UPDATE_REQ, Wishes.own(0, next, ADDRESS)),
                        alice.signing(),
                        alice.certificate()));
        Answer done = desk.answer(desk.program().signed(end, next, given.certificate(0)));
        assertThat(done.type()).isEqualTo(PKIBody.TYPE_REVOCATION_REP);
        assertThat(desk.state(alice.certificate())).isEqualTo(CertificateState.REVOKED);
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.ISSUED);
        assertThat(desk.mailbox()).isEqualTo(MailboxState.ENABLED);
    }

    private static PKIBody initial() throws Exception {
        return Wishes.request(PKIBody.TYPE_INIT_REQ, own());
    }

    private static CertReqMsg own() throws Exception {
        return Wishes.own(0, Desk.pair(), ADDRESS);
    }

    private X509Certificate authority() throws Exception {
        Answer told = Answer.of(desk.octets(Unprotected.message(Wishes.ask(CA_CERTS))));
        return Certificates.parse(told.message().getCertificates()[1].getEncoded());
    }
}
