package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** Writes the lock boxes: the content key once for each recipient (RFC 5652 section 6.2). */
final class LockBoxes {

    private final RsaLockBox transport;
    private final EcLockBox agreement;

    LockBoxes(Providers providers, SecureRandom random) {
        transport = new RsaLockBox(providers, random);
        agreement = new EcLockBox(providers, random);
    }

    /** One RecipientInfo for each RSA recipient, and one for all recipients on the same curve. */
    List<byte[]> write(List<RecipientKey> recipients, SecretBytes contentKey) {
        List<byte[]> written = new ArrayList<>(recipients.size());
        Map<NamedCurve, List<RecipientKey>> byCurve = new LinkedHashMap<>();
        try {
            for (RecipientKey recipient : recipients) {
                if (recipient.curve().isPresent()) {
                    byCurve.computeIfAbsent(recipient.curve().get(), curve -> new ArrayList<>())
                            .add(recipient);
                } else {
                    written.add(transport.write(recipient, contentKey));
                }
            }
            for (Map.Entry<NamedCurve, List<RecipientKey>> group : byCurve.entrySet()) {
                written.add(agreement.write(group.getKey(), group.getValue(), contentKey));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypting a content key", e);
        }
        return written;
    }
}
