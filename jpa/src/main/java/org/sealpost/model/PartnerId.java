package org.sealpost.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What stands in the place of a mailbox's id for somebody outside who has a certificate of ours. It follows from the
 * address, so that a follower's certificate takes the place of the one before, and is a contact's as far as mail is
 * concerned: there is no mailbox to deliver to.
 */
public final class PartnerId {
    private static final String PREFIX = "contact:partner:";
    private static final int OCTETS = 20;

    private PartnerId() {}

    /** The id for an address, in any case. */
    public static MailboxId of(String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return new MailboxId(PREFIX + HexFormat.of().formatHex(hash, 0, OCTETS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether an id is a partner's. */
    public static boolean is(MailboxId id) {
        return id.value().startsWith(PREFIX);
    }
}
