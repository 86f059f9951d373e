package org.sealpost.smime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.sealpost.mime.HeaderFields;

/** Takes the CMS bytes out of a sealed message and puts others in, for tests of hostile input. */
final class CmsBytes {

    private CmsBytes() {}

    static byte[] of(byte[] sealed) throws IOException {
        return Base64.getMimeDecoder().decode(Arrays.copyOfRange(sealed, bodyStart(sealed), sealed.length));
    }

    static byte[] replaced(byte[] sealed, byte[] cms) throws IOException {
        return Der.join(
                Arrays.copyOf(sealed, bodyStart(sealed)),
                Base64.getMimeEncoder().encode(cms));
    }

    /** A message around CMS bytes that nobody sealed. */
    @SuppressWarnings("StringConcatToTextBlock") // header lines end in CRLF
    static byte[] message(byte[] cms) {
        return Der.join(
                Corp.ascii("From: mallory@example.org\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"),
                Base64.getMimeEncoder().encode(cms));
    }

    private static int bodyStart(byte[] sealed) throws IOException {
        return HeaderFields.read(new ByteArrayInputStream(sealed)).bodyStart();
    }
}
