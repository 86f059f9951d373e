package org.sealpost.smime;

import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.Finding;

/**
 * A message after opening: a normal message again, and what was found out about its seal.
 * The content of a large encrypted message is decrypted anew each time it is read, for which its content key is kept:
 * close the opened message when it is no longer shown. Small messages are kept in memory and stay readable.
 */
public final class OpenedMessage implements AutoCloseable {

    private final MessageSource content;
    private final SealState sealState;
    private final Optional<OpenedEnvelope> envelope;
    private final List<SignatureStatus> signatures;
    private final MessageKind remaining;
    private final Optional<ProtectedHeaders> protectedHeaders;
    private final Announced announced;
    private final List<SecretBytes> keys;

    OpenedMessage(
            MessageSource content,
            Layers layers,
            Optional<ProtectedHeaders> protectedHeaders,
            Announced announced,
            MessageKind remaining,
            List<SecretBytes> keys) {
        this.content = content;
        this.sealState = layers.sealState();
        this.envelope = layers.envelope();
        this.signatures = layers.statuses();
        this.protectedHeaders = protectedHeaders;
        this.announced = announced;
        this.remaining = remaining;
        this.keys = List.copyOf(keys);
    }

    /**
     * The normal message: content header and body as they were before sealing, and the header from inside where the sealer
     * protected it ({@link #protectedHeaders()}), else the outer one as it arrived.
     */
    public MessageSource content() {
        return content;
    }

    /** What is known of its encryption. */
    public SealState sealState() {
        return sealState;
    }

    /** The format of the encryption around everything; empty when a signature is outermost, or nothing. */
    public Optional<EncryptionFormat> envelopeFormat() {
        return envelope.map(OpenedEnvelope::format);
    }

    /** The encryption around everything, opened. */
    Optional<OpenedEnvelope> envelope() {
        return envelope;
    }

    /** Every signature around the whole content, outermost first; empty when it was not signed. */
    public List<SignatureStatus> signatures() {
        return signatures;
    }

    /** How its signatures stand, never better than the worst of them; empty when it was not signed. */
    public Optional<Finding.Outcome> signatureOutcome() {
        if (signatures.isEmpty()) {
            return Optional.empty();
        }
        List<Finding.Outcome> all =
                signatures.stream().map(SignatureStatus::outcome).toList();
        if (all.contains(Finding.Outcome.FAILED)) {
            return Optional.of(Finding.Outcome.FAILED);
        }
        return Optional.of(all.contains(Finding.Outcome.UNKNOWN) ? Finding.Outcome.UNKNOWN : Finding.Outcome.OK);
    }

    /** Whether it was signed and every check of every signature is good. */
    public boolean signaturesHold() {
        return signatureOutcome().filter(Finding.Outcome.OK::equals).isPresent();
    }

    /** What the seal protected of the header; empty when its sealer left that outside. */
    public Optional<ProtectedHeaders> protectedHeaders() {
        return protectedHeaders;
    }

    /**
     * What the author's mail program reads and which certificate answers go to, for answering and to be remembered. Empty
     * unless {@link #signaturesHold()}: what anybody could have written is never remembered.
     */
    public Optional<Announcement> announcement() {
        return signaturesHold() ? announced.announcement() : Optional.empty();
    }

    /**
     * How the author may be written to, for people who compare the fingerprint by hand, whether or not anybody vouches for
     * the author. Empty unless there is one signature, over what it covered, by the certificate that it names, under the
     * author's address, which is not known to be revoked.
     */
    public Optional<CorrespondentKey> offer() {
        boolean authors = signatures.size() == 1
                && signatures.get(0).intact()
                && outcome(SignatureCheck.Kind.SIGNER) == Finding.Outcome.OK
                && outcome(SignatureCheck.Kind.ADDRESS) == Finding.Outcome.OK
                && outcome(SignatureCheck.Kind.REVOKED) != Finding.Outcome.FAILED;
        return authors ? announced.offer() : Optional.empty();
    }

    private Finding.Outcome outcome(SignatureCheck.Kind kind) {
        return signatures.get(0).check(kind).outcome();
    }

    /**
     * What the content still is: {@link MessageKind#PLAIN} unless a seal inside was left closed, because encryption
     * is opened only at the root or directly under a verified signature.
     */
    public MessageKind remaining() {
        return remaining;
    }

    @Override
    public void close() {
        keys.forEach(SecretBytes::close);
    }
}
