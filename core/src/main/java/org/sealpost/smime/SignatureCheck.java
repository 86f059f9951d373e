package org.sealpost.smime;

import org.sealpost.pki.Finding;

/**
 * One question that was asked about a signature, and the answer; each is one line on the page of the message.
 * The codes of chain, usage, dates and revocation are those of {@link org.sealpost.pki.PathReport}, and
 * {@code dates-signed-in-future}(the claimed time of signing).
 */
public record SignatureCheck(Kind kind, Finding finding) {

    /** The questions, in the order in which people are shown them. */
    public enum Kind {
        /**
         * Is the content what was signed? {@code content-intact}, {@code content-changed}, {@code signature-wrong},
         * {@code attributes-missing} (nothing signed says what the content is), {@code content-twice} (a detached
         * signature that also carries a content), {@code algorithm-weak}(name), {@code algorithm-unknown}(identifier).
         */
        ALTERED,
        /**
         * Is the signer's certificate there, and the one that was meant? {@code signer-known}(subject),
         * {@code signer-missing}, {@code signer-substituted}(subject): the signature binds another certificate.
         */
        SIGNER,
        /**
         * Is the signer the author? {@code address-matches}(address), {@code address-differs}(From address, addresses
         * in the certificate), {@code author-unclear}: not one From field with one address.
         */
        ADDRESS,
        /** Does a trusted authority vouch for the certificate? */
        CHAIN,
        /** Was the certificate issued for signing mail? */
        USAGE,
        /** Was the certificate in date when the message was signed? */
        DATES,
        /** Was the certificate revoked? */
        REVOKED
    }

    /** Good, bad, or not to be told; the last must never be shown as good. */
    public Finding.Outcome outcome() {
        return finding.outcome();
    }
}
