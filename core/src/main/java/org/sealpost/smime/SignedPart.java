package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.mime.MessageSource;

/**
 * A SignedData (RFC 5652 section 5), read to its end once. A large content is not kept but read again.
 *
 * @param content empty when the signature stands apart from what it signs
 * @param certificates that came along, encoded
 * @param signers the SignerInfos, encoded
 */
record SignedPart(Optional<MessageSource> content, List<byte[]> certificates, List<byte[]> signers) {

    /** Most signatures on one content: each costs a public-key operation. */
    static final int MAXIMUM_SIGNERS = 16;

    /** Most certificates that are looked at. */
    static final int MAXIMUM_CERTIFICATES = 64;

    private static final int GATHERED = 4 * 1024 * 1024;
    private static final int LARGEST_ELEMENT = 64 * 1024;
    private static final int LARGEST_REVOCATION_LIST = 16 * 1024 * 1024;

    /** Reads the whole structure. */
    static SignedPart scan(ByteStream source, long expected) throws IOException {
        try (InputStream in = source.open()) {
            BerReader reader = new BerReader(in, expected);
            CmsType.read(reader);
            enterContent(reader);
            Optional<MessageSource> content = readContent(reader, new Reread(source, expected, 0), in);
            List<byte[]> certificates = reader.peek() == Der.constructed(0)
                    ? readSet(reader, Der.constructed(0), MAXIMUM_CERTIFICATES)
                    : List.of();
            if (reader.peek() == Der.constructed(1)) {
                reader.element(LARGEST_REVOCATION_LIST);
            }
            List<byte[]> signers = readSet(reader, Der.SET, MAXIMUM_SIGNERS);
            reader.leave();
            reader.leave();
            reader.leave();
            return new SignedPart(content, certificates, signers);
        }
    }

    /** Enters the EncapsulatedContentInfo and stops before its content. */
    private static void enterContent(BerReader reader) throws IOException {
        reader.element(LARGEST_ELEMENT);
        reader.element(LARGEST_ELEMENT);
        reader.enter(Der.SEQUENCE);
        CmsType.requireData(reader.element(LARGEST_ELEMENT));
    }

    private static Optional<MessageSource> readContent(BerReader reader, Reread reread, InputStream in)
            throws IOException {
        if (reader.atEnd()) {
            reader.leave();
            return Optional.empty();
        }
        reader.enter(Der.constructed(0));
        Gathering gathering = Gathering.of(new OctetInput(reader, Der.OCTET_STRING, in), GATHERED);
        reader.leave();
        reader.leave();
        return Optional.of(gathering
                .bytes()
                .map(MessageSource::of)
                .orElseGet(() -> new Reread(reread.source(), reread.expected(), gathering.length())));
    }

    private static List<byte[]> readSet(BerReader reader, int tag, int maximum) throws IOException {
        reader.enter(tag);
        List<byte[]> elements = new ArrayList<>();
        while (!reader.atEnd()) {
            if (elements.size() == maximum) {
                throw new SealTooLarge(tag == Der.SET ? "signers" : "certificates", maximum);
            }
            elements.add(reader.element(LARGEST_ELEMENT));
        }
        reader.leave();
        return elements;
    }

    private record Reread(ByteStream source, long expected, long length) implements MessageSource {
        @Override
        public InputStream open() throws IOException {
            InputStream in = source.open();
            BerReader reader = new BerReader(in, expected);
            CmsType.read(reader);
            enterContent(reader);
            reader.enter(Der.constructed(0));
            return new OctetInput(reader, Der.OCTET_STRING, in);
        }
    }
}
