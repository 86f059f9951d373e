package org.sealpost.smime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.mime.Address;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;

/** The opening of one message: takes one layer after the other off, as long as the rules allow. */
final class Opening {

    private static final MessageReader HEADERS = new MessageReader(MimeLimits.STANDARD);

    private final Providers providers;
    private final List<DecryptionKey> keys;
    private final OpeningPolicy policy;
    private final Layers layers = new Layers();
    private final List<SecretBytes> keptKeys = new ArrayList<>();
    private Optional<Address> author = Optional.empty();

    Opening(Providers providers, List<DecryptionKey> keys, OpeningPolicy policy) {
        this.providers = providers;
        this.keys = keys;
        this.policy = policy;
    }

    OpenedMessage open(MessageSource message) throws IOException {
        if (message.length() > policy.maximumLength()) {
            throw new SealTooLarge("message", policy.maximumLength());
        }
        boolean opened = false;
        try {
            ArrivedEntity outer = ArrivedEntity.of(message);
            if (outer.type().kind() != MessageKind.PLAIN) {
                author = author(outer.header());
            }
            ArrivedEntity innermost = takeLayersOff(outer);
            Optional<InnerHeader> inner = innerHeader(innermost);
            boolean sameAuthor = inner.isEmpty() || sameAuthor(inner.get());
            layers.authorClear(sameAuthor);
            MessageSource content = layers.isEmpty() ? message : normal(outer, inner, sameAuthor, innermost);
            OpenedMessage result = new OpenedMessage(
                    content,
                    layers,
                    inner.map(it -> new ProtectedHeaders(it.names(), it.hidden(), !sameAuthor)),
                    new Announced(layers, author, policy),
                    innermost.type().kind(),
                    keptKeys);
            opened = true;
            return result;
        } finally {
            if (!opened) {
                keptKeys.forEach(SecretBytes::close);
            }
        }
    }

    private ArrivedEntity takeLayersOff(ArrivedEntity outer) throws IOException {
        ArrivedEntity entity = outer;
        Optional<MessageSource> inside = takeOff(entity);
        while (inside.isPresent()) {
            entity = ArrivedEntity.of(inside.get());
            inside = takeOff(entity);
        }
        return entity;
    }

    /** What lies under the next layer; empty when there is none, or none that may be taken off. */
    private Optional<MessageSource> takeOff(ArrivedEntity entity) throws IOException {
        if (entity.type().kind() == MessageKind.PLAIN) {
            return Optional.empty();
        }
        layers.requireRoom();
        if (entity.type().isClearSigned()) {
            return Optional.of(clearSigned(entity));
        }
        ASN1ObjectIdentifier type = entity.cmsType();
        ByteStream cms = entity.decoded();
        long expected = entity.body().length();
        if (type.equals(CMSObjectIdentifiers.signedData)) {
            return Optional.of(opaqueSigned(SignedPart.scan(cms, expected)));
        }
        if (!type.equals(CMSObjectIdentifiers.envelopedData) && !type.equals(CMSObjectIdentifiers.authEnvelopedData)) {
            throw new UnknownFormat(type.getId());
        }
        return layers.mayDecrypt() ? Optional.of(decrypt(EncryptedPart.scan(cms, expected))) : Optional.empty();
    }

    private MessageSource decrypt(EncryptedPart part) throws IOException {
        EntityDecryptor.Decrypted decrypted = new EntityDecryptor(providers).decrypt(part, keys, policy.reads());
        decrypted.key().ifPresent(keptKeys::add);
        layers.add(new Layer.Encrypted(decrypted.format(), decrypted.content()));
        return decrypted.content();
    }

    private MessageSource opaqueSigned(SignedPart part) throws IOException {
        MessageSource content = part.content().orElseThrow(() -> new MalformedSeal("content"));
        verify(part, new ContentDigests(content, false, providers), false);
        return content;
    }

    private MessageSource clearSigned(ArrivedEntity entity) throws IOException {
        ClearSigned parts = ClearSigned.locate(entity.body(), entity.type().parameter("boundary"));
        ArrivedEntity signature = ArrivedEntity.of(parts.signature());
        if (!signature.type().isDetachedSignature()) {
            throw new MalformedSeal("multipart/signed");
        }
        if (!signature.cmsType().equals(CMSObjectIdentifiers.signedData)) {
            throw new MalformedSeal("signature");
        }
        SignedPart part = SignedPart.scan(signature.decoded(), signature.body().length());
        verify(
                part,
                new ContentDigests(parts.signed(), true, providers),
                part.content().isPresent());
        return parts.signed();
    }

    private void verify(SignedPart part, ContentDigests digests, boolean twice) throws IOException {
        SignedContent content = new SignedContent(digests, twice);
        layers.add(new SignatureVerifier(providers, policy, author).verify(part, content, layers.size()));
    }

    private static Optional<Address> author(HeaderFields header) throws IOException {
        return HEADERS.headers(MessageSource.of(Der.join(header.bytes(field -> true), Der.CRLF)))
                .singleAuthor();
    }

    /** Only what lies under all layers can speak of the header, and only if somebody vouched for it or hid it. */
    private Optional<InnerHeader> innerHeader(ArrivedEntity innermost) {
        return innermost.type().kind() == MessageKind.PLAIN && layers.protect()
                ? InnerHeader.of(innermost.header(), layers.sealState().encrypted())
                : Optional.empty();
    }

    /** Signatures were held against the author outside: another one inside would be shown in their name. */
    private boolean sameAuthor(InnerHeader inner) throws IOException {
        if (!inner.has("from")) {
            return true;
        }
        byte[] fields =
                Der.join(inner.fields().stream().map(HeaderFields.Field::bytes).toArray(byte[][]::new));
        Optional<Address> inside =
                HEADERS.headers(MessageSource.of(Der.join(fields, Der.CRLF))).singleAuthor();
        return author.isPresent() && inside.filter(author.get()::sameMailbox).isPresent();
    }

    /** The outer header without its content fields, or the one from inside; the inner content fields, and the body. */
    private static MessageSource normal(
            ArrivedEntity outer, Optional<InnerHeader> protectedHeader, boolean trustFrom, ArrivedEntity inner) {
        boolean innerFrom =
                trustFrom && protectedHeader.filter(it -> it.has("from")).isPresent();
        byte[] fields = protectedHeader
                .map(it -> it.over(outer.header(), innerFrom))
                .orElseGet(() -> LineEnds.canonical(outer.header().bytes(field -> !field.isContent())));
        boolean crlf = inner.header().separator().length == Der.CRLF.length;
        byte[] header = Der.join(
                crlf ? fields : LineEnds.bare(fields),
                inner.header().bytes(HeaderFields.Field::isContent),
                inner.header().separator());
        return new Joined(MessageSource.of(header), inner.body());
    }
}
