package org.sealpost.mime;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;

/**
 * Takes away what a sealed body repeats of its header for old mail programs (RFC 9788 section 4.5.3): the header itself came
 * along and is shown.
 */
final class LegacyDisplay {

    private static final Pattern PROTECTED = Pattern.compile("clear|cipher");
    private static final Pattern LINES = Pattern.compile(
            "\\A(?:[!-9;-~]{1,76}:[^\\r\\n]{0,998}\\r?\\n(?:[ \\t][^\\r\\n]{0,998}\\r?\\n)*+)++\\r?\\n");
    private static final Pattern DIVISION = Pattern.compile(
            "(?i)<div\\s+class=[\"']?header-protection-legacy-display[\"']?\\s*>.*?</div>", Pattern.DOTALL);

    private LegacyDisplay() {}

    /** Whether a message's header, by the mark in its type, came from inside a seal. */
    static boolean expectedIn(List<Field> headers) {
        return headers.stream()
                .filter(field -> field.getName().equalsIgnoreCase("content-type"))
                .findFirst()
                .flatMap(field -> FieldParameters.of(field).parameter("hp"))
                .filter(mark -> PROTECTED.matcher(mark).matches())
                .isPresent();
    }

    static String removedFrom(String text, boolean html) {
        return (html ? DIVISION : LINES).matcher(text).replaceFirst("");
    }
}
