package org.sealpost.model;

import java.time.Instant;

/**
 * The terms on which a token is handed out.
 *
 * @param hash SHA-256 of the token, 32 bytes: the token itself is shown once and kept nowhere
 * @param issuedBy login name of the administrator
 * @param issuedAt when it was handed out
 * @param expiresAt from when on it no longer counts
 */
public record TokenTerms(byte[] hash, String issuedBy, Instant issuedAt, Instant expiresAt) {
    public TokenTerms {
        hash = hash.clone();
        if (!expiresAt.isAfter(issuedAt)) {
            throw new IllegalArgumentException("a token expires after it was issued");
        }
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
