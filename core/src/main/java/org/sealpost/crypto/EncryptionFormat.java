package org.sealpost.crypto;

/**
 * How the content of a message is encrypted. The order of declaration is the order of strength, strongest first:
 * authentication counts before key length only within one cipher family, as the organisation's policy ranks them.
 */
public enum EncryptionFormat {
    /** AES with 256 bits in Galois/counter mode, authenticated (RFC 5083, RFC 5084). */
    AES_256_GCM("AES-256-GCM", 256, true, false),
    /** AES with 256 bits in cipher block chaining (RFC 3565). */
    AES_256_CBC("AES-256-CBC", 256, false, false),
    /** AES with 128 bits in Galois/counter mode, authenticated. */
    AES_128_GCM("AES-128-GCM", 128, true, false),
    /** AES with 128 bits in cipher block chaining. */
    AES_128_CBC("AES-128-CBC", 128, false, false),
    /** CAST5 with a 64-bit key (RFC 2144, RFC 2984). */
    CAST_64("CAST-64", 64, false, true),
    /** DES, 56 effective bits. */
    DES("DES", 56, false, true),
    /** CAST5 with a 40-bit key: the only format of the localised editions. */
    CAST_40("CAST-40", 40, false, true);

    private final String displayName;
    private final int keyBits;
    private final boolean authenticated;
    private final boolean historical;

    EncryptionFormat(String displayName, int keyBits, boolean authenticated, boolean historical) {
        this.displayName = displayName;
        this.keyBits = keyBits;
        this.authenticated = authenticated;
        this.historical = historical;
    }

    /** Name for people, the same in every language, e.g. {@code CAST-64}. */
    public String displayName() {
        return displayName;
    }

    /** Effective key length in bits. */
    public int keyBits() {
        return keyBits;
    }

    /** Whether the format itself stops modification; the others rely on the signature inside. */
    public boolean authenticated() {
        return authenticated;
    }

    /** Whether it is one of the 1996 formats: written only between own mailboxes, signed inside, read with a mark. */
    public boolean historical() {
        return historical;
    }

    /** Whether this is as strong as {@code other} or stronger. */
    public boolean atLeast(EncryptionFormat other) {
        return compareTo(other) <= 0;
    }
}
