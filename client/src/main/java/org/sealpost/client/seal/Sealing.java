package org.sealpost.client.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.CertificateFacts;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.RecipientKey;
import org.sealpost.smime.SignatureForm;
import org.sealpost.smime.SigningKey;

/** Seals with the keys of an opened security file, which stays the caller's to close. */
public final class Sealing {
    private final Surroundings here;
    private final SecurityFile file;

    public Sealing(Surroundings here, SecurityFile file) {
        this.here = here;
        this.file = file;
    }

    /** Signs and does not encrypt. */
    public void sign(MessageSource message, SignatureForm form, OutputStream out) throws IOException {
        try (SigningKey key = signingKey()) {
            sealer().sign(message, key, form, out);
        }
    }

    /**
     * Encrypts to everybody and to oneself, signed first where a form of signature is given.
     *
     * @param wanted name of the format; negotiated without it
     * @return the format
     */
    public EncryptionFormat encrypt(
            MessageSource message,
            Correspondents people,
            @Nullable String wanted,
            Optional<SignatureForm> signature,
            OutputStream out)
            throws IOException {
        Map<String, Capabilities> reads = new LinkedHashMap<>(people.reads());
        X509Certificate own = file.currentEncryption().certificate();
        reads.putIfAbsent(file.mailbox(), reads(own));
        EncryptionFormat format = Formats.choose(wanted, people.policy(), reads);
        List<RecipientKey> keys = people.recipients().stream()
                .flatMap(one -> one.certificate().stream())
                .map(this::key)
                .toList();
        Envelope envelope = Envelope.includingSender(format, key(own), keys);
        if (signature.isEmpty()) {
            sealer().encrypt(message, envelope, out);
        } else {
            try (SigningKey key = signingKey()) {
                sealer().signAndEncrypt(message, key, signature.get(), envelope, out);
            }
        }
        return format;
    }

    private MessageSealer sealer() {
        return new MessageSealer(here.providers(), here.random(), here.clock());
    }

    private RecipientKey key(X509Certificate certificate) {
        return new RecipientKey(certificate, reads(certificate), here.providers());
    }

    private static Capabilities reads(X509Certificate certificate) {
        return CertificateFacts.reads(certificate).orElse(Capabilities.STANDARD);
    }

    /** Sends along what a recipient needs to check the signature and to answer sealed. */
    private SigningKey signingKey() {
        List<X509Certificate> others = Stream.concat(
                        file.authorities().stream(),
                        Stream.of(file.currentEncryption().certificate()))
                .toList();
        Capabilities reads = reads(file.currentEncryption().certificate());
        return new SigningKey(file.signing(), others, reads, here.providers());
    }
}
