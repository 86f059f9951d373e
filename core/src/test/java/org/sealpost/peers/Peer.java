package org.sealpost.peers;

import java.util.List;
import org.sealpost.peers.Cast.Person;

/** Another mail program. Whatever it does not take ends in {@link PeerRefuses}, what it cannot write in {@link NotWritten}. */
interface Peer extends AutoCloseable {

    /** Program and version, as the table's column is headed. */
    String name();

    /** Takes keys from a PKCS #12 file, into a place of their own. */
    void importKeys(byte[] pkcs12);

    /** Decrypts. */
    byte[] open(byte[] cms, Person reader);

    /** Verifies, and returns the content. */
    byte[] verify(byte[] cms);

    /** Verifies a signature that stands apart from its content. */
    void verify(byte[] cms, byte[] content);

    byte[] encrypt(byte[] content, Encrypting how);

    byte[] sign(byte[] content, Signing how);

    @Override
    void close();

    /**
     * How to encrypt.
     *
     * @param cipher as OpenSSL names it
     * @param oaep whether RSA recipients get their key by OAEP
     */
    record Encrypting(String cipher, boolean oaep, List<Person> readers) {
        Encrypting(String cipher, Person... readers) {
            this(cipher, false, List.of(readers));
        }
    }

    /**
     * How to sign.
     *
     * @param digest in lower case without a hyphen
     * @param apart whether the signature stands apart from the content
     * @param pss whether by RSA-PSS
     */
    record Signing(Person signer, String digest, boolean apart, boolean pss) {
        Signing(Person signer, boolean apart) {
            this(signer, "sha256", apart, false);
        }

        Signing(Person signer, String digest) {
            this(signer, digest, false, false);
        }
    }
}
