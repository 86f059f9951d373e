package org.sealpost.smime;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.sealpost.mime.HeaderFields;

/**
 * The type of an entity, as far as S/MIME asks (RFC 8551 section 3.9).
 *
 * @param name type/subtype in lower case
 * @param parameters names in lower case, the first of each name
 */
record MediaType(String name, Map<String, String> parameters) {

    /** What an entity without a readable type is (RFC 2045 section 5.2). */
    private static final MediaType TEXT = new MediaType("text/plain", Map.of());

    static MediaType of(HeaderFields header) {
        return header.first("content-type").map(MediaType::parse).orElse(TEXT);
    }

    private static MediaType parse(String value) {
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(new RawField("Content-Type", value));
        if (body.getValue() == null) {
            return TEXT;
        }
        Map<String, String> parameters = new HashMap<>();
        for (NameValuePair parameter : body.getParams()) {
            if (parameter.getName() != null && parameter.getValue() != null) {
                parameters.putIfAbsent(parameter.getName().toLowerCase(Locale.ROOT), parameter.getValue());
            }
        }
        return new MediaType(body.getValue().toLowerCase(Locale.ROOT), Map.copyOf(parameters));
    }

    /** A parameter as written, empty text when missing. */
    String parameter(String parameterName) {
        return parameters.getOrDefault(parameterName, "");
    }

    /** What an entity of this type is from the outside. */
    MessageKind kind() {
        if (isClearSigned()) {
            return MessageKind.SIGNED;
        }
        if (!isCms()) {
            return MessageKind.PLAIN;
        }
        return switch (parameter("smime-type").toLowerCase(Locale.ROOT)) {
            case "signed-data" -> MessageKind.SIGNED;
            case "certs-only" -> MessageKind.PLAIN;
            default -> MessageKind.ENCRYPTED;
        };
    }

    boolean isClearSigned() {
        String protocol = parameter("protocol").toLowerCase(Locale.ROOT);
        return name.equals("multipart/signed") && isSignature(protocol);
    }

    /** Whether this is the second part of a clear-signed entity. */
    boolean isDetachedSignature() {
        return isSignature(name);
    }

    private static boolean isSignature(String type) {
        return type.equals("application/pkcs7-signature") || type.equals("application/x-pkcs7-signature");
    }

    /** Some mail programs send a sealed message as any file, told by its name alone. */
    private boolean isCms() {
        String file = parameter("name").toLowerCase(Locale.ROOT);
        return name.equals("application/pkcs7-mime")
                || name.equals("application/x-pkcs7-mime")
                || (name.equals("application/octet-stream") && file.endsWith(".p7m"));
    }
}
