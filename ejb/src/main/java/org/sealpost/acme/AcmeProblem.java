package org.sealpost.acme;

/** Kinds of refusal that every client knows (RFC 8555 section 6.7). */
public enum AcmeProblem {
    ACCOUNT_DOES_NOT_EXIST("accountDoesNotExist", 400),
    ALREADY_REVOKED("alreadyRevoked", 400),
    BAD_CSR("badCSR", 400),
    BAD_NONCE("badNonce", 400),
    BAD_PUBLIC_KEY("badPublicKey", 400),
    BAD_REVOCATION_REASON("badRevocationReason", 400),
    BAD_SIGNATURE_ALGORITHM("badSignatureAlgorithm", 400),
    INCORRECT_RESPONSE("incorrectResponse", 403),
    INVALID_CONTACT("invalidContact", 400),
    MALFORMED("malformed", 400),
    /** As malformed, for what is not there. */
    NOT_FOUND("malformed", 404),
    ORDER_NOT_READY("orderNotReady", 403),
    RATE_LIMITED("rateLimited", 429),
    REJECTED_IDENTIFIER("rejectedIdentifier", 403),
    SERVER_INTERNAL("serverInternal", 503),
    UNAUTHORIZED("unauthorized", 403),
    UNSUPPORTED_CONTACT("unsupportedContact", 400),
    UNSUPPORTED_IDENTIFIER("unsupportedIdentifier", 400);

    private final String name;
    private final int status;

    AcmeProblem(String name, int status) {
        this.name = name;
        this.status = status;
    }

    /** The kind as a URN. */
    public String type() {
        return "urn:ietf:params:acme:error:" + name;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }
}
