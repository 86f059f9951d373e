package org.sealpost.resealing;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.RecipientKey;

/**
 * How a mailbox's own mail is sealed today.
 *
 * @param format the best that the organisation writes and the owner reads
 * @param owner the encryption certificate in force, to which alone it is sealed
 */
record CurrentSeal(EncryptionFormat format, RecipientKey owner) {
    /** The formats that are weaker, strongest first. */
    Set<EncryptionFormat> weaker() {
        EnumSet<EncryptionFormat> weaker = EnumSet.allOf(EncryptionFormat.class);
        weaker.removeIf(one -> one.atLeast(format));
        return weaker;
    }

    Envelope envelope() {
        return new Envelope(format, List.of(owner));
    }

    X509Certificate certificate() {
        return owner.certificate();
    }
}
