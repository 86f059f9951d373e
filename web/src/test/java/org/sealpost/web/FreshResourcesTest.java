package org.sealpost.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshResourcesTest {
    private final Map<String, String> files = new HashMap<>();

    @Test
    void theAddressChangesWithTheContentAndOnlyThen() {
        files.put("sealpost/a.css", "one");
        String before = path("sealpost", "a.css");
        assertThat(before).matches("/r/a\\.css\\?ln=sealpost&v=[0-9a-f]{12}");
        assertThat(path("sealpost", "a.css")).isEqualTo(before);
        files.put("sealpost/a.css", "two");
        assertThat(path("sealpost", "a.css")).isNotEqualTo(before);
    }

    @Test
    void twoFilesOfTheSameContentKeepTheirOwnNames() {
        files.put("sealpost/a.css", "same");
        files.put("images/a.css", "same");
        assertThat(path("sealpost", "a.css")).isNotEqualTo(path("images", "a.css"));
    }

    @Test
    void librariesWithVersionsOfTheirOwnAreLeftAlone() {
        files.put("primefaces/core.js", "x");
        assertThat(path("primefaces", "core.js")).isEqualTo("/r/core.js?ln=primefaces");
    }

    @Test
    void whatIsMissingStaysMissing() {
        assertThat(resources().createResource("none.css", "sealpost")).isNull();
        assertThat(resources().createResource("none.css", "sealpost", "text/css"))
                .isNull();
    }

    @Test
    void aResourceKeepsItsNameAndType() {
        files.put("sealpost/a.css", "one");
        Resource fresh = requireNonNull(resources().createResource("a.css", "sealpost", "text/css"));
        assertThat(fresh.getResourceName()).isEqualTo("a.css");
        assertThat(fresh.getLibraryName()).isEqualTo("sealpost");
        assertThat(fresh.getContentType()).isEqualTo("text/css");
    }

    /** As a server that was started with these files gives it. */
    private String path(String library, String name) {
        return requireNonNull(resources().createResource(name, library)).getRequestPath();
    }

    private FreshResources resources() {
        return new FreshResources(new ResourceHandlerWrapper() {
            @Override
            public ResourceHandler getWrapped() {
                throw new UnsupportedOperationException();
            }

            @Override
            public @Nullable Resource createResource(String name, String library) {
                return createResource(name, library, "text/css");
            }

            @Override
            public @Nullable Resource createResource(String name, String library, String type) {
                return files.containsKey(library + '/' + name) ? new File(library, name, type) : null;
            }
        });
    }

    private final class File extends Resource {
        File(String library, String name, String type) {
            setLibraryName(library);
            setResourceName(name);
            setContentType(type);
        }

        @Override
        public InputStream getInputStream() {
            String content = requireNonNull(files.get(getLibraryName() + '/' + getResourceName()));
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            return Map.of();
        }

        @Override
        public String getRequestPath() {
            return "/r/" + getResourceName() + "?ln=" + getLibraryName();
        }

        @Override
        public URL getURL() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean userAgentNeedsUpdate(FacesContext context) {
            return true;
        }
    }
}
