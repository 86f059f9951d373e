package org.sealpost.bulk;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.librepdf.openpdf.fonts.Liberation;
import org.sealpost.settings.ServerConfiguration;

/** Letters that bring tokens, a page for each owner, in one PDF; the token's line is set larger and of even width. */
@ApplicationScoped
class TokenLetters {
    /** Where the token goes; the one that must be there. */
    static final String TOKEN = "%TOKEN%";

    private static final Pattern PLACE = Pattern.compile("%(TOKEN|NAME|ADDRESS|EXPIRES)%");
    private static final float MARGIN = 72;
    private static final float LINE = 16;
    private static final float TOKEN_LINE = 30;
    private static final int SIZE = 11;
    private static final int TOKEN_SIZE = 15;

    @Inject
    ServerConfiguration configuration;

    /** The text for organisations that have not chosen their own, in their language. */
    String standardText() {
        return texts().getString("letter");
    }

    /** What a letter that goes by mail is about. */
    String subject() {
        return texts().getString("subject");
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle(
                "org.sealpost.bulk.letters", configuration.language(), TokenLetters.class.getClassLoader());
    }

    byte[] write(List<TokenToTake> tokens, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document letters = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(letters, out);
            letters.addTitle("Sealpost");
            letters.open();
            Font words = Liberation.SANS.create(SIZE);
            Font large = Liberation.MONO_BOLD.create(TOKEN_SIZE);
            for (TokenToTake token : tokens) {
                letters.newPage();
                text.lines().forEach(line -> letters.add(paragraph(line, token, line.contains(TOKEN) ? large : words)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the letters' font cannot be read", e);
        }
        return out.toByteArray();
    }

    /** In one pass, so that a name holding a placeholder is a name. */
    String fill(String line, TokenToTake token) {
        Map<String, String> values = Map.of(
                "TOKEN", token.token(),
                "NAME", token.name(),
                "ADDRESS", token.address(),
                "EXPIRES", at(token.expires()));
        return PLACE.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    /** The whole text, for a message. */
    String fillAll(String text, TokenToTake token) {
        return text.lines().map(line -> fill(line, token)).collect(Collectors.joining("\n"));
    }

    private Paragraph paragraph(String line, TokenToTake token, Font font) {
        float leading = font.getSize() > SIZE ? TOKEN_LINE : LINE;
        return new Paragraph(leading, line.isBlank() ? " " : fill(line, token), font);
    }

    private String at(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(configuration.language())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
