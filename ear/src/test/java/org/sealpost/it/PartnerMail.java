package org.sealpost.it;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;

/** How mail leaves a partner's domain: signed by the domain, or not. */
final class PartnerMail {
    private static final String SIGNED = "from:to:subject:date:message-id:in-reply-to:content-type";

    private final String domain;
    private final KeyPair key;

    PartnerMail(String domain, NameServer names) throws Exception {
        this.domain = domain;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        names.tell(
                "mail._domainkey." + domain,
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
    }

    /**
     * An answer to a challenge as mail programs write it.
     *
     * @param from who answers
     * @param messageId of the challenge
     * @param subject of the challenge
     */
    static String answer(String from, String messageId, String subject, String answer) {
        return String.join(
                "\r\n",
                "Date: Sat, 28 Nov 2026 10:00:00 +0000",
                "From: Ann <" + from + ">",
                "To: <acme@corp.example>",
                "Subject: Re: " + subject,
                "Message-ID: <" + answer.substring(0, 10) + "@partner.example>",
                "In-Reply-To: " + messageId,
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Here it is:",
                "-----BEGIN ACME RESPONSE-----",
                answer.substring(0, 20),
                answer.substring(20),
                "-----END ACME RESPONSE-----",
                "");
    }

    /** The same with the domain's signature. */
    String signed(String mail) throws Exception {
        DKIMSigner signer = new DKIMSigner(
                "v=1; a=rsa-sha256; c=relaxed/relaxed; s=mail; d=" + domain + "; h=" + SIGNED + "; bh=; b=;",
                key.getPrivate());
        String field = signer.sign(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        return field + "\r\n" + mail;
    }
}
