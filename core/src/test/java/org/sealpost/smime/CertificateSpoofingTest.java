package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.pki.Finding;
import org.sealpost.pki.OwnedKey;

/**
 * Certificates that a trusted authority gave to the wrong person or for a strange name: none of them may speak for Alice
 * (Marlinspike 2009 for the NUL; "Johnny, you are fired!" section 5 for the rest).
 */
class CertificateSpoofingTest {

    private static final SloppyAuthority SLOPPY = new SloppyAuthority();

    /** Without this the tests below would prove nothing. */
    @Test
    void aCertificateForAliceSpeaksForAlice() throws IOException {
        assertThat(address(SLOPPY.certify("CN=x", "alice@corp.example"))).isEqualTo("address-matches");
        assertThat(address(SLOPPY.certify("CN=x", "x@corp.example", "ALICE@CORP.example")))
                .isEqualTo("address-matches");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mallory@corp.example",
                "alice@corp.example\u0000.mallory.example",
                "alice@corp.example\u0000",
                "\u0000alice@corp.example",
                "alice\u0000@corp.example",
                "alice@corp.example mallory@corp.example",
                "alice@corp.example,mallory@corp.example",
                "mallory@corp.example <alice@corp.example>",
                "<alice@corp.example>",
                "Alice <alice@corp.example>",
                "alice@corp.example\r\n",
                " alice@corp.example",
                "alice@corp.example ",
                "\"alice@corp.example\"@mallory.example",
                "alice@corp.example.mallory.example",
                "alice@mallory.example\u0000@corp.example",
                "*@corp.example",
                "@corp.example",
                "corp.example",
                "alice@xn--crp-e1a.example",
                "alice@CORP",
                "alice@corp.example@corp.example",
                "mailto:alice@corp.example",
                "",
            })
    void aStrangeNameIsNotAlice(String name) throws IOException {
        assertThat(address(SLOPPY.certify("CN=Alice", name))).isEqualTo("address-differs");
    }

    /** Addresses in the subject's name are deprecated (RFC 5280 section 4.1.2.6), and nobody checks them. */
    @ParameterizedTest
    @ValueSource(strings = {"E=alice@corp.example", "CN=alice@corp.example", "CN=Alice,E=alice@corp.example"})
    void theSubjectsNameVouchesForNoAddress(String subject) throws IOException {
        assertThat(address(SLOPPY.certify(subject, "mallory@corp.example"))).isEqualTo("address-differs");
    }

    /** The right text in a name of another kind. */
    @Test
    void onlyMailNamesVouchForAddresses() throws IOException {
        ASN1Encodable[] others = {
            new GeneralName(GeneralName.dNSName, "alice@corp.example"),
            new GeneralName(GeneralName.uniformResourceIdentifier, "mailto:alice@corp.example"),
            new DERTaggedObject(false, 9, new DEROctetString("alice@corp.example".getBytes(StandardCharsets.UTF_8)))
        };
        for (ASN1Encodable other : others) {
            assertThat(address(SLOPPY.certify("CN=Alice", other))).isNotEqualTo("address-matches");
        }
    }

    /** Letters that look alike are other letters, in the certificate as in the header. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0430lice@corp.example", "alice@c\u043Erp.example", "alic\u00E9@corp.example"})
    void lettersThatLookAlikeAreOthers(String from) throws IOException {
        OwnedKey alice = SLOPPY.certify("CN=x", "alice@corp.example");
        byte[] signed = Corp.sign(Corp.LETTER, alice, SignatureForm.CLEAR);
        String forged = new String(signed, StandardCharsets.UTF_8).replace("alice@corp.example", from);
        try (OpenedMessage opened = Corp.open(forged.getBytes(StandardCharsets.UTF_8), SLOPPY.policy())) {
            assertThat(code(opened)).isNotEqualTo("address-matches");
        }
    }

    /** Mallory, who is known, puts her own good signature beside Alice's: the message is not Alice's alone. */
    @Test
    void aGoodSignatureOfSomebodyElseBesideTheAuthorsFails() throws IOException {
        OwnedKey mallory = SLOPPY.certify("CN=Mallory", "mallory@corp.example");
        byte[] once = Corp.sign(Corp.LETTER, mallory, SignatureForm.OPAQUE);
        try (OpenedMessage opened = Corp.open(once, SLOPPY.policy())) {
            assertThat(opened.signatures()).allMatch(SignatureStatus::intact);
            assertThat(opened.signatureOutcome()).contains(Finding.Outcome.FAILED);
            assertThat(opened.announcement()).isEmpty();
        }
    }

    private static String address(OwnedKey key) throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, key, SignatureForm.OPAQUE);
        try (OpenedMessage opened = Corp.open(signed, SLOPPY.policy())) {
            assertThat(opened.signatures()).as(Arrays.toString(signed)).hasSize(1);
            assertThat(opened.signatures().get(0).intact()).isTrue();
            assertThat(opened.signatures()
                            .get(0)
                            .check(SignatureCheck.Kind.CHAIN)
                            .finding()
                            .ok())
                    .isTrue();
            return code(opened);
        }
    }

    private static String code(OpenedMessage opened) {
        return opened.signatures()
                .get(0)
                .check(SignatureCheck.Kind.ADDRESS)
                .finding()
                .code();
    }
}
