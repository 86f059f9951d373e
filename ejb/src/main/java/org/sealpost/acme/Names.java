package org.sealpost.acme;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody can guess. */
final class Names {
    /** 192 bits, of which base64 leaves no padding: two halves put together are as one that was made whole. */
    private static final int OCTETS = 24;

    private Names() {}

    /** 32 characters that fit an address, a subject and a Message-ID. */
    static String random(SecureRandom random) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
