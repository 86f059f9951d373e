package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * An EnvelopedData or AuthEnvelopedData, read to its end once. A content of up to {@link #GATHERED} bytes is kept, a
 * larger one is read again when it is decrypted.
 *
 * @param source the CMS bytes
 * @param expected number of CMS bytes, about
 * @param boxes the RecipientInfos, encoded
 * @param gathered the ciphertext, if it was small
 * @param length of the ciphertext
 * @param additional the bytes that the tag covers besides the content: authenticated attributes, mostly none
 * @param tag of authenticated encryption, else empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncryptedPart(
        ByteStream source,
        long expected,
        List<byte[]> boxes,
        AlgorithmIdentifier algorithm,
        Optional<byte[]> gathered,
        long length,
        byte[] additional,
        byte[] tag) {

    /** Largest content that is decrypted in one piece. */
    static final int GATHERED = 16 * 1024 * 1024;

    /** Most recipients of a message. */
    static final int MAXIMUM_RECIPIENTS = 2_000;

    /** All boxes together; two thousand EC recipients with long names take a quarter of it. */
    private static final int LARGEST_BOXES = 4 * 1024 * 1024;

    private static final int LARGEST_ELEMENT = 1024 * 1024;
    private static final byte[] NOTHING = {};

    /** Reads the whole structure. */
    static EncryptedPart scan(ByteStream source, long expected) throws IOException {
        try (InputStream in = source.open()) {
            BerReader reader = new BerReader(in, expected);
            boolean authenticated = CmsType.read(reader).equals(CMSObjectIdentifiers.authEnvelopedData);
            List<byte[]> boxes = readBoxes(reader);
            AlgorithmIdentifier algorithm = readAlgorithm(reader);
            OctetInput octets = new OctetInput(reader, Der.primitive(0), in);
            Gathering gathering = Gathering.of(octets, GATHERED);
            reader.leave();
            byte[] additional = readAttributes(reader, authenticated);
            byte[] tag = authenticated ? readTag(reader) : NOTHING;
            reader.leaveEarly(LARGEST_ELEMENT);
            reader.leave();
            reader.leave();
            return new EncryptedPart(
                    source, expected, boxes, algorithm, gathering.bytes(), gathering.length(), additional, tag);
        }
    }

    /** The ciphertext once more. */
    InputStream open() throws IOException {
        InputStream in = source.open();
        BerReader reader = new BerReader(in, expected);
        CmsType.read(reader);
        readBoxes(reader);
        readAlgorithm(reader);
        return new OctetInput(reader, Der.primitive(0), in);
    }

    private static List<byte[]> readBoxes(BerReader reader) throws IOException {
        reader.element(LARGEST_ELEMENT);
        if (reader.peek() == Der.constructed(0)) {
            reader.element(LARGEST_ELEMENT);
        }
        reader.enter(Der.SET);
        List<byte[]> boxes = new ArrayList<>();
        int left = LARGEST_BOXES;
        while (!reader.atEnd()) {
            if (boxes.size() == MAXIMUM_RECIPIENTS) {
                throw new SealTooLarge("recipients", MAXIMUM_RECIPIENTS);
            }
            byte[] box = reader.element(left);
            left -= box.length;
            boxes.add(box);
        }
        reader.leave();
        return boxes;
    }

    /** Enters the EncryptedContentInfo and stops before its octets. */
    private static AlgorithmIdentifier readAlgorithm(BerReader reader) throws IOException {
        reader.enter(Der.SEQUENCE);
        CmsType.requireData(reader.element(LARGEST_ELEMENT));
        byte[] encoded = reader.element(LARGEST_ELEMENT);
        return GuardedDoor.parse("algorithm", () -> AlgorithmIdentifier.getInstance(encoded));
    }

    /** The attributes as a SET OF in DER, as the tag covers them (RFC 5083 section 2.2). */
    private static byte[] readAttributes(BerReader reader, boolean authenticated) throws IOException {
        if (reader.peek() != Der.constructed(1)) {
            return NOTHING;
        }
        byte[] encoded = reader.element(LARGEST_ELEMENT);
        if (!authenticated) {
            return NOTHING;
        }
        return GuardedDoor.parse("attributes", () -> ASN1Set.getInstance(ASN1TaggedObject.getInstance(encoded), false)
                .getEncoded(ASN1Encoding.DER));
    }

    private static byte[] readTag(BerReader reader) throws IOException {
        byte[] encoded = reader.element(LARGEST_ELEMENT);
        return GuardedDoor.parse(
                "tag", () -> ASN1OctetString.getInstance(encoded).getOctets());
    }
}
