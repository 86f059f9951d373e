package org.sealpost.crypto;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a recipient's mail program is known to read. Recorded for each mailbox and put in its certificates.
 *
 * @param formats content formats, iterated strongest first
 * @param oaep whether RSA key transport by OAEP with SHA-256 is understood (RFC 3560); PKCS #1 v1.5 otherwise
 */
public record Capabilities(Set<EncryptionFormat> formats, boolean oaep) {
    /** Our own mailboxes: everything the modern edition reads. */
    public static final Capabilities OWN = of(Edition.MODERN);

    /** A foreign S/MIME program about which nothing is known: AES-CBC as RFC 8551 requires, no OAEP. */
    public static final Capabilities STANDARD =
            new Capabilities(EnumSet.of(EncryptionFormat.AES_256_CBC, EncryptionFormat.AES_128_CBC), false);

    private static final String OAEP = "OAEP";

    /** Keeps a copy, in order of strength. */
    public Capabilities {
        EnumSet<EncryptionFormat> copy = EnumSet.noneOf(EncryptionFormat.class);
        copy.addAll(formats);
        formats = Collections.unmodifiableSet(copy);
    }

    /** What our own mailboxes read under an edition. */
    public static Capabilities of(Edition edition) {
        return new Capabilities(edition.reads(), true);
    }

    /** The value of the smimeCapabilities extension (RFC 8551 section 2.5.2, RFC 4262), DER. */
    public byte[] toDer() {
        return CapabilityEncoding.encode(this);
    }

    /**
     * Reads an smimeCapabilities value; entries we do not know are passed over.
     *
     * @throws BadEncoding when it is not such a value
     */
    public static Capabilities fromDer(byte[] der) {
        return CapabilityEncoding.decode(der);
    }

    /** Short text for the database, e.g. {@code AES_256_GCM AES_256_CBC OAEP}. */
    public String toText() {
        return Stream.concat(formats.stream().map(Enum::name), oaep ? Stream.of(OAEP) : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    /**
     * The inverse of {@link #toText()}.
     *
     * @throws IllegalArgumentException for a word that is no format
     */
    public static Capabilities parse(String text) {
        Set<String> words = Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        Set<EncryptionFormat> formats = words.stream()
                .filter(word -> !word.equals(OAEP))
                .map(EncryptionFormat::valueOf)
                .collect(Collectors.toSet());
        return new Capabilities(formats, words.contains(OAEP));
    }
}
