package org.sealpost.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.model.CertificateState;
import org.sealpost.model.MailboxState;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.TokenCode;

/** Redeeming a token by CMP, in one step and in two. */
class CmpEnrolmentTest {
    private static final String ADDRESS = Desk.ALICE.address();
    private static final InfoTypeAndValue CA_CERTS = new InfoTypeAndValue(CMPObjectIdentifiers.id_it_caCerts);

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void oneMessageGivesBothCertificatesAndTheSealedKey() throws Exception {
        TokenCode token = desk.token();
        KeyPair own = Desk.pair();
        Program program = desk.program();
        Answer answer = desk.answer(program.mac(
                Wishes.request(PKIBody.TYPE_INIT_REQ, Wishes.own(0, own, ADDRESS), Wishes.made(1)),
                reference(token),
                token.text()));
        assertThat(answer.type()).isEqualTo(PKIBody.TYPE_INIT_REP);
        assertThat(answer.macHolds(token.text())).isTrue();
        assertThat(answer.certificate(0).getPublicKey().getEncoded())
                .isEqualTo(own.getPublic().getEncoded());
        assertThat(Certificates.addresses(answer.certificate(0))).containsExactly(ADDRESS);
        assertThat(Certificates.capabilities(answer.certificate(1)))
                .as("what other programs read")
                .contains(Capabilities.STANDARD);
        PrivateKey key = answer.keySealedToSecret(1, token.text());
        assertThat(OwnedKey.belongTogether(
                        Providers.best(), key, answer.certificate(1).getPublicKey()))
                .isTrue();
        assertThat(desk.mailbox()).isEqualTo(MailboxState.ENABLED);
        assertThat(desk.log()).contains("ENROL SUCCESS alice@corp.example");
    }

    @Test
    void nothingIsInForceBeforeTheProgramConfirms() throws Exception {
        TokenCode token = desk.token();
        Program program = desk.program();
        Answer given = desk.answer(program.mac(initial(), reference(token), token.text()));
        assertThat(given.waitsForConfirmation()).isTrue();
        assertThat(desk.states()).containsOnly(CertificateState.PREPARED);
        Answer confirmed = desk.answer(program.answering(given.nonce())
                .mac(Wishes.confirm(given.certificate(0), 0, true), reference(token), token.text()));
        assertThat(confirmed.type()).isEqualTo(PKIBody.TYPE_CONFIRM);
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void whatTheProgramRejectsIsGivenUp() throws Exception {
        TokenCode token = desk.token();
        Program program = desk.program();
        Answer given = desk.answer(program.mac(initial(), reference(token), token.text()));
        Answer heard = desk.answer(program.answering(given.nonce())
                .mac(Wishes.confirm(given.certificate(0), 0, false), reference(token), token.text()));
        assertThat(heard.type()).isEqualTo(PKIBody.TYPE_CONFIRM);
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    void whatIsNotConfirmedInTimeIsGivenUp() throws Exception {
        TokenCode token = desk.token();
        Program program = desk.program();
        Answer given = desk.answer(program.mac(initial(), reference(token), token.text()));
        desk.later(CmpTransactions.CONFIRMATION.plusSeconds(1));
        desk.sweep();
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.REVOKED);
        Answer late = desk.answer(program.answering(given.nonce())
                .mac(Wishes.confirm(given.certificate(0), 0, true), reference(token), token.text()));
        assertThat(late.failure()).isEqualTo(PKIFailureInfo.certConfirmed);
    }

    @Test
    void aConfirmationOfSomethingElseOrToAnotherMessageDoesNotCount() throws Exception {
        TokenCode token = desk.token();
        Program program = desk.program();
        Answer given = desk.answer(program.mac(initial(), reference(token), token.text()));
        PKIBody right = Wishes.confirm(given.certificate(0), 0, true);
        assertThat(desk.answer(program.answering(new byte[16]).mac(right, reference(token), token.text()))
                        .failure())
                .isEqualTo(PKIFailureInfo.badRecipientNonce);
        X509Certificate other = authority();
        assertThat(desk.answer(program.answering(given.nonce())
                                .mac(Wishes.confirm(other, 0, true), reference(token), token.text()))
                        .failure())
                .isEqualTo(PKIFailureInfo.badCertId);
        assertThat(desk.state(given.certificate(0))).isEqualTo(CertificateState.PREPARED);
    }

    @Test
    void theEncryptionKeyIsFetchedInASecondStepOnce() throws Exception {
        TokenCode token = desk.token();
        Answer first = desk.answer(desk.program().implicit().mac(initial(), reference(token), token.text()));
        assertThat(desk.states()).containsExactlyInAnyOrder(CertificateState.ISSUED, CertificateState.PREPARED);
        PKIBody fetch = Wishes.request(PKIBody.TYPE_CERT_REQ, Wishes.made(0));
        Answer second = desk.answer(desk.program().implicit().mac(fetch, reference(token), token.text()));
        assertThat(second.type()).isEqualTo(PKIBody.TYPE_CERT_REP);
        assertThat(OwnedKey.belongTogether(
                        Providers.best(),
                        second.keySealedToSecret(0, token.text()),
                        second.certificate(0).getPublicKey()))
                .isTrue();
        assertThat(desk.states()).containsOnly(CertificateState.ISSUED).hasSize(2);
        assertThat(desk.answer(desk.program().mac(fetch, reference(token), token.text()))
                        .failure())
                .isEqualTo(PKIFailureInfo.badRequest);
        assertThat(first.certificate(0)).isNotEqualTo(second.certificate(0));
    }

    @Test
    void aTokenWorksOnceAndNotTooLate() throws Exception {
        TokenCode spent = desk.token();
        desk.answer(desk.program().implicit().mac(initial(), reference(spent), spent.text()));
        Answer again = desk.answer(desk.program().mac(initial(), reference(spent), spent.text()));
        assertThat(again.failure()).isEqualTo(PKIFailureInfo.notAuthorized);
        assertThat(again.text()).contains("token-spent");
    }

    @Test
    void aTokenRunsOut() throws Exception {
        TokenCode token = desk.token();
        desk.later(Duration.ofHours(72));
        Answer late = desk.answer(desk.program().mac(initial(), reference(token), token.text()));
        assertThat(late.text()).contains("token-expired");
        assertThat(desk.mailbox()).isEqualTo(MailboxState.TOKEN_OUT);
    }

    @Test
    void anEnrolmentThatIsRepeatedIsRefused() throws Exception {
        TokenCode token = desk.token();
        byte[] message = desk.program().mac(initial(), reference(token), token.text());
        assertThat(desk.answer(message).type()).isEqualTo(PKIBody.TYPE_INIT_REP);
        assertThat(desk.answer(message).failure()).isEqualTo(PKIFailureInfo.transactionIdInUse);
    }

    @Test
    void aKeyThatIsNotProvedIsNotCertified() throws Exception {
        TokenCode token = desk.token();
        PKIBody stolen = Wishes.request(
                PKIBody.TYPE_INIT_REQ,
                new CertReqMsg(
                        Wishes.own(0, Desk.pair(), ADDRESS).getCertReq(),
                        Wishes.own(0, Desk.pair(), ADDRESS).getPop(),
                        null));
        Answer refused = desk.answer(desk.program().mac(stolen, reference(token), token.text()));
        assertThat(refused.failure()).isEqualTo(PKIFailureInfo.badPOP);
        assertThat(desk.mailbox()).isEqualTo(MailboxState.TOKEN_OUT);
    }

    @Test
    void anotherAddressIsNotCertified() throws Exception {
        TokenCode token = desk.token();
        PKIBody foreign = Wishes.request(PKIBody.TYPE_INIT_REQ, Wishes.own(0, Desk.pair(), "bob@corp.example"));
        assertThat(desk.answer(desk.program().mac(foreign, reference(token), token.text()))
                        .failure())
                .isEqualTo(PKIFailureInfo.badCertTemplate);
    }

    private static PKIBody initial() throws Exception {
        return Wishes.request(PKIBody.TYPE_INIT_REQ, own());
    }

    private static CertReqMsg own() throws Exception {
        return Wishes.own(0, Desk.pair(), ADDRESS);
    }

    private static String reference(TokenCode token) {
        return token.reference().text();
    }

    private X509Certificate authority() throws Exception {
        Answer told = Answer.of(desk.octets(Unprotected.message(Wishes.ask(CA_CERTS))));
        return Certificates.parse(told.message().getCertificates()[1].getEncoded());
    }
}
