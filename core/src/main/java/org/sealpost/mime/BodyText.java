package org.sealpost.mime;

/**
 * One text that stands in the message itself.
 *
 * @param html whether the text is HTML, which nobody has made safe yet
 * @param alternative number of the multipart/alternative that offers it, -1 when it has none
 */
record BodyText(String text, boolean html, int alternative) {

    /** Whether both are forms of the same text, to choose one of. */
    boolean isAlternativeTo(BodyText other) {
        return alternative >= 0 && alternative == other.alternative && html != other.html;
    }
}
