package org.sealpost.crypto;

/** The DER form of {@link Capabilities}. */
final class CapabilityEncoding {
    private CapabilityEncoding() {}

    static byte[] encode(Capabilities capabilities) {
        return org.sealpost.crypto.Soon.soon();
    }

    static Capabilities decode(byte[] der) {
        return org.sealpost.crypto.Soon.soon();
    }
}
