package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietIconsTest {
    private final StringBuilder page = new StringBuilder();
    private final QuietIcons writer = new QuietIcons(new Plain(page));

    @ParameterizedTest
    @CsvSource({
        "span, ui-button-icon-left ui-icon ui-c pi pi-send, true",
        "i, pi pi-check, true",
        "span, ui-button-text ui-c, false",
        "span, spi-nner, false",
        "a, ui-icon, false"
    })
    void iconsAndNothingElseAreHidden(String element, String styleClass, boolean hidden) throws IOException {
        writer.startElement(element, null);
        writer.writeAttribute("class", styleClass, null);
        assertThat(page.toString().contains("aria-hidden=true")).isEqualTo(hidden);
    }

    @Test
    void anIconThatIsHiddenAlreadyIsHiddenOnce() throws IOException {
        writer.startElement("span", null);
        writer.writeAttribute("aria-hidden", "true", null);
        writer.writeAttribute("class", "ui-icon", null);
        writer.startElement("span", null);
        writer.writeAttribute("class", "ui-icon", null);
        writer.writeAttribute("aria-hidden", "true", null);
        assertThat(page.toString().split("aria-hidden=true", -1)).hasSize(3);
    }

    @Test
    void whatIsWrittenAsideIsQuietToo() throws IOException {
        ResponseWriter aside = writer.cloneWithWriter(new StringWriter());
        aside.startElement("span", null);
        aside.writeAttribute("class", "ui-icon", null);
        assertThat(page).contains("aria-hidden=true");
    }

    /** Writes elements down without their syntax. */
    private static final class Plain extends ResponseWriterWrapper {
        private final StringBuilder page;

        Plain(StringBuilder page) {
            super(null);
            this.page = page;
        }

        @Override
        public void startElement(String name, UIComponent component) {
            page.append('<').append(name);
        }

        @Override
        public void writeAttribute(String name, Object value, String property) {
            page.append(' ').append(name).append('=').append(value);
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return this;
        }
    }
}
