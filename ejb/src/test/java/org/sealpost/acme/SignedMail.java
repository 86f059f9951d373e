package org.sealpost.acme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/** Mail of partners, with signatures of domains as jdkim makes them, and the records that these have published. */
final class SignedMail {
    static final String FIELDS = "from:to:subject:date:message-id:in-reply-to";
    private static final String ANSWER = "A".repeat(43);

    private final Map<String, String> records = new HashMap<>();
    private final Map<String, KeyPair> keys = new HashMap<>();

    /** A domain publishes a key. @param more tags of the record, each with a semicolon at its end */
    SignedMail publish(String selector, String domain, int bits, String more) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            String name = selector + "._domainkey." + domain;
            keys.put(name, pair);
            records.put(
                    name,
                    "v=DKIM1; k=rsa; " + more + " p="
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPublic().getEncoded()));
            return this;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the domain name system says; for the domain {@code silent.example} nothing now. */
    PublicKeyRecordRetriever retriever() {
        return (method, selector, domain) -> {
            if (domain.toString().equals("silent.example")) {
                throw new TempFailException("no answer");
            }
            String record = records.get(selector + "._domainkey." + domain);
            return record == null ? List.of() : List.of(record);
        };
    }

    /** With a signature in front. @param tags of the signature beside version, hashes and signature */
    byte[] sign(byte[] mail, String selector, String domain, String tags) {
        try {
            DKIMSigner signer = new DKIMSigner(
                    "v=1; s=" + selector + "; d=" + domain + "; " + tags + "; bh=; b=;",
                    Objects.requireNonNull(keys.get(selector + "._domainkey." + domain))
                            .getPrivate());
            String field = signer.sign(new ByteArrayInputStream(mail));
            return (field + "\r\n" + text(mail)).getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException | FailException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail as programs answer challenges. */
    static byte[] answer(String order, String author, String answer) {
        return String.join(
                        "\r\n",
                        "Date: Sat, 28 Nov 2026 10:00:00 +0000",
                        "From: Ann <" + author + ">",
                        "To: <acme@corp.example>",
                        "Subject: Re: ACME: LgYemJLy3F1LDkiJrdIGbEzyFJyOyf6vBdyZ1TG3sME",
                        "Message-ID: <1@partner.example>",
                        "In-Reply-To: <acme." + order + "@corp.example>",
                        "Content-Type: text/plain",
                        "",
                        "-----BEGIN ACME RESPONSE-----",
                        answer,
                        "-----END ACME RESPONSE-----",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] answer() {
        return answer("one", "ann@partner.example", ANSWER);
    }

    static String text(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1);
    }

    static byte[] changed(byte[] mail, String before, String after) {
        return text(mail).replaceFirst(before, after).getBytes(StandardCharsets.ISO_8859_1);
    }
}
