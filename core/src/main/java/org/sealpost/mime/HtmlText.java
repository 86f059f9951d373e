package org.sealpost.mime;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** The text of an HTML body with its lines, lists and quotations, for quoting and for readers without HTML. */
final class HtmlText implements HtmlStreamEventReceiver {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre");
    private static final Set<String> LINES = Set.of("div", "tr", "li", "dt", "dd", "address", "center");
    private static final PolicyFactory STRUCTURE = new HtmlPolicyBuilder()
            .allowCommonBlockElements()
            .allowElements("table", "tbody", "thead", "tfoot", "tr", "td", "th", "pre", "hr", "br", "dl", "dt", "dd")
            .allowElements("address", "center")
            .toFactory();

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int preformatted;

    private HtmlText() {}

    static String of(String html) {
        HtmlText text = new HtmlText();
        HtmlSanitizer.sanitize(html, STRUCTURE.apply(text));
        return text.text.toString().strip();
    }

    @Override
    public void openDocument() {
        // nothing stands before the text
    }

    @Override
    public void closeDocument() {
        // nothing stands after the text
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        breakBefore(element);
        switch (element) {
            case "br" -> newLine();
            case "hr" -> line("---");
            case "li" -> text.append("- ");
            case "pre" -> preformatted++;
            case "blockquote" -> {
                quotes++;
                text.append("> ");
            }
            default -> {
                // other elements mean nothing beyond their line breaks
            }
        }
    }

    @Override
    public void closeTag(String element) {
        switch (element) {
            case "pre" -> preformatted--;
            case "blockquote" -> quotes--;
            case "td", "th" -> append(" ");
            default -> {
                // other elements mean nothing beyond their line breaks
            }
        }
        breakBefore(element);
    }

    @Override
    public void text(String words) {
        if (preformatted > 0) {
            words.replace("\r\n", "\n").chars().forEach(c -> {
                if (c == '\n') {
                    newLine();
                } else {
                    text.append((char) c);
                }
            });
        } else {
            append(words.replaceAll("[\\s\\u00A0]+", " "));
        }
    }

    private void append(String words) {
        boolean spaced = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(spaced ? words.stripLeading() : words);
    }

    private void line(String words) {
        text.append(words);
        newLine();
    }

    private void breakBefore(String element) {
        if (PARAGRAPHS.contains(element)) {
            lineBreaks(2);
        } else if (LINES.contains(element)) {
            lineBreaks(1);
        }
    }

    /** Ends the line, and leaves a free one for two breaks; never more than one free line in a row. */
    private void lineBreaks(int wanted) {
        String quoting = "> ".repeat(quotes);
        int breaks = 0;
        int end = text.length();
        while (end > 0 && "> \n".indexOf(text.charAt(end - 1)) >= 0 && breaks < 2) {
            breaks += text.charAt(--end) == '\n' ? 1 : 0;
        }
        if (end == 0 && breaks == 0) {
            return;
        }
        text.append(("\n" + quoting).repeat(Math.max(0, wanted - breaks)));
    }

    private void newLine() {
        text.append('\n').append("> ".repeat(quotes));
    }
}
