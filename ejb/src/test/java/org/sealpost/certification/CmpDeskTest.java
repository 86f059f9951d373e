package org.sealpost.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.protocol.TokenCode;

/** What protects messages, and who gets an answer at all. */
class CmpDeskTest {
    private static final String ADDRESS = Desk.ALICE.address();
    private static final InfoTypeAndValue CA_CERTS = new InfoTypeAndValue(CMPObjectIdentifiers.id_it_caCerts);

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void pbmac1IsAnsweredInKind() throws Exception {
        TokenCode token = desk.token();
        Answer answer = desk.answer(desk.program().pbmac1(initial(), reference(token), token.text(), 2048));
        assertThat(answer.type()).isEqualTo(PKIBody.TYPE_INIT_REP);
        assertThat(answer.pbmac1Holds(token.text())).isTrue();
    }

    @Test
    void aTokenMayBeSpelledWithoutHyphens() throws Exception {
        TokenCode token = desk.token();
        String plain = token.text().replace("-", "");
        Answer answer = desk.answer(desk.program().mac(initial(), plain.substring(0, 10), plain));
        assertThat(answer.type()).isEqualTo(PKIBody.TYPE_INIT_REP);
        assertThat(answer.macHolds(plain)).isTrue();
    }

    @Test
    void aWrongSecretCostsATryAndTheFifthTheToken() throws Exception {
        TokenCode token = desk.token();
        for (int left = 4; left >= 0; left--) {
            Answer refused = desk.answer(desk.program().mac(initial(), reference(token), "wrong"));
            assertThat(refused.failure())
                    .isEqualTo(left == 0 ? PKIFailureInfo.notAuthorized : PKIFailureInfo.badMessageCheck);
            assertThat(refused.signatureHolds()).isTrue();
            assertThat(desk.triesLeft()).isEqualTo(left);
        }
        Answer dead = desk.answer(desk.program().mac(initial(), reference(token), token.text()));
        assertThat(dead.failure()).isEqualTo(PKIFailureInfo.notAuthorized);
        assertThat(dead.text()).contains("token-exhausted");
        assertThat(dead.macHolds(token.text())).isTrue();
        assertThat(desk.log()).contains("ENROL FAILURE admin");
    }

    @Test
    void whoeverKnowsNothingOfTheTokenCostsItNoTry() throws Exception {
        desk.token();
        Answer refused = desk.answer(desk.program().mac(initial(), "00000-00000", "wrong"));
        assertThat(refused.failure()).isEqualTo(PKIFailureInfo.badMessageCheck);
        assertThat(refused.text()).contains("unknown-token");
        assertThat(desk.triesLeft()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {100_001, 8_000_000})
    void aSenderCannotMakeTheServerGoRoundForever(int rounds) throws Exception {
        TokenCode token = desk.token();
        byte[] small = desk.program().pbmac1(initial(), reference(token), token.text(), 70_000);
        byte[] costly = Rounds.replaced(small, 70_000, rounds);
        assertThat(desk.answer(costly).failure()).isEqualTo(PKIFailureInfo.badAlg);
        assertThat(desk.triesLeft()).isEqualTo(5);
    }

    @Test
    void everybodyMayAskForTheAuthority() throws Exception {
        Answer told = Answer.of(desk.octets(Unprotected.message(Wishes.ask(CA_CERTS))));
        assertThat(told.signatureHolds()).isTrue();
        assertThat(told.info().getInfoType()).isEqualTo(CMPObjectIdentifiers.id_it_caCerts);
        assertThat(told.info().getInfoValue()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {PKIBody.TYPE_INIT_REQ, PKIBody.TYPE_KEY_UPDATE_REQ})
    void nobodyAsksForCertificatesUnprotected(int type) throws Exception {
        byte[] message = Unprotected.message(Wishes.request(type, own()));
        assertThat(desk.answer(message).failure()).isEqualTo(PKIFailureInfo.badMessageCheck);
    }

    @Test
    void whatIsNoMessageIsRefusedAtOnce() {
        for (byte[] octets : List.of(new byte[0], new byte[] {0x30, 0}, new byte[200_000])) {
            assertThatThrownBy(() -> desk.octets(octets)).isInstanceOf(BadEncoding.class);
        }
    }

    @Test
    void aStoppedKeyManagerAnswersNothing() throws Exception {
        TokenCode token = desk.token();
        byte[] message = desk.program().mac(initial(), reference(token), token.text());
        desk.stop();
        assertThatThrownBy(() -> desk.octets(message)).isInstanceOf(KeyManagerUnavailable.class);
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
}
