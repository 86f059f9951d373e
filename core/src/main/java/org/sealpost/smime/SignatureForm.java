package org.sealpost.smime;

/** How a signature is put around a message (RFC 8551 section 3.5). */
public enum SignatureForm {
    /**
     * {@code multipart/signed}: readable for everybody, also without S/MIME. Mail systems change line ends on the way,
     * so the whole message is brought to CRLF line ends before it is signed (RFC 8551 section 3.1.1).
     */
    CLEAR,
    /**
     * {@code application/pkcs7-mime; smime-type=signed-data}: the message lies inside the signature, out of reach of
     * the mail systems on the way, and comes back byte for byte, whatever its line ends.
     */
    OPAQUE
}
