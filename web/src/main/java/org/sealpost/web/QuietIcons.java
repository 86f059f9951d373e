package org.sealpost.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides icons from screen readers. An icon is a character of a font that means nothing when it is read out, and would
 * become part of the name of the button that it stands in; the component library does not hide all of its own.
 */
final class QuietIcons extends ResponseWriterWrapper {
    private static final String HIDDEN = "aria-hidden";
    private static final Set<String> CARRIERS = Set.of("span", "i");
    private static final Set<String> ICONS = Set.of("ui-icon", "pi");

    private boolean carrier;
    private boolean hidden;

    QuietIcons(ResponseWriter wrapped) {
        super(wrapped);
    }

    @Override
    public void startElement(String name, @Nullable UIComponent component) throws IOException {
        carrier = CARRIERS.contains(name);
        hidden = false;
        super.startElement(name, component);
    }

    @Override
    public void writeAttribute(String name, @Nullable Object value, @Nullable String property) throws IOException {
        if (name.equals(HIDDEN) && hidden) {
            return;
        }
        super.writeAttribute(name, value, property);
        hidden |= name.equals(HIDDEN);
        if (name.equals("class") && carrier && !hidden && isIcon(value)) {
            hidden = true;
            super.writeAttribute(HIDDEN, "true", null);
        }
    }

    private static boolean isIcon(@Nullable Object styleClass) {
        return styleClass != null
                && Arrays.stream(styleClass.toString().split(" ")).anyMatch(ICONS::contains);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new QuietIcons(super.cloneWithWriter(writer));
    }
}
