package org.sealpost.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Puts {@link QuietIcons} between the components and the page. */
public class QuietIconsFactory extends RenderKitFactory {

    /** @param wrapped the factory of Faces */
    public QuietIconsFactory(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit kit) {
        getWrapped().addRenderKit(id, kit);
    }

    @Override
    public @Nullable RenderKit getRenderKit(@Nullable FacesContext context, String id) {
        RenderKit kit = getWrapped().getRenderKit(context, id);
        return kit == null ? null : new Quiet(kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    private static final class Quiet extends RenderKitWrapper {
        Quiet(RenderKit wrapped) {
            super(wrapped);
        }

        @Override
        public ResponseWriter createResponseWriter(
                Writer writer, @Nullable String contentTypes, @Nullable String encoding) {
            return new QuietIcons(super.createResponseWriter(writer, contentTypes, encoding));
        }
    }
}
