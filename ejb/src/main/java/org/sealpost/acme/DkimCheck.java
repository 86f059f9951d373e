package org.sealpost.acme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.CompositeFailException;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/**
 * Whether the domain of a mail's author vouches for the mail (DKIM, RFC 6376): for all of its body and for every field that an
 * answer is judged by (RFC 8823 section 3.2), with a key that still counts (RFC 8301).
 *
 * @param keys where the domains' keys are
 */
record DkimCheck(PublicKeyRecordRetriever keys) {
    private static final int LEAST_RSA_BITS = 1024;
    private static final Set<String> COVERED = Set.of("from", "to", "subject", "date", "message-id", "in-reply-to");

    /** What was found. */
    enum Verdict {
        /** The domain vouches. */
        SIGNED,
        /** It does not. */
        UNSIGNED,
        /** Nobody can say now, because the domain name system did not answer. */
        LATER
    }

    /** @param domain of the author, in lower case and ASCII form */
    Verdict of(byte[] mail, String domain) {
        try {
            return GuardedParsing.of("DKIM signature", () -> verdict(mail, domain));
        } catch (BadEncoding e) {
            return Verdict.UNSIGNED;
        }
    }

    private Verdict verdict(byte[] mail, String domain) throws IOException {
        DKIMVerifier verifier = new DKIMVerifier(keys);
        try {
            List<SignatureRecord> good = verifier.verify(new ByteArrayInputStream(mail));
            return good != null && good.stream().anyMatch(one -> vouches(verifier, one, domain))
                    ? Verdict.SIGNED
                    : Verdict.UNSIGNED;
        } catch (FailException e) {
            return temporary(e) ? Verdict.LATER : Verdict.UNSIGNED;
        }
    }

    private static boolean temporary(FailException failure) {
        return failure instanceof TempFailException
                || (failure instanceof CompositeFailException several
                        && several.getExceptions().stream().anyMatch(TempFailException.class::isInstance));
    }

    private static boolean vouches(DKIMVerifier verifier, SignatureRecord signature, String domain) {
        Set<String> covered = new HashSet<>();
        signature.getHeaders().forEach(name -> covered.add(lower(name.toString().strip())));
        boolean wholeBody = signature.getBodyHashLimit() < 0;
        return lower(signature.getDToken().toString()).equals(domain)
                && covered.containsAll(COVERED)
                && wholeBody
                && lower(signature.getHashAlgo().toString()).replace("-", "").equals("sha256")
                && keyCounts(verifier, signature);
    }

    private static boolean keyCounts(DKIMVerifier verifier, SignatureRecord signature) {
        try {
            PublicKeyRecord record = verifier.publicRecordLookup(signature);
            PublicKey key = record.getPublicKey();
            boolean strong =
                    !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            return strong && !record.isTesting();
        } catch (TempFailException | PermFailException e) {
            return false;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
