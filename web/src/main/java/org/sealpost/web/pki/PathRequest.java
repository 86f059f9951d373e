package org.sealpost.web.pki;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.ocsp.StatusRequest;

/**
 * A request that follows the path: base64, of which the path's own rules may have escaped what they must. Taken from the
 * raw address, because servers decode a plus sign or an escaped slash each in their own way.
 *
 * @param rest of the address behind the responder's path and a slash
 */
record PathRequest(String rest) implements StatusServlet.Asked {
    private static final String WHAT = "OCSP request";
    private static final int HEX = 16;

    /** Three characters of an address stand for one of base64, four of which stand for three octets. */
    private static final int LONGEST = StatusRequest.LARGEST * 4;

    @Override
    public byte[] octets() {
        if (rest.length() > LONGEST) {
            throw new BadEncoding(WHAT);
        }
        try {
            return Base64.getDecoder().decode(unescaped());
        } catch (IllegalArgumentException e) {
            throw new BadEncoding(WHAT, e);
        }
    }

    private byte[] unescaped() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(rest.length());
        byte[] raw = rest.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == '%' && at + 2 < raw.length) {
                plain.write(digit(raw[at + 1]) * HEX + digit(raw[at + 2]));
                at += 2;
            } else {
                plain.write(raw[at]);
            }
        }
        return plain.toByteArray();
    }

    private static int digit(byte character) {
        int digit = Character.digit(character, HEX);
        if (digit < 0) {
            throw new BadEncoding(WHAT);
        }
        return digit;
    }
}
