package org.sealpost.pki;

import java.security.KeyPair;
import java.security.PublicKey;
import org.sealpost.crypto.Providers;

/**
 * A PKCS #10 request (RFC 2986): the public key with proof that its sender has the private one.
 *
 * @param address the address that the request names
 * @param publicKey the key, already checked: its signature over the request holds
 */
public record SigningRequest(String address, PublicKey publicKey) {
    /** Makes a request, DER. */
    public static byte[] make(Providers providers, String address, KeyPair pair) {
        return org.sealpost.crypto.Soon.soon();
    }

    /**
     * Reads a request and checks its proof of possession.
     *
     * @throws org.sealpost.crypto.BadEncoding when it is not a request or larger than 16 KB
     * @throws ProofFailed when the signature does not fit, or the key is weaker than the product makes
     */
    public static SigningRequest verify(Providers providers, byte[] der) {
        return org.sealpost.crypto.Soon.soon();
    }
}
