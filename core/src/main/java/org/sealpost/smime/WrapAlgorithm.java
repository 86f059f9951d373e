package org.sealpost.smime;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * How an agreed key wraps a content key. The plain wrap of RFC 3394 takes keys of 16 bytes and more in steps of 8; the
 * content keys of the historical formats have 5 or 8 bytes and are wrapped with padding (RFC 5649).
 */
enum WrapAlgorithm {
    AES_128(NISTObjectIdentifiers.id_aes128_wrap, "AES/KW/NoPadding", 16),
    AES_192(NISTObjectIdentifiers.id_aes192_wrap, "AES/KW/NoPadding", 24),
    AES_256(NISTObjectIdentifiers.id_aes256_wrap, "AES/KW/NoPadding", 32),
    AES_128_PADDED(NISTObjectIdentifiers.id_aes128_wrap_pad, "AES/KWP/NoPadding", 16),
    AES_192_PADDED(NISTObjectIdentifiers.id_aes192_wrap_pad, "AES/KWP/NoPadding", 24),
    AES_256_PADDED(NISTObjectIdentifiers.id_aes256_wrap_pad, "AES/KWP/NoPadding", 32);

    private static final int SHORTEST_UNPADDED = 16;

    @SuppressWarnings("ImmutableEnumChecker") // an object identifier never changes
    private final ASN1ObjectIdentifier identifier;

    private final String transformation;
    private final int keyLength;

    WrapAlgorithm(ASN1ObjectIdentifier identifier, String transformation, int keyLength) {
        this.identifier = identifier;
        this.transformation = transformation;
        this.keyLength = keyLength;
    }

    /** As strong as the content key, and never weaker than 128 bits. */
    static WrapAlgorithm forContentKey(int length) {
        if (length < SHORTEST_UNPADDED) {
            return AES_256_PADDED;
        }
        return length == AES_128.keyLength ? AES_128 : AES_256;
    }

    static Optional<WrapAlgorithm> find(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(it -> it.identifier.equals(identifier))
                .findFirst();
    }

    /** Name of the cipher, which works in wrap and unwrap mode. */
    String transformation() {
        return transformation;
    }

    /** Length of the wrapping key in bytes. */
    int keyLength() {
        return keyLength;
    }

    /** Without parameters (RFC 3565 section 2.3.2). */
    AlgorithmIdentifier toAsn1() {
        return new AlgorithmIdentifier(identifier);
    }
}
