package org.sealpost.dane;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.Address;

/** The names under which the domain name system knows a mailbox (RFC 8162 section 3). */
final class MailboxName {
    private static final int HASHED_OCTETS = 28;

    private MailboxName() {}

    /**
     * Absolute names, the spelling as given first. Whoever asks hashes what was typed and cannot ignore case, so the
     * lower-case spelling has a name of its own when it differs.
     */
    static Stream<String> of(Address address) {
        String localPart = Normalizer.normalize(unquoted(address), Normalizer.Form.NFC);
        return Stream.of(localPart, localPart.toLowerCase(Locale.ROOT))
                .distinct()
                .map(spelling -> hashed(spelling) + "._smimecert." + address.domain() + ".");
    }

    /** What stands before the last @, without the quotation marks that only mail headers need. */
    private static String unquoted(Address address) {
        String spec = address.spec();
        String localPart = spec.substring(0, spec.lastIndexOf('@'));
        return localPart.startsWith("\"")
                ? localPart.substring(1, localPart.length() - 1).replaceAll("\\\\(.)", "$1")
                : localPart;
    }

    private static String hashed(String localPart) {
        byte[] hash = sha256(localPart.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, HASHED_OCTETS));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256", Providers.best().digest())
                    .digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
