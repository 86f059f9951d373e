package org.sealpost.smime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.Address;

/** The layers that were taken off one message, outermost first, and what they say together. */
final class Layers {

    /** Most layers of one message; a triple wrap (RFC 2634) has three. */
    static final int MAXIMUM = 5;

    private final List<Layer> layers = new ArrayList<>();
    private boolean authorClear = true;

    boolean isEmpty() {
        return layers.isEmpty();
    }

    /** Number of the layer that comes next. */
    int size() {
        return layers.size();
    }

    void add(Layer layer) {
        layers.add(layer);
    }

    /** @throws SealTooLarge when one more would be too many */
    void requireRoom() {
        if (layers.size() == MAXIMUM) {
            throw new SealTooLarge("layers", MAXIMUM);
        }
    }

    /** Encryption is opened at the root and directly under a verified signature. */
    boolean mayDecrypt() {
        return layers.isEmpty() || (layers.get(layers.size() - 1) instanceof Layer.Signed signed && signed.verified());
    }

    /** Whether what lies inside is as somebody sealed it: encrypted, or under a signature that is intact. */
    boolean protect() {
        return !layers.isEmpty()
                && (sealState().encrypted()
                        || (layers.get(layers.size() - 1) instanceof Layer.Signed signed && signed.intact()));
    }

    /** @param clear whether the author inside is the one that the signatures were held against */
    void authorClear(boolean clear) {
        authorClear = clear;
    }

    SealState sealState() {
        List<EncryptionFormat> formats = layers.stream()
                .filter(Layer.Encrypted.class::isInstance)
                .map(layer -> ((Layer.Encrypted) layer).format())
                .toList();
        Optional<EncryptionFormat> weakest = formats.stream().max(Comparator.naturalOrder());
        return weakest.map(format -> new SealState(weakest, format.historical(), protectedFromChange()))
                .orElse(SealState.OPEN);
    }

    /** The encryption around everything; empty when the outermost layer is none. */
    Optional<OpenedEnvelope> envelope() {
        return layers.stream()
                .findFirst()
                .filter(Layer.Encrypted.class::isInstance)
                .map(Layer.Encrypted.class::cast)
                .map(outer -> new OpenedEnvelope(outer.format(), outer.content(), signedInside(0)));
    }

    List<SignatureStatus> statuses() {
        return signed().stream()
                .flatMap(layer -> layer.statuses().stream())
                .map(status -> authorClear ? status : status.withAuthorUnclear())
                .toList();
    }

    /** Of the innermost signature, which is the author's own; to be asked only when all of them hold. */
    Optional<Announcement> announcement(Address author, OpeningPolicy policy) {
        List<Layer.Signed> signed = signed();
        return signed.get(signed.size() - 1).announcing().stream()
                .flatMap(it -> it.by(author, policy).stream())
                .findFirst();
    }

    /** Of the innermost signature, whoever vouches for its author. */
    Optional<CorrespondentKey> offer(Address author, OpeningPolicy policy) {
        List<Layer.Signed> signed = signed();
        return signed.get(signed.size() - 1).announcing().stream()
                .flatMap(it -> it.offer(author, policy).stream())
                .findFirst();
    }

    private List<Layer.Signed> signed() {
        return layers.stream()
                .filter(Layer.Signed.class::isInstance)
                .map(Layer.Signed.class::cast)
                .toList();
    }

    /** Every encryption that does not stop changes itself must have an intact signature right inside. */
    private boolean protectedFromChange() {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Encrypted encrypted
                    && !encrypted.format().authenticated()
                    && !signedInside(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean signedInside(int layer) {
        return layer + 1 < layers.size() && layers.get(layer + 1) instanceof Layer.Signed signed && signed.intact();
    }
}
