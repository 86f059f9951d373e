package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Asn1BoundsTest {
    private static byte[] nested(int depth, boolean indefinite) throws IOException {
        ASN1Encodable value = DERNull.INSTANCE;
        for (int i = 0; i < depth; i++) {
            value = indefinite ? new BERSequence(value) : new DERSequence(value);
        }
        return value.toASN1Primitive().getEncoded();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 64})
    void honestNestingParses(int depth) throws IOException {
        assertThatCode(() -> Asn1Bounds.parse(nested(depth, false), "test")).doesNotThrowAnyException();
        assertThatCode(() -> Asn1Bounds.parse(nested(depth, true), "test")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 500})
    void deeperNestingIsRefused(int depth) throws IOException {
        assertThat(Asn1Bounds.withinDepth(nested(depth, false))).isFalse();
        assertThat(Asn1Bounds.withinDepth(nested(depth, true))).isFalse();
    }

    @Test
    void aMillionOpenSequencesCostNeitherStackNorTime() {
        byte[] indefinite = new byte[2_000_000];
        for (int i = 0; i < indefinite.length; i += 2) {
            indefinite[i] = 0x30;
            indefinite[i + 1] = (byte) 0x80;
        }
        assertThatThrownBy(() -> Asn1Bounds.parse(indefinite, "bomb")).isInstanceOf(BadEncoding.class);
        byte[] definite = new byte[1_000_000];
        Arrays.fill(definite, (byte) 0x30);
        assertThatThrownBy(() -> Asn1Bounds.parse(definite, "bomb")).isInstanceOf(BadEncoding.class);
    }

    @Test
    void neighboursDoNotAddUp() throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            many.write(nested(60, i % 2 == 0));
        }
        assertThat(Asn1Bounds.withinDepth(many.toByteArray())).isTrue();
    }

    @Test
    void longTagsAndTextsAreSteppedOver() throws IOException {
        byte[] value = new DERSequence(new ASN1Encodable[] {
                    new DERTaggedObject(true, 70_000, new DERUTF8String("x".repeat(300))),
                    new DERUTF8String("0".repeat(70_000))
                })
                .getEncoded();
        assertThatCode(() -> Asn1Bounds.parse(value, "test")).doesNotThrowAnyException();
    }

    @Test
    void garbageIsRefusedAndNeverAnythingElse() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            try {
                Asn1Bounds.parse(garbage, "garbage");
            } catch (BadEncoding expected) {
                assertThat(expected.arguments()).containsExactly("garbage");
            }
        }
    }

    @Test
    void bytesBehindTheValueAreRefused() throws IOException {
        byte[] value = nested(2, false);
        assertThatThrownBy(() -> Asn1Bounds.parse(Arrays.copyOf(value, value.length + 1), "test"))
                .isInstanceOf(BadEncoding.class);
    }
}
