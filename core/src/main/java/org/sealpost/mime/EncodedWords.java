package org.sealpost.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil;

/** Encoded words of RFC 2047, both ways. */
final class EncodedWords {

    /** An opening mark that no complete word follows; possessive, so that hostile headers cost linear time. */
    private static final Pattern BROKEN = Pattern.compile("=\\?(?![^?\\s]{1,80}+\\?[BbQq]\\?[^?]++\\?=)");

    private static final Pattern EMPTY = Pattern.compile("=\\?[^?\\s]{1,80}+\\?[BbQq]\\?\\?=");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]++(?:[ \\t]++[^\\x00-\\x7F]++)*+");

    private EncodedWords() {}

    static String decode(String text) {
        return text.contains("=?") ? DecoderUtil.decodeEncodedWords(defuse(text), DecodeMonitor.SILENT) : text;
    }

    /**
     * Breaks up what only looks like the start of an encoded word. Mime4j searches the end of each to the end of the
     * text, quadratic in a header full of starts, and empties the whole text at an empty word.
     */
    static String defuse(String text) {
        return text.contains("=?")
                ? BROKEN.matcher(EMPTY.matcher(text).replaceAll("")).replaceAll("= ?")
                : text;
    }

    /** The same text in ASCII alone: what was sent as bare 8-bit text becomes encoded words. */
    static String toAscii(String text) {
        return NOT_ASCII
                .matcher(text)
                .replaceAll(run -> "=?UTF-8?B?"
                        + Base64.getEncoder().encodeToString(run.group().getBytes(StandardCharsets.UTF_8)) + "?=");
    }

    /** Unstructured text for a header line, encoded only where it must be. */
    static String text(String text, int usedCharacters) {
        return mustEncode(text, usedCharacters) ? encode(text, EncoderUtil.Usage.TEXT_TOKEN, usedCharacters) : text;
    }

    /** A display name for an address header, as atoms, quoted string or encoded words. */
    static String phrase(String name) {
        return mustEncode(name, 0)
                ? encode(name, EncoderUtil.Usage.WORD_ENTITY, 0)
                : EncoderUtil.encodeAddressDisplayName(name);
    }

    /** Folding and unfolding collapses spaces, and what looks encoded would be decoded. */
    private static boolean mustEncode(String text, int usedCharacters) {
        return text.contains("=?") || text.contains("  ") || EncoderUtil.hasToBeEncoded(text, usedCharacters);
    }

    private static String encode(String text, EncoderUtil.Usage usage, int usedCharacters) {
        return EncoderUtil.encodeEncodedWord(
                text, usage, Math.min(usedCharacters, 50), StandardCharsets.UTF_8, EncoderUtil.Encoding.B);
    }
}
