package org.sealpost.mime;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.ElementPolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML from strangers, reduced to text, tables, lists, harmless styles, links by choice and the message's own images.
 * A list of what may stay, so that everything unheard of goes.
 */
final class SafeHtml {

    /** Links that leave the page by the reader's own click only, and none that a browser would run. */
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:)[^\\s<>\"'`\\\\]+");

    /** Styles that cannot move anything out of its place, load anything or hide text under other text. */
    private static final CssSchema STYLES = CssSchema.withProperties(List.of(
            "color",
            "background-color",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "text-align",
            "text-decoration",
            "vertical-align",
            "border",
            "border-color",
            "border-style",
            "border-width",
            "border-collapse",
            "padding",
            "padding-left",
            "padding-right",
            "padding-top",
            "padding-bottom",
            "list-style-type",
            "white-space"));

    private final PolicyFactory policy;

    SafeHtml(LinkMode links, InlineImages images) {
        HtmlPolicyBuilder builder = new HtmlPolicyBuilder()
                .allowCommonBlockElements()
                .allowCommonInlineFormattingElements()
                .allowElements("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th")
                .allowElements("pre", "hr", "center", "font", "dl", "dt", "dd", "address", "q", "cite", "samp", "kbd")
                .allowAttributes("colspan", "rowspan", "width", "height", "border", "cellpadding", "cellspacing")
                .matching(Pattern.compile("[0-9]{1,4}%?"))
                .onElements("table", "td", "th", "col", "colgroup", "hr")
                .allowAttributes("align", "valign", "dir")
                .matching(Pattern.compile("(?i)left|right|center|justify|top|middle|bottom|ltr|rtl|auto"))
                .globally()
                .allowAttributes("color", "bgcolor")
                .matching(Pattern.compile("#?[0-9a-zA-Z]{1,30}"))
                .globally()
                .allowStyling(STYLES);
        allowImages(builder, images);
        if (links == LinkMode.SHOWN) {
            allowLinks(builder);
        }
        policy = builder.toFactory();
    }

    /** The safe form; never fails, whatever the text is. */
    String of(String html) {
        return policy.sanitize(html);
    }

    /** Plain text as HTML that keeps its lines. */
    static String ofPlainText(String text) {
        StringBuilder html = new StringBuilder("<pre>");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&#34;");
                case '\r' -> {
                    // the line feed that follows ends the line
                }
                default -> html.appendCodePoint(c);
            }
        });
        return html.append("</pre>").toString();
    }

    private static void allowImages(HtmlPolicyBuilder builder, InlineImages images) {
        AttributePolicy ownImagesOnly =
                (element, attribute, value) -> value.toLowerCase(Locale.ROOT).startsWith("cid:")
                        ? images.dataUri(value.substring("cid:".length())).orElse(null)
                        : null;
        builder.allowElements("img")
                .allowUrlProtocols("cid", "data")
                .allowAttributes("src")
                .matching(ownImagesOnly)
                .onElements("img")
                .allowAttributes("alt", "title")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(Pattern.compile("[0-9]{1,4}%?"))
                .onElements("img")
                .disallowWithoutAttributes("img");
    }

    private static void allowLinks(HtmlPolicyBuilder builder) {
        ElementPolicy newWindow = (element, attributes) -> {
            attributes.addAll(List.of("target", "_blank"));
            return element;
        };
        builder.allowElements(newWindow, "a")
                .allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("href")
                .matching(LINK)
                .onElements("a")
                .requireRelsOnLinks("noopener", "noreferrer", "nofollow");
    }
}
