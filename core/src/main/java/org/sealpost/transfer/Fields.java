package org.sealpost.transfer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.sealpost.crypto.BadEncoding;

/** The fields of a SEQUENCE, one after the other, each within its bounds; within guarded parsing. */
final class Fields {
    private final ASN1Sequence sequence;
    private int next;

    private Fields(ASN1Encodable value, int size) {
        this.sequence = ASN1Sequence.getInstance(value);
        if (sequence.size() != size) {
            throw bad();
        }
    }

    /** @param size how many fields there have to be */
    static Fields of(ASN1Encodable value, int size) {
        return new Fields(value, size);
    }

    String text(int longest) {
        String text = ASN1UTF8String.getInstance(take()).getString();
        if (text.isBlank() || text.length() > longest) {
            throw bad();
        }
        return text;
    }

    byte[] octets(int longest) {
        byte[] octets = ASN1OctetString.getInstance(take()).getOctets();
        if (octets.length == 0 || octets.length > longest) {
            throw bad();
        }
        return octets;
    }

    /** To the millisecond. */
    Instant moment() {
        return Instant.ofEpochMilli(
                ASN1Integer.getInstance(take()).getPositiveValue().longValueExact());
    }

    /** The form; there is one so far. */
    void version(int only) {
        if (!ASN1Integer.getInstance(take()).hasValue(only)) {
            throw bad();
        }
    }

    <T> List<T> list(int most, Function<ASN1Encodable, T> each) {
        ASN1Sequence values = ASN1Sequence.getInstance(take());
        if (values.size() > most) {
            throw bad();
        }
        List<T> read = new ArrayList<>();
        values.forEach(value -> read.add(each.apply(value)));
        return read;
    }

    private ASN1Encodable take() {
        return sequence.getObjectAt(next++);
    }

    static BadEncoding bad() {
        return new BadEncoding("transfer file");
    }

    static ASN1Encodable text(String text) {
        return new DERUTF8String(text);
    }

    static ASN1Encodable octets(byte[] octets) {
        return new DEROctetString(octets);
    }

    static ASN1Encodable moment(Instant moment) {
        return new ASN1Integer(BigInteger.valueOf(moment.toEpochMilli()));
    }

    static ASN1Encodable number(long number) {
        return new ASN1Integer(number);
    }

    static <T> ASN1Encodable list(List<T> values, Function<T, ASN1Encodable> each) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        values.forEach(value -> all.add(each.apply(value)));
        return new DERSequence(all);
    }

    static ASN1Encodable sequence(ASN1Encodable... fields) {
        return new DERSequence(fields);
    }
}
