package org.sealpost.web.mailbox;

import java.util.List;

/**
 * What the banner of a message says about its protection.
 *
 * @param tone suffix of a style class: good, info, plain, warn or bad
 * @param icon the one icon for all of it
 * @param words encryption and signature, each with an icon
 * @param text what it means for the reader, one sentence
 * @param header what it means for sender, recipients and subject; empty when they were not inside the seal
 * @param signatures every signature, explained
 */
public record Protection(
        String tone, String icon, List<Words> words, String text, String header, List<SignatureLines> signatures) {

    /** A few words with their icon. */
    public record Words(String icon, String text) {}

    /** Whether nothing needs the reader's attention. */
    public boolean good() {
        return tone.equals("good");
    }
}
