package org.sealpost.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sealpost.smime.HeaderProtection;

/**
 * What becomes of the header of mail that is sealed. It always goes inside the seal; what of it stays readable outside is
 * chosen by whoever runs the server, because lists and searches can show of a sealed message only what is outside.
 *
 * @param hidesSubjects whether the subject of encrypted mail is readable only after opening
 */
public record MailConfiguration(boolean hidesSubjects) {
    /** Reads {@code sealpost.mail.hide.subjects}; subjects are shown unless it is {@code true}. */
    public static MailConfiguration from(Function<String, @Nullable String> properties) {
        return new MailConfiguration(Boolean.parseBoolean(properties.apply("sealpost.mail.hide.subjects")));
    }

    /** How the header of a message is protected that is signed, or encrypted as well. */
    public HeaderProtection protection(boolean encrypts) {
        if (!encrypts) {
            return HeaderProtection.CLEAR;
        }
        return hidesSubjects ? HeaderProtection.BASELINE : HeaderProtection.SHOWN;
    }

    /** What may be kept and listed of a message's subject. */
    public String listed(String subject, boolean encrypts) {
        return encrypts && hidesSubjects ? HeaderProtection.HIDDEN_SUBJECT : subject;
    }
}
