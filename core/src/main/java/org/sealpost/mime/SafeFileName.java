package org.sealpost.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * File names from strangers, made safe to save under: one name without path, nothing that a file system or a shell
 * takes for something else, nothing that shows another extension than the real one.
 */
final class SafeFileName {

    private static final int MOST_BYTES = 200;
    private static final int MOST_EXTENSION = 20;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\\\/]");
    private static final Pattern DEVICE =
            Pattern.compile("(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<Integer> INVISIBLE = Set.of(0x00AD, 0x061C, 0x180E, 0xFEFF, 0x200E, 0x200F);
    private static final Map<String, String> EXTENSIONS = Map.of(
            "message/rfc822", "eml",
            "text/plain", "txt",
            "text/html", "html",
            "text/calendar", "ics",
            "application/pdf", "pdf",
            "image/png", "png",
            "image/jpeg", "jpg",
            "image/gif", "gif",
            "application/pkcs7-mime", "p7m",
            "application/pkcs7-signature", "p7s");

    private SafeFileName() {}

    /** The last element of a name as written by the sender, or a name after the media type when nothing is left. */
    static String of(String given, String mediaType) {
        String line = HeaderText.clean(given);
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        StringBuilder visible = new StringBuilder();
        last.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        String name = trimmed(FORBIDDEN.matcher(visible).replaceAll("_"));
        if (name.isEmpty()) {
            return unnamed(mediaType);
        }
        return shortened(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** A name for a part that came without one. */
    static String unnamed(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        String stem = type.startsWith("message/") ? "message" : type.startsWith("image/") ? "image" : "attachment";
        return stem + "." + EXTENSIONS.getOrDefault(type, "bin");
    }

    private static boolean isInvisible(int c) {
        return INVISIBLE.contains(c) || (c >= 0x200B && c <= 0x200D && c != 0x200D) || (c >= 0x2060 && c <= 0x2064);
    }

    /** Windows drops trailing dots and spaces, which would change the extension; leading dots hide a file. */
    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && (name.charAt(start) == '.' || name.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(start, end);
    }

    private static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MOST_EXTENSION ? name.substring(dot) : "";
        StringBuilder stem = new StringBuilder();
        int bytes = extension.getBytes(StandardCharsets.UTF_8).length;
        for (int c : name.substring(0, name.length() - extension.length())
                .codePoints()
                .toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            stem.appendCodePoint(c);
        }
        return stem + extension;
    }
}
