package org.sealpost.smime;

import java.util.List;
import java.util.Locale;

/**
 * One question that was asked about a signature, and its answer; each is one line on the page of the message.
 *
 * @param kind the question
 * @param outcome the answer
 * @param reason why, for the text to show
 * @param arguments values for that text in the order that {@link Reason} documents: strings and {@code Instant}s
 */
public record SignatureCheck(Kind kind, Outcome outcome, Reason reason, List<Object> arguments) {

    public SignatureCheck {
        arguments = List.copyOf(arguments);
    }

    /** The questions, in the order in which people are shown them. */
    public enum Kind {
        /** Is the content what was signed? */
        ALTERED,
        /** Is the signer's certificate there, and is it the one that the signature names? */
        SIGNER,
        /** Is the signer the author: does the one From address stand in the certificate? */
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

    /** Answers, best first. */
    public enum Outcome {
        OK,
        /** It cannot be told; never to be shown as good. */
        UNKNOWN,
        FAILED
    }

    /** Why an outcome is as it is; {@link #key()} is the stable name for resource bundles. */
    public enum Reason {
        INTACT,
        CONTENT_CHANGED,
        SIGNATURE_WRONG,
        NO_SIGNED_ATTRIBUTES,
        CONTENT_ELSEWHERE,
        /** Argument: name of the algorithm. */
        WEAK_ALGORITHM,
        /** Argument: object identifier of the algorithm. */
        UNKNOWN_ALGORITHM,
        /** Argument: subject of the certificate. */
        CERTIFICATE_FOUND,
        CERTIFICATE_MISSING,
        CERTIFICATE_SUBSTITUTED,
        /** Argument: the address. */
        ADDRESS_MATCHES,
        /** Arguments: the From address; the addresses in the certificate, separated by commas. */
        ADDRESS_DIFFERS,
        AUTHOR_UNCLEAR,
        TRUSTED,
        UNTRUSTED,
        MADE_FOR_SIGNING,
        NOT_MADE_FOR_SIGNING,
        /** Arguments: time of signing, end of validity. */
        IN_DATE,
        /** Arguments: time of signing, start and end of validity. */
        OUT_OF_DATE,
        /** Argument: the claimed time of signing. */
        SIGNED_IN_FUTURE,
        /** Argument: the time at which the revocation list was made. */
        NOT_REVOKED,
        /** Argument: the time of revocation. */
        REVOKED,
        NO_REVOCATION_LIST,
        /** Arguments: the times at which the revocation list was made, and at which its successor was due. */
        REVOCATION_LIST_OUTDATED,
        NOT_CHECKED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
