package org.sealpost.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.model.AuditCheckpoint;
import org.sealpost.model.AuditCheckpoint.Statement;

/**
 * One checkpoint as it is shown and taken out.
 *
 * @param checkpoint the statement, and who signed it
 */
public record LogCheckpoint(AuditCheckpoint checkpoint) {
    private static final Pattern LINE =
            Pattern.compile("sealpost audit checkpoint 1 (\\d{1,18}) (\\d{1,15}) (opening|running) ([0-9a-f]{64})");

    /**
     * Reads a checkpoint that was kept elsewhere; whether its signature holds is for the walk to say.
     *
     * @throws BadCheckpoint when it is none
     */
    public static LogCheckpoint parse(String line, String signature, String publicKey) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new BadCheckpoint();
        }
        try {
            Statement said = new Statement(
                    Long.parseLong(parts.group(1)),
                    HexFormat.of().parseHex(parts.group(4)),
                    Instant.ofEpochMilli(Long.parseLong(parts.group(2))),
                    parts.group(3).equals("opening"));
            Base64.Decoder base64 = Base64.getDecoder();
            return new LogCheckpoint(new AuditCheckpoint(said, base64.decode(publicKey), base64.decode(signature)));
        } catch (IllegalArgumentException e) {
            throw new BadCheckpoint();
        }
    }

    /** Number of the last entry it covers. */
    public long number() {
        return checkpoint.statement().number();
    }

    /** The line that is signed, without its line feed. */
    public String line() {
        return new String(checkpoint.statement().encoded(), StandardCharsets.US_ASCII).strip();
    }

    /** The signature in base64. */
    public String signature() {
        return Base64.getEncoder().encodeToString(checkpoint.signature());
    }

    /** The public key in base64 (SubjectPublicKeyInfo). */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(checkpoint.publicKey());
    }
}
