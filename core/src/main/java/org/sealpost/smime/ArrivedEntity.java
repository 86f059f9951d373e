package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageSource;

/** A MIME entity that arrived: its header fields, and where its body lies. */
record ArrivedEntity(HeaderFields header, MediaType type, MessageSource body) {

    static ArrivedEntity of(MessageSource whole) throws IOException {
        try (InputStream in = whole.open()) {
            HeaderFields header = HeaderFields.read(in);
            MessageSource body = new Slice(whole::open, header.bodyStart(), whole.length() - header.bodyStart());
            return new ArrivedEntity(header, MediaType.of(header), body);
        }
    }

    /** The body without its transfer encoding. */
    ByteStream decoded() throws IOException {
        long length = body.length();
        return () -> decoded(length);
    }

    /** What the body is, as CMS; looks at its start only. */
    ASN1ObjectIdentifier cmsType() throws IOException {
        try (InputStream in = decoded(0)) {
            return CmsType.read(new BerReader(in, 0));
        }
    }

    private InputStream decoded(long expected) throws IOException {
        String encoding =
                header.first("content-transfer-encoding").orElse("7bit").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "base64" -> new Base64Input(body.open(), expected);
            case "7bit", "8bit", "binary" -> body.open();
            default -> throw new UnknownFormat(encoding);
        };
    }
}
